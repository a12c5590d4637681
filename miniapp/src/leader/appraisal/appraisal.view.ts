import type { AppraisalRectificationView, StaffAppraisalView } from '@hall/shared/api/views';
import { RECTIFICATION_LENGTH } from '@hall/shared/appraisal/appraisal.rules';
import { dayInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import type { Tone } from '../../kit/ui/card.tsx';

const copy = words.appraisal;

export const toneOf = ({ state }: Pick<AppraisalRectificationView, 'state'>): Tone => (state === 'overdue' ? 'accent' : state === 'published' ? 'ok' : 'warn');

/** A line a question; nothing before the result. */
export const figureLines = ({ figures }: Pick<StaffAppraisalView, 'figures'>): string[] => figures.map(({ title, good }) => (good === null ? `${title}：${copy.few}` : copy.good(title, good)));

/** When it was published, else by when it is owed. */
export function dueLine({ publishedOn, late, dueOn }: Pick<AppraisalRectificationView, 'publishedOn' | 'late' | 'dueOn'>): string {
  if (publishedOn !== null) return copy.publishedOn(dayInWords(publishedOn), late);
  return dueOn === null ? copy.dueUnknown : copy.due(dayInWords(dueOn));
}

export const longEnough = (text: string): boolean => text.trim().length >= RECTIFICATION_LENGTH.least;
