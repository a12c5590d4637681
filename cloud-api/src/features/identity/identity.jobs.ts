import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HOUR } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { ScanSignInService } from './scan-sign-in.service.ts';

@Injectable()
export class IdentityJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly scans: ScanSignInService,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('identity.forget-scans', HOUR, () => this.scans.forget());
  }
}
