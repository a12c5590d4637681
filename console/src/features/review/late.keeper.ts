/**
 * Why something is named only now, while it is being written: kept in this browser until the notice is sent, so that a
 * look back at the case, a reload or a crash loses nothing. It is the clerk's sentence, never an answer of the resident.
 */
const keyOf = (caseId: string): string => `hall.console.late.${caseId}`;

export const keptReason = (caseId: string): string => localStorage.getItem(keyOf(caseId)) ?? '';

export function keepReason(caseId: string, reason: string): void {
  if (reason === '') localStorage.removeItem(keyOf(caseId));
  else localStorage.setItem(keyOf(caseId), reason);
}
