import { addDays, isDay, weekdayOf, yearOf } from '../kernel/day.ts';
import type { CalendarDayKind, Day } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';

/** The official yearly holiday notices as data. Only covered years may be computed with: a year without its notice looks like one without holidays. */
export interface OfficialCalendar {
  coveredYears: readonly number[];
  /** Days off by notice, weekends in a holiday included, with the holiday's name. */
  holidays: Readonly<Record<Day, string>>;
  /** Weekend days worked in exchange 调休, with the holiday they belong to. */
  extraWorkdays: Readonly<Record<Day, string>>;
}
/** A correction by the administrator; it goes before the notice and covers its day even in a year not loaded. */
export interface CalendarOverride { day: Day; kind: 'workday' | 'holiday'; reason: string }

/** More working days than any deadline has; a larger number is a mistake. */
const MAX_WORKING_DAYS = 1_000;

/** The calendar with the administrator's corrections laid over it. */
export function withOverrides(calendar: OfficialCalendar, overrides: readonly CalendarOverride[]): OfficialCalendar {
  const holidays = { ...calendar.holidays };
  const extraWorkdays = { ...calendar.extraWorkdays };
  for (const { day, kind, reason } of overrides) {
    delete holidays[day];
    delete extraWorkdays[day];
    (kind === 'holiday' ? holidays : extraWorkdays)[day] = reason;
  }
  return { coveredYears: calendar.coveredYears, holidays, extraWorkdays };
}

/** What kind of day it is. A day named in the calendar is known even when its year is not covered. */
export function dayKind(calendar: OfficialCalendar, day: Day): CalendarDayKind {
  const weekend = weekdayOf(day) > 5;
  if (calendar.holidays[day] !== undefined) return 'holiday';
  if (calendar.extraWorkdays[day] !== undefined) return weekend ? 'extra-workday' : 'workday';
  if (!calendar.coveredYears.includes(yearOf(day))) return 'uncovered';
  return weekend ? 'weekend' : 'workday';
}

const notCovered = (day: Day): Refusal => refuse('CALENDAR_NOT_COVERED', `${yearOf(day)} 年的放假安排还没有录入，暂时算不出这个日期。`);

/** Code: CALENDAR_NOT_COVERED. */
export function isWorkingDay(calendar: OfficialCalendar, day: Day): Verdict<boolean> {
  const kind = dayKind(calendar, day);
  return kind === 'uncovered' ? notCovered(day) : allow(kind === 'workday' || kind === 'extra-workday');
}

/**
 * The `count`-th working day after `from`; the day a period starts on does not count (行政许可法 and 民法典 alike). With 0, `from` itself
 * when it is a working day, else the next one. Refuses to step over an uncovered day. Codes: CALENDAR_NOT_COVERED, WORKING_DAYS_INVALID.
 */
export function addWorkingDays(calendar: OfficialCalendar, from: Day, count: number): Verdict<Day> {
  if (!isDay(from) || !Number.isInteger(count) || count < 0 || count > MAX_WORKING_DAYS) return refuse('WORKING_DAYS_INVALID', '工作日的天数不对。');
  let left = Math.max(count, 1);
  for (let day = count === 0 ? from : addDays(from, 1); ; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value && --left === 0) return allow(day);
  }
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. The inverse of `addWorkingDays`. Code: CALENDAR_NOT_COVERED. */
export function workingDaysBetween(calendar: OfficialCalendar, from: Day, to: Day): Verdict<number> {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day);
    if (!working.ok) return working;
    if (working.value) count++;
  }
  return allow(count);
}

/** The last day of the unbroken run of covered years that begins with `today`'s; null when that year itself is missing. An alarm watches it. */
export function coveredUntil(calendar: OfficialCalendar, today: Day): Day | null {
  let year = yearOf(today);
  if (!calendar.coveredYears.includes(year)) return null;
  while (calendar.coveredYears.includes(year + 1)) year++;
  return `${year}-12-31`;
}
