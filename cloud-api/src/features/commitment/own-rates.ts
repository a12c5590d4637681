import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysOf, rateOf, type FigurePeriod } from '@hall/shared/commitment/figures.rules';
import { dayOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { CommitmentVersion } from './commitment.entity.ts';

export interface OwnRate { judged: number; /** Thousandths; null below five. */ rate: number | null }

/** What each member of staff's own visits say of the hall's promise from the call to the end of the service. */
@Injectable()
export class OwnRates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** By member of staff; who has nothing judged is left out. Whoever left before time ran out is nobody's fault, as in the figures of the promise itself. */
  async of(hallId: string, period: FigurePeriod): Promise<Map<string, OwnRate>> {
    const now = this.clock.now();
    const { first, last } = daysOf(period, dayOf(now));
    const versions = (await this.dataSource.manager.findBy(CommitmentVersion, { hallId, state: 'published' })).filter(({ rule }) => rule.from === 'visit.called' && rule.to === 'visit.served' && rule.scope.staff.length + rule.scope.departments.length === 0);
    if (versions.length === 0) return new Map();
    const rows = await this.dataSource.query<{ staff_id: string; met: number | string; judged: number | string }[]>(
      `SELECT staff_id, SUM(CASE WHEN closed_at IS NOT NULL AND (due_at IS NULL OR closed_at <= due_at) THEN 1 ELSE 0 END) AS met, COUNT(*) AS judged FROM fulfilment
       WHERE commitment_version_id IN (${versions.map(() => '?').join(', ')}) AND settles_on >= ? AND settles_on <= ? AND staff_id IS NOT NULL AND excluded_at IS NULL AND (closed_at IS NOT NULL OR due_at < COALESCE(ended_at, ?)) GROUP BY staff_id`,
      [...versions.map(({ id }) => id), first, last, now]);
    return new Map(rows.map(({ staff_id, met, judged }) => [staff_id, { judged: Number(judged), rate: rateOf({ met: Number(met), broken: Number(judged) - Number(met) }) }]));
  }
}
