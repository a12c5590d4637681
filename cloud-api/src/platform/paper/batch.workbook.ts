import ExcelJS from 'exceljs';
import type { Cell, Worksheet } from 'exceljs';
import { BATCH_COLUMNS, REPLY_TITLES, RESULT, RESULT_WORDS } from './batch.columns.ts';
import type { BatchRow } from './batch.columns.ts';

export interface Batch {
  number: string;
  hallName: string;
  /** Instant. */
  createdAt: number;
  rows: readonly BatchRow[];
}

const HEAD_ROW = 3;
const REPLY_WIDTHS = [12, 22, 36, 14];
const LINE = { style: 'thin', color: { argb: 'FFBFC4CC' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** The batch as .xlsx for the provincial system of record, with room for its reply in the last four columns. */
export async function writeBatch(batch: Batch): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = batch.hallName;
  book.created = new Date(batch.createdAt);
  book.modified = book.created;
  const sheet = book.addWorksheet('参保登记批次', {
    views: [{ state: 'frozen', xSplit: 5, ySplit: HEAD_ROW }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}` },
  });
  writeHead(sheet, batch);
  batch.rows.forEach((row, index) => writeRow(sheet, row, index, batch.number));
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 2 }, to: { row: HEAD_ROW + batch.rows.length, column: BATCH_COLUMNS.length + REPLY_TITLES.length } };
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeHead(sheet: Worksheet, batch: Batch): void {
  const widths = [...BATCH_COLUMNS.map(({ width }) => width), ...REPLY_WIDTHS];
  widths.forEach((width, index) => { sheet.getColumn(index + 1).width = width; });
  sheet.getColumn(1).hidden = true;
  sheet.getCell('B1').value = `城乡居民基本养老保险参保登记批次 ${batch.number}`;
  sheet.getCell('B1').font = { bold: true, size: 14 };
  sheet.getCell('B2').value = `${batch.hallName}，共 ${batch.rows.length} 人。请在最后四列填写结果：“${RESULT_WORDS.completed}”，或“${RESULT_WORDS.rejected}”并写明原因；其他列和隐藏列请不要改动。`;
  sheet.getCell('B2').font = { color: { argb: 'FF666666' } };
  sheet.getRow(1).height = 24;
  sheet.getRow(HEAD_ROW).height = 22;
  [...BATCH_COLUMNS.map(({ title }) => title), ...REPLY_TITLES].forEach((title, index) => {
    const cell = sheet.getCell(HEAD_ROW, index + 1);
    cell.value = title;
    cell.font = { bold: true };
    cell.border = BORDER;
    cell.alignment = { vertical: 'middle', horizontal: 'center' };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: index < BATCH_COLUMNS.length ? 'FFE8ECF2' : 'FFFFF4D6' } };
  });
}

function writeRow(sheet: Worksheet, row: BatchRow, index: number, batchNumber: string): void {
  const at = HEAD_ROW + 1 + index;
  BATCH_COLUMNS.forEach((column, position) => {
    const cell = sheet.getCell(at, position + 1);
    cell.value = column.value(row, index + 1, batchNumber);
    dress(cell, column.kind);
  });
  REPLY_TITLES.forEach((title, position) => {
    const cell = sheet.getCell(at, BATCH_COLUMNS.length + position + 1);
    dress(cell, 'text');
    if (title !== RESULT) return;
    cell.dataValidation = {
      type: 'list', allowBlank: true, formulae: [`"${RESULT_WORDS.completed},${RESULT_WORDS.rejected}"`],
      showErrorMessage: true, errorTitle: '请选择', error: `请填“${RESULT_WORDS.completed}”或“${RESULT_WORDS.rejected}”`,
    };
  });
}

/** Text cells are text for good: a spreadsheet turns an ID of 18 digits into a rounded number when it may. */
function dress(cell: Cell, kind: 'text' | 'number'): void {
  cell.numFmt = kind === 'text' ? '@' : '0';
  cell.border = BORDER;
  cell.alignment = { vertical: 'middle', horizontal: kind === 'text' ? 'left' : 'center' };
}
