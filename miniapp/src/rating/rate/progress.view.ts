import type { RatingProgressView } from '@hall/shared/api/views';
import { momentInWords } from '../../kit/clock.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { Step } from '../../kit/ui/steps.tsx';

export function toneOf({ state, overdue }: Pick<RatingProgressView, 'state' | 'overdue'>): Tone {
  if (overdue) return 'warn';
  return state === 'closed' ? 'ok' : state === 'answered' ? 'sun' : 'info';
}

/** What happened, oldest first; the last of an open case is where it stands. */
export const stepsOf = ({ steps, state }: Pick<RatingProgressView, 'steps' | 'state'>, today: string): Step[] =>
  steps.map((step, at) => ({
    key: `${step.at} ${step.kind}`, title: step.label, detail: momentInWords(step.at, today), note: step.words, state: at === steps.length - 1 && state !== 'closed' ? 'now' : 'done',
  }));

/** What the hall said last to the person, when it waits for their word. */
export function lastSaid({ mayRevisit, steps }: Pick<RatingProgressView, 'mayRevisit' | 'steps'>): string | null {
  const said = steps.filter(({ kind }) => kind === (mayRevisit ? 'answer' : 'contact'));
  return said[said.length - 1]?.words ?? null;
}

/** What the page asks for first: whether one is content, else an answer to a letter just received, else nothing. */
export function askedFirst({ mayRevisit, mayReply, steps }: Pick<RatingProgressView, 'mayRevisit' | 'mayReply' | 'steps'>): 'revisit' | 'reply' | null {
  if (mayRevisit) return 'revisit';
  const spoken = steps.filter(({ kind }) => kind === 'contact' || kind === 'reply').slice(-1)[0];
  return mayReply && spoken?.kind === 'contact' ? 'reply' : null;
}
