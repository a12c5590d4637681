import { Between } from 'typeorm';
import { platformErrors } from '../errors/platform.errors.ts';
import { newId } from '../persistence/new-id.ts';
import { CalendarDay, CalendarLoading, CalendarYear } from '../persistence/platform.entities.ts';
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
  await keepStanding(work, year.year);
  if (replaces !== null) {
    const removed = await work.execute('DELETE FROM calendar_year WHERE year = ? AND loaded_at = ?', [year.year, replaces]);
    if (removed.affected === 0) throw platformErrors.STALE_VERSION();
    await work.execute('DELETE FROM calendar_day WHERE day >= ? AND day <= ?', [`${year.year}-01-01`, `${year.year}-12-31`]);
  }
  const added = await work.sql.insertIfAbsent('calendar_year (year, provisional, source, loaded_at) VALUES (?, ?, ?, ?)', [year.year, year.provisional ? 1 : 0, year.source, work.now]);
  if (added.affected === 0) throw platformErrors.STALE_VERSION();
  for (const day of year.days) await work.add(CalendarDay, day);
  const number = await keepLoading(work, year, work.now, work.actor.kind === 'staff' ? work.actor.id : null);
  work.audit('calendar.load-year', String(year.year), { provisional: year.provisional, number });
}

/** A year loaded before loadings were kept is kept now, so that it can be restored. */
async function keepStanding(work: Work, year: number): Promise<void> {
  const standing = await work.findOne(CalendarYear, { year });
  if (!standing || (await work.findOne(CalendarLoading, { year }))) return;
  const days = (await work.find(CalendarDay, { day: Between(`${year}-01-01`, `${year}-12-31`) })).sort((a, b) => (a.day < b.day ? -1 : 1));
  await keepLoading(work, { ...standing, days }, standing.loadedAt, null);
}

async function keepLoading(work: Work, { year, provisional, source, days }: YearOfDays, loadedAt: number, loadedBy: string | null): Promise<number> {
  const number = Math.max(0, ...(await work.find(CalendarLoading, { year })).map((each) => each.number)) + 1;
  await work.add(CalendarLoading, { id: newId(), year, number, provisional, source, days: days.map(({ day, kind, name }) => ({ day, kind, name })), loadedAt, loadedBy });
  return number;
}
