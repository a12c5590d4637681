import { clockFromMinutes, isClock, isDay, minutesOfClock, weekdayOf } from '../kernel/day.ts';
import type { CalendarDayKind, Clock, Day } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';
import type { PlaceAudience, SlotKind } from './booking.rules.ts';

/** One stretch of a weekly plan. Numbers are per slot of `slotMinutes`. */
export interface SlotPattern {
  id: string;
  /** 1 (Monday) to 7 (Sunday). */
  weekdays: readonly number[];
  from: Clock; to: Clock; slotMinutes: number;
  /** People the windows can serve in one slot, walk-ins included. */
  capacity: number;
  /** Share of `capacity`, 0 to 1, that is never bookable. */
  walkInShare: number;
  /** Of the bookable places: how many are express, and how many of each kind only staff may give. */
  expressPlaces: number; reservedExpress: number; reservedRegular: number;
  effectiveFrom: Day; effectiveTo: Day | null;
  /** Also used on official extra workdays (调休) whose weekday no pattern names. */
  onExtraWorkdays: boolean;
}
/** A closed stretch; without times the whole day. */
export interface Closure { id: string; day: Day; from: Clock | null; to: Clock | null; reason: string }
export interface PlacePlan { number: number; audience: PlaceAudience }
/** A slot to be; `key` is unique in the hall, so generating twice adds nothing. */
export interface SlotPlan { key: string; day: Day; from: Clock; to: Clock; kind: SlotKind; places: PlacePlan[] }

/** Places that may be booked in one slot: rounded down, so the walk-ins' share is never less than configured. */
export const bookablePlaces = (pattern: Pick<SlotPattern, 'capacity' | 'walkInShare'>): number =>
  Math.max(0, Math.floor(pattern.capacity - Math.ceil(pattern.capacity * pattern.walkInShare - 1e-9)));

const placesOf = (count: number, reserved: number): PlacePlan[] =>
  Array.from({ length: count }, (_, index) => ({ number: index + 1, audience: index < count - reserved ? 'public' : 'reserved' }));

/**
 * The slots of `day`: none on days off, beyond the calendar's coverage, or inside a closure. The same input gives the same slots.
 * Where two patterns make the same slot, the one listed first stands.
 */
export function slotsFor(patterns: readonly SlotPattern[], closures: readonly Closure[], calendarDay: CalendarDayKind, day: Day): SlotPlan[] {
  if (calendarDay !== 'workday' && calendarDay !== 'extra-workday') return [];
  const inForce = patterns.filter((pattern) => pattern.effectiveFrom <= day && (pattern.effectiveTo === null || day <= pattern.effectiveTo));
  const own = inForce.filter((pattern) => pattern.weekdays.includes(weekdayOf(day)));
  const used = own.length === 0 && calendarDay === 'extra-workday' ? inForce.filter((pattern) => pattern.onExtraWorkdays) : own;
  const closed = closures.filter((closure) => closure.day === day);
  const slots = new Map<string, SlotPlan>();
  for (const pattern of used) {
    for (const slot of slotsOfPattern(pattern, day)) {
      if (!closed.some((closure) => overlaps(closure, slot)) && !slots.has(slot.key)) slots.set(slot.key, slot);
    }
  }
  return [...slots.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const overlaps = (closure: Closure, slot: SlotPlan): boolean => (closure.from ?? '00:00') < slot.to && slot.from < (closure.to ?? '24:00');

function slotsOfPattern(pattern: SlotPattern, day: Day): SlotPlan[] {
  const bookable = bookablePlaces(pattern);
  const express = Math.min(pattern.expressPlaces, bookable);
  const plans: [SlotKind, PlacePlan[]][] = [['express', placesOf(express, pattern.reservedExpress)], ['regular', placesOf(bookable - express, pattern.reservedRegular)]];
  const slots: SlotPlan[] = [];
  const end = minutesOfClock(pattern.to);
  for (let start = minutesOfClock(pattern.from); start + pattern.slotMinutes <= end; start += pattern.slotMinutes) {
    const from = clockFromMinutes(start);
    for (const [kind, places] of plans) {
      if (places.length > 0) slots.push({ key: `${day} ${from} ${kind}`, day, from, to: clockFromMinutes(start + pattern.slotMinutes), kind, places: places.map((place) => ({ ...place })) });
    }
  }
  return slots;
}

const wrong = (path: string, message: string): Refusal => refuse('BOOKING_PLAN_INVALID', message, path);
const isWhole = (value: number, min: number, max: number) => Number.isInteger(value) && value >= min && value <= max;

/** Whether a pattern makes sense, naming the first field that does not. */
export function checkPattern(pattern: SlotPattern, path = 'pattern'): Verdict<SlotPattern> {
  if (pattern.weekdays.length === 0 || pattern.weekdays.some((weekday) => !isWhole(weekday, 1, 7))) return wrong(`${path}.weekdays`, '请选择周一到周日中的至少一天。');
  if (!isClock(pattern.from)) return wrong(`${path}.from`, '开始时间请写成 09:00 这样。');
  if (!isClock(pattern.to) || pattern.to <= pattern.from) return wrong(`${path}.to`, '结束时间要晚于开始时间。');
  if (!isWhole(pattern.slotMinutes, 5, 240) || minutesOfClock(pattern.from) + pattern.slotMinutes > minutesOfClock(pattern.to)) return wrong(`${path}.slotMinutes`, '每个时段 5 到 240 分钟，且不能超过开放时间。');
  if (!isWhole(pattern.capacity, 1, 500)) return wrong(`${path}.capacity`, '每个时段的人数应为 1 到 500。');
  if (!(pattern.walkInShare >= 0 && pattern.walkInShare <= 1)) return wrong(`${path}.walkInShare`, '现场号的比例应在 0 到 1 之间。');
  const bookable = bookablePlaces(pattern);
  if (!isWhole(pattern.expressPlaces, 0, bookable)) return wrong(`${path}.expressPlaces`, `扣除现场号后可约 ${bookable} 个，快办不能更多。`);
  if (!isWhole(pattern.reservedExpress, 0, pattern.expressPlaces)) return wrong(`${path}.reservedExpress`, '留给窗口的快办号不能多于快办号。');
  if (!isWhole(pattern.reservedRegular, 0, bookable - pattern.expressPlaces)) return wrong(`${path}.reservedRegular`, '留给窗口的普通号不能多于普通号。');
  if (!isDay(pattern.effectiveFrom)) return wrong(`${path}.effectiveFrom`, '请填写开始使用的日期。');
  if (pattern.effectiveTo !== null && (!isDay(pattern.effectiveTo) || pattern.effectiveTo < pattern.effectiveFrom)) return wrong(`${path}.effectiveTo`, '停用日期不能早于开始使用的日期。');
  return allow(pattern);
}

/** Whether a closure makes sense: a real day, both times or neither, and a reason people can read. */
export function checkClosure(closure: Closure, path = 'closure'): Verdict<Closure> {
  if (!isDay(closure.day)) return wrong(`${path}.day`, '请填写日期。');
  if ((closure.from === null) !== (closure.to === null)) return wrong(`${path}.to`, '开始和结束时间要么都填，要么都不填（全天）。');
  if (closure.from !== null && closure.to !== null && !(isClock(closure.from) && isClock(closure.to) && closure.from < closure.to)) return wrong(`${path}.from`, '结束时间要晚于开始时间。');
  return closure.reason.trim() === '' ? wrong(`${path}.reason`, '请写明停办原因，大家会看到。') : allow(closure);
}
