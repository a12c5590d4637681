import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { APPRAISAL_SUBJECT } from './appraisals.service.ts';
import { Appraisal } from './appraisal.entity.ts';
import { appraisalCounted } from './appraisal.events.ts';

/** What a department owes after its appraisal passes to whoever answers for it when its head leaves. The day in the ledger stays. */
@Injectable()
export class AppraisalHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.handedOnBy(APPRAISAL_SUBJECT, {
      needs: 'appraisal.open',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(Appraisal, subjectId);
        if (row.hallId !== actor.hallId || row.ownerId !== fromId || row.state !== 'counted') throw platformErrors.NOT_FOUND();
        await work.change(Appraisal, row, { ownerId: to.id });
        await this.deadlines.reassign(work, { kind: APPRAISAL_SUBJECT, id: row.id }, to.id);
        work.audit('appraisal.hand-on', row.id, { ownerId: to.id });
        work.emit(appraisalCounted, { appraisalId: row.id, hallId: row.hallId, staffId: to.id });
      },
    });
  }
}
