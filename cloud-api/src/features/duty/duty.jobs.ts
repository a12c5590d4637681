import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { HOUR } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Halls } from '../hall/halls.ts';
import { DutyRoster } from './duty-roster.ts';
import { DutyService } from './duty.service.ts';

@Injectable()
export class DutyJobs implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly halls: Halls,
    private readonly roster: DutyRoster,
    private readonly duty: DutyService,
  ) {}

  onModuleInit(): void {
    this.halls.leaderFrom((hallId) => this.roster.leaderToday(hallId));
  }

  onApplicationBootstrap(): void {
    this.jobs.every('duty.close-past-days', HOUR, () => this.duty.closePastDays());
  }
}
