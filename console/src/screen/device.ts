import type { PairedDeviceView } from '@hall/shared/api/views';
import { reconnectAfter } from '../kit/live/live.view.ts';
import type { ScreenState } from './screen.view.ts';

const KEY = 'hall.screen.device';
const ID_KEY = 'hall.screen.device-id';
const POLL_MS = 5_000;

/** The server no longer knows this screen: it must be paired again. */
export class Revoked extends Error {}
/** The one-time code was wrong or late. */
export class CodeRefused extends Error {}

export const pairedToken = (): string | null => localStorage.getItem(KEY);
/** Under which the server speaks of this screen; null when it was paired before screens kept it. */
export const pairedId = (): string | null => localStorage.getItem(ID_KEY);
export const forget = (): void => { for (const key of [KEY, ID_KEY]) localStorage.removeItem(key); };

/** Exchanges the one-time code for this screen's own token. Throws CodeRefused, or a TypeError without a network. */
export async function pair(code: string): Promise<string> {
  const answer = await fetch('/api/public/devices/pair', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) });
  if (!answer.ok) throw new CodeRefused();
  const { token, deviceId } = (await answer.json()) as PairedDeviceView;
  localStorage.setItem(KEY, token);
  localStorage.setItem(ID_KEY, deviceId);
  return token;
}

async function read(token: string): Promise<ScreenState> {
  const answer = await fetch('/api/device/screen', { headers: { authorization: `Bearer ${token}` }, cache: 'no-store' });
  if (answer.status === 401 || answer.status === 403) throw new Revoked();
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as ScreenState;
}

export interface Polling { now(): void; stop(): void }

/** Polls until stopped: every five seconds while the server answers, ever more patiently while it does not; `now` does not wait for the next turn. */
export function poll(token: string, onState: (state: ScreenState) => void, onRevoked: () => void): Polling {
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
    }
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void turn(), failures === 0 ? POLL_MS : Math.max(POLL_MS, reconnectAfter(failures, Math.random())));
  };
  void turn();
  return {
    now: () => { clearTimeout(timer); void turn(); },
    stop: () => { stopped = true; clearTimeout(timer); },
  };
}
