import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HOUR } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { VisitDays } from './visit-days.ts';

@Injectable()
export class InsightJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly days: VisitDays,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('insight.days', HOUR, () => this.days.keep());
  }
}
