import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from './api.ts';
import { now } from './clock.ts';
import { learnTheHour } from './hall-time.ts';
import { onSessionChange, owner } from './session.ts';
import { keep, recall } from './storage.ts';

/** What a page shows: the last state known, when it was fetched, and what went wrong since. */
export interface Resource<T> {
  data: T | null;
  at: number | null;
  error: ApiError | null;
  reload: () => Promise<void>;
  /** Takes over a newer state, for instance the answer to a write. */
  put: (data: T) => void;
}

interface Kept<T> { data: T; at: number }
export interface ResourceOptions {
  /** Keep the last state on the phone, so that a lost network shows it with its time. */
  keep?: boolean;
  /** While the page is shown, ask again this often. */
  everyMs?: number;
}

/**
 * Loads what a page shows: when it opens, when it is shown again, when the person signs in, and, if asked, at
 * intervals. An answer equal to the last one changes nothing on the screen.
 * @param key names the state; null waits
 */
export function useResource<T>(key: string | null, load: () => Promise<T>, options: ResourceOptions = {}): Resource<T> {
  const { keep: kept = false, everyMs } = options;
  const [state, setState] = useState<Omit<Resource<T>, 'reload' | 'put'>>(() => remembered<T>(kept ? key : null));
  const loader = useRef(load);
  loader.current = load;
  const flight = useRef<Promise<void> | null>(null);
  const shown = useRef(true);
  const alive = useRef(true);
  const text = useRef('');
  const seenAt = useRef(state.at);
  const whose = useRef(owner());

  const put = useCallback((data: T) => {
    const at = now();
    seenAt.current = at;
    text.current = JSON.stringify(data);
    if (kept && key !== null) keep('person', `state:${key}`, { data, at } satisfies Kept<T>);
    setState({ data, at, error: null });
  }, [key, kept]);

  const reload = useCallback((): Promise<void> => {
    if (key === null) return Promise.resolve();
    flight.current ??= loaded(loader.current).then(
      (data) => {
        if (!alive.current) return;
        if (JSON.stringify(data) !== text.current) put(data);
        else {
          // The same again: nothing to draw, but it is known to be true until now.
          seenAt.current = now();
          if (kept) keep('person', `state:${key}`, { data, at: seenAt.current } satisfies Kept<T>);
          setState((was) => (was.error === null ? was : { ...was, error: null }));
        }
      },
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (alive.current) setState((was) => (was.error?.message === error.message && was.error.status === error.status ? was : { ...was, at: seenAt.current, error }));
      },
    ).finally(() => { flight.current = null; });
    return flight.current;
  }, [key, kept, put]);

  useEffect(() => {
    alive.current = true;
    void reload();
    const stop = onSessionChange(() => {
      // What one person saw leaves the screen before another looks at it.
      if (whose.current !== null && owner() !== whose.current) { text.current = ''; setState({ data: null, at: null, error: null }); }
      whose.current = owner();
      void reload();
    });
    return () => { alive.current = false; stop(); };
  }, [reload]);

  useDidShow(() => { shown.current = true; void reload(); });
  useDidHide(() => { shown.current = false; });

  useEffect(() => {
    if (!everyMs) return undefined;
    const timer = setInterval(() => { if (shown.current) void reload(); }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);

  return { ...state, reload, put };
}

/** The state, told in the time of the hall. */
async function loaded<T>(load: () => Promise<T>): Promise<T> {
  const data = await load();
  await learnTheHour();
  return data;
}

/** Leaves a state for the next page that shows it, so that it stands at once as it is now. */
export const leaveFor = <T>(key: string, data: T): void => { keep('person', `state:${key}`, { data, at: now() } satisfies Kept<T>); };

function remembered<T>(key: string | null): { data: T | null; at: number | null; error: null } {
  const last = key === null ? null : recall<Kept<T>>('person', `state:${key}`);
  return { data: last?.data ?? null, at: last?.at ?? null, error: null };
}
