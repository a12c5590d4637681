import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { workHandedOn } from '../hall/house.events.ts';
import { toldOf } from './asking.service.ts';
import { ANSWER_STEP, ENQUIRY_SUBJECT, EnquiryRecords, subjectOf } from './enquiry-records.ts';
import { Enquiry, EnquiryTransfer } from './enquiry.entity.ts';
import { enquiryAccepted } from './enquiry.events.ts';
import { TransferService } from './transfer.service.ts';

/** A question passes to a colleague when its owner leaves. Nobody is asked first: there is nobody left to whom it could fall back. */
@Injectable()
export class EnquiryHandOn implements OnModuleInit {
  constructor(
    private readonly halls: Halls,
    private readonly records: EnquiryRecords,
    private readonly transfers: TransferService,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.handedOnBy(ENQUIRY_SUBJECT, {
      needs: 'enquiry.answer',
      hand: async (work, actor, { subjectId, fromId, to }) => {
        const row = await work.lock(Enquiry, subjectId);
        if (row.hallId !== actor.hallId || row.ownerId !== fromId) throw platformErrors.NOT_FOUND();
        const offered = await work.findOne(EnquiryTransfer, { openKey: subjectId });
        if (offered) await this.transfers.close(work, offered, 'take-back');
        const departmentId = to.departmentId ?? row.departmentId;
        await work.change(Enquiry, row, { ownerId: to.id, departmentId });
        await this.records.step(work, subjectId, { kind: 'accept', toStaffId: to.id });
        await this.deadlines.reassign(work, subjectOf(subjectId), to.id, departmentId, ANSWER_STEP);
        work.emit(enquiryAccepted, { ...toldOf(row), staffId: null, ownerId: to.id });
        work.emit(workHandedOn, { hallId: actor.hallId, staffId: to.id, subjectKind: ENQUIRY_SUBJECT, subjectId });
      },
    });
  }
}
