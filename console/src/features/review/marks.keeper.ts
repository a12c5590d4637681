import type { DraftMark } from './marks.view.ts';

/**
 * Unsaved marks of a case, kept in this browser until the server has them, so that a crash or a lost network loses
 * nothing. Only marks are kept here: targets, reasons and the clerk's sentences, never answers or pictures.
 */
const keyOf = (caseId: string): string => `hall.console.marks.${caseId}`;

export function keepMarks(caseId: string, marks: readonly DraftMark[]): void {
  localStorage.setItem(keyOf(caseId), JSON.stringify(marks));
}

export const forgetMarks = (caseId: string): void => localStorage.removeItem(keyOf(caseId));

export function keptMarks(caseId: string): DraftMark[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(caseId)) ?? 'null');
    return Array.isArray(kept) ? (kept as DraftMark[]) : null;
  } catch {
    return null;
  }
}
