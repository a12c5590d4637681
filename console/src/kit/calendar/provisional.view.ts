import type { CalendarYearSummaryView } from '@hall/shared/api/views';
import { yearOf } from '@hall/shared/kernel/day';

/** The years among these days that rest on a guess, each once, in order. */
export function provisionalYearsOf(days: readonly string[], years: readonly Pick<CalendarYearSummaryView, 'year' | 'provisional'>[]): number[] {
  const guessed = new Set(years.filter(({ provisional }) => provisional).map(({ year }) => year));
  return [...new Set(days.map(yearOf))].filter((year) => guessed.has(year)).sort((a, b) => a - b);
}
