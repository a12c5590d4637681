import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OpenState } from '@hall/shared/calendar/opening.rules';
import { byHour, hoursBetween, median, waitedMinutes, type HourCount } from '@hall/shared/insight/day-figures.rules';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import type { ClassWaitView } from '../hall/hall.dto.ts';
import { Halls } from '../hall/halls.ts';
import { BoardQueries } from './board.queries.ts';
import { BoardVersions } from './board-versions.ts';

/** The queue of one hall's day in numbers. */
export interface QueueDay {
  day: Day;
  openState: OpenState;
  waiting: ClassWaitView[];
  windows: number;
  windowsOpen: number;
  windowsPaused: number;
  atWindows: number;
  served: number;
  /** Left, missed or unserved. */
  lost: number;
  /** Of everybody called today; null before the first call. */
  medianWaitMinutes: number | null;
  longestWaitMinutes: number | null;
  servedByHour: HourCount[];
}

interface CountRow { state: string; count: number | string }
interface CalledRow { eligible_at: number | string; first_called_at: number | string; state: string; ended_at: number | string | null }

/** Counts a hall's day for those who run it. */
@Injectable()
export class DayFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly board: BoardQueries,
    private readonly versions: BoardVersions,
    private readonly clock: Clock,
  ) {}

  /** Grows with every change of the hall's queue. */
  version(hallId: string): Promise<number> {
    return this.versions.current(hallId);
  }

  async of(hallId: string): Promise<QueueDay> {
    const now = this.clock.now();
    const day = dayOf(now);
    const [hall, openState, windows, waiting, states, called] = [
      await this.halls.hall(hallId), await this.halls.openState(hallId, now), await this.halls.windows(hallId), await this.board.waiting(hallId), await this.states(hallId, day), await this.called(hallId, day),
    ];
    const count = (...of: string[]): number => states.filter(({ state }) => of.includes(state)).reduce((sum, row) => sum + Number(row.count), 0);
    const waits = called.map((row) => waitedMinutes({ eligibleAt: Number(row.eligible_at), firstCalledAt: Number(row.first_called_at) }));
    const hours = hoursBetween(hall.openFrom, hall.openTo);
    return {
      day, openState, waiting, windows: windows.length, windowsOpen: windows.filter(({ state }) => state === 'open').length, windowsPaused: windows.filter(({ state }) => state === 'paused').length,
      atWindows: count('called', 'serving'), served: count('served'), lost: count('left', 'missed', 'unserved'), medianWaitMinutes: median(waits), longestWaitMinutes: waits.length === 0 ? null : Math.max(...waits),
      servedByHour: byHour(called.flatMap((row) => (row.state === 'served' && row.ended_at !== null ? [Number(row.ended_at)] : [])), hours.from, hours.to),
    };
  }

  private states(hallId: string, day: Day): Promise<CountRow[]> {
    return this.dataSource.query('SELECT state, COUNT(*) AS count FROM ticket WHERE hall_id = ? AND day = ? GROUP BY state', [hallId, day]);
  }

  private called(hallId: string, day: Day): Promise<CalledRow[]> {
    return this.dataSource.query('SELECT eligible_at, first_called_at, state, ended_at FROM ticket WHERE hall_id = ? AND day = ? AND first_called_at IS NOT NULL', [hallId, day]);
  }
}
