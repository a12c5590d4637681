import type { AppraisalFigureView, AppraisalView } from '@hall/shared/api/views';
import type { Tone } from '../kit/ui/card.tsx';

export const toneOf = ({ state, rectification }: Pick<AppraisalView, 'state' | 'rectification'>): Tone => {
  if (rectification?.state === 'overdue') return 'accent';
  return state === 'asking' ? 'sun' : state === 'rectified' ? 'ok' : 'info';
};

/** What is late is said before everything else. */
export const stateOf = ({ stateLabel, rectification }: Pick<AppraisalView, 'stateLabel' | 'rectification'>): string => (rectification?.state === 'overdue' ? rectification.stateLabel : stateLabel);

/** How wide each band is drawn, in percent of the widest. */
export function widthsOf({ bands }: Pick<AppraisalFigureView, 'bands'>): number[] {
  const most = Math.max(1, ...bands.map(({ count }) => count));
  return bands.map(({ count }) => Math.round((100 * count) / most));
}

/** What was chosen so far, by question; each once. */
export type Chosen = Readonly<Record<string, number>>;

/** The answers in the order of the questions; null while one is missing. */
export function answersOf(questions: readonly { key: string }[], chosen: Chosen): { question: string; level: number }[] | null {
  const given = questions.flatMap(({ key }) => { const level = chosen[key]; return level === undefined ? [] : [{ question: key, level }]; });
  return given.length === questions.length ? given : null;
}
