import type { StaffSuggestionView, SuggestionPlanView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import type { SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { dayWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { Step } from '../../kit/ui/steps.tsx';

const TONES: Record<SuggestionState, Tone> = {
  submitted: 'info', accepted: 'info', redirected: 'plain', declined: 'plain', duplicate: 'plain', assigned: 'info', taken: 'info', planned: 'sun', replied: 'ok', confirmed: 'ok', reopened: 'warn', closed: 'ok', withdrawn: 'plain',
};
export const suggestionTone = (state: SuggestionState): Tone => TONES[state];

type One = Pick<StaffSuggestionView, 'actions' | 'planActions' | 'mayDraftAnswer' | 'mayReview' | 'mayEditPlan' | 'verdict' | 'draft' | 'plans' | 'round'>;

/** What this person may do with it on the phone, the likeliest first. */
export type Act = 'accept' | 'take' | 'approve' | 'return-plan' | 'answer' | 'publish' | 'assign' | 'hand-back' | 'write-plan' | 'redirect' | 'decline' | 'pass' | 'hide';

export function actsOf({ actions, planActions, mayEditPlan, mayDraftAnswer, mayReview, verdict, draft }: One): Act[] {
  const may = (action: string) => (actions as readonly string[]).includes(action);
  const approve = planActions.includes('publish');
  return [
    ...(may('accept') ? ['accept' as const] : []), ...(may('take') ? ['take' as const] : []), ...(approve ? ['approve' as const] : []), ...(planActions.includes('return') ? ['return-plan' as const] : []),
    ...(draft !== null && may('reply') ? ['publish' as const] : []), ...(mayEditPlan ? ['write-plan' as const] : []), ...(mayDraftAnswer && !(draft !== null && may('reply')) ? ['answer' as const] : []),
    ...(['assign', 'hand-back', 'redirect', 'decline'] as const).filter(may),
    ...(mayReview && verdict === 'doubtful' ? ['pass' as const, 'hide' as const] : []),
  ];
}

type AtTheDesk = Pick<StaffSuggestionView, 'actions' | 'planActions' | 'mayNoteProgress' | 'mayCorrect' | 'mayWord'>;

/** What may be done now, but is desk work: it needs lists, two texts beside each other, or a preview. */
export function deskActsOf({ actions, planActions, mayNoteProgress, mayCorrect, mayWord }: AtTheDesk): string[] {
  const may = { merge: actions.includes('merge'), separate: actions.includes('separate'), carryOut: planActions.includes('carry-out'), measure: planActions.includes('hold') || planActions.includes('fall-short'), progress: mayNoteProgress, correct: mayCorrect, word: mayWord };
  return (Object.keys(may) as (keyof typeof may)[]).filter((act) => may[act]).map((act) => words.one.desk[act]);
}

/** The plan of the present round, which is the one to decide on. */
export const planNow = ({ plans, round }: Pick<One, 'plans' | 'round'>): SuggestionPlanView | null => plans.find((plan) => plan.round === round) ?? null;

/** What happened, as the desk knows it. */
export const storyOf = ({ steps }: Pick<StaffSuggestionView, 'steps'>, here: Day): Step[] =>
  steps.map((step, at) => ({ key: String(at), title: step.label, detail: [dayWords(step.on, here), step.by].filter(Boolean).join(' · '), note: step.words, state: at === steps.length - 1 ? 'now' : 'done' }));

/** Who said it, as far as anybody may know. */
export const byWhom = ({ identity, authorName }: Pick<StaffSuggestionView, 'identity' | 'authorName'>): string => (identity === 'anonymous' ? words.one.anonymous : authorName ?? words.one.unnamed);
