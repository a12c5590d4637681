import type { StaffCaseView } from '@hall/shared/api/views';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { hasCode, NetworkLost, sentenceOf } from '../../kit/api/problem.ts';
import { caseKey } from '../../kit/case/case.api.ts';
import { now } from '../../kit/clock.ts';
import { forgetMarks, keepMarks, keptMarks } from './marks.keeper.ts';
import type { DraftMark } from './marks.view.ts';
import { sameMarks, savedMarks } from './marks.view.ts';

const RETRY_MS = 4_000;

/**
 * The draft marks of a case: changed here, saved at once, kept in the browser until the server has them. Saves go one
 * after the other, each with the version the one before it answered, so a clerk never meets a conflict with herself.
 */
export function useMarks(kase: StaffCaseView) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [marks, setMarks] = useState<DraftMark[]>(() => keptMarks(kase.id) ?? savedMarks(kase));
  const [pending, setPending] = useState(() => keptMarks(kase.id) !== null);
  // Marks saved on an earlier visit are safe too, but nobody here knows since when.
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const wanted = useRef(marks);
  const version = useRef(kase.version);
  const saving = useRef(false);
  version.current = Math.max(version.current, kase.version);

  const save = useCallback(async () => {
    if (saving.current) return;
    saving.current = true;
    let retry = false;
    try {
      for (;;) {
        const sent = wanted.current;
        const saved = await api.put<StaffCaseView>(`/staff/applications/${kase.id}/marks`, { version: version.current, marks: sent });
        version.current = saved.version;
        client.setQueryData(caseKey(kase.id), saved);
        if (sent !== wanted.current) continue;
        forgetMarks(kase.id);
        setPending(false);
        setSavedAt(now());
        break;
      }
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        // Somebody touched the case; the marks are ours alone while it is claimed, so they go on top of what is new.
        const fresh = await api.get<StaffCaseView>(`/staff/applications/${kase.id}`).catch(() => null);
        if (fresh) version.current = fresh.version;
        retry = fresh !== null;
      } else if (!(error instanceof NetworkLost)) {
        void message.error(sentenceOf(error));
        // Another clerk may have taken the case over: the page must stop looking like mine.
        void client.invalidateQueries({ queryKey: caseKey(kase.id) });
      }
      retry ||= error instanceof NetworkLost;
    } finally {
      saving.current = false;
    }
    if (retry) setTimeout(() => void save(), RETRY_MS);
  }, [client, kase.id, message]);

  const change = useCallback((next: DraftMark[]) => {
    wanted.current = next;
    setMarks(next);
    setPending(true);
    keepMarks(kase.id, next);
    void save();
  }, [kase.id, save]);

  useEffect(() => {
    const kept = keptMarks(kase.id);
    if (kept === null) return;
    if (sameMarks(kept, savedMarks(kase))) { forgetMarks(kase.id); setPending(false); } else if (kase.claimedByMe) void save();
    // Marks left behind by a crash are taken up once, when the case opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [kase.id]);

  return { marks, pending, savedAt, change };
}
