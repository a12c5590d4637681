import { DAY_LENGTH, HOUR, MINUTE, addDays, dayLabel, dayOf } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';
import type { BookingSettings } from './booking-settings.ts';

export type SlotKind = 'express' | 'regular';
export type PlaceAudience = 'public' | 'reserved';

/** What decides whether this person may take this slot; a full slot is the database's to refuse. */
export interface HoldFacts {
  by: 'resident' | 'clerk';
  slotStart: Instant; slotKind: SlotKind;
  /** Whether every matter of the visit has a ready application. */
  allReady: boolean;
  /** Whether one of the matters is already open in another visit of the same person. */
  matterAlreadyOpen: boolean;
  /** Open visits of the person served who has the most. */
  openVisits: number;
  /** When that person missed bookings, any order. */
  missedAt: readonly Instant[];
}

/** First instant at which someone with these misses may book again; null when nothing is paused. */
export function pausedUntil(missedAt: readonly Instant[], now: Instant, settings: BookingSettings): Instant | null {
  const recent = missedAt.filter((at) => at <= now && at > now - settings.missWindowDays * DAY_LENGTH);
  if (recent.length < settings.missesBeforePause) return null;
  const until = Math.max(...recent) + settings.pauseDays * DAY_LENGTH;
  return until > now ? until : null;
}

/** The days that can be booked now, today first. */
export const bookableDays = (now: Instant, settings: BookingSettings): Day[] =>
  Array.from({ length: settings.windowDays + 1 }, (_, index) => addDays(dayOf(now), index));

/**
 * Whether a slot may be held. Clerks book for callers: lead time and pause bind residents only.
 * Codes: BOOKING_TOO_SOON, BOOKING_TOO_FAR, BOOKING_EXPRESS_NOT_READY, BOOKING_MATTER_OPEN, BOOKING_TOO_MANY, BOOKING_PAUSED.
 */
export function mayHold(facts: HoldFacts, now: Instant, settings: BookingSettings): Verdict {
  const offered = maySeeSlot(facts, now, settings);
  if (!offered.ok) return offered;
  if (facts.matterAlreadyOpen) return refuse('BOOKING_MATTER_OPEN', '这件事已经有一个预约了，可以直接改约。');
  if (facts.openVisits >= settings.maxOpenVisits) return refuse('BOOKING_TOO_MANY', `一个人同时最多有 ${settings.maxOpenVisits} 个预约，办完或取消一个再约。`);
  const paused = facts.by === 'resident' ? pausedUntil(facts.missedAt, now, settings) : null;
  return paused === null ? allow(true)
    : refuse('BOOKING_PAUSED', `近期有 ${settings.missesBeforePause} 次约了没来，${dayLabel(dayOf(paused))}起可以再预约；这期间可以直接到大厅取号。`);
}

/** The part that concerns the slot alone: what a list of slots shows as not offered, with the reason. */
export function maySeeSlot(facts: Pick<HoldFacts, 'by' | 'slotStart' | 'slotKind' | 'allReady'>, now: Instant, settings: BookingSettings): Verdict {
  const lead = facts.by === 'clerk' ? 0 : settings.leadMinutes * MINUTE;
  if (facts.slotStart < now + lead) return refuse('BOOKING_TOO_SOON', '这个时段马上开始或已经过了，请选晚一点的，或直接到大厅取号。');
  if (dayOf(facts.slotStart) > addDays(dayOf(now), settings.windowDays)) return refuse('BOOKING_TOO_FAR', `只能预约 ${settings.windowDays} 天以内的时段。`);
  return facts.slotKind === 'express' && !facts.allReady
    ? refuse('BOOKING_EXPRESS_NOT_READY', '快办时段留给网上已审好材料的人，请先完成预填并通过审核，或选普通时段。') : allow(true);
}

/**
 * When a place freed by a cancellation can be taken again. `chance` is a random number from 0 up to 1 drawn by the caller;
 * within `noDelayWithinHours` of the slot the place is free at once.
 */
export function freeFromAfterCancel(slotStart: Instant, now: Instant, chance: number, settings: BookingSettings): Instant {
  if (slotStart - now <= settings.noDelayWithinHours * HOUR) return now;
  const spread = settings.returnDelayMaxMinutes - settings.returnDelayMinMinutes;
  return now + Math.round((settings.returnDelayMinMinutes + spread * Math.min(1, Math.max(0, chance))) * MINUTE);
}
