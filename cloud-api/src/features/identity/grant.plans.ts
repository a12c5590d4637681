import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readRolesWish, type RolesWish } from '@hall/shared/identity/account.rules';
import { PERMISSION_LABELS, ROLE_LABELS, permissionsOf } from '@hall/shared/identity/permissions';
import { Sessions } from '../../platform/auth/sessions.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { identityErrors } from './identity.errors.ts';
import { Staff, StaffGrant } from './staff.entity.ts';

interface About { hallId: string; id: string; before: RolesWish | null; byId: string }

/** Who may do what, given by the security administrator alone, and to nobody by themselves. */
@Injectable()
export class GrantPlans implements OnModuleInit {
  readonly kind = 'grant';

  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.register<RolesWish>(this);
  }

  async all(hallId: string): Promise<{ id: string; label: string; facts: RolesWish }[]> {
    const [staff, grants] = await Promise.all([this.dataSource.manager.find(Staff, { where: { hallId, active: true }, order: { badgeNumber: 'ASC', id: 'ASC' } }), this.dataSource.manager.findBy(StaffGrant, { hallId })]);
    return staff.map(({ id, name }) => ({ id, label: name, facts: { roles: grants.find(({ staffId }) => staffId === id)?.roles ?? [] } }));
  }

  /** @throws NOT_FOUND, GRANT_OWN, HOUSE_WISH_INVALID */
  judge(said: Readonly<Record<string, unknown>>, { id, before, byId }: About): Promise<RolesWish> {
    if (before === null) throw platformErrors.NOT_FOUND();
    if (id === byId) throw identityErrors.GRANT_OWN();
    const { wish, problems } = readRolesWish(said);
    if (problems.length > 0) throw this.halls.plans.registry.wrong(problems);
    return Promise.resolve(wish);
  }

  async labelOf(_facts: RolesWish, { id }: About): Promise<string> {
    return (await this.dataSource.manager.findOneBy(Staff, { id }))?.name ?? '';
  }

  lines(_hallId: string, before: RolesWish | null, after: RolesWish): string[] {
    const [was, is] = [rolesInWords(before?.roles ?? []), rolesInWords(after.roles)];
    return was === is ? [] : [`角色：${was} → ${is}`];
  }

  effects(_hallId: string, _id: string, before: RolesWish | null, after: RolesWish): Promise<string[]> {
    const [was, is] = [permissionsOf(before?.roles ?? []), permissionsOf(after.roles)];
    const words = (list: readonly (keyof typeof PERMISSION_LABELS)[]) => list.map((each) => PERMISSION_LABELS[each]).join('、');
    const [gained, lost] = [is.filter((each) => !was.includes(each)), was.filter((each) => !is.includes(each))];
    return Promise.resolve([...(gained.length > 0 ? [`增加：${words(gained)}`] : []), ...(lost.length > 0 ? [`减少：${words(lost)}`] : []), '生效时本人的所有登录都会退出，重新登录后按新的权限']);
  }

  async write(work: Work, hallId: string, id: string, { roles }: RolesWish): Promise<void> {
    const { affected } = await work.sql.insertIfAbsent('staff_grant (id, staff_id, hall_id, roles) VALUES (?, ?, ?, ?)', [newId(), id, hallId, JSON.stringify(roles)]);
    if (affected === 0) await work.execute('UPDATE staff_grant SET roles = ? WHERE staff_id = ? AND hall_id = ?', [JSON.stringify(roles), id, hallId]);
    await this.sessions.endAll(work, 'staff', id);
  }
}

const rolesInWords = (roles: RolesWish['roles']): string => (roles.length === 0 ? '（无）' : roles.map((role) => ROLE_LABELS[role]).join('、'));
