import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { subjectKindOf } from '@hall/shared/commitment/measurable-events';
import { system } from '../../platform/auth/actor.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { Ledger } from '../ledger/ledger.ts';
import { CommitmentVersion } from './commitment.entity.ts';
import { Fulfilments } from './fulfilments.ts';
import { PublishedCalendar } from './published-calendar.ts';

const clockwork = system('commitment.clockwork');

@Injectable()
export class CommitmentJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly ledger: Ledger,
    private readonly calendar: PublishedCalendar,
    private readonly fulfilments: Fulfilments,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('commitment.calendar', 10 * MINUTE, () => this.followCalendar());
  }

  /** A year was loaded or corrected: it is published, and whatever counts working days is computed anew. @returns how many subjects */
  async followCalendar(): Promise<number> {
    let looked = 0;
    for (const { id: hallId } of await this.halls.all()) {
      const changed = await this.unitOfWork.run(clockwork, async (work) => {
        await this.ledger.hold(work, hallId);
        if (!(await this.calendar.publish(work, hallId))) return false;
        this.calendar.forget();
        // Under the same hold, so that no figure is said between the new calendar and what it changes.
        for (const version of await work.find(CommitmentVersion, { hallId, state: 'published' })) {
          if (version.rule.clock !== 'working-days') continue;
          const subjects = await work.rows<{ subject_id: string }>('SELECT DISTINCT subject_id FROM fulfilment WHERE commitment_version_id = ?', [version.id]);
          for (const { subject_id } of subjects) await this.fulfilments.follow(work, hallId, subjectKindOf(version.rule.from), subject_id);
          looked += subjects.length;
        }
        return true;
      });
      if (!changed) this.calendar.forget();
    }
    return looked;
  }
}
