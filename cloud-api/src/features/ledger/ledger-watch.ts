import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SECOND, addDays, dayOf, daysBetween } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Metrics } from '../../platform/metrics/metrics.ts';
import { LedgerBook } from './ledger.entity.ts';
import { Ledger } from './ledger.ts';

/** Whether the ledger keeps up, for whoever watches the server: a ledger that stands still must be noticed before the public does. */
@Injectable()
export class LedgerWatch implements OnApplicationBootstrap {
  private lagSeconds = 0;
  private unsealedDays = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.gauge('hall_ledger_lag_seconds', 'How long the oldest entry of the ledger has been waiting for its place', () => this.lagSeconds);
    this.metrics.gauge('hall_ledger_unsealed_days', 'Days that are over and not sealed, of the hall furthest behind', () => this.unsealedDays);
    this.jobs.every('ledger.watch', 15 * SECOND, () => this.look());
  }

  async look(): Promise<void> {
    const now = this.clock.now();
    const yesterday = addDays(dayOf(now), -1);
    const books = await this.dataSource.manager.find(LedgerBook);
    const lags = await Promise.all(books.map(({ id }) => this.ledger.lag(id, now)));
    this.lagSeconds = Math.round(Math.max(0, ...lags) / SECOND);
    this.unsealedDays = Math.max(0, ...books.map(({ sealedTo, begunOn }) => daysBetween(sealedTo ?? addDays(begunOn, -1), yesterday)));
  }
}
