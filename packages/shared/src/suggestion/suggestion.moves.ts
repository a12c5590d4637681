import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';
import type { PlanState } from './plan.moves.ts';

export type SuggestionState =
  | 'submitted' | 'accepted' | 'redirected' | 'declined' | 'duplicate' | 'assigned' | 'taken' | 'planned' | 'replied' | 'confirmed' | 'reopened' | 'closed' | 'withdrawn';
export type SuggestionAction =
  | 'accept' | 'redirect' | 'decline' | 'merge' | 'separate' | 'assign' | 'take' | 'hand-back' | 'plan' | 'reply' | 'confirm' | 'reopen' | 'settle' | 'fall-short' | 'close' | 'withdraw';
/**
 * Who asks: the author (by account or by tracking code), whoever sorts the post, the person it was assigned to,
 * whoever may publish in the hall's name, or the hall's clockwork.
 */
export type SuggestionActor = 'author' | 'triager' | 'owner' | 'publisher' | 'hall';

/**
 * The life of one suggestion. A declined one keeps its public tombstone; a duplicate can be separated again. The author's
 * word closes it only together with the measured result of its plan: what was promised must have held.
 */
export const SUGGESTION_MOVES: Moves<SuggestionState, SuggestionAction> = {
  submitted: { accept: 'accepted', redirect: 'redirected', decline: 'declined', merge: 'duplicate', withdraw: 'withdrawn' },
  accepted: { assign: 'assigned', redirect: 'redirected', decline: 'declined', merge: 'duplicate', withdraw: 'withdrawn' },
  assigned: { take: 'taken', 'hand-back': 'accepted', assign: 'assigned', withdraw: 'withdrawn' },
  taken: { plan: 'planned', reply: 'replied', assign: 'assigned' },
  planned: { reply: 'replied', assign: 'assigned', 'fall-short': 'reopened' },
  replied: { confirm: 'confirmed', reopen: 'reopened', settle: 'closed', 'fall-short': 'reopened' },
  confirmed: { close: 'closed', 'fall-short': 'reopened' },
  reopened: { plan: 'planned', reply: 'replied', assign: 'assigned' },
  duplicate: { separate: 'submitted' },
  redirected: {}, declined: {}, closed: {}, withdrawn: {},
};

export const SUGGESTION_ACTIONS: readonly SuggestionAction[] = [
  'accept', 'redirect', 'decline', 'merge', 'separate', 'assign', 'take', 'hand-back', 'plan', 'reply', 'confirm', 'reopen', 'settle', 'fall-short', 'close', 'withdraw',
];
export const OPEN_SUGGESTION_STATES: readonly SuggestionState[] = ['submitted', 'accepted', 'assigned', 'taken', 'planned', 'replied', 'confirmed', 'reopened'];

const WHO_MAY: Record<SuggestionAction, readonly SuggestionActor[]> = {
  accept: ['triager'], redirect: ['triager'], decline: ['triager'], merge: ['triager'], separate: ['triager'], assign: ['triager', 'publisher'],
  take: ['owner'], 'hand-back': ['owner'], plan: ['publisher'], reply: ['publisher'], confirm: ['author'], reopen: ['author'], withdraw: ['author'],
  settle: ['hall'], 'fall-short': ['hall', 'owner', 'publisher'], close: ['hall'],
};

export interface SuggestionFacts {
  state: SuggestionState;
  by: readonly SuggestionActor[];
  /** The plan of the present round, or null when the answer needs none. */
  plan: PlanState | null;
  /** How often the author was not content. */
  reopened: number;
  /** An answer has been drafted and not yet published. */
  answerDrafted: boolean;
  /** Why no plan is needed, when the owner says so. */
  noPlanReason: boolean;
}

/** An author may come back this often; after that the leader calls, and the matter goes its legal ways. */
export const MOST_REOPENINGS = 3;

/** Whether `action` may happen, and the state it leads to. Codes: SUGGESTION_NOT_YOURS_TO_MOVE, SUGGESTION_MOVE_NOT_ALLOWED and those of the conditions. */
export function decideSuggestion(action: SuggestionAction, facts: SuggestionFacts): Verdict<SuggestionState> {
  if (!WHO_MAY[action].some((who) => facts.by.includes(who))) return refuse('SUGGESTION_NOT_YOURS_TO_MOVE', '这一步不能由您来操作。');
  const next = move(SUGGESTION_MOVES, facts.state, action);
  if (!next.ok) return refuse('SUGGESTION_MOVE_NOT_ALLOWED', `这条意见现在是“${SUGGESTION_STATE_LABELS[facts.state]}”，不能这样操作，请刷新后再看。`);
  return CONDITIONS[action]?.(facts) ?? allow(action === 'confirm' && closesAtOnce(facts) ? 'closed' : next.value);
}

/** Refusals the asking person can cure on the spot: the button stays and says what is missing. */
const CURABLE: readonly string[] = ['SUGGESTION_ANSWER_NOT_DRAFTED', 'SUGGESTION_PLAN_NEEDED', 'SUGGESTION_PLAN_NOT_PROPOSED'];

export const offersOfSuggestion = (facts: SuggestionFacts): SuggestionAction[] =>
  SUGGESTION_ACTIONS.filter((action) => {
    const verdict = decideSuggestion(action, facts);
    return verdict.ok || CURABLE.includes(verdict.code);
  });

/** Without a plan the author's word is enough; with one, its target must have held as well. */
const closesAtOnce = ({ plan }: SuggestionFacts): boolean => standing(plan) === null || plan === 'held';

/** A plan nobody has approved binds nobody and excuses nothing. */
const standing = (plan: PlanState | null): PlanState | null => (plan === 'draft' || plan === 'proposed' ? null : plan);

const CONDITIONS: Partial<Record<SuggestionAction, (facts: SuggestionFacts) => Refusal | null>> = {
  plan: ({ plan }) => (plan === 'proposed' ? null : refuse('SUGGESTION_PLAN_NOT_PROPOSED', '请先由承办人拟好整改方案，再批准公布。')),
  reply: ({ plan, answerDrafted, noPlanReason }) => {
    if (!answerDrafted) return refuse('SUGGESTION_ANSWER_NOT_DRAFTED', '请先写好答复，再公布。', 'answer');
    return standing(plan) !== null || noPlanReason ? null : refuse('SUGGESTION_PLAN_NEEDED', '请先公布整改方案，或者写明为什么不需要整改。', 'noPlanReason');
  },
  reopen: ({ reopened }) => (reopened < MOST_REOPENINGS ? null : refuse('SUGGESTION_REOPENED_TOO_OFTEN', `已经重新办理过 ${MOST_REOPENINGS} 次，请直接联系今天的带班领导。`)),
  settle: (facts) => (closesAtOnce(facts) ? null : refuse('SUGGESTION_PLAN_RUNNING', '整改还在观察期，到期后才能办结。')),
  close: ({ plan }) => (plan === 'held' ? null : refuse('SUGGESTION_PLAN_RUNNING', '整改还在观察期，到期后才能办结。')),
  'fall-short': ({ plan }) => (plan === 'fell-short' ? null : refuse('SUGGESTION_PLAN_NOT_MEASURED', '整改的结果还没有登记。')),
};

export const SUGGESTION_STATE_LABELS: Record<SuggestionState, string> = {
  submitted: '已收到', accepted: '已受理', redirected: '已转有关部门', declined: '不予受理', duplicate: '已合并', assigned: '已分派', taken: '办理中',
  planned: '整改中', replied: '已答复', confirmed: '已认可，观察中', reopened: '重新办理', closed: '已办结', withdrawn: '已撤回',
};

/** What happens next, in one sentence for the author. */
export const SUGGESTION_NEXT_STEPS: Record<SuggestionState, string> = {
  submitted: '1 个工作日内会有人看，决定由谁来办。',
  accepted: '已受理，正在确定由谁来办。',
  redirected: '这件事归别的部门管，去处写在下面。',
  declined: '没有受理，原因写在下面。',
  duplicate: '有人提过同样的意见，合在一起办，进展看那一条。',
  assigned: '已分给承办人，等他接手。',
  taken: '承办人正在办，会先公布整改方案。',
  planned: '整改方案已公布，进展写在下面。',
  replied: '已经答复您。满意请点“认可”，不满意可以要求重新办理。',
  confirmed: '您已认可，整改效果还要观察一段时间才算办结。',
  reopened: '您不满意，已重新办理，会拿出新的方案。',
  closed: '已办结，谢谢您的意见。',
  withdrawn: '您已撤回这条意见。',
};
