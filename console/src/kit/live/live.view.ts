/** Milliseconds to wait before the n-th reconnection (n from 0): 1 s doubling to 30 s, spread by `jitter` in 0..1. */
export function reconnectAfter(attempt: number, jitter: number): number {
  const full = Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 5));
  return Math.round(full * (0.75 + 0.25 * jitter));
}

/** States carry a version and arrive whole by several ways: only a newer one replaces what is shown. */
export const newer = <T extends { version: number }>(shown: T | null, arrived: T): boolean => shown === null || arrived.version > shown.version;

/** The topic of a live message, or null when it is not a message of ours. */
export function topicOf(text: string): string | null {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && 'topic' in message && typeof message.topic === 'string' ? message.topic : null;
  } catch {
    return null;
  }
}

/** The board of a live message, or null when it is another topic or not a message of ours. */
export function boardOf<T extends { version: number }>(text: string): T | null {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null || !('topic' in message) || message.topic !== 'board' || !('state' in message)) return null;
    const { state } = message;
    return typeof state === 'object' && state !== null && 'version' in state && typeof state.version === 'number' ? (state as T) : null;
  } catch {
    return null;
  }
}
