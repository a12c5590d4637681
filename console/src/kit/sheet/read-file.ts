import { sheetCopy as copy } from '../copy/sheet.copy.ts';
import type { Cells } from './cells.view.ts';
import { wordOf } from './cells.view.ts';

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_ROWS = 2_000;

/** What a chosen file holds: the sheets of a workbook, or the value of a JSON file. */
export type FileContent = { kind: 'sheets'; sheets: { name: string; cells: Cells }[] } | { kind: 'json'; value: unknown };

/** A file that cannot be read; its message says what to do. */
export class Unreadable extends Error {}

/** Reads an Excel or JSON file here in the browser: it goes nowhere before somebody has looked at it. Throws Unreadable. */
export async function readFile(file: File): Promise<FileContent> {
  if (file.size > MOST_BYTES) throw new Unreadable(copy.tooLarge);
  if (/\.json$/i.test(file.name)) {
    try {
      return { kind: 'json', value: JSON.parse(await file.text()) as unknown };
    } catch {
      throw new Unreadable(copy.damaged);
    }
  }
  if (!/\.xlsx$/i.test(file.name)) throw new Unreadable(copy.wrongKind);
  const { default: readWorkbook } = await import('read-excel-file/universal');
  try {
    const sheets = await readWorkbook(await file.arrayBuffer());
    return { kind: 'sheets', sheets: sheets.map(({ sheet, data }) => ({ name: sheet, cells: data.slice(0, MOST_ROWS).map((row) => row.map(wordOf)).filter((row) => row.some((cell) => cell !== '')) })) };
  } catch {
    throw new Unreadable(copy.damaged);
  }
}
