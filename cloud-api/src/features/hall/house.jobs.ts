import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { HousePlans } from './house-plans.ts';

@Injectable()
export class HouseJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly plans: HousePlans,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('house.apply-plans', 5 * MINUTE, () => this.plans.applyDue());
    // A house that slept through midnight opens with what was decided for the day.
    this.jobs.soon('house.apply-plans');
  }
}
