import { Injectable } from '@nestjs/common';
import type { DepartmentWish, WindowWish } from '@hall/shared/house/house.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { RowProblem, readTable, type TableRow } from '../../platform/paper/table.reader.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import type { HouseChange, HouseImportView } from './house.dto.ts';
import { stampOf } from './house-plan.queries.ts';
import { HouseRegistry, type NamedMatter } from './house.registry.ts';

export type SheetKind = 'department' | 'window';

const STATES = { open: '使用中', closed: '停用' } as const;
const COLUMNS = {
  department: { name: '科室名称', phone: '电话', position: '排序', state: '状态' },
  window: { name: '窗口名称', skills: '办理事项', position: '排序', state: '状态' },
} as const;
const NOTE = { department: '按科室名称对应；表里没有的科室不变。改名请在页面上改。', window: '按窗口名称对应；办理事项写事项名称，用顿号隔开；表里没有的窗口不变。改名请在页面上改。' } as const;

/** Departments and counters as a sheet: out as they are, and back to be looked at before anything is saved. */
@Injectable()
export class HouseSheets {
  constructor(
    private readonly registry: HouseRegistry,
    private readonly clock: Clock,
  ) {}

  async write(actor: StaffActor, kind: SheetKind): Promise<Buffer> {
    const [subjects, matters] = await Promise.all([this.registry.kind(kind).all(actor.hallId), this.registry.matters()]);
    const now = this.clock.now();
    const about = { note: NOTE[kind], createdAt: now, creator: '大厅', choices: { 状态: Object.values(STATES) } };
    const stateOf = ({ closed }: { closed: boolean }) => (closed ? STATES.closed : STATES.open);
    if (kind === 'department') {
      return writeTable({
        ...about, sheet: '科室', title: '科室', columns: [['科室名称', 24], ['电话', 20], ['排序', 8], ['状态', 10]],
        rows: subjects.map(({ facts }) => { const each = facts as DepartmentWish; return [each.name, each.phone ?? '', each.position, stateOf(each)]; }),
      });
    }
    const nameOf = (id: string) => matters.find((matter) => matter.id === id)?.name ?? id;
    return writeTable({
      ...about, sheet: '窗口', title: '窗口', columns: [['窗口名称', 20], ['办理事项', 48], ['排序', 8], ['状态', 10]],
      rows: subjects.map(({ facts }) => { const each = facts as WindowWish; return [each.label, each.skills.map(nameOf).join('、'), each.position, stateOf(each)]; }),
    });
  }

  /** Saves nothing: each row says what it would change, each problem what to mend. @throws DomainError `WORKBOOK_…` */
  async read(actor: StaffActor, kind: SheetKind, upload: Buffer): Promise<HouseImportView> {
    const [subjects, matters] = await Promise.all([this.registry.kind(kind).all(actor.hallId), this.registry.matters()]);
    const seen = new Set<string>();
    const { rows, problems } = await readTable(upload, Object.values(COLUMNS[kind]), (row) => {
      const name = row.text(COLUMNS[kind].name);
      if (name === '') throw new RowProblem(`的“${COLUMNS[kind].name}”是空的`);
      if (seen.has(name)) throw new RowProblem(`的“${name}”在前面已经有了，请删除其中一行`);
      seen.add(name);
      return { row: row.number, name, after: kind === 'department' ? { name, phone: row.text('电话'), ...shared(row) } : { label: name, skills: skillsIn(row, matters), ...shared(row) } };
    });
    const view: HouseImportView = { rows: [], same: 0, problems };
    for (const { row, name, after } of rows) {
      // Of two of one name, a closed one and its successor, the one in use is meant.
      const named = subjects.filter(({ label }) => label === name);
      const standing = named.find(({ facts }) => !(facts as DepartmentWish).closed) ?? named[0] ?? null;
      const change: HouseChange = { subjectId: standing?.id ?? null, stamp: standing ? stampOf(standing.facts) : null, after };
      const about = { hallId: actor.hallId, id: standing?.id ?? '', before: standing?.facts ?? null, byId: actor.id };
      try {
        const lines = await this.registry.kind(kind).lines(actor.hallId, about.before, await this.registry.kind(kind).judge(after, about), about.id);
        if (lines.length === 0) view.same += 1;
        else view.rows.push({ row, label: name, lines, change });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push({ row, message: `第 ${row} 行：${(error.extras.fields ?? []).map(({ message }) => message).join('；') || error.title}` });
      }
    }
    return { ...view, problems: problems.sort((a, b) => a.row - b.row) };
  }
}

function shared(row: TableRow): { position: number; closed: boolean } {
  const [position, state] = [row.text('排序'), row.text('状态')];
  if (!/^\d{1,3}$/.test(position)) throw new RowProblem('的“排序”请写 0 到 999 的整数');
  if (state !== STATES.open && state !== STATES.closed) throw new RowProblem(`的“状态”请写“${STATES.open}”或“${STATES.closed}”`);
  return { position: Number(position), closed: state === STATES.closed };
}

function skillsIn(row: TableRow, matters: readonly NamedMatter[]): string[] {
  return row.text('办理事项').split(/[、,，;；]/).map((each) => each.trim()).filter((each) => each !== '').map((name) => {
    const found = matters.find((matter) => matter.name === name || matter.id === name);
    if (!found) throw new RowProblem(`的办理事项“${name}”不在办事清单里，清单有：${matters.map((matter) => matter.name).join('、')}`);
    return found.id;
  });
}
