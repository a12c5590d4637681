import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readHallWish, type HallWish } from '@hall/shared/house/house.rules';
import type { ClockSpan } from '@hall/shared/house/settings.catalogue';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { Hall, HallSetting } from './hall.entity.ts';
import { HouseRegistry, linesBetween, wrongWish, type HouseSubject, type PlanKind, type WishAbout } from './house.registry.ts';

const LUNCH = 'hall.lunch';

/** What everybody is told of the hall itself: its name, where it is, when it serves. */
@Injectable()
export class HallFactsPlans implements PlanKind<HallWish>, OnModuleInit {
  readonly kind = 'hall';

  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HouseRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async all(hallId: string): Promise<HouseSubject<HallWish>[]> {
    const [rows, lunch] = await Promise.all([this.dataSource.manager.findBy(Hall, { id: hallId }), this.dataSource.manager.findOneBy(HallSetting, { hallId, name: LUNCH })]);
    const { from: lunchFrom, to: lunchTo } = (lunch?.value as ClockSpan | undefined) ?? { from: '', to: '' };
    return rows.map(({ id, name, address, phone, motto, smile, openFrom, openTo }) => ({ id, label: name, facts: { name, address, phone, motto, smile, openFrom, openTo, lunchFrom, lunchTo } }));
  }

  /** @throws HOUSE_WISH_INVALID, NOT_FOUND for a hall that is not there: halls are founded elsewhere */
  judge(said: Readonly<Record<string, unknown>>, { before }: WishAbout<HallWish>): Promise<HallWish> {
    if (before === null) throw platformErrors.NOT_FOUND();
    const { wish, problems } = readHallWish(said, before);
    if (problems.length > 0) throw wrongWish(problems);
    return Promise.resolve(wish);
  }

  labelOf({ name }: HallWish): string {
    return name;
  }

  lines(_hallId: string, before: HallWish | null, after: HallWish): string[] {
    return linesBetween(before, after, [
      ['名称', ({ name }) => name], ['地址', ({ address }) => address], ['电话', ({ phone }) => phone], ['服务口号', ({ motto }) => motto], ['微笑提示', ({ smile }) => smile], ['开门', ({ openFrom }) => openFrom], ['关门', ({ openTo }) => openTo], ['午休', ({ lunchFrom, lunchTo }) => (lunchFrom === '' ? '不午休' : `${lunchFrom} 到 ${lunchTo}`)],
    ]);
  }

  effects(_hallId: string, _id: string, before: HallWish | null, after: HallWish): Promise<string[]> {
    const hours = before !== null && (before.openFrom !== after.openFrom || before.openTo !== after.openTo);
    return Promise.resolve([
      '居民首页、大厅屏和打印的单据从生效那天起按新的内容',
      ...(before !== null && (before.lunchFrom !== after.lunchFrom || before.lunchTo !== after.lunchTo) ? ['午休变了：午休时不叫号，可以取号等候；请核对中午的号源'] : []),
      ...(hours ? ['开门时间变了：请到“放号安排”核对每天的号源，已约的人不会自动改期'] : []),
    ]);
  }

  async write(work: Work, _hallId: string, id: string, after: HallWish): Promise<void> {
    const { lunchFrom, lunchTo, ...facts } = after;
    await work.change(Hall, await work.lock(Hall, id), facts);
    await work.execute('DELETE FROM hall_setting WHERE hall_id = ? AND name = ?', [id, LUNCH]);
    if (lunchFrom !== '') await work.add(HallSetting, { id: newId(), hallId: id, name: LUNCH, value: { from: lunchFrom, to: lunchTo } });
  }
}
