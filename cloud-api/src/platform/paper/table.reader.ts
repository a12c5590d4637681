import { isDay } from '@hall/shared/kernel/day';
import type { CellValue, Row, Worksheet } from 'exceljs';
import { firstSheet } from './first-sheet.ts';
import { workbookErrors } from './workbook.guard.ts';

const HEAD_WITHIN = 10;
const MAX_ROWS = 2_000;
/** Rows a sheet may hold with the empty ones that only carry a style. */
const MAX_ROWS_AND_EMPTY = 10_000;

/** What one row is not understood for. Its message goes on where "第 5 行" ends. */
export class RowProblem extends Error {}
export interface TableProblem { row: number; message: string }

/** One row, its cells named by the titles of the head. */
export class TableRow {
  readonly number: number;
  readonly #row: Row;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(number: number, row: Row, columns: ReadonlyMap<string, number>) {
    this.number = number;
    this.#row = row;
    this.#columns = columns;
  }

  /** @throws RowProblem for a formula or an error value */
  text(title: string): string {
    const column = this.#columns.get(title);
    const value: CellValue = column === undefined ? null : this.#row.getCell(column).value;
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (typeof value !== 'object') return String(value).trim();
    if ('richText' in value) return value.richText.map(({ text }) => text).join('').trim();
    throw new RowProblem(`的“${title}”是公式或错误值，请改成文字`);
  }

  /** A date cell, or text such as 2026-12-07, 2026/12/7 or 2026年12月7日. @throws RowProblem */
  day(title: string): string {
    const [, year = '', month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(this.text(title)) ?? [];
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (!isDay(day)) throw new RowProblem(`的“${title}”不是日期，请写成 2026-12-07 这样`);
    return day;
  }
}

/**
 * Reads a sheet row by row: a row that cannot be understood is named and left out, the others count. Empty rows are passed over.
 * @param needed titles without which nothing can be understood @param read makes something of one row, or throws a `RowProblem`
 * @throws DomainError `WORKBOOK_…` when the file as a whole is of no use
 */
export async function readTable<T>(upload: Buffer, needed: readonly string[], read: (row: TableRow) => T): Promise<{ rows: T[]; problems: TableProblem[] }> {
  const sheet = await firstSheet(upload, MAX_ROWS_AND_EMPTY);
  if (sheet.actualRowCount > MAX_ROWS) throw workbookErrors.WORKBOOK_TOO_LARGE();
  const { columns, headRow } = findHead(sheet, needed);
  const rows: T[] = [];
  const problems: TableProblem[] = [];
  sheet.eachRow((row, number) => {
    if (number <= headRow || needed.every((title) => row.getCell(columns.get(title)!).value === null)) return;
    try {
      rows.push(read(new TableRow(number, row, columns)));
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      problems.push({ row: number, message: `第 ${number} 行${error.message}` });
    }
  });
  return { rows, problems };
}

function findHead(sheet: Worksheet, needed: readonly string[]): { columns: Map<string, number>; headRow: number } {
  for (let headRow = 1; headRow <= HEAD_WITHIN; headRow += 1) {
    const columns = new Map<string, number>();
    sheet.getRow(headRow).eachCell((cell, column) => {
      const title = String(cell.text).trim();
      if (!columns.has(title)) columns.set(title, column);
    });
    if (needed.every((title) => columns.has(title))) return { columns, headRow };
  }
  throw workbookErrors.WORKBOOK_COLUMNS_MISSING({ detail: `表格里要有这些列：${needed.join('、')}。请下载模板填写` });
}
