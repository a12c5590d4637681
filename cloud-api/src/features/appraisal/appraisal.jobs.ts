import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { AppraisalDraw } from './appraisal-draw.ts';

@Injectable()
export class AppraisalJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly draw: AppraisalDraw,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('appraisal.draw', MINUTE, () => this.draw.drawAll());
    this.jobs.soon('appraisal.draw');
  }
}
