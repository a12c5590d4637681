import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { ActivityService } from './activity.service.ts';

@Injectable()
export class ActivityJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly activities: ActivityService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('activity.follow-clock', MINUTE, () => this.activities.followClock());
    // What began while the house slept has begun.
    this.jobs.soon('activity.follow-clock');
  }
}
