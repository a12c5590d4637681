import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { workHandedOn } from '../hall/house.events.ts';
import { FundBatch } from './fund.entity.ts';
import { FUND_SUBJECT } from './fund.service.ts';
import { RELAY_SUBJECT } from './relay.service.ts';
import { rightsAssigned } from './relays.events.ts';
import { RightsCase } from './rights.entity.ts';
import { RIGHTS_SUBJECT, RightsService } from './rights.service.ts';

/** What passes to a colleague when its owner leaves: somebody's rights, money that is due. A message nobody will read any more is let go. */
@Injectable()
export class RelaysHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly rights: RightsService,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    const { registry } = this.halls.plans;
    registry.handedOnBy(RIGHTS_SUBJECT, {
      needs: 'rights.handle',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(RightsCase, subjectId);
        if (row.hallId !== actor.hallId || row.ownerId !== fromId) throw platformErrors.NOT_FOUND();
        await this.rights.give(work, row, to);
        work.emit(rightsAssigned, { caseId: row.id, hallId: row.hallId, staffId: to.id });
      },
    });
    registry.handedOnBy(FUND_SUBJECT, {
      needs: 'fund.handle',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(FundBatch, subjectId);
        if (row.hallId !== actor.hallId || row.ownerId !== fromId) throw platformErrors.NOT_FOUND();
        await work.change(FundBatch, row, { ownerId: to.id });
        await this.deadlines.reassign(work, { kind: FUND_SUBJECT, id: row.id }, to.id, to.departmentId);
        work.audit('fund.hand-on', row.id, { ownerId: to.id });
        work.emit(workHandedOn, { hallId: actor.hallId, staffId: to.id, subjectKind: FUND_SUBJECT, subjectId: row.id });
      },
    });
    registry.handedOnBy(RELAY_SUBJECT, {
      needs: null,
      letGo: async (work, _actor, { subjectId, fromId }) => {
        await work.execute("UPDATE relay_receipt SET state = 'released', version = version + 1 WHERE relay_id = ? AND staff_id = ? AND state = 'owed'", [subjectId, fromId]);
        await this.deadlines.drop(work, { kind: RELAY_SUBJECT, id: subjectId }, 'left', fromId);
      },
    });
  }
}
