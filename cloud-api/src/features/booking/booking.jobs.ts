import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE, SECOND } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { BookingSweeps } from './booking-sweeps.ts';
import { SlotPlanner } from './slot-planner.ts';

@Injectable()
export class BookingJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly planner: SlotPlanner,
    private readonly sweeps: BookingSweeps,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('booking.plan-slots', 10 * MINUTE, () => this.planner.planAll());
    this.jobs.every('booking.expire-holds', 30 * SECOND, () => this.sweeps.expireHolds());
    this.jobs.every('booking.mark-missed', MINUTE, () => this.sweeps.markMissed());
    this.jobs.soon('booking.plan-slots');
  }
}
