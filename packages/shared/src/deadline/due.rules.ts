import { addWorkingDays, isWorkingDay } from '../calendar/working-day.rules.ts';
import type { OfficialCalendar } from '../calendar/working-day.rules.ts';
import { addDays, dayOf, instantAt } from '../kernel/day.ts';
import type { Clock, Day, Instant } from '../kernel/day.ts';
import { allow } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';
import type { LadderLevel } from './deadline.moves.ts';
import type { Ladder } from './deadline.rules.ts';

/** A stretch in which the clock stood still. Both days are left out of the count; one that ended on its own day shifts nothing. */
export interface PausedDays { from: Day; to: Day }
export interface DueFacts {
  from: Instant;
  /** The day the matter itself gives, or null when working days are counted. */
  givenDay: Day | null;
  workingDays: number | null;
  extraDays: number;
  warnDays: number;
  pauses: readonly PausedDays[];
}
export interface Hours { from: Clock; to: Clock }
export interface DueInstants { dueAt: Instant; warnAt: Instant }

const stoodStill = (pauses: readonly PausedDays[], day: Day): boolean => pauses.some((pause) => pause.from < pause.to && pause.from <= day && day <= pause.to);

/**
 * The day it is due: the last of its working days, counted from the day after it began (民法典 201 条) without those on which the clock stood
 * still. A given day that is no working day moves to the next one (民法典 203 条). Code: CALENDAR_NOT_COVERED.
 */
export function dueDay(calendar: OfficialCalendar, facts: DueFacts): Verdict<Day> {
  let left = (facts.workingDays ?? 0) + facts.extraDays;
  let day: Day;
  if (facts.givenDay === null) {
    day = dayOf(facts.from);
  } else {
    const given = addWorkingDays(calendar, facts.givenDay, 0);
    if (!given.ok) return given;
    day = given.value;
    for (let lost = dayOf(facts.from); lost <= day; lost = addDays(lost, 1)) {
      if (!stoodStill(facts.pauses, lost)) continue;
      const working = isWorkingDay(calendar, lost);
      if (!working.ok) return working;
      if (working.value) left += 1;
    }
  }
  if (left === 0) return addWorkingDays(calendar, day, 0);
  while (left > 0) {
    day = addDays(day, 1);
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value && !(facts.givenDay === null && stoodStill(facts.pauses, day))) left -= 1;
  }
  return allow(day);
}

/** The working day `count` before `day`, but no earlier than `floor`. */
function workingDayBefore(calendar: OfficialCalendar, day: Day, count: number, floor: Day): Day {
  let at = day;
  for (let left = count; left > 0 && at > floor; ) {
    at = addDays(at, -1);
    const working = isWorkingDay(calendar, at);
    if (working.ok && working.value) left -= 1;
  }
  return at;
}

/** Due when the hall closes on the due day (民法典 203 条: where there are business hours, their end), warned when it opens. Code: CALENDAR_NOT_COVERED. */
export function dueInstants(calendar: OfficialCalendar, facts: DueFacts, hours: Hours): Verdict<DueInstants> {
  const due = dueDay(calendar, facts);
  if (!due.ok) return due;
  const warnDay = workingDayBefore(calendar, due.value, facts.warnDays, dayOf(facts.from));
  return allow({ dueAt: instantAt(due.value, hours.to), warnAt: Math.max(facts.from, instantAt(warnDay, hours.from)) });
}

export interface LadderStep { level: LadderLevel; at: Instant }

/** When each superior is added, as far as the calendar tells: the head once it is overdue, the leader on duty and the director working days later. */
export function ladderSteps(calendar: OfficialCalendar, ladder: Ladder | null, dueAt: Instant, hours: Hours): LadderStep[] {
  if (ladder === null) return [];
  const steps: LadderStep[] = [{ level: 1, at: dueAt }];
  for (const [level, after] of [[2, ladder.leaderAfter], [3, ladder.directorAfter]] as const) {
    const day = addWorkingDays(calendar, dayOf(dueAt), after);
    if (!day.ok) break;
    steps.push({ level, at: instantAt(day.value, hours.to) });
  }
  return steps;
}

/** The highest level whose time has come. */
export const levelReached = (steps: readonly LadderStep[], now: Instant): LadderLevel => steps.reduce<LadderLevel>((highest, { level, at }) => (now > at && level > highest ? level : highest), 0);

/** How many working days it is past due, 0 on the due day itself. Days the calendar does not know count as none. */
export function workingDaysLate(calendar: OfficialCalendar, dueAt: Instant, now: Instant): number {
  let late = 0;
  for (let day = addDays(dayOf(dueAt), 1); day <= dayOf(now); day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (working.ok && working.value) late += 1;
  }
  return late;
}
