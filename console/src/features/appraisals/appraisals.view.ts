import type { AppraisalFigureView, AppraisalOpenInput, AppraisalRectificationView, StaffAppraisalView } from '@hall/shared/api/views';
import { INVITED, MOST_QUESTIONS } from '@hall/shared/appraisal/appraisal.rules';
import { dayWords } from '../../kit/clock.ts';
import { appraisalsCopy as copy } from '../../kit/copy/appraisals.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

export const toneOf = ({ state, rectification }: Pick<StaffAppraisalView, 'state' | 'rectification'>): Tone => {
  if (rectification?.state === 'overdue') return 'accent';
  return ({ opened: 'info', asking: 'sun', counted: 'warn', rectified: 'ok', ended: 'quiet' } as const)[state];
};

/** What is late is said before everything else. */
export const stateOf = ({ stateLabel, rectification }: Pick<StaffAppraisalView, 'stateLabel' | 'rectification'>): string => (rectification?.state === 'overdue' ? rectification.stateLabel : stateLabel);

/** When a rectification was published, else by when it is owed. */
export function whenOf({ publishedOn, dueOn }: AppraisalRectificationView): string {
  if (publishedOn !== null) return copy.publishedOn(dayWords(publishedOn), false);
  return dueOn === null ? copy.dueUnknown : copy.dueOn(dayWords(dueOn));
}

/** How many answered: exact once counted, before only in steps of five. */
export function answersText({ state, invited, answered, answers }: Pick<StaffAppraisalView, 'state' | 'invited' | 'answered' | 'answers'>): string {
  if (invited === null) return state === 'opened' ? copy.notDrawn : copy.tooFew;
  if (state === 'asking') return copy.progress(answered, invited);
  return answers === null ? copy.tooFew : copy.counted(answers, invited);
}

/** How wide each band is drawn, in percent of all who answered. */
export function widthsOf({ bands }: Pick<AppraisalFigureView, 'bands'>): number[] {
  const all = Math.max(1, bands.reduce((sum, { count }) => sum + count, 0));
  return bands.map(({ count }) => Math.round((100 * count) / all));
}

/** What is being chosen in the form; without a department at first. */
export type Form = Omit<AppraisalOpenInput, 'departmentId'> & { departmentId: string | null };
export const BLANK: Form = { departmentId: null, questions: ['attitude', 'speed', 'clarity'], days: 5, invite: INVITED.usual };

/** A question more or less; a sixth is not taken. */
export function toggled(questions: readonly string[], key: string): string[] {
  if (questions.includes(key)) return questions.filter((each) => each !== key);
  return questions.length < MOST_QUESTIONS ? [...questions, key] : [...questions];
}
