import { platformErrors } from '../errors/platform.errors.ts';
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
    await replaceYear(work, year, known?.loadedAt ?? null);
    stored.push(year.year);
  }
  return stored;
}

/**
 * Stores a year in the place of what was loaded at `replaces` (epoch ms; null: nothing was).
 * @throws STALE_VERSION when somebody else has loaded that year meanwhile
 */
export async function replaceYear(work: Work, year: YearOfDays, replaces: number | null): Promise<void> {
  if (replaces !== null) {
    const removed = await work.execute('DELETE FROM calendar_year WHERE year = ? AND loaded_at = ?', [year.year, replaces]);
    if (removed.affected === 0) throw platformErrors.STALE_VERSION();
    await work.execute('DELETE FROM calendar_day WHERE day >= ? AND day <= ?', [`${year.year}-01-01`, `${year.year}-12-31`]);
  }
  const added = await work.sql.insertIfAbsent('calendar_year (year, provisional, source, loaded_at) VALUES (?, ?, ?, ?)', [year.year, year.provisional ? 1 : 0, year.source, work.now]);
  if (added.affected === 0) throw platformErrors.STALE_VERSION();
  for (const day of year.days) await work.add(CalendarDay, day);
  work.audit('calendar.load-year', String(year.year), { provisional: year.provisional });
}
