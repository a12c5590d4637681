import { clockFromMinutes, minutesOfClock } from '../kernel/day.ts';
import type { Clock } from '../kernel/day.ts';

/** `break`: closed for a while and open again the same day; whoever is there stays in line. */
export type OpenState = 'open' | 'closing' | 'break' | 'closed';
export const OPEN_STATES: readonly OpenState[] = ['open', 'closing', 'break', 'closed'];

/** A stretch of a day without service; without a reason it is lunch. */
export interface Rest { from: Clock; to: Clock; reason: string | null }

/** What decides about a hall's day. */
export interface HallDay {
  /** By the official calendar. */
  works: boolean;
  openFrom: Clock;
  openTo: Clock;
  lunch: { from: Clock; to: Clock } | null;
  /** Without times the whole day. */
  closures: readonly { from: Clock | null; to: Clock | null; reason: string }[];
}

/** Stretches of service on that day, in order, and what lies between and around them. */
export interface Hours {
  serves: { from: Clock; to: Clock }[];
  rests: Rest[];
}

/** The hours a hall serves on a day: from opening to closing, without lunch and what is closed for a reason. */
export function hoursOf({ works, openFrom, openTo, lunch, closures }: HallDay): Hours {
  if (!works) return { serves: [], rests: [] };
  const rests: Rest[] = [...closures.map(({ from, to, reason }) => ({ from: from ?? openFrom, to: to ?? openTo, reason })), ...(lunch ? [{ ...lunch, reason: null }] : [])]
    .filter(({ from, to }) => from < openTo && to > openFrom).sort((a, b) => (a.from < b.from ? -1 : 1));
  const serves: Hours['serves'] = [];
  let at = openFrom;
  for (const { from, to } of rests) {
    if (from > at) serves.push({ from: at, to: from });
    if (to > at) at = to;
  }
  if (at < openTo) serves.push({ from: at, to: openTo });
  return { serves, rests };
}

/** How many minutes before it closes for the day a hall counts as closing soon. */
const CLOSING_SOON_MINUTES = 30;

export interface Opening {
  state: OpenState;
  /** When service ends for the day, or begins, or goes on; null when it does not any more today. */
  next: Clock | null;
  /** Why there is none just now, other than the hour. */
  rest: Rest | null;
}

/** Whether the hall serves at this minute of a day. */
export function openingAt(day: HallDay, clock: Clock): Opening {
  const { serves, rests } = hoursOf(day);
  const rest = rests.find(({ from, to }) => from <= clock && clock < to) ?? null;
  const [first, last] = [serves[0], serves.at(-1)];
  if (!first || !last) return { state: 'closed', next: null, rest: rests.find(({ reason }) => reason !== null) ?? null };
  if (clock >= last.to) return { state: 'closed', next: null, rest };
  if (clock < first.from) return { state: 'closed', next: first.from, rest };
  if (serves.some(({ from, to }) => from <= clock && clock < to)) {
    return { state: clock >= clockFromMinutes(minutesOfClock(last.to) - CLOSING_SOON_MINUTES) ? 'closing' : 'open', next: last.to, rest: null };
  }
  return { state: 'break', next: serves.find(({ from }) => from > clock)?.from ?? null, rest };
}
