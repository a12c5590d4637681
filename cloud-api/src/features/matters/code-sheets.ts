import { Injectable } from '@nestjs/common';
import { CODE, type CodeWish } from '@hall/shared/enrolment/code-table.rules';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { RowProblem, readTable, type TableRow } from '../../platform/paper/table.reader.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import type { HouseChange, HouseImportView } from '../hall/house.dto.ts';
import { Halls } from '../hall/halls.ts';
import { kindOfTable } from './code.plans.ts';
import { TABLE_WORDS, type KeptTable } from './data/code-tables.data.ts';

const COLUMNS = { code: '代码', label: '名称', position: '排序', state: '状态' } as const;
const STATES = { open: '使用中', closed: '停用' } as const;

/** A code table as a sheet: out as it is, and back to be looked at before anything is saved. */
@Injectable()
export class CodeSheets {
  constructor(
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  async write(actor: StaffActor, table: KeptTable): Promise<Buffer> {
    const { items } = await this.halls.plans.queries.room(actor.hallId, kindOfTable(table));
    const { label } = TABLE_WORDS[table];
    return writeTable({
      sheet: label, title: label, note: '按代码对应：新的代码会新增一项；表里没有的代码不变。代码定了不能改；不再用的写“停用”，以前的办件照旧显示。', createdAt: this.clock.now(), creator: '大厅',
      choices: { [COLUMNS.state]: Object.values(STATES) }, columns: [[COLUMNS.code, 20], [COLUMNS.label, 32], [COLUMNS.position, 8], [COLUMNS.state, 10]],
      rows: items.map(({ facts }) => { const each = facts as unknown as CodeWish; return [each.code, each.label, each.position, each.closed ? STATES.closed : STATES.open]; }),
    });
  }

  /** Saves nothing: each row says what it would change, each problem what to mend. @throws DomainError `WORKBOOK_…` */
  async read(actor: StaffActor, table: KeptTable, upload: Buffer): Promise<HouseImportView> {
    const { items } = await this.halls.plans.queries.room(actor.hallId, kindOfTable(table));
    const seen = new Set<string>();
    const { rows, problems } = await readTable(upload, Object.values(COLUMNS), (row) => ({ row: row.number, wish: wishIn(row, seen) }));
    const today = dayOf(this.clock.now());
    const view: HouseImportView = { rows: [], same: 0, problems };
    for (const { row, wish } of rows) {
      const standing = items.find(({ facts }) => facts['code'] === wish.code) ?? null;
      const change: HouseChange = { subjectId: standing?.id ?? null, stamp: standing?.stamp ?? null, after: { ...wish } };
      try {
        const [item] = (await this.halls.plans.preview(actor, kindOfTable(table), { effectiveFrom: today, reason: '', changes: [change] })).items;
        view.rows.push({ row, label: wish.label, lines: item!.lines, change });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'HOUSE_NOTHING_CHANGES') view.same += 1;
        else problems.push({ row, message: `第 ${row} 行：${(error.extras.fields ?? []).map(({ message }) => message).join('；') || error.title}` });
      }
    }
    return { ...view, problems: problems.sort((a, b) => a.row - b.row) };
  }
}

function wishIn(row: TableRow, seen: Set<string>): CodeWish {
  const [code, position, state] = [row.text(COLUMNS.code), row.text(COLUMNS.position), row.text(COLUMNS.state)];
  if (!CODE.test(code)) throw new RowProblem('的“代码”请用小写字母、数字和横线，1 到 32 位');
  if (seen.has(code)) throw new RowProblem(`的代码“${code}”在前面已经有了，请删除其中一行`);
  seen.add(code);
  if (!/^\d{1,3}$/.test(position)) throw new RowProblem('的“排序”请写 0 到 999 的整数');
  if (state !== STATES.open && state !== STATES.closed) throw new RowProblem(`的“状态”请写“${STATES.open}”或“${STATES.closed}”`);
  return { code, label: row.text(COLUMNS.label), position: Number(position), closed: state === STATES.closed };
}
