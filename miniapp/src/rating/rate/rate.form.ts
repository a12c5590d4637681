import type { RatingInvitationView } from '@hall/shared/api/views';

/** What the person has chosen so far; `level` and the dimensions run from 5 (very satisfied) to 1. */
export interface Rating { level: number | null; reasons: string[]; dimensions: Record<string, number>; comment: string }
export const EMPTY: Rating = { level: null, reasons: [], dimensions: {}, comment: '' };

/** A level in two short lines, so that five fit side by side: 非常/满意, 非常/不满意. */
export const twoLines = (label: string): string => label.replace(/^(非常|基本)(?=.)/, '$1\n');

/** Another level brings other reasons, so those chosen before no longer apply. */
export const chooseLevel = (rating: Rating, level: number): Rating => ({ ...rating, level, reasons: rating.level === level ? rating.reasons : [] });

export const toggleReason = (rating: Rating, code: string): Rating =>
  ({ ...rating, reasons: rating.reasons.includes(code) ? rating.reasons.filter((one) => one !== code) : [...rating.reasons, code] });

/** The reasons offered for a level. */
export const reasonsFor = (invitation: Pick<RatingInvitationView, 'reasonOptions'>, level: number | null) =>
  invitation.reasonOptions.find((option) => option.level === level)?.reasons ?? [];

/** The body to send; null while no level is chosen. Empty parts are left out. */
export function body(rating: Rating): { level: number; reasons: string[]; comment?: string } & Record<string, unknown> | null {
  if (rating.level === null) return null;
  const comment = rating.comment.trim();
  return { level: rating.level, reasons: rating.reasons, ...rating.dimensions, ...(comment ? { comment } : {}) };
}
