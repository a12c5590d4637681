import { reconnectAfter } from '../kit/live/live.view.ts';
import type { ScreenState } from './screen.view.ts';

const KEY = 'hall.screen.device';
const POLL_MS = 5_000;

/** The server no longer knows this screen: it must be paired again. */
export class Revoked extends Error {}
/** The one-time code was wrong or late. */
export class CodeRefused extends Error {}

export const pairedToken = (): string | null => localStorage.getItem(KEY);
export const forget = (): void => localStorage.removeItem(KEY);

/** Exchanges the one-time code for this screen's own token. Throws CodeRefused, or a TypeError without a network. */
export async function pair(code: string): Promise<string> {
  const answer = await fetch('/api/public/devices/pair', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) });
  if (!answer.ok) throw new CodeRefused();
  const { token } = (await answer.json()) as { token: string };
  localStorage.setItem(KEY, token);
  return token;
}

async function read(token: string): Promise<ScreenState> {
  const answer = await fetch('/api/device/screen', { headers: { authorization: `Bearer ${token}` }, cache: 'no-store' });
  if (answer.status === 401 || answer.status === 403) throw new Revoked();
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as ScreenState;
}

/** Polls until stopped: every five seconds while the server answers, ever more patiently while it does not. */
export function poll(token: string, onState: (state: ScreenState) => void, onFailure: () => void, onRevoked: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let failures = 0;
  const turn = async () => {
    try {
      const state = await read(token);
      if (stopped) return;
      failures = 0;
      onState(state);
    } catch (error) {
      if (stopped) return;
      if (error instanceof Revoked) return onRevoked();
      failures += 1;
      onFailure();
    }
    if (!stopped) timer = setTimeout(() => void turn(), failures === 0 ? POLL_MS : Math.max(POLL_MS, reconnectAfter(failures, Math.random())));
  };
  void turn();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
