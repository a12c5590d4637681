import type { MyRightsView, RightsStepView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import { momentInWords } from '../kit/clock.ts';
import type { Tone } from '../kit/ui/card.tsx';
import type { Step } from '../kit/ui/steps.tsx';

const OVER: readonly MyRightsView['state'][] = ['confirmed', 'withdrawn'];

export function toneOf({ state, overdue }: Pick<MyRightsView, 'state' | 'overdue'>): Tone {
  if (overdue) return 'accent';
  if (state === 'confirmed') return 'ok';
  return state === 'withdrawn' ? 'plain' : state === 'resolved' ? 'sun' : 'info';
}

/** What was done, and below it what comes next while it is not over. */
export function stepsOf({ steps, state, stateLabel, nextStep }: Pick<MyRightsView, 'steps' | 'state' | 'stateLabel' | 'nextStep'>, here: Day): Step[] {
  const done: Step[] = steps.map((step: RightsStepView, index) => ({ key: String(index), title: step.label, detail: `${step.byName} ${momentInWords(step.at, here)}`, note: step.words, state: 'done' }));
  return OVER.includes(state) ? done : [...done, { key: 'now', title: stateLabel, detail: nextStep, state: 'now' }];
}
