import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readAccountWish, type AccountWish } from '@hall/shared/identity/account.rules';
import { Halls } from '../hall/halls.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Staff } from './staff.entity.ts';

interface About { hallId: string; id: string; before: AccountWish | null }

/** What the system administrator keeps of a person: name, badge, post and department. Beginning and closing are steps of their own. */
@Injectable()
export class AccountPlans implements OnModuleInit {
  readonly kind = 'account';

  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.register<AccountWish>(this);
  }

  async all(hallId: string): Promise<{ id: string; label: string; facts: AccountWish }[]> {
    const rows = await this.dataSource.manager.find(Staff, { where: { hallId, active: true }, order: { badgeNumber: 'ASC', id: 'ASC' } });
    return rows.map(({ id, name, badgeNumber, post, departmentId }) => ({ id, label: name, facts: { name, badgeNumber, post, departmentId } }));
  }

  /** @throws HOUSE_WISH_INVALID */
  async judge(said: Readonly<Record<string, unknown>>, { hallId, id }: About): Promise<AccountWish> {
    const { wish, problems } = readAccountWish(said);
    const [others, departments] = await Promise.all([this.all(hallId), this.halls.departments(hallId)]);
    if (others.some((each) => each.id !== id && each.facts.badgeNumber === wish.badgeNumber)) problems.push({ path: 'badgeNumber', message: '这个工号已经有人用了' });
    if (wish.departmentId !== null && !departments.some((each) => each.id === wish.departmentId)) problems.push({ path: 'departmentId', message: '没有这个科室，请重新选择' });
    if (problems.length > 0) throw this.halls.plans.registry.wrong(problems);
    return wish;
  }

  labelOf({ name }: AccountWish): string {
    return name;
  }

  async lines(hallId: string, before: AccountWish | null, after: AccountWish): Promise<string[]> {
    const departments = await this.halls.departments(hallId, 'all');
    const nameOf = (id: string | null): string => departments.find((each) => each.id === id)?.name ?? '（无）';
    const pairs = [['姓名', before?.name, after.name], ['工号', before?.badgeNumber, after.badgeNumber], ['岗位', before?.post, after.post], ['科室', before && nameOf(before.departmentId), nameOf(after.departmentId)]] as const;
    return pairs.flatMap(([word, was, is]) => (was === is ? [] : [before === null ? `${word}：${is}` : `${word}：${was} → ${is}`]));
  }

  async effects(hallId: string, id: string, before: AccountWish | null, after: AccountWish): Promise<string[]> {
    const owed = before !== null && before.departmentId !== after.departmentId ? await this.halls.plans.registry.worksOf(hallId, id) : [];
    return [
      '工作台、公示栏和之后打印的单据按新的内容；以前的记录不变',
      ...(before !== null && before.badgeNumber !== after.badgeNumber ? ['请换发工牌'] : []),
      ...owed.map(({ text }) => `跟着本人走，不留在原科室：${text}`),
    ];
  }

  async write(work: Work, _hallId: string, id: string, after: AccountWish): Promise<void> {
    await work.change(Staff, await work.lock(Staff, id), after);
  }
}
