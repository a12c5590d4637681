import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';
import { lapseDueAt } from './lapse.rules.ts';

export type ApplicationState = 'draft' | 'submitted' | 'returned' | 'ready' | 'handled' | 'completed' | 'rejected' | 'withdrawn' | 'lapsed';
export type ApplicationAction = 'submit' | 'recall' | 'return' | 'ready' | 'handle' | 'complete' | 'reject' | 'withdraw' | 'lapse';
/** Who asks: the person who filled the case, a clerk, or the hall itself (sweeps and the province's reply). */
export type ApplicationActor = 'resident' | 'clerk' | 'hall';

/**
 * The life of one case. A clerk at the window may confirm from any open state: someone without a phone is served in one go.
 * A submitted case never lapses: it waits for the hall, and the hall's delay must not cost the resident the case.
 */
export const APPLICATION_MOVES: Moves<ApplicationState, ApplicationAction> = {
  draft: { submit: 'submitted', handle: 'handled', withdraw: 'withdrawn', lapse: 'lapsed' },
  submitted: { recall: 'draft', return: 'returned', ready: 'ready', handle: 'handled', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', handle: 'handled', withdraw: 'withdrawn', lapse: 'lapsed' },
  ready: { handle: 'handled', withdraw: 'withdrawn', lapse: 'lapsed' },
  handled: { complete: 'completed', reject: 'rejected' },
  rejected: { handle: 'handled', withdraw: 'withdrawn', lapse: 'lapsed' },
  completed: {}, withdrawn: {}, lapsed: {},
};

export const APPLICATION_ACTIONS: readonly ApplicationAction[] = ['submit', 'recall', 'return', 'ready', 'handle', 'complete', 'reject', 'withdraw', 'lapse'];
/** States in which the case can still go forward. */
export const OPEN_APPLICATION_STATES: readonly ApplicationState[] = ['draft', 'submitted', 'returned', 'ready', 'rejected'];

const WHO_MAY: Record<ApplicationAction, readonly ApplicationActor[]> = {
  submit: ['resident'], recall: ['resident'], return: ['clerk'], ready: ['clerk'], handle: ['clerk'],
  complete: ['hall', 'clerk'], reject: ['hall', 'clerk'], withdraw: ['resident', 'clerk'], lapse: ['hall'],
};

/** Everything a decision about a case looks at. */
export interface ApplicationFacts {
  state: ApplicationState;
  by: ApplicationActor;
  /** Problems found by the rules in the answers and the materials. */
  problems: number;
  /** Marks of the last return that the resident has not fixed yet. */
  unfixedMarks: number;
  /** 1 for the first time it was submitted, 2 after the first return, … */
  round: number;
  /** A clerk's claim that has not run out, and whether it is the asking clerk's. */
  claimed: boolean;
  claimedByMe: boolean;
  /** Marks the clerk has prepared but not sent. */
  draftMarks: number;
  /** Items first named in a second return for which no reason was given. */
  lateItemsWithoutReason: number;
  /** The clerk is working at a window. */
  atWindow: boolean;
  identityVerified: boolean;
  /** Required originals nobody has ticked as seen, deferred ones excluded. */
  originalsMissing: number;
  /** When the case last took a step. */
  lastStepAt: Instant;
}

/** Refusals that the person asking can cure on the spot; the move is still offered, and pressing it says what is missing. */
const CURABLE: readonly string[] = [
  'APPLICATION_INCOMPLETE', 'APPLICATION_MARKS_LEFT', 'REVIEW_NOTHING_MARKED', 'REVIEW_MARKS_LEFT', 'REVIEW_LATE_REASON_NEEDED', 'IDENTITY_NOT_VERIFIED', 'ORIGINALS_NOT_SEEN',
];

/** Whether `action` may happen now, and the state it leads to. */
export function decide(action: ApplicationAction, facts: ApplicationFacts, now: Instant): Verdict<ApplicationState> {
  if (!WHO_MAY[action].includes(facts.by)) return refuse('APPLICATION_NOT_YOURS_TO_MOVE', '这一步不能由您来操作。');
  const next = move(APPLICATION_MOVES, facts.state, action);
  if (!next.ok) return refuse('APPLICATION_MOVE_NOT_ALLOWED', `业务现在是“${APPLICATION_STATE_LABELS[facts.state]}”，不能这样操作，请刷新后再看。`);
  return CONDITIONS[action]?.(facts, now) ?? allow(next.value);
}

/** The moves to show to whoever is asking; one may still be refused for something the person can supply. */
export const offers = (facts: ApplicationFacts, now: Instant): ApplicationAction[] =>
  APPLICATION_ACTIONS.filter((action) => {
    const verdict = decide(action, facts, now);
    return verdict.ok || CURABLE.includes(verdict.code);
  });

const reviewIsMine = (facts: ApplicationFacts): Refusal | null => {
  if (facts.claimedByMe) return null;
  return facts.claimed ? refuse('REVIEW_CLAIMED_BY_OTHER', '另一位同事正在审这一件。') : refuse('REVIEW_NOT_CLAIMED', '请先领取这一件再审核。');
};

const CONDITIONS: Partial<Record<ApplicationAction, (facts: ApplicationFacts, now: Instant) => Refusal | null>> = {
  submit: (facts) => {
    if (facts.unfixedMarks > 0) return refuse('APPLICATION_MARKS_LEFT', `还有 ${facts.unfixedMarks} 处需要修改，改好后再提交。`);
    return facts.problems > 0 ? refuse('APPLICATION_INCOMPLETE', `还有 ${facts.problems} 处需要填写或更正，补好后再提交。`) : null;
  },
  // Recalling a corrected case would open every field again, although only the marked ones may change.
  recall: (facts) => {
    if (facts.round > 1) return refuse('APPLICATION_CORRECTED', '补正后的材料不能撤回修改，如还要更改，请联系窗口。');
    return facts.claimed ? refuse('APPLICATION_UNDER_REVIEW', '工作人员正在审核，暂时不能撤回，请稍后再试。') : null;
  },
  return: (facts) => {
    const notMine = reviewIsMine(facts);
    if (notMine) return notMine;
    if (facts.draftMarks === 0) return refuse('REVIEW_NOTHING_MARKED', '请先标出要修改的地方，再退回。');
    return facts.lateItemsWithoutReason > 0
      ? refuse('REVIEW_LATE_REASON_NEEDED', `有 ${facts.lateItemsWithoutReason} 项上次没有指出，请说明原因。`, 'lateReason') : null;
  },
  // "Come, it takes a few minutes" is a promise: the window would have to send home whoever still has a gap.
  ready: (facts) => {
    const notMine = reviewIsMine(facts);
    if (notMine) return notMine;
    if (facts.draftMarks > 0) return refuse('REVIEW_MARKS_LEFT', '还有标出的问题没有退回，请先清除标记或退回。');
    return facts.problems > 0 ? refuse('APPLICATION_INCOMPLETE', `还有 ${facts.problems} 处没有填好或材料不齐，请标出来退回补正。`) : null;
  },
  handle: (facts) => {
    if (!facts.atWindow) return refuse('APPLICATION_NOT_AT_WINDOW', '只能在窗口当面办理，请先打开窗口。');
    if (!facts.identityVerified) return refuse('IDENTITY_NOT_VERIFIED', '请先核对身份证原件。');
    if (facts.problems > 0) return refuse('APPLICATION_INCOMPLETE', `还有 ${facts.problems} 处需要填写或更正。`);
    return facts.originalsMissing > 0 ? refuse('ORIGINALS_NOT_SEEN', `还有 ${facts.originalsMissing} 份材料原件没有核对。`) : null;
  },
  lapse: (facts, now) => (now < lapseDueAt(facts.lastStepAt) ? refuse('APPLICATION_NOT_LAPSED', '还没有到失效时间。') : null),
};

export const APPLICATION_STATE_LABELS: Record<ApplicationState, string> = {
  draft: '填写中', submitted: '待审核', returned: '需要修改', ready: '材料已齐', handled: '窗口已办', completed: '已办结', rejected: '未通过', withdrawn: '已撤销', lapsed: '已失效',
};

const NEXT_STEPS: Record<ApplicationState, string> = {
  draft: '接着填完并提交，工作人员会先在网上帮您审一遍。',
  submitted: '材料正在审核，有结果会马上通知您，不用来大厅。',
  returned: '请按标出的地方修改后再提交，其他内容不用重填。',
  ready: '材料都齐了，约个时间带上原件来窗口，几分钟就能办好。',
  handled: '窗口已经办好，正在等省系统确认，结果会通知您。',
  completed: '已经办结，以省系统登记为准。可以在这里查看回执。',
  rejected: '省系统没有通过，请看原因，带上材料到窗口，我们帮您重新办理。',
  withdrawn: '您已撤销这次申请，需要时可以重新填写。',
  lapsed: '超过 90 天没有进展，这次申请已失效，可以重新填写。',
};

/** What the resident does next, in one sentence; `visitBooked` when an open booking carries this case. */
export const nextStepOf = (state: ApplicationState, visitBooked = false): string =>
  state === 'ready' && visitBooked ? '材料都齐了，请按预约时间带上原件来窗口。' : NEXT_STEPS[state];
