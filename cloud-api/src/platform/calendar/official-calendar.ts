import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CalendarDayKind, Day } from '@hall/shared/kernel/day';
import { weekdayOf, yearOf } from '@hall/shared/kernel/day';
import { Clock } from '../clock/clock.ts';
import { CalendarDay, CalendarYear } from '../persistence/platform.entities.ts';

/** How long a process believes the loaded years: an administrator's change is seen by all within this time. */
const BELIEVED_FOR = 60_000;

/** What the official holiday notices say, as far as they have been loaded. */
export interface CalendarData {
  years: ReadonlyMap<number, { provisional: boolean; source: string }>;
  holidays: ReadonlyMap<Day, string>;
  workdays: ReadonlyMap<Day, string>;
}

/** The official working-day calendar. Nothing is computed past the years it covers. */
@Injectable()
export class OfficialCalendar {
  private data: CalendarData | null = null;
  private readAt = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async load(): Promise<CalendarData> {
    const now = this.clock.now();
    if (this.data && Math.abs(now - this.readAt) < BELIEVED_FOR) return this.data;
    const [years, days] = await Promise.all([this.dataSource.manager.find(CalendarYear), this.dataSource.manager.find(CalendarDay)]);
    const of = (kind: CalendarDay['kind']) => new Map(days.filter((row) => row.kind === kind).map((row) => [row.day, row.name]));
    this.data = { years: new Map(years.map((row) => [row.year, { provisional: row.provisional, source: row.source }])), holidays: of('holiday'), workdays: of('workday') };
    this.readAt = now;
    return this.data;
  }

  /** Forgets what was believed, after the years have been changed in this process. */
  forget(): void {
    this.data = null;
  }

  async kindOf(day: Day): Promise<CalendarDayKind> {
    return kindIn(await this.load(), day);
  }
}

/** What the loaded notices say of a day. */
export function kindIn(data: CalendarData, day: Day): CalendarDayKind {
  if (!data.years.has(yearOf(day))) return 'uncovered';
  if (data.holidays.has(day)) return 'holiday';
  if (data.workdays.has(day)) return 'extra-workday';
  return weekdayOf(day) >= 6 ? 'weekend' : 'workday';
}

/** Whether what is said of this day rests on a stand-in for a notice that has not come out yet. */
export const provisionalIn = (data: CalendarData, day: Day): boolean => data.years.get(yearOf(day))?.provisional ?? false;
