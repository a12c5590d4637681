import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ADMINISTRATOR_ROLES, ROLE_LABELS, type StaffRole } from '@hall/shared/identity/permissions';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import type { AccountRoomView } from './accounts.dto.ts';
import { StaffWechat } from './staff-wechat.entity.ts';
import { Staff, StaffGrant } from './staff.entity.ts';

export const isAdministrator = (roles: readonly StaffRole[]): boolean => roles.some((role) => ADMINISTRATOR_ROLES.includes(role));

/** The accounts of a hall, as the system administrator and, for their roles, the security administrator see them. */
@Injectable()
export class AccountQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** @param kind whose changes are shown with them: `account` or `grant` */
  async room({ hallId }: StaffActor, kind: 'account' | 'grant'): Promise<AccountRoomView> {
    const { manager } = this.dataSource;
    const [staff, grants, departments, facts, roles] = await Promise.all([
      manager.find(Staff, { where: { hallId }, order: { active: 'DESC', badgeNumber: 'ASC', id: 'ASC' } }), manager.findBy(StaffGrant, { hallId }), this.halls.departments(hallId, 'all'),
      this.halls.plans.queries.room(hallId, 'account'), this.halls.plans.queries.room(hallId, 'grant'),
    ]);
    const bound = staff.length === 0 ? [] : await manager.findBy(StaffWechat, { staffId: In(staff.map(({ id }) => id)) });
    const [shown, inUse] = [kind === 'account' ? facts : roles, await this.halls.departments(hallId)];
    return {
      today: dayOf(this.clock.now()), departments: inUse.map(({ id, name }) => ({ id, name })), plans: shown.plans,
      items: staff.map((row) => {
        const held = grants.find(({ staffId }) => staffId === row.id)?.roles ?? [];
        return {
          id: row.id, userName: row.userName, name: row.name, badgeNumber: row.badgeNumber, post: row.post, departmentId: row.departmentId, departmentName: departments.find(({ id }) => id === row.departmentId)?.name ?? '',
          roles: held, rolesInWords: held.map((role) => ROLE_LABELS[role]).join('、'), active: row.active, administrator: isAdministrator(held), oneTimeUntil: row.oneTimeUntil, lockedUntil: row.lockedUntil !== null && row.lockedUntil > this.clock.now() ? row.lockedUntil : null,
          hasWechat: bound.some(({ staffId }) => staffId === row.id), stamp: facts.items.find(({ id }) => id === row.id)?.stamp ?? null, rolesStamp: roles.items.find(({ id }) => id === row.id)?.stamp ?? null,
          planned: shown.items.find(({ id }) => id === row.id)?.planned ?? null, version: row.version,
        };
      }),
    };
  }
}
