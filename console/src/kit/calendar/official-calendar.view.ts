import type { CalendarYearView } from '@hall/shared/api/views';
import type { OfficialCalendar } from '@hall/shared/calendar/working-day.rules';

/** The calendar as the rules of working days read it, from the years the hall has loaded. */
export function calendarOf(years: readonly Pick<CalendarYearView, 'year' | 'days'>[]): OfficialCalendar {
  const named = (kind: string) => Object.fromEntries(years.flatMap(({ days }) => days.filter((each) => each.kind === kind).map(({ day, name }) => [day, name] as const)));
  return { coveredYears: years.map(({ year }) => year), holidays: named('holiday'), extraWorkdays: named('workday') };
}
