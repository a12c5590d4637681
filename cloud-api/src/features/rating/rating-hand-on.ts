import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { RATING_SUBJECT, toldOf } from './rating-case-steps.ts';
import { RatingCase } from './rating-case.entity.ts';
import { ratingCaseErrors } from './rating-case.errors.ts';
import { ratingCaseForOwner } from './rating-case.events.ts';

/** The case of a bad rating passes to a colleague when its owner leaves, never to the one who was rated. */
@Injectable()
export class RatingHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.handedOnBy(RATING_SUBJECT, {
      needs: 'rating.handle',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(RatingCase, subjectId);
        if (row.hallId !== actor.hallId || row.ownerId !== fromId) throw platformErrors.NOT_FOUND();
        // Said as of any case that is not theirs: nobody may find out by trying who was rated.
        if (row.staffId === to.id) throw ratingCaseErrors.RATING_CASE_OTHERS();
        await work.change(RatingCase, row, { ownerId: to.id });
        await this.deadlines.reassign(work, { kind: RATING_SUBJECT, id: row.id }, to.id);
        work.audit('rating-case.hand-on', row.id, { ownerId: to.id });
        work.emit(ratingCaseForOwner, { ...toldOf(row), staffId: to.id, why: 'opened' });
      },
    });
  }
}
