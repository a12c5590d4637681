import { Injectable } from '@nestjs/common';
import { decideTransfer, type TransferAction } from '@hall/shared/enquiry/enquiry.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { toldOf } from './asking.service.ts';
import { EnquiryPeople, mayAnswer } from './enquiry-people.ts';
import { ANSWER_STEP, EnquiryRecords, invalid, subjectOf, type Held } from './enquiry-records.ts';
import type { DeclineEnquiry, OfferEnquiry } from './enquiry-staff.dto.ts';
import { EnquiryTransfer } from './enquiry.entity.ts';
import { enquiryAccepted, enquiryDeclined, enquiryOffered } from './enquiry.events.ts';

/** Handing a question on. It is offered, and stays where it lies until somebody accepts; whoever asked can read each step. */
@Injectable()
export class TransferService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: EnquiryRecords,
    private readonly who: EnquiryPeople,
    private readonly deadlines: Deadlines,
    private readonly roster: DutyRoster,
    private readonly people: People,
    private readonly halls: Halls,
  ) {}

  /** To one colleague, or to a section of whom anybody may accept. @throws ENQUIRY_INVALID, ENQUIRY_… and NOT_FOUND, STALE_VERSION */
  async offer(actor: StaffActor, id: string, { version, toStaffId, toDepartmentId, reason }: OfferEnquiry): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const held = await this.records.hold(work, actor, id, version);
      const { row } = held;
      const known = toStaffId !== null ? (await this.people.staffOf(row.hallId)).some((each) => each.id === toStaffId && mayAnswer(each)) : (await this.halls.departments(row.hallId)).some((each) => each.id === toDepartmentId);
      const wrong = (message: string) => invalid([{ path: toStaffId === null ? 'toDepartmentId' : 'toStaffId', code: 'ENQUIRY_INVALID', message }]);
      if ((toStaffId === null) === (toDepartmentId === null) || !known) throw wrong('请选一位同事，或者选一个科室。');
      if (toStaffId !== null && toStaffId === row.ownerId) throw wrong('这条咨询本来就由他负责。');
      await this.records.move(work, row, 'offer', held);
      await work.add(EnquiryTransfer, { id: newId(), enquiryId: id, openKey: id, state: 'offered', fromId: row.ownerId!, toStaffId, toDepartmentId, offeredAt: work.now, decidedBy: null, decidedAt: null });
      await this.records.step(work, id, { kind: 'offer', words: reason, toStaffId, toDepartmentId, inNameOf: await this.records.inNameOf(work, actor, row.ownerId, id) });
      const staffIds = toStaffId !== null ? [await this.roster.actingFor(row.hallId, toStaffId, work.now)] : (await this.who.answering(row.hallId, toDepartmentId!)).filter((each) => each !== row.ownerId);
      work.emit(enquiryOffered, { ...toldOf(row), staffIds });
    });
  }

  /** From now on it is the acceptor's; what is left of its time stays the same. @throws as `offer` */
  async accept(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const held = await this.records.hold(work, actor, id, version);
      const { row, transfer } = held;
      const [before, ownerId] = [row.ownerId, this.newOwner(actor, held)];
      const departmentId = transfer?.toDepartmentId ?? (await this.people.staffOf(row.hallId)).find((each) => each.id === ownerId)?.departmentId ?? row.departmentId;
      await this.records.move(work, row, 'accept', held, { ownerId, departmentId });
      await this.close(work, transfer!, 'accept');
      await this.records.step(work, id, { kind: 'accept', inNameOf: await this.records.inNameOf(work, actor, ownerId, id) });
      await this.deadlines.reassign(work, subjectOf(id), ownerId, departmentId, ANSWER_STEP);
      work.emit(enquiryAccepted, { ...toldOf(row), staffId: await this.who.acting(row.hallId, before, work.now), ownerId });
    });
  }

  /** It stays with its owner, who reads why. @throws as `offer` */
  async decline(actor: StaffActor, id: string, { version, reason }: DeclineEnquiry): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const held = await this.records.hold(work, actor, id, version);
      const { row, transfer } = held;
      await this.records.move(work, row, 'decline', held);
      await this.close(work, transfer!, 'decline');
      await this.records.step(work, id, { kind: 'decline', words: reason, inNameOf: await this.records.inNameOf(work, actor, transfer!.toStaffId, id) });
      work.emit(enquiryDeclined, { ...toldOf(row), staffId: await this.who.acting(row.hallId, row.ownerId, work.now) });
    });
  }

  /** The offer is withdrawn. @throws as `offer` */
  async takeBack(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const held = await this.records.hold(work, actor, id, version);
      await this.records.move(work, held.row, 'take-back', held);
      await this.close(work, held.transfer!, 'take-back');
      await this.records.step(work, id, { kind: 'take-back', inNameOf: await this.records.inNameOf(work, actor, held.row.ownerId, id) });
    });
  }

  /** Ends an open offer; the question itself is the caller's affair. */
  async close(work: Work, transfer: EnquiryTransfer, action: TransferAction): Promise<void> {
    const verdict = decideTransfer(action, transfer.state);
    if (!verdict.ok) throw refusal(verdict);
    await work.change(EnquiryTransfer, transfer, { state: verdict.value, openKey: null, decidedBy: work.actor.id, decidedAt: work.now });
  }

  /** Offered to a colleague it becomes theirs, also when somebody accepts for them; offered to a section it becomes the acceptor's. */
  private newOwner(actor: StaffActor, { transfer }: Held): string {
    return transfer?.toStaffId ?? actor.id;
  }
}
