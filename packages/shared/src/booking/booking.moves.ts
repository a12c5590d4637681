import { MINUTE, dayOf } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';
import type { BookingSettings } from './booking-settings.ts';

export type BookingState = 'held' | 'booked' | 'arrived' | 'served' | 'expired' | 'missed' | 'cancelled';
export type BookingAction = 'confirm' | 'expire' | 'reschedule' | 'arrive' | 'serve' | 'miss' | 'cancel';
export type BookingActor = 'resident' | 'clerk' | 'hall';

export const BOOKING_MOVES: Moves<BookingState, BookingAction> = {
  held: { confirm: 'booked', expire: 'expired', cancel: 'cancelled' },
  booked: { reschedule: 'booked', arrive: 'arrived', miss: 'missed', cancel: 'cancelled' },
  arrived: { serve: 'served', miss: 'missed' },
  served: {}, expired: {}, missed: {}, cancelled: {},
};
export const BOOKING_ACTIONS: readonly BookingAction[] = ['confirm', 'reschedule', 'arrive', 'cancel', 'expire', 'serve', 'miss'];
/** States in which a booking occupies its place. */
export const OPEN_BOOKING_STATES: readonly BookingState[] = ['held', 'booked', 'arrived'];

const WHO_MAY: Record<BookingAction, readonly BookingActor[]> = {
  confirm: ['resident', 'clerk'], reschedule: ['resident', 'clerk'], arrive: ['resident', 'clerk'], cancel: ['resident', 'clerk', 'hall'], expire: ['hall'], serve: ['clerk', 'hall'], miss: ['hall'],
};

export interface BookingFacts {
  state: BookingState;
  by: BookingActor;
  heldUntil: Instant | null;
  slotStart: Instant;
  /** When the hall closes on the slot's day: until then someone late is still expected. */
  closesAt: Instant;
  rescheduleCount: number;
  settings: BookingSettings;
}

export const holdUntil = (now: Instant, settings: BookingSettings): Instant => now + settings.holdMinutes * MINUTE;
export const arriveFrom = (slotStart: Instant, settings: BookingSettings): Instant => slotStart - settings.arriveEarlyMinutes * MINUTE;
export const lateAfter = (slotStart: Instant, settings: BookingSettings): Instant => slotStart + settings.graceMinutes * MINUTE;

/** Within grace an arrival keeps the booked class; later it is served as a walk-in, never refused. */
export const arrivalClass = (slotStart: Instant, now: Instant, settings: BookingSettings): 'booked' | 'walkin' =>
  now <= lateAfter(slotStart, settings) ? 'booked' : 'walkin';

/** Whether `action` may happen now, and the state it leads to. */
export function decide(action: BookingAction, facts: BookingFacts, now: Instant): Verdict<BookingState> {
  if (!WHO_MAY[action].includes(facts.by)) return refuse('BOOKING_NOT_YOURS_TO_MOVE', '这一步不能由您来操作。');
  const next = move(BOOKING_MOVES, facts.state, action);
  if (!next.ok) return refuse('BOOKING_MOVE_NOT_ALLOWED', `这个预约${BOOKING_STATE_LABELS[facts.state]}，不能这样操作，请刷新后再看。`);
  return CONDITIONS[action]?.(facts, now) ?? allow(next.value);
}

export const offers = (facts: BookingFacts, now: Instant): BookingAction[] => BOOKING_ACTIONS.filter((action) => decide(action, facts, now).ok);

const CONDITIONS: Partial<Record<BookingAction, (facts: BookingFacts, now: Instant) => Refusal | null>> = {
  confirm: ({ heldUntil }, now) => (heldUntil === null || now < heldUntil ? null : refuse('BOOKING_HOLD_EXPIRED', '保留的时间到了，请重新选择一个时段。')),
  expire: ({ heldUntil }, now) => (heldUntil === null || now < heldUntil ? refuse('BOOKING_HOLD_RUNNING', '还在保留时间内。') : null),
  // Once the slot has begun, "cancelling" would only turn a miss into a cancellation.
  cancel: (facts, now) => (now < facts.slotStart || facts.by === 'hall' ? null : refuse('BOOKING_SLOT_BEGUN', '预约时间已经开始，不用取消；今天还可以直接到大厅取号。')),
  reschedule: (facts, now) => {
    if (facts.rescheduleCount >= facts.settings.maxReschedules) return refuse('BOOKING_RESCHEDULED_TOO_OFTEN', `一个预约最多改 ${facts.settings.maxReschedules} 次，可以取消后重新预约。`);
    return now < facts.slotStart ? null : refuse('BOOKING_SLOT_BEGUN', '预约时间已经开始，不能再改；今天还可以直接到大厅取号。');
  },
  arrive: (facts, now) => {
    if (dayOf(now) !== dayOf(facts.slotStart)) return refuse('BOOKING_OTHER_DAY', '预约不是今天，请在预约当天到大厅取号。');
    return now >= arriveFrom(facts.slotStart, facts.settings) ? null : refuse('BOOKING_TOO_EARLY', '来得有点早，请稍后再取号，不会耽误您的号。');
  },
  miss: (facts, now) => (now >= facts.closesAt ? null : refuse('BOOKING_STILL_EXPECTED', '当天大厅关门前来都还算数。')),
};

export const BOOKING_STATE_LABELS: Record<BookingState, string> = {
  held: '待确认', booked: '已预约', arrived: '已取号', served: '已办理', expired: '已过期', missed: '未到', cancelled: '已取消',
};

/** What the resident does next, in one sentence. */
export const BOOKING_SENTENCES: Record<BookingState, string> = {
  held: '这个时段先给您留着，请尽快确认。', booked: '请按时带上原件来大厅，到了先取号。', arrived: '已经取号，请留意叫号。',
  served: '已经办好，感谢您来办理。', expired: '没有在保留时间内确认，请重新选择时段。', missed: '这次没有来，需要时可以重新预约或直接来大厅。', cancelled: '预约已取消，需要时可以重新预约。',
};
