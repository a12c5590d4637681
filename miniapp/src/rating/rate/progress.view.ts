import type { RatingProgressView } from '@hall/shared/api/views';
import { momentInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/rating.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { Step } from '../../kit/ui/steps.tsx';

const copy = words.progress;

export function toneOf({ state, overdue }: Pick<RatingProgressView, 'state' | 'overdue'>): Tone {
  if (overdue) return 'warn';
  return state === 'closed' ? 'ok' : state === 'answered' ? 'accent' : 'info';
}

/** What happened, oldest first; the last of an open case is where it stands. */
export const stepsOf = ({ steps, state }: Pick<RatingProgressView, 'steps' | 'state'>, today: string): Step[] =>
  steps.map((step, at) => ({
    key: `${step.at} ${step.kind}`, title: step.mine ? `${copy.mine}：${step.label}` : step.label, detail: momentInWords(step.at, today), note: step.words, state: at === steps.length - 1 && state !== 'closed' ? 'now' : 'done',
  }));

/** What the page asks for first: whether one is content, else an answer to a letter just received, else nothing. */
export function askedFirst({ mayRevisit, mayReply, steps }: Pick<RatingProgressView, 'mayRevisit' | 'mayReply' | 'steps'>): 'revisit' | 'reply' | null {
  if (mayRevisit) return 'revisit';
  const spoken = steps.filter(({ kind }) => kind === 'contact' || kind === 'reply').slice(-1)[0];
  return mayReply && spoken?.kind === 'contact' ? 'reply' : null;
}
