import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HOUR } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { LapseService } from './lapse.service.ts';

@Injectable()
export class EnrolmentJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly lapses: LapseService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('enrolment.lapse', HOUR, () => this.lapses.sweep());
  }
}
