import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { CalendarFollowing } from './calendar-following.ts';

const clockwork = system('commitment.clockwork');

@Injectable()
export class CommitmentJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly calendar: CalendarFollowing,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('commitment.calendar', 10 * MINUTE, () => this.followCalendar());
  }

  /** @returns how many subjects were looked at anew because the calendar had changed */
  async followCalendar(): Promise<number> {
    let looked = 0;
    for (const { id: hallId } of await this.halls.all()) looked += await this.unitOfWork.run(clockwork, (work) => this.calendar.follow(work, hallId));
    return looked;
  }
}
