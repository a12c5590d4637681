import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@hall/shared/identity/permissions';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import type { HandOnRequest, OpenWorkView } from './accounts.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { Staff, StaffGrant } from './staff.entity.ts';

/**
 * What lies in somebody's hands when the account is to be closed, and handing it on or letting it go. The administrator names a successor and a
 * reason and sees nothing of the thing: only its number. Who may take it over, and what else changes with it, is the affair of its room.
 */
@Injectable()
export class HandOverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
  ) {}

  /** In a few words each, without personal data of residents. @throws NOT_FOUND for somebody of another hall */
  async openWorkOf(actor: StaffActor, staffId: string): Promise<OpenWorkView[]> {
    const known = await this.unitOfWork.run(actor, (work) => work.findOne(Staff, { id: staffId, hallId: actor.hallId }));
    if (!known) throw platformErrors.NOT_FOUND();
    return this.open(actor, staffId);
  }

  async open({ hallId }: StaffActor, staffId: string): Promise<OpenWorkView[]> {
    const { registry } = this.halls.plans;
    const found: OpenWorkView[] = [];
    for (const { text, subject } of await registry.worksOf(hallId, staffId)) {
      const hands = subject && registry.handsOn(subject.kind);
      const key = hands ? `${subject.kind}:${subject.id}` : null;
      // Several steps may be owed for one thing; it is handed on as a whole.
      const same = key === null ? undefined : found.find((each) => each.key === key);
      if (same) same.text = `${same.text}；${text}`;
      else found.push(hands ? { text, key, needs: hands.needs } : { text: subject ? `${text}，请在“督办”找到它并转交` : text, key: null, needs: null });
    }
    return found;
  }

  /** @throws NOT_FOUND, HAND_ON_INVALID when the successor may not do it */
  async handOn(actor: StaffActor, staffId: string, { key, toStaffId, reason }: HandOnRequest): Promise<OpenWorkView[]> {
    const open = await this.openWorkOf(actor, staffId);
    const [kind = '', subjectId = ''] = key.split(':');
    const hands = this.halls.plans.registry.handsOn(kind);
    if (!hands || !open.some((each) => each.key === key)) throw platformErrors.NOT_FOUND();
    await this.unitOfWork.run(actor, async (work) => {
      if (hands.needs === null) {
        await hands.letGo(work, actor, { subjectId, fromId: staffId, reason: reason.trim() });
        work.audit('staff.let-go', staffId, { kind, subject: subjectId, reason: reason.trim() });
        return;
      }
      const [to, grant] = [await work.findOne(Staff, { id: toStaffId ?? '', hallId: actor.hallId, active: true }), await work.findOne(StaffGrant, { staffId: toStaffId ?? '', hallId: actor.hallId })];
      if (!to || to.id === staffId || !permissionsOf(grant?.roles ?? []).includes(hands.needs)) throw identityErrors.HAND_ON_INVALID({ fields: [{ path: 'toStaffId', code: 'HAND_ON_INVALID', message: '请选一位能办这件事的同事' }] });
      await hands.hand(work, actor, { subjectId, fromId: staffId, to: { id: to.id, name: to.name, departmentId: to.departmentId }, reason: reason.trim() });
      work.audit('staff.hand-on', staffId, { kind, subject: subjectId, to: to.id, reason: reason.trim() });
    });
    return this.open(actor, staffId);
  }
}
