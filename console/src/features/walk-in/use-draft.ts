import type { StaffCaseView } from '@hall/shared/api/views';
import type { EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { hasCode, NetworkLost } from '../../kit/api/problem.ts';
import { caseKey } from '../../kit/case/case.api.ts';
import { changeSince, rebase } from './fill.view.ts';

const PAUSE_MS = 700;
const RETRY_MS = 4_000;

/**
 * The answers being typed, saved to the server after each pause. Saves go one after the other; a lost network is tried
 * again until it is back. Answers are personal, so they are never written to this browser's storage.
 */
export function useDraft(kase: StaffCaseView) {
  const client = useQueryClient();
  const [answers, setAnswers] = useState(kase.answers);
  const [dirty, setDirty] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const typed = useRef(kase.answers);
  const saved = useRef(kase.answers);
  const latest = useRef(kase);
  const running = useRef<Promise<StaffCaseView> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  // Pictures and ticks move the version on as well.
  if (kase.version > latest.current.version) latest.current = kase;

  const saveAll = useCallback(async (): Promise<StaffCaseView> => {
    for (;;) {
      const change = changeSince(saved.current, typed.current);
      if (Object.keys(change).length === 0) return latest.current;
      const sent = typed.current;
      try {
        latest.current = await api.patch<StaffCaseView>(`/staff/applications/${kase.id}/draft`, { version: latest.current.version, answers: change });
      } catch (error) {
        if (!hasCode(error, 'STALE_VERSION')) throw error;
        latest.current = await api.get<StaffCaseView>(`/staff/applications/${kase.id}`);
        typed.current = rebase(latest.current.answers, saved.current, typed.current);
        saved.current = latest.current.answers;
        setAnswers(typed.current);
        continue;
      }
      saved.current = sent;
      client.setQueryData(caseKey(kase.id), latest.current);
    }
  }, [client, kase.id]);

  /** Saves everything typed so far and answers the case as saved. Throws what the server refused. */
  const flush = useCallback((): Promise<StaffCaseView> => {
    clearTimeout(timer.current);
    running.current ??= saveAll()
      .then((done) => { setDirty(false); setFault(null); return done; })
      .catch((error: unknown) => {
        setFault(error);
        if (error instanceof NetworkLost) timer.current = setTimeout(() => void flush().catch(() => undefined), RETRY_MS);
        throw error;
      })
      .finally(() => { running.current = null; });
    return running.current;
  }, [saveAll]);

  const change = useCallback((next: EnrolmentAnswers) => {
    typed.current = next;
    setAnswers(next);
    setDirty(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush().catch(() => undefined), PAUSE_MS);
  }, [flush]);

  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  // Leaving for another room of the console takes the last keystrokes along.
  useEffect(() => () => { void flush().catch(() => undefined); }, [flush]);

  return { answers, change, flush, dirty, fault };
}
