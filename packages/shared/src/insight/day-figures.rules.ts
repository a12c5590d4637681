import { MINUTE, clockOf } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';

/** One person's way through the queue: when they could have been called first, and when they were. */
export interface Wait { eligibleAt: Instant; firstCalledAt: Instant }

/** Whole minutes somebody waited for the first call, from when they could be called; whoever was called before that waited none. */
export const waitedMinutes = ({ eligibleAt, firstCalledAt }: Wait): number => Math.max(0, Math.floor((firstCalledAt - eligibleAt) / MINUTE));

/** The middle one, of an even number the mean of the two in the middle; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface HourCount { hour: number; count: number }

const hourOf = (at: Instant): number => Number(clockOf(at).slice(0, 2));

/**
 * How many instants fall into each hour of the hall's day, hours without any included. What lies outside the hours given is
 * counted in the first or the last, so that the sum is the number of instants.
 * @param from first hour, 0–23 @param to the hour the hall closes; its own bar is the one before
 */
export function byHour(instants: readonly Instant[], from: number, to: number): HourCount[] {
  const last = Math.max(from, to - 1);
  const hours = Array.from({ length: last - from + 1 }, (_, at): HourCount => ({ hour: from + at, count: 0 }));
  for (const at of instants) hours[Math.min(last, Math.max(from, hourOf(at))) - from]!.count += 1;
  return hours;
}

/** Opening hours `HH:mm` as the hours of a chart: a last hour begun counts. */
export const hoursBetween = (openFrom: string, openTo: string): { from: number; to: number } => ({ from: Number(openFrom.slice(0, 2)), to: Number(openTo.slice(0, 2)) + (openTo.endsWith(':00') ? 0 : 1) });

/** How long what was counted may be shown before it is counted again, though nothing moved in the queue; milliseconds. */
export const FIGURES_GOOD_FOR = 15_000;
