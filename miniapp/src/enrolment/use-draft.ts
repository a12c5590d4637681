import type { ApplicationView, EnrolmentAnswers } from '@hall/shared/api/views';
import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, get, patch } from '../kit/api.ts';
import { now } from '../kit/clock.ts';
import { keep, recall } from '../kit/storage.ts';
import { answersNow, nothingPending, stillPending, type Pending, type SaveState } from './draft.state.ts';

/** After the last stroke; long enough not to send every letter. */
const PAUSE = 1_000;
/** Between two tries without a network. */
const RETRY = 8_000;

export interface Draft {
  answers: EnrolmentAnswers;
  state: SaveState;
  change: (part: EnrolmentAnswers) => void;
  /** Sends what is pending now. True when the server has everything. */
  flush: () => Promise<boolean>;
  /** The newest state the server answered with. */
  latest: () => ApplicationView;
}

/**
 * A draft that saves itself: on the phone at every stroke, on the server a moment later, one request at a time. What
 * could not be sent waits on the phone, survives a restart, and goes out when the network is back.
 */
export function useDraft(application: ApplicationView, onSaved: (newer: ApplicationView) => void): Draft {
  const shelf = `draft:${application.id}`;
  const [pending, setPending] = useState<Pending>(() => recall<Pending>('person', shelf) ?? {});
  const [state, setState] = useState<SaveState>({ kind: 'server', at: application.savedAt });
  const mine = useRef(pending);
  const server = useRef(application);
  const sending = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const saved = useRef(onSaved);
  saved.current = onSaved;
  if (application.version > server.current.version) server.current = application;

  const hold = useCallback((next: Pending) => {
    mine.current = next;
    setPending(next);
    keep('person', shelf, nothingPending(next) ? null : next);
  }, [shelf]);

  const send = useCallback(async (again = true): Promise<boolean> => {
    const sent = mine.current;
    if (nothingPending(sent)) return true;
    setState({ kind: 'saving' });
    const id = server.current.id;
    try {
      const newer = await patch<ApplicationView>(`/resident/applications/${id}/draft`, { version: server.current.version, answers: sent });
      server.current = newer;
      hold(stillPending(mine.current, sent));
      saved.current(newer);
      setState({ kind: 'server', at: newer.savedAt });
      return nothingPending(mine.current) ? true : send();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.code === 'STALE_VERSION' && again) {
        server.current = await get<ApplicationView>(`/resident/applications/${id}`).catch(() => server.current);
        return send(false);
      }
      setState(error.passing || error.status === 401 ? { kind: 'phone', at: now() } : { kind: 'refused', message: error.message });
      if (error.passing) schedule(RETRY);
      return false;
    }
  }, [hold]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    sending.current ??= send().finally(() => { sending.current = null; });
    return sending.current;
  }, [send]);

  const schedule = (delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { void flush(); }, delay);
  };

  const change = useCallback((part: EnrolmentAnswers) => {
    hold({ ...mine.current, ...part });
    schedule(PAUSE);
  }, [hold, flush]);

  useEffect(() => {
    void flush();
    return () => { void flush(); };
  }, [flush]);
  useDidHide(() => { void flush(); });

  return { answers: answersNow(application, pending), state, change, flush, latest: () => server.current };
}
