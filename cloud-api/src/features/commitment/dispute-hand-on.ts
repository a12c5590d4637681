import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { workHandedOn } from '../hall/house.events.ts';
import { commitmentErrors } from './commitment.errors.ts';
import { MeasuredFact } from './commitment.entity.ts';
import { DISPUTE_SUBJECT, DisputeDeadlines, staffIn } from './dispute-deadlines.ts';
import { TimeDispute } from './dispute.entity.ts';

/** The answer to a doubt passes to a colleague when whoever owed it leaves, never to somebody who served that visit. */
@Injectable()
export class DisputeHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly deadlines: DisputeDeadlines,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.handedOnBy(DISPUTE_SUBJECT, {
      needs: 'commitment.exclude',
      hand: async (work, actor, { subjectId, to }) => {
        const row = await work.lock(TimeDispute, subjectId);
        if (row.hallId !== actor.hallId || row.state !== 'raised') throw platformErrors.NOT_FOUND();
        if (staffIn(await work.find(MeasuredFact, { subjectKind: 'visit', subjectId: row.ticketId })).has(to.id)) throw commitmentErrors.DISPUTE_NOT_YOURS();
        await this.deadlines.handOn(work, row.id, to);
        work.audit('dispute.hand-on', row.id, { ownerId: to.id });
        work.emit(workHandedOn, { hallId: actor.hallId, staffId: to.id, subjectKind: DISPUTE_SUBJECT, subjectId: row.id });
      },
    });
  }
}
