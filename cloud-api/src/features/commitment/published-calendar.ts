import { Injectable } from '@nestjs/common';
import type { OfficialCalendar as CalendarRules } from '@hall/shared/calendar/working-day.rules';
import { canonicalJson } from '@hall/shared/kernel/canonical-json';
import { yearOf, type Day } from '@hall/shared/kernel/day';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';

export interface CalendarYearSaid {
  year: number;
  provisional: boolean;
  holidays: Day[];
  workdays: Day[];
  [name: string]: number | boolean | readonly string[];
}

/**
 * The working days as the ledger says them: whoever recomputes a figure must count the same days, so nothing is computed
 * from a calendar that was not published before.
 */
@Injectable()
export class PublishedCalendar {
  constructor(
    private readonly official: OfficialCalendar,
    private readonly ledger: Ledger,
  ) {}

  /** Read each time: another process may have published a year meanwhile. */
  async of(work: Work, hallId: string): Promise<CalendarRules> {
    return calendarOf(await this.saidOf(work, hallId));
  }

  /** The same outside a unit of work. */
  async read(hallId: string): Promise<CalendarRules> {
    return calendarOf([...new Map((await this.ledger.said<CalendarYearSaid>(hallId, 'calendar.year')).map((body) => [body.year, body])).values()]);
  }

  /** Says every year that is new or was corrected. @returns whether there was any */
  async publish(work: Work, hallId: string): Promise<boolean> {
    const data = await this.official.load();
    const said = new Map((await this.saidOf(work, hallId)).map((body) => [body.year, canonicalJson(body)]));
    let changed = false;
    for (const [year, { provisional }] of [...data.years].sort(([a], [b]) => a - b)) {
      const of = (days: ReadonlyMap<Day, string>) => [...days.keys()].filter((day) => yearOf(day) === year).sort();
      const body: CalendarYearSaid = { year, provisional, holidays: of(data.holidays), workdays: of(data.workdays) };
      const text = canonicalJson(body);
      if (said.get(year) === text) continue;
      const [count] = await work.rows<{ n: number | string }>("SELECT COUNT(*) AS n FROM ledger_line WHERE hall_id = ? AND kind = 'calendar.year'", [hallId]);
      changed = (await this.ledger.say(work, { hallId, key: `calendar:${year}:${Number(count!.n)}`, kind: 'calendar.year', body })) || changed;
    }
    return changed;
  }

  /** The last word on each year. */
  private async saidOf(work: Work, hallId: string): Promise<CalendarYearSaid[]> {
    const rows = await work.rows<{ body: string }>("SELECT body FROM ledger_line WHERE hall_id = ? AND kind = 'calendar.year' ORDER BY id", [hallId]);
    return [...new Map(rows.map(({ body }) => JSON.parse(body) as CalendarYearSaid).map((body) => [body.year, body])).values()];
  }
}

const calendarOf = (years: readonly CalendarYearSaid[]): CalendarRules => ({
  coveredYears: years.map(({ year }) => year),
  holidays: Object.fromEntries(years.flatMap(({ holidays }) => holidays.map((day) => [day, '放假']))),
  extraWorkdays: Object.fromEntries(years.flatMap(({ workdays }) => workdays.map((day) => [day, '上班']))),
});
