import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';

export type RatingCaseState = 'opened' | 'contacted' | 'verified' | 'rectifying' | 'answered' | 'revisited' | 'closed' | 'reopened';
export type RatingCaseAction = 'contact' | 'verify' | 'rectify' | 'answer' | 'revisit' | 'close' | 'reopen' | 'send-back';
/** What was found. Only a valid one is rectified; none of them takes the rating out of the figures. */
export type RatingVerdict = 'valid' | 'no-basis' | 'mistaken' | 'malicious';
/** Who does not accept a verdict: the clerk concerned appeals, the person who rated objects. */
export type ObjectionSide = 'clerk' | 'rater';

/**
 * The work after a rating of two or one (国办发〔2019〕51号: found out, put right, answered and revisited). The rating
 * itself is never changed, hidden or taken away, whatever the verdict. `send-back` follows from an appeal or objection
 * that somebody else found right.
 */
export const RATING_CASE_MOVES: Moves<RatingCaseState, RatingCaseAction> = {
  opened: { contact: 'contacted' },
  contacted: { contact: 'contacted', verify: 'verified' },
  verified: { rectify: 'rectifying', answer: 'answered', 'send-back': 'contacted' },
  rectifying: { answer: 'answered', 'send-back': 'contacted' },
  answered: { revisit: 'revisited', 'send-back': 'contacted' },
  revisited: { close: 'closed', reopen: 'reopened', 'send-back': 'contacted' },
  reopened: { verify: 'verified', rectify: 'rectifying', answer: 'answered', 'send-back': 'contacted' },
  closed: {},
};
export const RATING_CASE_ACTIONS: readonly RatingCaseAction[] = ['contact', 'verify', 'rectify', 'answer', 'revisit', 'close', 'reopen', 'send-back'];
export const RATING_CASE_STATES = Object.keys(RATING_CASE_MOVES) as RatingCaseState[];

export const RATING_VERDICTS: readonly { code: RatingVerdict; label: string; needsTwo: boolean }[] = [
  { code: 'valid', label: '情况属实', needsTwo: false },
  { code: 'no-basis', label: '没有查到依据', needsTwo: false },
  { code: 'mistaken', label: '误评', needsTwo: true },
  { code: 'malicious', label: '恶意评价', needsTwo: true },
];
export const needsTwo = (verdict: RatingVerdict): boolean => RATING_VERDICTS.some(({ code, needsTwo: two }) => code === verdict && two);
export const verdictLabel = (verdict: RatingVerdict): string => RATING_VERDICTS.find(({ code }) => code === verdict)!.label;

export const RATING_CASE_STATE_LABELS: Record<RatingCaseState, string> = {
  opened: '待联系', contacted: '核实中', verified: '已核实', rectifying: '整改中', answered: '已答复', revisited: '已回访', closed: '已办结', reopened: '重新整改',
};

/** After this many times of putting it right anew, a case closes as it is: not content, and counted so. */
export const MOST_REOPENINGS = 2;

export interface RatingCaseFacts {
  state: RatingCaseState;
  verdict: RatingVerdict | null;
  /** Who proposed a verdict that a second person must confirm. */
  proposedBy: string | null;
  /** Whose service was rated. */
  staffId: string | null;
  /** What the person said at the revisit; null also when nobody could be reached. */
  content: boolean | null;
  /** Nobody could be reached at the revisit. */
  unreachable: boolean;
  reopenings: number;
  /** An appeal or objection waits for a decision. */
  objected: boolean;
}

/** Whoever was rated takes no part in the case. Code: RATING_CASE_OWN_SERVICE. */
const ownService = (facts: RatingCaseFacts, by: string): Refusal | null =>
  facts.staffId === by ? refuse('RATING_CASE_OWN_SERVICE', '评价的是您自己的服务，要由别人来办理。') : null;

/** Whether the step may be taken by this person, and the state it leads to. Codes: RATING_CASE_OWN_SERVICE, MOVE_NOT_ALLOWED and those of the conditions. */
export function decideRatingCase(action: RatingCaseAction, facts: RatingCaseFacts, by: string): Verdict<RatingCaseState> {
  const own = ownService(facts, by);
  if (own) return own;
  const next = move(RATING_CASE_MOVES, facts.state, action);
  if (!next.ok) return next;
  return CONDITIONS[action]?.(facts) ?? allow(next.value);
}

const CONDITIONS: Partial<Record<RatingCaseAction, (facts: RatingCaseFacts) => Refusal | null>> = {
  verify: ({ proposedBy }) => (proposedBy === null ? null : refuse('RATING_VERDICT_WAITS', '这项认定已经提出，要等另一位同事复核。')),
  rectify: ({ verdict }) => (verdict === 'valid' ? null : refuse('RATING_NOT_VALID', '核实属实的才需要整改，其他的直接答复。')),
  answer: ({ state, verdict }) => (state !== 'rectifying' && verdict === 'valid' ? refuse('RATING_RECTIFY_FIRST', '情况属实，请先整改，再答复。') : null),
  close: ({ content, unreachable, reopenings, objected }) =>
    objected ? refuse('RATING_OBJECTION_WAITS', '还有申诉或异议没有复议，复议以后才能办结。')
      : content === true || unreachable || reopenings >= MOST_REOPENINGS ? null : refuse('RATING_NOT_CONTENT', '回访时还不满意，请重新整改。'),
  reopen: ({ content, reopenings }) => (content === false && reopenings < MOST_REOPENINGS ? null : refuse('RATING_NOT_REOPENED', '这件评价不需要重新整改。')),
};

/**
 * Whether this person may give the verdict alone, or propose it for a second one. `how` must fit the verdict.
 * Codes: those of the move, RATING_VERDICT_NEEDS_TWO, RATING_VERDICT_NEEDS_ONE.
 */
export function mayFind(how: 'verify' | 'propose', verdict: RatingVerdict, facts: RatingCaseFacts, by: string): Verdict<RatingCaseState> {
  const step = decideRatingCase('verify', facts, by);
  if (!step.ok) return step;
  if (how === 'verify' && needsTwo(verdict)) return refuse('RATING_VERDICT_NEEDS_TWO', `认定为“${verdictLabel(verdict)}”要先提出，再由另一位同事复核。`);
  if (how === 'propose' && !needsTwo(verdict)) return refuse('RATING_VERDICT_NEEDS_ONE', '这项认定不用复核，直接填写核实结果就行。');
  return step;
}

/**
 * Whether the second person may confirm or refuse what the first proposed: never the same one, never the one who was
 * rated. Codes: RATING_CASE_OWN_SERVICE, RATING_NOTHING_PROPOSED, RATING_SECOND_PERSON.
 */
export function mayJudge(facts: RatingCaseFacts, by: string): Verdict {
  const own = ownService(facts, by);
  if (own) return own;
  if (facts.proposedBy === null) return refuse('RATING_NOTHING_PROPOSED', '没有等待复核的认定，请刷新后再看。');
  return facts.proposedBy === by ? refuse('RATING_SECOND_PERSON', '自己提出的认定要由另一位同事复核。') : allow(true);
}

/** Once for each verdict; the clerk also before there is one. Codes: RATING_CASE_CLOSED, RATING_NO_VERDICT_YET, RATING_OBJECTED_ALREADY. */
export function mayObject(side: ObjectionSide, facts: Pick<RatingCaseFacts, 'state' | 'verdict'>, objectedToThis: boolean): Verdict {
  if (facts.state === 'closed') return refuse('RATING_CASE_CLOSED', '这件事已经办结。还有意见，随时可以投到意见箱。');
  if (side === 'rater' && facts.verdict === null) return refuse('RATING_NO_VERDICT_YET', '还没有核实结果，结果出来后会告诉您。');
  return objectedToThis ? refuse('RATING_OBJECTED_ALREADY', '您已经提出过，正在复议或已经有了结果。') : allow(true);
}

/**
 * Whether this person may decide an appeal or objection: nobody who gave the verdict, nobody who was rated.
 * Codes: RATING_CASE_OWN_SERVICE, RATING_NO_VERDICT_YET, RATING_SECOND_PERSON.
 */
export function mayDecideObjection(facts: RatingCaseFacts, verdictBy: readonly string[], by: string): Verdict {
  const own = ownService(facts, by);
  if (own) return own;
  if (facts.verdict === null) return refuse('RATING_NO_VERDICT_YET', '还没有核实结果，核实时会一并考虑。');
  return verdictBy.includes(by) ? refuse('RATING_SECOND_PERSON', '核实结果是您作出的，要由另一位同事复议。') : allow(true);
}

export type OwedStep = 'contact' | 'verify' | 'rectify' | 'answer' | 'revisit';
/** The step whose clock runs in this state: a rule of the deadlines' catalogue, null when nothing is owed. */
export function owedIn({ state, verdict }: Pick<RatingCaseFacts, 'state' | 'verdict'>): OwedStep | null {
  const valid = verdict === 'valid';
  const owed: Record<RatingCaseState, OwedStep | null> = {
    opened: 'contact', contacted: 'verify', verified: valid ? 'rectify' : 'answer', rectifying: 'answer', answered: 'revisit', revisited: null, reopened: valid ? 'rectify' : 'verify', closed: null,
  };
  return owed[state];
}

const ONE_DAY = 24 * 60 * 60_000;
/**
 * The clerk concerned is asked no sooner than a whole day after the case was opened, and only when the hall opens: the
 * hour at which the question comes points at nobody who has just left the window.
 * @param opening when the hall opens on the day in question
 */
export const mayAskClerk = (openedAt: Instant, askedAt: Instant, opening: Instant): boolean => askedAt < opening && opening >= openedAt + ONE_DAY;

/** Somebody who does not answer the revisit is let be only after so long. */
export const REVISIT_PATIENCE = 3 * ONE_DAY;
export const mayGiveUpRevisit = (answeredAt: Instant, now: Instant): boolean => now >= answeredAt + REVISIT_PATIENCE;
