import type { MySuggestionView, SuggestionAnswerView, SuggestionDeadlineView, SuggestionPlanView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import { OPEN_SUGGESTION_STATES, type SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { dayWords } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/voice.ts';
import type { Tone } from '../kit/ui/card.tsx';
import type { IconName } from '../kit/ui/icon.tsx';
import type { Step } from '../kit/ui/steps.tsx';

const copy = words.one;

const FACES: Record<SuggestionState, [Tone, IconName]> = {
  submitted: ['info', 'inbox'], accepted: ['info', 'clock'], redirected: ['plain', 'undo-2'], declined: ['plain', 'x'], duplicate: ['info', 'users'], assigned: ['info', 'user-round'], taken: ['info', 'clock'],
  planned: ['sun', 'pencil'], replied: ['sun', 'bell-ring'], confirmed: ['ok', 'circle-check'], reopened: ['warn', 'refresh-cw'], closed: ['ok', 'circle-check'], withdrawn: ['plain', 'undo-2'],
};

/** A state's colour and picture; its word comes from the server. */
export const faceOf = (state: SuggestionState): { tone: Tone; icon: IconName } => ({ tone: FACES[state][0], icon: FACES[state][1] });

/** The staff's word for a step, where it is not one of the people's. */
const owedTitles: Readonly<Record<string, string>> = copy.owed;

type Course = Pick<MySuggestionView, 'steps' | 'deadlines' | 'state'>;

/** What was done, and, below it, what the hall owes now: each with its day and its name, the overdue said as overdue. */
export function stepsOf({ steps, deadlines, state }: Course, today: Day): Step[] {
  const owed = deadlines.filter((deadline) => deadline.open && deadline.step !== 'confirm');
  const done = steps.map((step, at): Step => ({
    key: `step-${at}`, title: step.label, detail: [dayWords(step.on, today), step.by].filter(Boolean).join(' · '), note: step.words,
    state: owed.length === 0 && at === steps.length - 1 && OPEN_SUGGESTION_STATES.includes(state) ? 'now' : 'done',
  }));
  return [...done, ...owed.map((deadline, at): Step => ({ key: `owed-${deadline.step}`, title: owedTitles[deadline.step] ?? deadline.stepLabel, detail: [dueWords(deadline, today), deadline.ownerName].filter(Boolean).join(' · '), note: lateness(deadline), state: at === 0 ? 'now' : 'ahead' }))];
}

const dueWords = ({ dueOn, stateLabel }: SuggestionDeadlineView, today: Day): string => (dueOn === null ? stateLabel : copy.dueBy(dayWords(dueOn, today)));
const lateness = ({ overdue, daysLate, extension }: SuggestionDeadlineView): string | null => [overdue ? copy.lateBy(daysLate) : null, extension].filter(Boolean).join('。') || null;

export interface Round { round: number; plan: SuggestionPlanView | null; answers: SuggestionAnswerView[] }

/** Plans and answers belong to rounds: each time the author was not content another began. The newest first. */
export function roundsOf({ plans, answers }: Pick<MySuggestionView, 'plans' | 'answers'>): Round[] {
  const numbers = [...new Set([...plans, ...answers].map(({ round }) => round))].sort((a, b) => b - a);
  return numbers.map((round) => ({ round, plan: plans.find((plan) => plan.round === round) ?? null, answers: answers.filter((answer) => answer.round === round) }));
}

/** What a plan promises, and what came of it, as sentences one can hold against the hall. */
export function promises(plan: SuggestionPlanView, today: Day): string[] {
  const { owner, dueOn, metric, target, observeDays, carriedOutOn, observeUntil, measured, measuredOn } = plan;
  const watched = carriedOutOn === null ? copy.watch(observeDays) : observeUntil !== null && measured === null ? copy.until(dayWords(observeUntil, today)) : null;
  return [
    copy.promise(owner, dayWords(dueOn, today)), copy.target(metric, target), carriedOutOn && copy.carriedOut(dayWords(carriedOutOn, today)), observeDays > 0 ? watched : null,
    measured && copy.measured(measured, dayWords(measuredOn ?? carriedOutOn ?? dueOn, today)),
  ].filter((sentence): sentence is string => Boolean(sentence));
}

/** Who may read it, in a word. */
export function seenWords({ visibility, wishesPublic }: Pick<MySuggestionView, 'visibility' | 'wishesPublic'>): string {
  if (visibility === 'hidden') return copy.seen.hidden;
  if (!wishesPublic) return copy.seen.closed;
  return visibility === 'public' ? copy.seen.public : copy.seen.waiting;
}
