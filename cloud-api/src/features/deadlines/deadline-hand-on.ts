import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@hall/shared/identity/permissions';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import { Deadlines } from './deadlines.ts';
import type { DeadlineHandOnInput, DeadlineView } from './deadlines.dto.ts';
import { deadlineErrors } from './deadlines.errors.ts';

/**
 * The head of a department gives what lies in a colleague's hands to another of the department, when somebody is ill or leaves. What else changes
 * with it is the affair of the room it belongs to; the day stays.
 */
@Injectable()
export class DeadlineHandOn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: Deadlines,
    private readonly halls: Halls,
    private readonly people: People,
  ) {}

  /** Those of the department who may do it. @throws NOT_FOUND, DEADLINE_NOT_YOURS_TO_GIVE */
  async takers(actor: StaffActor, id: string): Promise<StaffFacts[]> {
    return this.takersOf(actor, await this.deadlines.one(actor, id));
  }

  /** @throws NOT_FOUND, STALE_VERSION, DEADLINE_NOT_YOURS_TO_GIVE, DEADLINE_TAKER_INVALID, and what its room refuses */
  async handOn(actor: StaffActor, id: string, { toStaffId, reason, version }: DeadlineHandOnInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const item = await this.deadlines.one(actor, id);
      if (item.version !== version) throw platformErrors.STALE_VERSION();
      const to = (await this.takersOf(actor, item)).find((taker) => taker.id === toStaffId);
      if (!to) throw deadlineErrors.DEADLINE_TAKER_INVALID({ fields: [{ path: 'toStaffId', code: 'DEADLINE_TAKER_INVALID', message: '请选一位本科室里能办这件事的同事' }] });
      const hands = this.halls.plans.registry.handsOn(item.subjectKind);
      if (!hands?.needs || item.ownerId === null) throw deadlineErrors.DEADLINE_NOT_YOURS_TO_GIVE();
      await hands.hand(work, actor, { subjectId: item.subjectId, fromId: item.ownerId, to, reason: reason.trim() });
      work.audit('deadline.hand-on', id, { from: item.ownerId, to: to.id, reason: reason.trim() });
    });
  }

  private async takersOf(actor: StaffActor, { actions, subjectKind, ownerId }: DeadlineView): Promise<StaffFacts[]> {
    const needs = this.halls.plans.registry.handsOn(subjectKind)?.needs;
    if (!actions.includes('hand-on') || !needs) throw deadlineErrors.DEADLINE_NOT_YOURS_TO_GIVE();
    const staff = await this.people.staffOf(actor.hallId);
    const departmentId = staff.find((each) => each.id === actor.id)?.departmentId ?? null;
    return staff.filter((each) => each.id !== ownerId && each.departmentId === departmentId && permissionsOf(each.roles).includes(needs));
  }
}
