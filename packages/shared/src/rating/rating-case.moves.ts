import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';

export type RatingCaseState = 'opened' | 'contacted' | 'verified' | 'rectifying' | 'answered' | 'revisited' | 'closed' | 'reopened';
export type RatingCaseAction = 'contact' | 'verify' | 'rectify' | 'answer' | 'revisit' | 'close' | 'reopen';
/** What was found. Only a valid one is rectified; none of them takes the rating out of the figures. */
export type RatingVerdict = 'valid' | 'no-basis' | 'mistaken' | 'malicious';

/**
 * The work after a rating of two or one (国办发〔2019〕51号: found out, put right, answered and revisited). The rating
 * itself is never changed, hidden or taken away, whatever the verdict.
 */
export const RATING_CASE_MOVES: Moves<RatingCaseState, RatingCaseAction> = {
  opened: { contact: 'contacted' },
  contacted: { verify: 'verified' },
  verified: { rectify: 'rectifying', answer: 'answered' },
  rectifying: { answer: 'answered' },
  answered: { revisit: 'revisited' },
  revisited: { close: 'closed', reopen: 'reopened' },
  reopened: { verify: 'verified', rectify: 'rectifying', answer: 'answered' },
  closed: {},
};
export const RATING_CASE_ACTIONS: readonly RatingCaseAction[] = ['contact', 'verify', 'rectify', 'answer', 'revisit', 'close', 'reopen'];

export const RATING_VERDICTS: readonly { code: RatingVerdict; label: string; needsTwo: boolean }[] = [
  { code: 'valid', label: '情况属实', needsTwo: false },
  { code: 'no-basis', label: '没有查到依据', needsTwo: false },
  { code: 'mistaken', label: '误评', needsTwo: true },
  { code: 'malicious', label: '恶意评价', needsTwo: true },
];
export const needsTwo = (verdict: RatingVerdict): boolean => RATING_VERDICTS.some(({ code, needsTwo: two }) => code === verdict && two);

export const RATING_CASE_STATE_LABELS: Record<RatingCaseState, string> = {
  opened: '待联系', contacted: '核实中', verified: '已核实', rectifying: '整改中', answered: '已答复', revisited: '已回访', closed: '已办结', reopened: '重新整改',
};

export interface RatingCaseFacts {
  state: RatingCaseState;
  verdict: RatingVerdict | null;
  /** Who proposed a verdict that a second person must confirm. */
  proposedBy: string | null;
  /** Whose service was rated. */
  staffId: string | null;
  /** What the person said at the revisit; null also when nobody could be reached. */
  content: boolean | null;
  /** Why nobody could be reached: a slip without an account, or every attempt in vain. */
  unreachable: boolean;
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
  answer: ({ state, verdict }) => (state === 'verified' && verdict === 'valid' ? refuse('RATING_RECTIFY_FIRST', '情况属实，请先整改，再答复。') : null),
  close: ({ content, unreachable }) => (content === true || unreachable ? null : refuse('RATING_NOT_CONTENT', '回访时还不满意，请重新整改。')),
  reopen: ({ content }) => (content === false ? null : refuse('RATING_CONTENT', '回访时已经满意，不需要重新整改。')),
};

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

/** The clerk concerned is asked only after this long, so that the question does not point at who has just left the window. */
export const ASK_CLERK_AFTER = 24 * 60 * 60_000;
export const mayAskClerk = (openedAt: Instant, now: Instant): boolean => now >= openedAt + ASK_CLERK_AFTER;
