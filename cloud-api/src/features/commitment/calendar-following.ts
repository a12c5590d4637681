import { Injectable } from '@nestjs/common';
import { subjectKindOf } from '@hall/shared/commitment/measurable-events';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';
import { CommitmentVersion } from './commitment.entity.ts';
import { Fulfilments } from './fulfilments.ts';
import { PublishedCalendar } from './published-calendar.ts';

/** A year was loaded or corrected: it is published, and whatever counts working days is computed anew, both in one unit of work. */
@Injectable()
export class CalendarFollowing {
  constructor(
    private readonly ledger: Ledger,
    private readonly calendar: PublishedCalendar,
    private readonly fulfilments: Fulfilments,
  ) {}

  /** The ledger is held meanwhile, so that no figure is said between the new calendar and what it changes. @returns how many subjects were looked at */
  async follow(work: Work, hallId: string): Promise<number> {
    await this.ledger.hold(work, hallId);
    if (!(await this.calendar.publish(work, hallId))) return 0;
    let looked = 0;
    for (const version of await work.find(CommitmentVersion, { hallId, state: 'published' })) {
      if (version.rule.clock !== 'working-days') continue;
      const subjects = await work.rows<{ subject_id: string }>('SELECT DISTINCT subject_id FROM fulfilment WHERE commitment_version_id = ?', [version.id]);
      for (const { subject_id } of subjects) await this.fulfilments.follow(work, hallId, subjectKindOf(version.rule.from), subject_id);
      looked += subjects.length;
    }
    return looked;
  }
}
