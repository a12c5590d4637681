import { Injectable } from '@nestjs/common';
import { fenFromYuanText } from '@hall/shared/kernel/money';
import { dayOf } from '@hall/shared/kernel/day';
import { FUND_KINDS, FUND_KIND_CODES, MOST_BATCHES_AT_ONCE, fundKindOf, fundProblems, type FundWish } from '@hall/shared/relays/fund.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { RowProblem, readTable, type TableRow } from '../../platform/paper/table.reader.ts';
import { writeTable } from '../../platform/paper/table.workbook.ts';
import { Halls } from '../hall/halls.ts';
import type { FundImportView } from './fund.dto.ts';
import { relayErrors } from './relays.errors.ts';

const COLUMNS = { name: '批次名称', kind: '类别', dueDay: '应发日期', persons: '人数', amount: '金额（元）' } as const;

/** Batches as a sheet: the template out, and a filled one looked at before anything is saved. */
@Injectable()
export class FundSheets {
  constructor(
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  async template(actor: StaffActor): Promise<Buffer> {
    const { name } = await this.halls.hall(actor.hallId);
    const now = this.clock.now();
    return writeTable({
      sheet: '专项资金', title: `${name} 专项资金批次`, note: '一行一个批次，只写人数和金额；不要写姓名、身份证号和账号。示例行请删除。', createdAt: now, creator: name, choices: { [COLUMNS.kind]: Object.values(FUND_KINDS) },
      columns: [[COLUMNS.name, 32], [COLUMNS.kind, 14], [COLUMNS.dueDay, 14], [COLUMNS.persons, 10], [COLUMNS.amount, 18]],
      rows: [['示例：本月养老待遇', FUND_KINDS.pension, dayOf(now), 1200, '264000.00']],
    });
  }

  /** Saves nothing. @throws FUND_WORKBOOK_EMPTY, DomainError `WORKBOOK_…` */
  async read(upload: Buffer): Promise<FundImportView> {
    const { rows, problems } = await readTable(upload, Object.values(COLUMNS), readBatch);
    const batches = rows.filter((row) => row !== null);
    if (batches.length === 0 && problems.length === 0) throw relayErrors.FUND_WORKBOOK_EMPTY();
    if (batches.length > MOST_BATCHES_AT_ONCE) problems.push({ row: 0, message: `一次最多导入 ${MOST_BATCHES_AT_ONCE} 个批次，后面的没有读` });
    return { batches: batches.slice(0, MOST_BATCHES_AT_ONCE), problems };
  }
}

/** The template's own example is passed over. */
function readBatch(row: TableRow): FundWish | null {
  const name = row.text(COLUMNS.name);
  if (name.startsWith('示例：')) return null;
  const kind = fundKindOf(row.text(COLUMNS.kind));
  if (kind === null) throw new RowProblem(`的“${COLUMNS.kind}”请从这些里选：${FUND_KIND_CODES.map((code) => FUND_KINDS[code]).join('、')}`);
  const amount = fenFromYuanText(row.text(COLUMNS.amount));
  if (!amount.ok) throw new RowProblem(`的“${COLUMNS.amount}”请写成数字，例如 264000.00`);
  const persons = row.text(COLUMNS.persons);
  const wish: FundWish = { name, kind, dueDay: row.day(COLUMNS.dueDay), persons: /^\d{1,9}$/.test(persons) ? Number(persons) : NaN, amountFen: amount.value };
  const [problem] = fundProblems(wish);
  if (problem) throw new RowProblem(`：${problem.message}`);
  return wish;
}
