import { addWorkingDays } from '../calendar/working-day.rules.ts';
import type { OfficialCalendar } from '../calendar/working-day.rules.ts';
import { DAY_LENGTH, MINUTE, addDays, dayOf, daysBetween, startOfDay } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { inScope } from './commitment.rules.ts';
import type { Attributes, CommitmentRule } from './commitment.rules.ts';
import { ENDINGS, MEASURABLE_EVENTS, STANDING_STILL, subjectKindOf } from './measurable-events.ts';
import type { MeasurableEvent } from './measurable-events.ts';

/** Something that happened to one subject. Of events kept by the day, `at` is the day's first instant. */
export interface Fact { event: MeasurableEvent; at: Instant; attributes: Attributes }

/** One time the promise applied to one subject. It holds instants and no verdict: whether it was kept is read off them. */
export interface Fulfilment {
  /** 0 for the first time the subject began, 1 for the second … */
  ordinal: number;
  openedAt: Instant;
  /** The last instant in time; null while the clock stands still or the calendar does not reach. */
  dueAt: Instant | null;
  closedAt: Instant | null;
  /** Ended by the resident before it was due: nothing was owed any more. */
  endedAt: Instant | null;
  /** How long it took as the promise counts: milliseconds without pauses, or calendar days times {@link DAY_LENGTH}. Null while open. */
  took: number | null;
  /** The last that was known of the subject. */
  attributes: Attributes;
}

/** No subject has nearly as many facts; a file in which one has was not written by a hall, and would take a verifier for ever. */
export const MOST_FACTS = 1_000;

export type FulfilmentState = 'pending' | 'met' | 'broken' | 'ended';

/** Whatever day an event kept by the day happened on, it happened in time until that day is over. */
const endOf = (day: Day): Instant => startOfDay(addDays(day, 1)) - 1;

/** Events kept by the day know no order within it; then each closes what is open before another opens. */
const inOrder = (facts: readonly Fact[]): Fact[] => [...facts].sort((a, b) => a.at - b.at || compare(a.event, b.event) || compare(JSON.stringify(a.attributes), JSON.stringify(b.attributes)));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Every time the promise applied to one subject. A pure function of rule, calendar and facts, in whatever order these came to be known.
 * A subject that begins again (a case submitted anew) is counted again.
 */
export function fulfilmentsOf(rule: CommitmentRule, calendar: OfficialCalendar, facts: readonly Fact[]): Fulfilment[] {
  const kind = subjectKindOf(rule.from);
  const known = inOrder(facts);
  const attributes = known.slice(1).reduce((all, fact) => (fact.attributes === all ? all : { ...all, ...fact.attributes }), known[0]?.attributes ?? {});
  if (!inScope(rule.scope, attributes)) return [];
  const starts = known.filter(({ event }) => event === rule.from).map(({ at }) => at);
  const closings = known.filter(({ event }) => event === rule.to).map(({ at }) => at);
  const endings = known.filter(({ event }) => ENDINGS[kind].includes(event)).map(({ at }) => at);
  const found: Fulfilment[] = [];
  for (let start = starts.shift(); start !== undefined;) {
    const openedAt = start;
    while (closings.length > 0 && closings[0]! < openedAt) closings.shift();
    const end = endings.find((at) => at >= openedAt) ?? Infinity;
    const closing = closings[0] ?? Infinity;
    // Done on the day it also ended: it was done.
    const closedAt = closing <= end && closing < Infinity ? closings.shift()! : null;
    const endedAt = closedAt === null && end < Infinity ? end : null;
    const until = closedAt ?? endedAt;
    const clock = clockOf(rule, calendar, known, openedAt, until);
    found.push({ ordinal: found.length, openedAt, ...clock, closedAt, endedAt, attributes });
    if (until === null) break;
    // Beginnings while it was open are the same time; one on the very day it closed is a new one.
    let next = starts.shift();
    while (next !== undefined && next < until) next = starts.shift();
    start = next;
  }
  return found;
}

function clockOf(rule: CommitmentRule, calendar: OfficialCalendar, known: readonly Fact[], openedAt: Instant, until: Instant | null): Pick<Fulfilment, 'dueAt' | 'took'> {
  if (rule.clock === 'working-days') {
    const due = addWorkingDays(calendar, dayOf(openedAt), rule.limit);
    return { dueAt: due.ok ? endOf(due.value) : null, took: until === null ? null : daysBetween(dayOf(openedAt), dayOf(until)) * DAY_LENGTH };
  }
  const pauses = pausesOf(rule, known, openedAt, until);
  const stood = pauses.reduce<number | null>((sum, { from, to }) => (sum === null || to === null ? null : sum + to - from), 0);
  return { dueAt: stood === null ? null : openedAt + rule.limit * MINUTE + stood, took: until === null || stood === null ? null : until - openedAt - stood };
}

/** Standing still while time had already run out helps nobody: such a pause begins after it was broken and shifts nothing. */
function pausesOf(rule: CommitmentRule, known: readonly Fact[], openedAt: Instant, until: Instant | null): { from: Instant; to: Instant | null }[] {
  const still = STANDING_STILL[subjectKindOf(rule.from)];
  if (!still) return [];
  const pauses: { from: Instant; to: Instant | null }[] = [];
  let ran = 0;
  let running: Instant | null = openedAt;
  for (const { event, at } of known) {
    if (at < openedAt || (until !== null && at > until)) continue;
    if (event === still.from && running !== null) {
      ran += at - running;
      running = null;
      if (ran > rule.limit * MINUTE) break;
      pauses.push({ from: at, to: until });
    } else if (event === still.to && running === null) {
      running = at;
      pauses[pauses.length - 1]!.to = at;
    }
  }
  return pauses;
}

/** The instant from which its outcome stands for ever: when it was done or ended, or else when time ran out. Null while nobody can tell. */
export function settledAt({ dueAt, closedAt, endedAt }: Pick<Fulfilment, 'dueAt' | 'closedAt' | 'endedAt'>): Instant | null {
  const done = closedAt ?? endedAt;
  return done === null ? dueAt : dueAt === null ? done : Math.min(done, dueAt);
}

/** Read off the instants. Ended by the resident after it was overdue is still broken. */
export function stateOf(facts: Pick<Fulfilment, 'dueAt' | 'closedAt' | 'endedAt'>, now: Instant): FulfilmentState {
  const { dueAt, closedAt, endedAt } = facts;
  const settled = settledAt(facts);
  if (settled === null || (closedAt === null && endedAt === null && settled >= now)) return 'pending';
  if (dueAt !== null && (closedAt ?? endedAt ?? Infinity) > dueAt) return 'broken';
  return closedAt === null ? 'ended' : 'met';
}

/** Whether an event is kept by the day alone, and so published. */
export const coarse = (event: MeasurableEvent, at: Instant): Instant => (MEASURABLE_EVENTS[event].precision === 'day' ? startOfDay(dayOf(at)) : at - (at % 1_000));
