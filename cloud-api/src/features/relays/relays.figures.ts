import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf, startOfDay, yearOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { DeadlineTold } from '../deadlines/deadlines.events.ts';
import { Halls } from '../hall/halls.ts';
import { FUND_SUBJECT } from './fund.service.ts';
import type { TimelinessView, TimelyFigureView } from './relay.dto.ts';
import { RELAY_SUBJECT } from './relay.service.ts';
import { RIGHTS_SERVICE, RIGHTS_SUBJECT } from './rights.service.ts';

/** 三个及时: whether what was due came in time. Each figure follows the deadlines; nobody types an outcome. */
@Injectable()
export class TimelyFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** Everything whose deadline was met or has passed since the first of January. */
  async published(): Promise<TimelinessView> {
    const now = this.clock.now();
    const since = `${yearOf(dayOf(now))}-01-01`;
    const where = [await this.halls.defaultHallId(), startOfDay(since)];
    const [relays, rights, funds] = await Promise.all([
      this.figure('FROM relay_receipt r JOIN relay m ON m.id = r.relay_id WHERE r.hall_id = ? AND m.sent_at >= ? AND r.in_time IS NOT NULL', where),
      this.figure('FROM rights_case r WHERE r.hall_id = ? AND r.opened_at >= ? AND r.in_time IS NOT NULL', where),
      this.figure('FROM fund_batch r WHERE r.hall_id = ? AND r.due_by >= ? AND r.in_time IS NOT NULL', where),
    ]);
    return { since, asOf: now, relays, rights, funds };
  }

  /** A deadline of ours was met, in time or late, or has just passed. A case once late stays late. */
  async take(work: Work, { subjectKind, subjectId, step }: DeadlineTold, late: boolean): Promise<void> {
    const set = (table: string, where: string, values: string[]) => work.execute(`UPDATE ${table} SET in_time = ${late ? '0' : 'CASE WHEN in_time = 0 THEN 0 ELSE 1 END'} WHERE ${where}`, values);
    if (subjectKind === RELAY_SUBJECT) await set('relay_receipt', 'relay_id = ? AND staff_id = ?', [subjectId, step]);
    if (subjectKind === RIGHTS_SUBJECT && step === RIGHTS_SERVICE) await set('rights_case', 'id = ?', [subjectId]);
    if (subjectKind === FUND_SUBJECT) await set('fund_batch', 'id = ?', [subjectId]);
  }

  private async figure(from: string, parameters: unknown[]): Promise<TimelyFigureView> {
    const [row] = await this.dataSource.query<[{ n: number | string; good: number | string | null }]>(`SELECT COUNT(*) AS n, SUM(r.in_time) AS good ${from}`, parameters);
    const [n, inTime] = [Number(row.n), Number(row.good ?? 0)];
    return { n, inTime, rate: n === 0 ? null : inTime / n };
  }
}
