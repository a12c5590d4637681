import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { calendarChanges, checkCalendarYear, type NoticeDay } from '@hall/shared/calendar/calendar-year.rules';
import { dayOf, yearOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { replaceYear } from '../../platform/calendar/load-years.ts';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { CalendarDay, CalendarLoading, CalendarYear } from '../../platform/persistence/platform.entities.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { CalendarPreviewView, CalendarYearList, CalendarYearRequest, CalendarYearSummaryView, CalendarYearView } from './calendar.dto.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { HouseRegistry } from './house.registry.ts';
import { calendarErrors } from './calendar.errors.ts';

const KIND_WORDS: Readonly<Record<NoticeDay['kind'], string>> = { holiday: '放假', workday: '上班' };

/** The years of the official calendar, read by all staff, loaded by whoever keeps it. */
@Injectable()
export class CalendarYears {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: OfficialCalendar,
    private readonly registry: HouseRegistry,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<CalendarYearList> {
    const manager = this.dataSource.manager;
    const [years, days] = await Promise.all([manager.find(CalendarYear, { order: { year: 'ASC' } }), manager.find(CalendarDay)]);
    return { thisYear: this.thisYear(), items: years.map((year) => summaryOf(year, days.filter(({ day }) => yearOf(day) === year.year))) };
  }

  /** @throws CALENDAR_YEAR_UNKNOWN */
  async one(year: number): Promise<CalendarYearView> {
    const { row, days } = await yearIn(this.dataSource.manager, year);
    if (!row) throw calendarErrors.CALENDAR_YEAR_UNKNOWN();
    const loadings = await this.dataSource.manager.find(CalendarLoading, { where: { year }, order: { number: 'DESC' } });
    const names = await this.registry.names(loadings.flatMap(({ loadedBy }) => loadedBy ?? []));
    return {
      ...summaryOf(row, days), days,
      loadings: loadings.map(({ number, provisional, source, loadedAt, loadedBy, days: then }) => ({ number, provisional, source, loadedAt, loadedByName: loadedBy === null ? null : (names.get(loadedBy) ?? ''), days: then })),
    };
  }

  /** A year as a sheet that can be loaded again. @throws CALENDAR_YEAR_UNKNOWN */
  async sheet(year: number): Promise<Buffer> {
    const { days, source } = await this.one(year);
    return writeTable({
      sheet: '放假安排', title: `${year} 年放假安排`, note: `依据：${source}。只写放假的日子和调休上班的周末。`, createdAt: this.clock.now(), creator: '大厅',
      columns: [['日期', 14], ['放假或上班', 14], ['节日', 24]], choices: { 放假或上班: Object.values(KIND_WORDS) }, rows: days.map(({ day, kind, name }) => [day, KIND_WORDS[kind as NoticeDay['kind']], name]),
    });
  }

  /** What loading this year would change. @throws as `load` does, so that nothing is promised that would then be refused */
  async preview(request: CalendarYearRequest): Promise<CalendarPreviewView> {
    return this.judge(this.dataSource.manager, request);
  }

  /**
   * Loads a year, in the place of what the clerk saw there. Other processes believe it within a minute, and booking times follow
   * with the next run of the slot planner.
   * @throws CALENDAR_YEAR_INVALID naming every wrong row, CALENDAR_YEAR_PAST, CALENDAR_YEAR_OFFICIAL, STALE_VERSION
   */
  async load(actor: StaffActor, request: CalendarYearRequest): Promise<CalendarPreviewView> {
    const preview = await this.unitOfWork.run(actor, async (work) => {
      const judged = await this.judge(work.manager, request);
      const days = request.days.map(({ day, kind, name }) => ({ day, kind: kind as NoticeDay['kind'], name: name.trim() }));
      await replaceYear(work, { year: request.year, provisional: request.provisional, source: request.source.trim(), days }, request.replaces);
      return judged;
    });
    this.calendar.forget();
    return preview;
  }

  private async judge(manager: EntityManager, request: CalendarYearRequest): Promise<CalendarPreviewView> {
    const days = request.days.map(({ day, kind, name }) => ({ day, kind: kind as NoticeDay['kind'], name: name.trim() }));
    const fields = checkCalendarYear({ ...request, days }).map(({ row, field, message }) => ({ path: row === null ? field : `days.${row}.${field}`, code: 'CALENDAR_ROW', message }));
    if (fields.length > 0) throw calendarErrors.CALENDAR_YEAR_INVALID({ fields });
    if (request.year < this.thisYear()) throw calendarErrors.CALENDAR_YEAR_PAST();
    const { row, days: standing } = await yearIn(manager, request.year);
    if ((row?.loadedAt ?? null) !== request.replaces) throw platformErrors.STALE_VERSION();
    if (row && !row.provisional && request.provisional) throw calendarErrors.CALENDAR_YEAR_OFFICIAL();
    return { year: request.year, effect: !row ? 'new' : row.provisional && !request.provisional ? 'official' : 'correction', changes: calendarChanges(standing, days) };
  }

  private thisYear(): number {
    return yearOf(dayOf(this.clock.now()));
  }
}

async function yearIn(manager: EntityManager, year: number): Promise<{ row: CalendarYear | null; days: NoticeDay[] }> {
  const row = await manager.findOneBy(CalendarYear, { year });
  const days = await manager.createQueryBuilder(CalendarDay, 'd').where('d.day >= :from AND d.day <= :to', { from: `${year}-01-01`, to: `${year}-12-31` }).orderBy('d.day').getMany();
  return { row, days: days.map(({ day, kind, name }) => ({ day, kind, name })) };
}

const summaryOf = ({ year, provisional, source, loadedAt }: CalendarYear, days: readonly NoticeDay[]): CalendarYearSummaryView => ({
  year, provisional, source, loadedAt, holidays: days.filter(({ kind }) => kind === 'holiday').length, extraWorkdays: days.filter(({ kind }) => kind === 'workday').length,
});
