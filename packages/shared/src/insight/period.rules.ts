import { addDays, dayLabel, daysBetween, weekdayOf } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';

export type PeriodStep = 'day' | 'week' | 'month';
export const PERIOD_STEPS: readonly PeriodStep[] = ['day', 'week', 'month'];
/** How many columns a chart may have: more nobody reads, and each asks for its days. */
export const MOST_BUCKETS: Record<PeriodStep, number> = { day: 62, week: 27, month: 24 };

/** One column of a chart, from and to included. */
export interface Bucket { from: Day; to: Day; label: string }

const monthEnd = (day: Day): Day => addDays(`${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1);
const LAST: Record<PeriodStep, (from: Day) => Day> = { day: (from) => from, week: (from) => addDays(from, 7 - weekdayOf(from)), month: monthEnd };
const LABEL: Record<PeriodStep, (from: Day) => string> = { day: dayLabel, week: (from) => `${dayLabel(from)}起`, month: (from) => `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月` };

/** The days from `from` to `to` in steps; weeks begin on Monday, and the first and last are cut to the period. Empty when it ends before it begins. */
export function bucketsOf(step: PeriodStep, from: Day, to: Day): Bucket[] {
  const found: Bucket[] = [];
  for (let first = from; first <= to && found.length <= MOST_BUCKETS[step];) {
    const end = LAST[step](first);
    const last = end < to ? end : to;
    found.push({ from: first, to: last, label: LABEL[step](first) });
    first = addDays(last, 1);
  }
  return found;
}

export const fits = (step: PeriodStep, from: Day, to: Day): boolean => daysBetween(from, to) >= 0 && bucketsOf(step, from, to).length <= MOST_BUCKETS[step];

/** How many took so many whole minutes. */
export type Minutes = Readonly<Record<string, number>>;

/** Visits of a day or of a part of it. `waits`: from when they could be called to the first call; `services`: from the call to the end, pauses left out. */
export interface VisitSums { taken: number; served: number; left: number; unserved: number; waits: Minutes; services: Minutes }
export const NO_VISITS: VisitSums = { taken: 0, served: 0, left: 0, unserved: 0, waits: {}, services: {} };

const addMinutes = (a: Minutes, b: Minutes): Minutes => Object.entries(b).reduce<Record<string, number>>((sum, [minute, count]) => ({ ...sum, [minute]: (sum[minute] ?? 0) + count }), { ...a });

export const addVisits = (a: VisitSums, b: VisitSums): VisitSums =>
  ({ taken: a.taken + b.taken, served: a.served + b.served, left: a.left + b.left, unserved: a.unserved + b.unserved, waits: addMinutes(a.waits, b.waits), services: addMinutes(a.services, b.services) });

/** A day with its windows and matters; a visit with several matters counts in each. */
export interface DaySums extends VisitSums { windows: Readonly<Record<string, VisitSums>>; matters: Readonly<Record<string, VisitSums>> }

/** The parts of several days together, by name. */
export function addParts(all: readonly Readonly<Record<string, VisitSums>>[]): Record<string, VisitSums> {
  const sum: Record<string, VisitSums> = {};
  for (const parts of all) for (const [name, visits] of Object.entries(parts)) sum[name] = addVisits(sum[name] ?? NO_VISITS, visits);
  return sum;
}

/** The smallest number of minutes that `share` (0 to 1) of them did not exceed; null of none. */
export function minutesWithin(minutes: Minutes, share: number): number | null {
  const counted = Object.entries(minutes).map(([minute, count]): [number, number] => [Number(minute), count]).sort(([a], [b]) => a - b);
  const wanted = Math.ceil(counted.reduce((sum, [, count]) => sum + count, 0) * share);
  let seen = 0;
  for (const [minute, count] of counted) {
    seen += count;
    if (seen >= wanted) return minute;
  }
  return null;
}
