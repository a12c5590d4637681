import { MINUTE, addDays, clockOf, dayOf, instantAt, type Clock, type Instant } from '../kernel/day.ts';

/** From when until when people are left in peace; equal ends mean never. Over midnight when `from` is later than `to`. */
export interface QuietHours {
  from: Clock;
  to: Clock;
}

/** What a hall that has set nothing else keeps to. */
export const USUAL_QUIET_HOURS: QuietHours = { from: '21:00', to: '07:30' };

export function isQuiet(at: Instant, { from, to }: QuietHours): boolean {
  const clock = clockOf(at);
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

/** The first instant, not before `at`, at which people may be told something that can wait. */
export function afterQuietHours(at: Instant, hours: QuietHours): Instant {
  if (!isQuiet(at, hours)) return at;
  const today = instantAt(dayOf(at), hours.to);
  return today > at ? today : instantAt(addDays(dayOf(at), 1), hours.to);
}

const FIRST_PAUSE = MINUTE / 2;
const LONGEST_PAUSE = 30 * MINUTE;

/** How long to wait after the `attempts`th try (1, 2, …) that did not reach anybody: doubling from half a minute, at most half an hour. */
export const pauseAfter = (attempts: number): number => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts - 1, 10));
