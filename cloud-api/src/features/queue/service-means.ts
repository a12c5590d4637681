import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MINUTE } from '@hall/shared/kernel/day';
import { learnedMinutes } from '@hall/shared/queue/estimate.rules';
import type { Work } from '../../platform/persistence/work.ts';
import { TicketVisits } from './ticket-visits.ts';
import { ServiceMean, type ScopeItem } from './ticket.entity.ts';

/** Minutes a service of this scope is expected to take. */
export type MinutesOf = (scope: readonly ScopeItem[]) => number;

const keyOf = (matterId: string, ready: boolean): string => `${matterId}:${ready ? 1 : 0}`;

/** How long services take: what each matter says of itself, drawn towards what this hall's windows measured. */
@Injectable()
export class ServiceMeans {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visits: TicketVisits,
  ) {}

  async of(hallId: string): Promise<MinutesOf> {
    const rows = await this.dataSource.manager.findBy(ServiceMean, { hallId });
    const measured = new Map(rows.map((row) => [keyOf(row.matterId, row.ready === 1), { count: row.served, totalMinutes: row.totalMs / MINUTE }]));
    const priors = await this.visits.expectedMinutes();
    const one = ({ matterId, ready }: ScopeItem) => {
      const prior = priors.get(matterId);
      return learnedMinutes(prior ? (ready ? prior.ready : prior.notReady) : 10, measured.get(keyOf(matterId, ready)) ?? { count: 0, totalMinutes: 0 });
    };
    return (scope) => Math.max(1, scope.reduce((sum, item) => sum + one(item), 0));
  }

  /** Learns from a service of one matter; of a service of several nobody knows how long each took. */
  async learn(work: Work, hallId: string, scope: readonly ScopeItem[], milliseconds: number): Promise<void> {
    const [only, ...others] = scope;
    if (!only || others.length > 0) return;
    const key = [hallId, only.matterId, only.ready ? 1 : 0];
    await work.sql.insertIfAbsent('service_mean (hall_id, matter_id, ready, served, total_ms) VALUES (?, ?, ?, 0, 0)', key);
    await work.execute('UPDATE service_mean SET served = served + 1, total_ms = total_ms + ? WHERE hall_id = ? AND matter_id = ? AND ready = ?', [milliseconds, ...key]);
  }
}
