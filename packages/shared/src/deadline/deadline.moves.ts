import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';

export type DeadlineState = 'running' | 'paused' | 'awaiting-calendar' | 'met' | 'met-late' | 'dropped';
export type DeadlineAction = 'extend' | 'pause' | 'resume' | 'await' | 'compute' | 'meet' | 'meet-late' | 'drop';

/** `await` and `compute` are the calendar's: a day it cannot tell yet, and a day it tells at last. */
export const DEADLINE_MOVES: Moves<DeadlineState, DeadlineAction> = {
  running: { extend: 'running', pause: 'paused', await: 'awaiting-calendar', meet: 'met', 'meet-late': 'met-late', drop: 'dropped' },
  paused: { resume: 'running', meet: 'met', drop: 'dropped' },
  'awaiting-calendar': { compute: 'running', pause: 'paused', meet: 'met', drop: 'dropped' },
  met: {}, 'met-late': {}, dropped: {},
};
export const OPEN_DEADLINE_STATES: readonly DeadlineState[] = ['running', 'paused', 'awaiting-calendar'];
/** What is offered for one: a move of its clock by hand, or giving the thing itself to a colleague, which moves no clock. */
export type DeadlineOffer = DeadlineAction | 'hand-on';
/** What a leader may do with one by hand; the rest comes about by the work itself. */
export const DEADLINE_HANDLES: readonly DeadlineAction[] = ['extend', 'pause', 'resume'];

export const DEADLINE_STATE_LABELS: Record<DeadlineState, string> = {
  running: '办理中', paused: '已暂停计时', 'awaiting-calendar': '等待工作日历', met: '按时办结', 'met-late': '超期办结', dropped: '不再需要',
};

/** Why the clock may stand still; anything else keeps it running. */
export const PAUSE_REASON_LABELS = {
  'waiting-for-resident': '等待群众补充', 'other-department': '等待其他部门', 'expert-opinion': '等待鉴定或专家意见', 'system-outage': '业务系统故障', 'force-majeure': '不可抗力',
} as const;
export type PauseReason = keyof typeof PAUSE_REASON_LABELS;
export const PAUSE_REASONS = Object.keys(PAUSE_REASON_LABELS) as PauseReason[];

/** 0 the owner alone, 1 the department's head, 2 the leader on duty, 3 the director: each adds a superior, the owner stays. */
export type LadderLevel = 0 | 1 | 2 | 3;
export const LADDER_LABELS: Record<LadderLevel, string> = { 0: '经办人', 1: '科室负责人', 2: '带班领导', 3: '局长' };

export interface DeadlineFacts {
  state: DeadlineState;
  dueAt: Instant | null;
  extended: boolean;
  /** The most working days its rule lets it be extended; 0 when it may not be. */
  extensionDays: number;
  /** How often somebody has stopped its clock by hand; left out where the matter itself stops it. */
  handPauses?: number;
}

/** A clock stopped by hand is never late meanwhile, so nobody stops one again and again, or for good: it runs on by itself after so many days. */
export const MOST_HAND_PAUSES = 2;
export const HAND_PAUSE_DAYS = 14;

export const isOverdue = ({ state, dueAt }: Pick<DeadlineFacts, 'state' | 'dueAt'>, now: Instant): boolean => state === 'running' && dueAt !== null && now > dueAt;

/** Whether `action` may happen now, and the state it leads to. Codes: MOVE_NOT_ALLOWED, DEADLINE_NOT_EXTENDABLE, DEADLINE_EXTENDED_ALREADY, DEADLINE_OVERDUE, DEADLINE_PAUSED_OFTEN. */
export function decideDeadline(action: DeadlineAction, facts: DeadlineFacts, now: Instant): Verdict<DeadlineState> {
  const next = move(DEADLINE_MOVES, facts.state, action);
  return next.ok ? CONDITIONS[action]?.(facts, now) ?? allow(next.value) : next;
}

/** Who looks at a deadline: `grants`: may give time at all; `own`: it lies in their hands, by themselves or for somebody away. */
export interface DeadlineReader { grants: boolean; own: boolean }

/** Nobody stops their own clock: a stopped one is never late. */
export const mayHandle = (action: DeadlineAction, { grants, own }: DeadlineReader): boolean => grants && !(action === 'pause' && own);

/** What this reader may do with it by hand. */
export const deadlineActions = (facts: DeadlineFacts, reader: DeadlineReader, now: Instant): DeadlineAction[] => DEADLINE_HANDLES.filter((action) => mayHandle(action, reader) && decideDeadline(action, facts, now).ok);

/** Time already lost is not given back: what is overdue stays overdue until it is met. */
const notOverdue = (facts: DeadlineFacts, now: Instant): Refusal | null => (isOverdue(facts, now) ? refuse('DEADLINE_OVERDUE', '已经超期，不能再延期或暂停，请尽快办结。') : null);

const CONDITIONS: Partial<Record<DeadlineAction, (facts: DeadlineFacts, now: Instant) => Refusal | null>> = {
  extend: (facts, now) => {
    if (facts.extensionDays === 0) return refuse('DEADLINE_NOT_EXTENDABLE', '这类事项不能延期，请按时办结。');
    if (facts.extended) return refuse('DEADLINE_EXTENDED_ALREADY', '已经延期过一次，不能再延。');
    return notOverdue(facts, now);
  },
  pause: (facts, now) => notOverdue(facts, now) ?? ((facts.handPauses ?? 0) < MOST_HAND_PAUSES ? null : refuse('DEADLINE_PAUSED_OFTEN', `已经暂停过 ${MOST_HAND_PAUSES} 次，不能再停，请尽快办结。`)),
};

/** How it ended: in time or late. One whose clock stood still, or whose day nobody could know, is never late. */
export const meetingOf = (facts: Pick<DeadlineFacts, 'state' | 'dueAt'>, now: Instant): 'meet' | 'meet-late' => (isOverdue(facts, now) ? 'meet-late' : 'meet');
