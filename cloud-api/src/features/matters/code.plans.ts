import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { codeProblems, readCodeWish, type CodeWish } from '@hall/shared/enrolment/code-table.rules';
import { NO_SPECIAL_GROUP } from '@hall/shared/enrolment/enrolment.form';
import { dayOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { KEPT_TABLES, type KeptTable } from './data/code-tables.data.ts';
import { CodeEntry } from './matter.entity.ts';
import { Matters } from './matters.ts';

interface About { id: string; before: CodeWish | null }

/** How the changes of a table are called among those of the house. */
export const kindOfTable = (table: KeptTable): string => `code-${table}`;

/** The local code tables: what people choose from. A code once given keeps its meaning; it is closed from a day on and never taken away. */
@Injectable()
export class CodePlans implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { registry } = this.halls.plans;
    for (const table of KEPT_TABLES) {
      registry.register<CodeWish>({
        kind: kindOfTable(table),
        all: () => this.all(table),
        judge: (said, about) => this.judge(table, said, about),
        labelOf: ({ label }) => label,
        lines: (_hallId, before, after) => linesOf(before, after),
        effects: (_hallId, _id, before, after) => Promise.resolve(effectsOf(before, after)),
        write: (work, _hallId, id, after) => this.write(work, table, id, after),
        ended: (facts) => ({ ...facts, closed: true }),
      });
    }
  }

  private async all(table: KeptTable): Promise<{ id: string; label: string; facts: CodeWish }[]> {
    const rows = await this.dataSource.manager.find(CodeEntry, { where: { tableName: table }, order: { active: 'DESC', position: 'ASC', id: 'ASC' } });
    return rows.map(({ id, code, label, position, active }) => ({ id, label, facts: { code, label, position, closed: !active } }));
  }

  /** @throws HOUSE_WISH_INVALID */
  private async judge(table: KeptTable, said: Readonly<Record<string, unknown>>, { id, before }: About): Promise<CodeWish> {
    const { wish, problems } = readCodeWish(said);
    problems.push(...codeProblems(wish, before, (await this.all(table)).filter((each) => each.id !== id).map(({ facts }) => facts)));
    if (wish.closed && before !== null && !before.closed) {
      const needed = await this.neededBy(table, wish.code);
      if (needed !== null) problems.push({ path: 'closed', message: needed });
    }
    if (problems.length > 0) throw this.halls.plans.registry.wrong(problems);
    return wish;
  }

  /** Why this code cannot be closed; null when it can. */
  private async neededBy(table: KeptTable, code: string): Promise<string | null> {
    if (table !== 'specialGroup') return null;
    if (code === NO_SPECIAL_GROUP) return '大多数人选的就是这一项，不能停用';
    const profile = await this.matters.profileOn(dayOf(this.clock.now()));
    return profile?.specialGroups.some((group) => group.code === code) ? `现行缴费标准“${profile.name}”里还有这个群体，请先换缴费标准` : null;
  }

  private async write(work: Work, table: KeptTable, id: string, { code, label, position, closed }: CodeWish): Promise<void> {
    const { affected } = await work.execute('UPDATE code_entry SET label = ?, position = ?, active = ? WHERE id = ?', [label, position, closed ? 0 : 1, id]);
    if (affected === 0 && (await work.findOne(CodeEntry, { id })) === null) await work.add(CodeEntry, { id, tableName: table, code, label, position, active: !closed });
  }
}

function linesOf(before: CodeWish | null, after: CodeWish): string[] {
  const fields: [string, (wish: CodeWish) => string][] = [['代码', ({ code }) => code], ['名称', ({ label }) => label], ['排序', ({ position }) => String(position)], ['状态', ({ closed }) => (closed ? '停用' : '使用中')]];
  return fields.flatMap(([word, read]) => (before === null ? [`${word}：${read(after)}`] : read(before) === read(after) ? [] : [`${word}：${read(before)} → ${read(after)}`]));
}

function effectsOf(before: CodeWish | null, after: CodeWish): string[] {
  if (before === null) return ['填表的居民和窗口可以选到它'];
  return [
    ...(before.label !== after.label ? ['选过它的办件，以前的也显示新的名称；意思变了请新增一个，把旧的停用'] : []),
    ...(!before.closed && after.closed ? ['不能再选；已经交上来的办件照旧有效、照旧显示，没交的草稿会请本人重新选'] : []),
    ...(before.closed && !after.closed ? ['又可以选到它'] : []),
  ];
}
