import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, SIGN_IN_NEEDED } from './api.ts';
import { onSessionChange } from './session.ts';

/** A random UUID (v4). It only has to be unlike the others of this person, so `Math.random` is enough. */
export function newKey(): string {
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(Math.random() * 16);
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
}

export interface Intent<A extends unknown[]> {
  run: (...wish: A) => Promise<void>;
  busy: boolean;
  error: ApiError | null;
  forget: () => void;
}

/**
 * One wish of the person, carried out once. While it is under way further taps do nothing; after a lost answer the
 * same wish goes out under the same key, so that the server recognises it; a different wish gets a new key.
 */
export function useIntent<A extends unknown[]>(work: (key: string, ...wish: A) => Promise<unknown>): Intent<A> {
  const [state, setState] = useState<{ busy: boolean; error: ApiError | null }>({ busy: false, error: null });
  const running = useRef(false);
  const pending = useRef<{ wish: string; key: string } | null>(null);
  const latest = useRef(work);
  latest.current = work;

  const run = useCallback(async (...wish: A) => {
    if (running.current) return;
    running.current = true;
    setState({ busy: true, error: null });
    const words = JSON.stringify(wish);
    if (pending.current?.wish !== words) pending.current = { wish: words, key: newKey() };
    try {
      await latest.current(pending.current.key, ...wish);
      pending.current = null;
      setState({ busy: false, error: null });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!error.passing) pending.current = null;
      setState({ busy: false, error });
    } finally {
      running.current = false;
    }
  }, []);

  const forget = useCallback(() => setState({ busy: false, error: null }), []);
  // Whoever has just signed in is not told to sign in.
  useEffect(() => onSessionChange(() => setState((was) => (was.error?.code === SIGN_IN_NEEDED ? { ...was, error: null } : was))), []);
  return { run, busy: state.busy, error: state.error, forget };
}
