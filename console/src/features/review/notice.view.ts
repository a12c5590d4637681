import type { StaffCaseView } from '@hall/shared/api/views';

/** The notice of a case as it is shown: not yet sent, or as it went out. */
export interface NoticeSheet {
  sent: boolean;
  items: { id: string; label: string; sentence: string }[];
  /** Labels of what an earlier return could have named: these need a reason. */
  late: string[];
  /** The reason that went out with it. */
  reason: string | null;
  /** Epoch ms; null while it is not sent. */
  issuedAt: number | null;
}

export function noticeOf(kase: StaffCaseView): NoticeSheet {
  const sent = kase.state === 'returned';
  const step = kase.timeline.filter((entry) => entry.state === 'returned').sort((a, b) => b.at - a.at)[0];
  return {
    sent,
    items: (sent ? kase.marks : kase.draftMarks).map((mark) => ({ id: mark.id, label: mark.targetLabel, sentence: mark.sentence })),
    late: sent ? [] : kase.draftMarks.filter((mark) => kase.lateTargets.includes(mark.target)).map((mark) => mark.targetLabel),
    reason: sent ? step?.note ?? null : null,
    issuedAt: sent ? step?.at ?? null : null,
  };
}

/** What sending still waits for; null when it may go. */
export function sendingWaitsFor(sheet: NoticeSheet, reason: string): 'items' | 'reason' | null {
  if (sheet.items.length === 0) return 'items';
  return sheet.late.length > 0 && reason.trim() === '' ? 'reason' : null;
}
