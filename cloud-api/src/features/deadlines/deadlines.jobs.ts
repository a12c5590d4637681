import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Metrics } from '../../platform/metrics/metrics.ts';
import { DeadlineSweep } from './deadline-sweep.ts';

@Injectable()
export class DeadlinesJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly metrics: Metrics,
    private readonly sweeps: DeadlineSweep,
  ) {}

  onApplicationBootstrap(): void {
    this.metrics.gauge('hall_deadlines_awaiting_calendar', 'Deadlines that cannot be dated because a year of the official calendar is not loaded', () => this.sweeps.awaiting);
    this.jobs.every('deadlines.sweep', MINUTE, () => this.sweeps.sweep());
    // A house that slept through somebody's day looks first thing.
    this.jobs.soon('deadlines.sweep');
    this.jobs.every('deadlines.awaiting-calendar', 10 * MINUTE, () => this.sweeps.computeAwaited());
  }
}
