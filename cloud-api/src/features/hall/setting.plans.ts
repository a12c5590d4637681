import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, SETTING_NAMES, settingIn, settingProblem, settingText, type Setting, type SettingName } from '@hall/shared/house/settings.catalogue';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Department, HallSetting } from './hall.entity.ts';
import { HouseRegistry, wrongWish, type HouseSubject, type PlanKind, type WishAbout } from './house.registry.ts';

/** A setting as it is decided on. */
export interface SettingWish { value: unknown }

/** The settings of a hall, by the catalogue: those its heads decide (`setting`) and those the system administrator keeps (`technical`). */
@Injectable()
export class SettingPlans implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: HouseRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.register(new KeptSettings('setting', this.dataSource));
    this.registry.register(new KeptSettings('technical', this.dataSource));
  }
}

class KeptSettings implements PlanKind<SettingWish> {
  readonly perHall = true;
  private readonly names: readonly SettingName[];

  constructor(
    readonly kind: 'setting' | 'technical',
    private readonly dataSource: DataSource,
  ) {
    this.names = SETTING_NAMES.filter((name) => SETTINGS[name].by === (kind === 'setting' ? 'head' : 'technical'));
  }

  async all(hallId: string): Promise<HouseSubject<SettingWish>[]> {
    const own = await this.own(hallId);
    return this.names.map((name) => ({ id: name, label: SETTINGS[name].label, facts: { value: settingIn(own, name) } }));
  }

  /** @throws HOUSE_WISH_INVALID, NOT_FOUND for a setting that is not in the catalogue, or somebody else's */
  async judge(said: Readonly<Record<string, unknown>>, { hallId, id }: WishAbout<SettingWish>): Promise<SettingWish> {
    const name = this.names.find((each) => each === id);
    if (name === undefined) throw platformErrors.NOT_FOUND();
    const departments = await this.departments(hallId);
    const value = plain(SETTINGS[name], said['value']);
    const problem = settingProblem(name, value, await this.own(hallId), departments.filter(({ closedAt }) => closedAt === null).map((each) => each.id));
    if (problem !== null) throw wrongWish([{ path: 'value', message: `${SETTINGS[name].label}：${problem}` }]);
    return { value };
  }

  labelOf(_facts: SettingWish, { id }: WishAbout<SettingWish>): string {
    return SETTINGS[id as SettingName].label;
  }

  async lines(hallId: string, before: SettingWish | null, after: SettingWish, id: string): Promise<string[]> {
    const departments = await this.departments(hallId);
    const text = (facts: SettingWish | null) => settingText(id, facts?.value, (department) => departments.find((each) => each.id === department)?.name ?? '');
    return text(before) === text(after) ? [] : [`${text(before)} → ${text(after)}`];
  }

  effects(_hallId: string, id: string): Promise<string[]> {
    return Promise.resolve([SETTINGS[id as SettingName].effect]);
  }

  async write(work: Work, hallId: string, id: string, { value }: SettingWish): Promise<void> {
    const row = await work.findOne(HallSetting, { hallId, name: id });
    if (row === null) { if (value !== null) await work.add(HallSetting, { id: newId(), hallId, name: id, value }); }
    else if (value === null) await work.execute('DELETE FROM hall_setting WHERE id = ?', [row.id]);
    else await work.change(HallSetting, row, { value });
  }

  private async own(hallId: string): Promise<Map<string, unknown>> {
    return new Map((await this.dataSource.manager.findBy(HallSetting, { hallId })).map(({ name, value }) => [name, value]));
  }

  private departments(hallId: string): Promise<Department[]> {
    return this.dataSource.manager.findBy(Department, { hallId });
  }
}

/** What was said, without what does not belong to it. */
function plain({ kind }: Setting<unknown>, value: unknown): unknown {
  if (kind === 'department') return typeof value === 'string' && value !== '' ? value : null;
  if (kind !== 'span' || value === null || typeof value !== 'object') return value ?? null;
  const { from, to } = value as { from?: unknown; to?: unknown };
  return { from, to };
}
