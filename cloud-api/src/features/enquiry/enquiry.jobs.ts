import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HOUR } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { AskingService } from './asking.service.ts';

@Injectable()
export class EnquiryJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly asking: AskingService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('enquiry.forget-unsent', HOUR, () => this.asking.forgetUnsent());
  }
}
