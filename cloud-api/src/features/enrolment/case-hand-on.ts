import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { workHandedOn } from '../hall/house.events.ts';
import { Application } from './application.entity.ts';
import { CASE_SUBJECT, CaseDeadlines } from './case-deadlines.ts';

/** What somebody who leaves owes for a case passes to a colleague: the review they had open, or what the province sent back. */
@Injectable()
export class CaseHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly deadlines: CaseDeadlines,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.handedOnBy(CASE_SUBJECT, {
      needs: 'review.claim',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(Application, subjectId);
        if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
        // A review lies open before whoever claims it; nobody claims for somebody else.
        if (row.claimedBy === fromId) await work.change(Application, row, { claimedBy: null, claimedUntil: null });
        await this.deadlines.handOn(work, row.id, to.id);
        work.audit('application.hand-on', row.id, { ownerId: to.id });
        work.emit(workHandedOn, { hallId: actor.hallId, staffId: to.id, subjectKind: CASE_SUBJECT, subjectId: row.id });
      },
    });
  }
}
