import { isDay } from '@hall/shared/kernel/day';
import type { CellValue, Row, Worksheet } from 'exceljs';
import { BATCH, CASE, DEADLINE, KEY, NAME, PROVINCE_NUMBER, REASON, RESULT, RESULT_WORDS } from './batch.columns.ts';
import { firstSheet } from './first-sheet.ts';
import { workbookErrors } from './workbook.guard.ts';

interface ReplyBase {
  /** Of the sheet, as the clerk sees it. */
  readonly row: number;
  readonly key: string;
  readonly caseNumber: string;
  readonly name: string;
}
export type ReplyRow =
  | (ReplyBase & { readonly outcome: 'completed'; readonly provinceNumber: string | null })
  | (ReplyBase & { readonly outcome: 'rejected'; readonly reason: string; readonly deadline: string | null });

export interface BatchReply {
  readonly rows: readonly ReplyRow[];
  /** Rows without a result yet: no error, the rest can be sent later. */
  readonly pending: number;
  /** Rows that were not taken, each with the column and what to do. */
  readonly problems: readonly { readonly row: number; readonly name: string; readonly message: string }[];
}

type Title = typeof KEY | typeof BATCH | typeof CASE | typeof NAME | typeof RESULT | typeof PROVINCE_NUMBER | typeof REASON | typeof DEADLINE;
/** Without these no row can be understood. */
const NEEDED: readonly Title[] = [KEY, BATCH, CASE, NAME, RESULT, REASON];
const OPTIONAL: readonly Title[] = [PROVINCE_NUMBER, DEADLINE];
const HEAD_WITHIN = 10;
const MAX_ROWS = 20_000;
const LONGEST_REASON = 500;
const WORDS: Record<string, 'completed' | 'rejected'> = { 办结: 'completed', 已办结: 'completed', 完成: 'completed', 成功: 'completed', 退回: 'rejected', 已退回: 'rejected', 不通过: 'rejected', 失败: 'rejected' };

/** What one row is not understood for. */
class RowProblem extends Error {}

/**
 * Reads the provincial system's reply row by row: a row that cannot be understood is named and left out, the others count.
 * @throws DomainError `WORKBOOK_…` when the file as a whole is not the batch's
 */
export async function readReply(upload: Buffer, batchNumber: string): Promise<BatchReply> {
  const sheet = await firstSheet(upload, MAX_ROWS);
  const { columns, headRow } = findHead(sheet);
  if (sheet.actualRowCount > MAX_ROWS) throw workbookErrors.WORKBOOK_TOO_LARGE();

  const rows: ReplyRow[] = [];
  const problems: { row: number; name: string; message: string }[] = [];
  const keys = new Set<string>();
  const batches = new Set<string>();
  let pending = 0;
  sheet.eachRow((row, number) => {
    if (number <= headRow) return;
    const reader = new RowReader(row, columns);
    try {
      if (reader.isEmpty()) return;
      batches.add(reader.text(BATCH));
      const reply = readRow(reader, number, batchNumber, keys);
      if (reply) rows.push(reply);
      else pending += 1;
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      problems.push({ row: number, name: reader.name(), message: `第 ${number} 行${error.message}` });
    }
  });
  if (batches.size > 0 && !batches.has(batchNumber)) throw workbookErrors.WORKBOOK_OTHER_BATCH({ detail: `这是批次 ${[...batches].filter(Boolean).join('、')} 的表格，请在那个批次里导入` });
  return { rows, pending, problems };
}

/** @returns null for a row without a result yet */
function readRow(reader: RowReader, row: number, batchNumber: string, keys: Set<string>): ReplyRow | null {
  const key = reader.text(KEY);
  if (key === '') throw new RowProblem(`没有“${KEY}”，请使用本系统导出的原表，不要新增行`);
  if (keys.has(key)) throw new RowProblem('与前面的某一行重复，请删除其中一行');
  keys.add(key);
  if (reader.text(BATCH) !== batchNumber) throw new RowProblem(`的“${BATCH}”不是 ${batchNumber}，请核对`);
  const base = { row, key, caseNumber: reader.text(CASE), name: reader.text(NAME) };

  const word = reader.text(RESULT);
  const reason = reader.text(REASON);
  if (word === '') {
    if (reason !== '') throw new RowProblem(`写了“${REASON}”但没有填“${RESULT}”，请补填`);
    return null;
  }
  const outcome = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (!outcome) throw new RowProblem(`的“${RESULT}”请填“${RESULT_WORDS.completed}”或“${RESULT_WORDS.rejected}”`);
  if (outcome === 'completed') {
    if (reason !== '') throw new RowProblem(`填了“${word}”又写了“${REASON}”，请核对是办结还是退回`);
    return { ...base, outcome, provinceNumber: reader.text(PROVINCE_NUMBER) || null };
  }
  if (reason === '') throw new RowProblem(`填了“${word}”但没有写“${REASON}”，请补填`);
  if (reason.length > LONGEST_REASON) throw new RowProblem(`的“${REASON}”超过 ${LONGEST_REASON} 字，请精简`);
  return { ...base, outcome, reason, deadline: reader.day(DEADLINE) };
}

class RowReader {
  readonly #row: Row;
  readonly #columns: ReadonlyMap<Title, number>;

  constructor(row: Row, columns: ReadonlyMap<Title, number>) {
    this.#row = row;
    this.#columns = columns;
  }

  isEmpty(): boolean {
    return [...this.#columns.values()].every((column) => this.#row.getCell(column).value === null);
  }

  text(title: Title): string {
    const value = this.#value(title);
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (typeof value !== 'object') return String(value).trim();
    if ('richText' in value) return value.richText.map(({ text }) => text).join('').trim();
    if ('hyperlink' in value) return String(value.text).trim();
    throw new RowProblem(`的“${title}”是错误值，请改成文字`);
  }

  /** Whose row it is, for naming it; empty where the cell is no plain text. */
  name(): string {
    try {
      return this.text(NAME);
    } catch {
      return '';
    }
  }

  /** A date cell, or text such as 2026-12-07, 2026/12/7 or 2026年12月7日. */
  day(title: Title): string | null {
    const text = this.text(title);
    if (text === '') return null;
    const [, year = '', month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (!isDay(day)) throw new RowProblem(`的“${title}”不是日期，请写成 2026-12-07 这样`);
    return day;
  }

  #value(title: Title): CellValue {
    const column = this.#columns.get(title);
    if (column === undefined) return null;
    const { value } = this.#row.getCell(column);
    // The shown result of a formula is whatever the file says it is, so it is no statement of the provincial system.
    if (typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)) throw new RowProblem(`的“${title}”是公式，请改成文字`);
    return value;
  }
}

/** The head may have moved down a little, and columns may have changed places; their titles may not. */
function findHead(sheet: Worksheet): { columns: Map<Title, number>; headRow: number } {
  let best = new Map<Title, number>();
  for (let number = 1; number <= HEAD_WITHIN; number += 1) {
    const columns = new Map<Title, number>();
    sheet.getRow(number).eachCell((cell, column) => {
      const title = String(cell.text).trim() as Title;
      if ((NEEDED.includes(title) || OPTIONAL.includes(title)) && !columns.has(title)) columns.set(title, column);
    });
    if (NEEDED.every((title) => columns.has(title))) return { columns, headRow: number };
    if (columns.size > best.size) best = columns;
  }
  const missing = NEEDED.filter((title) => !best.has(title));
  throw workbookErrors.WORKBOOK_COLUMNS_MISSING({ detail: `这不是本系统导出的表格，缺少这些列：${missing.join('、')}。请下载原表填写` });
}
