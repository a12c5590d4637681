import { ticks } from '../clock.ts';
import { session } from '../session/session.store.ts';
import { nonce } from './nonce.ts';
import { NetworkLost } from './problem.ts';

/** As long as somebody tries again because nothing answered; later the same words are another wish. */
const SAME_WISH_MS = 600_000;

const underWay = new Map<string, Promise<unknown>>();
const unanswered = new Map<string, { key: string; since: number }>();

/** Whoever leaves takes along what waited for them. */
session.subscribe(() => {
  if (session.get().phase !== 'signed-out') return;
  underWay.clear();
  unanswered.clear();
});

/** What is wished, told apart by all it says. */
export const wishOf = (method: string, path: string, body: unknown): string => `${method} ${path} ${JSON.stringify(body)}`;

/** The second click of a double click is the same wish: it shares the answer the first waits for, and nothing is sent twice. */
export function together<T>(wish: string, send: () => Promise<T>): Promise<T> {
  const before = underWay.get(wish);
  if (before) return before as Promise<T>;
  const sent: Promise<T> = send().finally(() => { if (underWay.get(wish) === sent) underWay.delete(wish); });
  underWay.set(wish, sent);
  return sent;
}

/** Sends under one key until the server has answered: whoever presses again after a server went down while saving creates nothing a second time. */
export async function underOneKey<T>(wish: string, send: (key: string) => Promise<T>): Promise<T> {
  const lost = unanswered.get(wish);
  const key = lost && ticks() - lost.since < SAME_WISH_MS ? lost.key : nonce();
  unanswered.delete(wish);
  try {
    return await send(key);
  } catch (error) {
    if (error instanceof NetworkLost) unanswered.set(wish, { key, since: ticks() });
    throw error;
  }
}
