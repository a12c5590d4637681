import { useCallback, useEffect, useRef, useState } from 'react';
import { hasCode, NetworkLost } from '../api/problem.ts';
import { now } from '../clock.ts';
import type { DraftPhase, Held, Kept } from './draft.view.ts';
import { afterStale, isNews, openOn } from './draft.view.ts';
import { forget, keep, kept } from './keeper.ts';

const PAUSE_MS = 800;
const RETRY_MS = 4_000;

export interface DraftSource<T> {
  /** Names it in the browser, where it is kept until the server has it. */
  name: string;
  held: Held<T>;
  same: (a: T, b: T) => boolean;
  save: (value: T, version: number | null) => Promise<Held<T>>;
  /** What the server holds now. */
  fresh: () => Promise<Held<T>>;
}

export interface SavedDraft<T> {
  value: T;
  change: (value: T) => void;
  /** Saves what is typed and answers what the server holds then. Throws its refusal, or when a colleague's words wait to be decided on. */
  flush: () => Promise<Held<T>>;
  phase: DraftPhase;
  savedAt: number | null;
  fault: unknown;
  /** What a colleague wrote meanwhile. */
  theirs: T | null;
  keepMine: () => void;
  takeTheirs: () => void;
}

/**
 * Words that save themselves after each pause, one save after the other. A lost network is tried again until it is back;
 * a colleague's words are never overwritten without being asked about.
 */
export function useSavedDraft<T>(source: DraftSource<T>): SavedDraft<T> {
  const latest = useRef(source);
  latest.current = source;
  const [opening] = useState(() => openOn(kept<Kept<T>>('browser', source.name), source.held, source.same));
  const [value, setValue] = useState(opening.value);
  const [phase, setPhase] = useState<DraftPhase>(opening.theirs !== null ? 'conflict' : opening.unsaved ? 'typing' : 'saved');
  const [theirs, setTheirs] = useState(opening.theirs);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const typed = useRef(opening.value);
  const known = useRef(source.held);
  const dirty = useRef(opening.unsaved);
  const asking = useRef(opening.theirs !== null);
  const running = useRef<Promise<Held<T>> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const ask = useCallback((fresh: Held<T>) => {
    known.current = fresh;
    asking.current = true;
    setTheirs(fresh.value);
    setPhase('conflict');
  }, []);

  const saveAll = useCallback(async (): Promise<Held<T>> => {
    while (dirty.current) {
      const sent = typed.current;
      try {
        known.current = await latest.current.save(sent, known.current.version);
      } catch (error) {
        if (!hasCode(error, 'STALE_VERSION')) throw error;
        const fresh = await latest.current.fresh();
        const way = afterStale(typed.current, known.current.value, fresh.value, latest.current.same);
        if (way === 'ask') { ask(fresh); throw error; }
        known.current = fresh;
        if (way === 'save') continue;
      }
      dirty.current = !latest.current.same(typed.current, sent);
    }
    return known.current;
  }, [ask]);

  const flush = useCallback((): Promise<Held<T>> => {
    clearTimeout(timer.current);
    running.current ??= saveAll()
      .then((held) => {
        forget('browser', latest.current.name);
        setFault(null);
        setPhase('saved');
        setSavedAt(now());
        return held;
      })
      .catch((error: unknown) => {
        if (!asking.current) {
          setFault(error);
          setPhase(error instanceof NetworkLost ? 'lost' : 'refused');
          if (error instanceof NetworkLost) timer.current = setTimeout(() => void flush().catch(() => undefined), RETRY_MS);
        }
        throw error;
      })
      .finally(() => { running.current = null; });
    return running.current;
  }, [saveAll]);

  const change = useCallback((next: T) => {
    typed.current = next;
    dirty.current = true;
    setValue(next);
    keep('browser', latest.current.name, { value: next, base: known.current.version } satisfies Kept<T>);
    if (asking.current) return;
    setPhase('typing');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush().catch(() => undefined), PAUSE_MS);
  }, [flush]);

  const keepMine = useCallback(() => { asking.current = false; setTheirs(null); change(typed.current); void flush().catch(() => undefined); }, [change, flush]);
  const takeTheirs = useCallback(() => {
    asking.current = false;
    dirty.current = false;
    typed.current = known.current.value;
    forget('browser', latest.current.name);
    setTheirs(null);
    setValue(known.current.value);
    setPhase('saved');
  }, []);

  // A colleague's later words are shown while nothing is being typed here.
  const { held } = source;
  const told = useRef(held.version);
  useEffect(() => {
    const before = told.current;
    told.current = held.version;
    if (dirty.current || running.current !== null || !isNews(held.version, before, known.current.version)) return;
    known.current = held;
    typed.current = held.value;
    setValue(held.value);
  }, [held]);

  useEffect(() => {
    if (phase === 'saved') return undefined;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [phase]);

  // Taken up again after a crash, it is saved at once; left for another room, the last keystrokes are taken along.
  useEffect(() => {
    const go = () => { if (dirty.current && !asking.current) void flush().catch(() => undefined); };
    go();
    return go;
  }, [flush]);

  return { value, change, flush, phase, savedAt, fault, theirs, keepMine, takeTheirs };
}
