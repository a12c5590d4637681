import { CalendarDay, CalendarYear } from '../persistence/platform.entities.ts';
import type { Work } from '../persistence/work.ts';
import type { YearOfDays } from './year-of-days.ts';

/**
 * Stores years of the calendar that are not there yet, and replaces a provisional one by the official. What an
 * administrator has loaded is left alone. Returns the years it stored.
 */
export async function loadYears(work: Work, years: readonly YearOfDays[]): Promise<number[]> {
  const stored: number[] = [];
  for (const year of years) {
    const known = await work.findOne(CalendarYear, { year: year.year });
    if (known && !(known.provisional && !year.provisional)) continue;
    if (known) {
      await work.execute('DELETE FROM calendar_day WHERE day >= ? AND day <= ?', [`${year.year}-01-01`, `${year.year}-12-31`]);
      await work.execute('DELETE FROM calendar_year WHERE year = ?', [year.year]);
    }
    await work.add(CalendarYear, { year: year.year, provisional: year.provisional, source: year.source, loadedAt: work.now });
    for (const day of year.days) await work.add(CalendarDay, day);
    work.audit('calendar.load-year', String(year.year), { provisional: year.provisional });
    stored.push(year.year);
  }
  return stored;
}
