import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readDepartmentWish, type DepartmentWish } from '@hall/shared/house/house.rules';
import { settingOf } from '@hall/shared/house/settings.catalogue';
import type { Work } from '../../platform/persistence/work.ts';
import { Department, HallSetting } from './hall.entity.ts';
import { houseErrors } from './house.errors.ts';
import { HouseRegistry, linesBetween, wrongWish, type HouseSubject, type PlanKind, type WishAbout } from './house.registry.ts';

/** Departments: named, called by phone, put in order, and closed once nobody and nothing is in them. */
@Injectable()
export class DepartmentPlans implements PlanKind<DepartmentWish>, OnModuleInit {
  readonly kind = 'department';

  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HouseRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
    this.registry.occupiedFrom('department', async (hallId, id) => {
      const settings = await this.dataSource.manager.findBy(HallSetting, { hallId });
      return settings.filter(({ value }) => value === id).map(({ name }) => `大厅设置“${settingOf(name)?.label ?? name}”指向这个科室，请先改设置`);
    });
  }

  async all(hallId: string): Promise<HouseSubject<DepartmentWish>[]> {
    const rows = await this.dataSource.manager.find(Department, { where: { hallId }, order: { position: 'ASC', id: 'ASC' } });
    return rows.map(({ id, name, phone, position, closedAt }) => ({ id, label: name, facts: { name, phone, position, closed: closedAt !== null } }));
  }

  /** @throws HOUSE_WISH_INVALID, HOUSE_OCCUPIED */
  async judge(said: Readonly<Record<string, unknown>>, { hallId, id, before }: WishAbout<DepartmentWish>): Promise<DepartmentWish> {
    const { wish, problems } = readDepartmentWish(said);
    const others = (await this.all(hallId)).filter((each) => each.id !== id && !each.facts.closed);
    if (!wish.closed && others.some(({ facts }) => facts.name === wish.name)) problems.push({ path: 'name', message: '已经有同名的科室' });
    if (problems.length > 0) throw wrongWish(problems);
    if (wish.closed && before !== null && !before.closed) {
      const inside = await this.registry.occupants('department', hallId, id);
      if (others.length === 0) inside.push('大厅至少要有一个科室');
      if (inside.length > 0) throw houseErrors.HOUSE_OCCUPIED({ fields: inside.map((message) => ({ path: 'closed', code: 'HOUSE_OCCUPIED', message })) });
    }
    return wish;
  }

  labelOf({ name }: DepartmentWish): string {
    return name;
  }

  lines(_hallId: string, before: DepartmentWish | null, after: DepartmentWish): string[] {
    return linesBetween(before, after, [['名称', ({ name }) => name], ['电话', ({ phone }) => phone ?? ''], ['排序', ({ position }) => String(position)], ['状态', ({ closed }) => (closed ? '停用' : '使用中')]]);
  }

  async effects(hallId: string, id: string, before: DepartmentWish | null, after: DepartmentWish): Promise<string[]> {
    if (before === null) return ['咨询台、科室通讯录和人员选择里会多出这个科室'];
    return [
      ...(before.name !== after.name ? [...(await this.registry.occupants('department', hallId, id)).map((each) => `随之改名：${each}`), '已公布的承诺和账本仍按当时的名称可查'] : []),
      ...(before.phone !== after.phone ? ['居民在通讯录里看到新的电话'] : []),
      ...(!before.closed && after.closed ? ['不再出现在咨询台、通讯录和人员选择里；以前的记录不变'] : []),
      ...(before.closed && !after.closed ? ['重新出现在咨询台、通讯录和人员选择里'] : []),
    ];
  }

  async write(work: Work, hallId: string, id: string, { name, phone, position, closed }: DepartmentWish, before: DepartmentWish | null): Promise<void> {
    if (before === null) await work.add(Department, { id, hallId, name, phone, position, closedAt: closed ? work.now : null });
    else await work.execute(`UPDATE department SET name = ?, phone = ?, position = ?${closed === before.closed ? '' : ', closed_at = ?'} WHERE id = ?`, [name, phone, position, ...(closed === before.closed ? [] : [closed ? work.now : null]), id]);
  }

  ended(facts: DepartmentWish): DepartmentWish {
    return { ...facts, closed: true };
  }
}
