import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { StarCount } from './star-count.ts';

@Injectable()
export class StarJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly count: StarCount,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('star.follow-clock', 20 * SECOND, () => this.count.followClock());
    this.jobs.soon('star.follow-clock');
  }
}
