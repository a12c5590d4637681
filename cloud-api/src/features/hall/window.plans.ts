import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { orphanedMatters, readWindowWish, type WindowWish } from '@hall/shared/house/house.rules';
import type { Work } from '../../platform/persistence/work.ts';
import { HallWindow } from './hall.entity.ts';
import { houseErrors } from './house.errors.ts';
import { HouseRegistry, linesBetween, wrongWish, type HouseSubject, type PlanKind, type WishAbout } from './house.registry.ts';

/** Counters: what they are called, where they stand in the row, and which matters are handled there. */
@Injectable()
export class WindowPlans implements PlanKind<WindowWish>, OnModuleInit {
  readonly kind = 'window';

  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HouseRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
    this.registry.occupiedFrom('window', async (hallId, id) => ((await this.dataSource.manager.findOneBy(HallWindow, { hallId, id }))?.clerkId ? ['窗口正开着，请先由值守的人关闭窗口'] : []));
  }

  async all(hallId: string): Promise<HouseSubject<WindowWish>[]> {
    const rows = await this.dataSource.manager.find(HallWindow, { where: { hallId }, order: { position: 'ASC', id: 'ASC' } });
    return rows.map(({ id, label, skills, position, closedAt }) => ({ id, label, facts: { label, skills, position, closed: closedAt !== null } }));
  }

  /** @throws HOUSE_WISH_INVALID, HOUSE_OCCUPIED */
  async judge(said: Readonly<Record<string, unknown>>, { hallId, id, before }: WishAbout<WindowWish>): Promise<WindowWish> {
    const matters = (await this.registry.matters()).map((matter) => matter.id);
    // A closed counter keeps what it last handled, also where a matter is gone by now.
    const { wish, problems } = readWindowWish(said, said['closed'] === true && before ? [...new Set([...matters, ...before.skills])] : matters);
    if (!wish.closed && (await this.all(hallId)).some((each) => each.id !== id && !each.facts.closed && each.facts.label === wish.label)) problems.push({ path: 'label', message: '已经有同名的窗口' });
    if (problems.length > 0) throw wrongWish(problems);
    if (wish.closed && before !== null && !before.closed) {
      const inside = await this.registry.occupants('window', hallId, id);
      if (inside.length > 0) throw houseErrors.HOUSE_OCCUPIED({ fields: inside.map((message) => ({ path: 'closed', code: 'HOUSE_OCCUPIED', message })) });
    }
    return wish;
  }

  labelOf({ label }: WindowWish): string {
    return label;
  }

  async lines(_hallId: string, before: WindowWish | null, after: WindowWish): Promise<string[]> {
    const names = new Map((await this.registry.matters()).map(({ id, name }) => [id, name]));
    return linesBetween(before, after, [
      ['名称', ({ label }) => label], ['办理事项', ({ skills }) => skills.map((each) => names.get(each) ?? each).join('、')], ['排序', ({ position }) => String(position)], ['状态', ({ closed }) => (closed ? '停用' : '使用中')],
    ]);
  }

  async effects(hallId: string, id: string, before: WindowWish | null, after: WindowWish): Promise<string[]> {
    const [matters, windows, row] = await Promise.all([this.registry.matters(), this.all(hallId), this.dataSource.manager.findOneBy(HallWindow, { hallId, id })]);
    const orphaned = orphanedMatters(matters.map((each) => each.id), [...windows.filter((each) => each.id !== id).map(({ facts }) => facts), after]);
    const clerk = row?.clerkId ? (await this.registry.names([row.clerkId])).get(row.clerkId) ?? '' : null;
    return [
      ...orphaned.map((each) => `注意：之后没有窗口能办“${matters.find((matter) => matter.id === each)?.name ?? each}”，取了这个号的人会没人叫`),
      ...(clerk !== null ? [`${clerk} 正在这个窗口，从下一次叫号起按新的安排`] : []),
      ...(before !== null && before.label !== after.label ? ['大厅屏、叫号和号票上显示新的名称'] : []),
      ...(before === null ? ['工作人员可以在“窗口”里选它开窗'] : []),
      ...(before !== null && !before.closed && after.closed ? ['不能再开窗；以前的办理记录不变'] : []),
    ];
  }

  async write(work: Work, hallId: string, id: string, { label, skills, position, closed }: WindowWish, before: WindowWish | null): Promise<void> {
    if (before === null) await work.add(HallWindow, { id, hallId, label, skills, position, state: 'closed', clerkId: null, openedAt: null, closedAt: closed ? work.now : null });
    else await work.change(HallWindow, await work.lock(HallWindow, id), { label, skills, position, ...(closed === before.closed ? {} : { closedAt: closed ? work.now : null }) });
  }

  ended(facts: WindowWish): WindowWish {
    return { ...facts, closed: true };
  }
}
