import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE, SECOND } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { QueueSweep } from './queue-sweep.service.ts';

/** The queue's clockwork. */
@Injectable()
export class QueueJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly sweep: QueueSweep,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('queue.watch-windows', 5 * SECOND, () => this.sweep.watchWindows());
    this.jobs.every('queue.renew-promises', MINUTE, () => this.sweep.renewPromises());
    this.jobs.every('queue.close-day', MINUTE, () => this.sweep.closeDay());
    this.jobs.soon('queue.close-day');
  }
}
