import { MINUTE } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';
import type { QueueSettings } from './queue-settings.ts';

export type TicketState = 'waiting' | 'called' | 'serving' | 'served' | 'missed' | 'parked' | 'transferred' | 'left' | 'unserved';
export type TicketAction = 'call' | 'recall' | 'serve' | 'miss' | 'pass' | 'park' | 'resume' | 'transfer' | 'done' | 'rejoin' | 'leave' | 'release' | 'close';
/** `hall` is a rule at work: automatic serving, release of a forgotten call, closing time. */
export type TicketActor = 'resident' | 'clerk' | 'hall';

/**
 * `transferred` waits like `waiting`, at windows with another skill. `pass` puts someone back who was called before the promised time.
 * A service that nobody closed is released as `unserved`: what cannot be shown to have been served is not counted as served.
 */
export const TICKET_MOVES: Moves<TicketState, TicketAction> = {
  waiting: { call: 'called', park: 'parked', leave: 'left', close: 'unserved' },
  called: { recall: 'called', serve: 'serving', miss: 'missed', pass: 'waiting', park: 'parked', transfer: 'transferred', leave: 'left', release: 'waiting', close: 'unserved' },
  serving: { done: 'served', park: 'parked', transfer: 'transferred', release: 'unserved' },
  missed: { rejoin: 'waiting', leave: 'left' },
  parked: { resume: 'waiting', leave: 'left', close: 'unserved' },
  transferred: { call: 'called', park: 'parked', leave: 'left', close: 'unserved' },
  served: {}, left: {}, unserved: {},
};
export const TICKET_ACTIONS: readonly TicketAction[] = ['call', 'recall', 'serve', 'done', 'miss', 'pass', 'park', 'resume', 'transfer', 'rejoin', 'leave', 'release', 'close'];
/** States in which a ticket stands in the queue. */
export const QUEUED_STATES: readonly TicketState[] = ['waiting', 'transferred'];
/** States in which a ticket occupies its window. */
export const AT_WINDOW_STATES: readonly TicketState[] = ['called', 'serving'];

const WHO_MAY: Record<TicketAction, readonly TicketActor[]> = {
  call: ['clerk'], recall: ['clerk'], serve: ['clerk', 'hall'], miss: ['clerk'], pass: ['clerk'], park: ['clerk'], resume: ['clerk'], transfer: ['clerk'],
  done: ['clerk'], rejoin: ['resident', 'clerk'], leave: ['resident', 'clerk'], release: ['hall'], close: ['hall'],
};

export interface TicketFacts {
  state: TicketState;
  by: TicketActor;
  /** How often it was called since it last waited; the first call counts. */
  callCount: number;
  rejoinCount: number;
  lastCallAt: Instant | null;
  servingSince: Instant | null;
  /** The time until which its holder was told to be free to step out, when a promise was given. */
  promisedUntil: Instant | null;
  /** Matters of the visit neither handled nor closed with a reason. */
  openMatters: number;
  hallOpen: boolean;
  settings: QueueSettings;
}

/** Whether `action` may happen now, and the state it leads to. */
export function decide(action: TicketAction, facts: TicketFacts, now: Instant): Verdict<TicketState> {
  if (!WHO_MAY[action].includes(facts.by)) return refuse('TICKET_NOT_YOURS_TO_MOVE', '这一步不能由您来操作。');
  const next = move(TICKET_MOVES, facts.state, action);
  if (!next.ok) return refuse('TICKET_MOVE_NOT_ALLOWED', `这个号${TICKET_STATE_LABELS[facts.state]}，不能这样操作，请刷新后再看。`);
  return CONDITIONS[action]?.(facts, now) ?? allow(next.value);
}

/** The moves to show. `done` stays visible while a matter is open: pressing it says which. */
export const offers = (facts: TicketFacts, now: Instant): TicketAction[] =>
  TICKET_ACTIONS.filter((action) => { const verdict = decide(action, facts, now); return verdict.ok || verdict.code === 'TICKET_CASE_OPEN'; });

/** What an absent person's call turns into: someone called earlier than promised is passed over, not missed. */
export const absenceAction = (promisedUntil: Instant | null, now: Instant): 'miss' | 'pass' => (promisedUntil !== null && now < promisedUntil ? 'pass' : 'miss');

/** Recalls left after `callCount` calls. */
export const recallsLeft = (callCount: number, settings: QueueSettings): number => Math.max(0, settings.maxRecalls - Math.max(0, callCount - 1));

const CONDITIONS: Partial<Record<TicketAction, (facts: TicketFacts, now: Instant) => Refusal | null>> = {
  recall: ({ callCount, settings }) => (recallsLeft(callCount, settings) > 0 ? null : refuse('TICKET_RECALLS_USED', `已经重呼 ${settings.maxRecalls} 次，请选择“过号”或“开始办理”。`)),
  serve: ({ by, lastCallAt, settings }, now) =>
    (by === 'clerk' || (lastCallAt !== null && now >= lastCallAt + settings.autoServeSeconds * 1_000) ? null : refuse('TICKET_STILL_CALLED', '还在等待到窗。')),
  miss: ({ promisedUntil }, now) => (absenceAction(promisedUntil, now) === 'miss' ? null : refuse('TICKET_PROMISED_LATER', '这位比告知的时间提前叫到了，不算过号，请先叫下一位。')),
  pass: ({ promisedUntil }, now) => (absenceAction(promisedUntil, now) === 'pass' ? null : refuse('TICKET_NOT_PROMISED', '告知的时间已到，请选择“过号”。')),
  done: ({ openMatters }) => (openMatters === 0 ? null : refuse('TICKET_CASE_OPEN', `还有 ${openMatters} 件事没有办结，请办好或写明原因后再结束。`)),
  rejoin: ({ rejoinCount, hallOpen, settings }) => {
    if (!hallOpen) return refuse('HALL_CLOSED', '大厅今天已经下班，请改天再来或重新预约。');
    return rejoinCount < settings.maxRejoins ? null : refuse('TICKET_REJOINS_USED', `过号后最多重新排队 ${settings.maxRejoins} 次，请重新取号。`);
  },
  release: ({ state, lastCallAt, servingSince, settings }, now) => {
    const since = state === 'serving' ? servingSince : lastCallAt;
    return since !== null && now >= since + settings.releaseAfterMinutes * MINUTE ? null : refuse('TICKET_NOT_FORGOTTEN', '这个号还在正常办理。');
  },
  close: ({ hallOpen }) => (hallOpen ? refuse('HALL_STILL_OPEN', '大厅还没有下班。') : null),
};

/** How forgotten a service looks: from the first limit on it is shown to the head, from the second released. */
export function forgottenStage(since: Instant, now: Instant, settings: QueueSettings): 'fine' | 'flagged' | 'release' {
  if (now >= since + settings.releaseAfterMinutes * MINUTE) return 'release';
  return now >= since + settings.flagAfterMinutes * MINUTE ? 'flagged' : 'fine';
}

export const TICKET_STATE_LABELS: Record<TicketState, string> = {
  waiting: '排队中', called: '正在叫号', serving: '办理中', served: '已办好', missed: '已过号', parked: '暂停办理', transferred: '转窗等候', left: '已离开', unserved: '未办理',
};

/** What the holder does next, in one sentence. */
export const TICKET_SENTENCES: Record<TicketState, string> = {
  waiting: '请留意叫号，快到时会提醒您。', called: '正在叫您的号，请到窗口。', serving: '正在为您办理。', served: '已经办好，欢迎评价。', missed: '叫号时没有见到您，点“重新排队”就能接着等。',
  parked: '先为您保留着，准备好后告诉工作人员。', transferred: '已转到另一个窗口，次序不变，请留意叫号。', left: '您已离开队伍，需要时请重新取号。', unserved: '今天没能办成，很抱歉；请重新预约，我们优先安排。',
};
