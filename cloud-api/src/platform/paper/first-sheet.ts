import ExcelJS from 'exceljs';
import type { Worksheet } from 'exceljs';
import { guardWorkbook, workbookErrors } from './workbook.guard.ts';

/** What of a sheet is passed over: everything but its cells. A few bytes that merge, validate or name "all cells" would be spread out cell by cell, and nobody here needs them. */
const PASSED_OVER = ['cols', 'mergeCells', 'dataValidations', 'conditionalFormatting', 'hyperlinks', 'rowBreaks', 'autoFilter', 'drawing', 'picture', 'tableParts', 'extLst'];
/** Excel's own last row. A file may claim any. */
const LAST_ROW = 1_048_576;
const MOST_COLUMNS = 200;
/** What reading one such file may take of everybody's time, in unpacked bytes. */
const MOST_UNPACKED = 32 * 1024 * 1024;

/**
 * The first sheet of an uploaded workbook, with no more rows than `maxRows`, empty ones included.
 * @throws DomainError `WORKBOOK_…`
 */
export async function firstSheet(upload: Buffer, maxRows: number): Promise<Worksheet> {
  await guardWorkbook(upload, { maxUnpackedBytes: MOST_UNPACKED });
  const book = new ExcelJS.Workbook();
  Object.defineProperty(book.definedNames, 'model', { get: () => [], set: () => undefined });
  const limits = { ignoreNodes: PASSED_OVER, maxRows, maxCols: MOST_COLUMNS };
  try {
    await book.xlsx.load(new Uint8Array(upload).buffer, limits);
  } catch (error) {
    const refused = /^Max \w+ count/.test((error as Error).message) ? workbookErrors.WORKBOOK_TOO_LARGE() : workbookErrors.WORKBOOK_DAMAGED();
    throw Object.assign(refused, { cause: error });
  }
  const [sheet] = book.worksheets;
  if (!sheet || sheet.rowCount > LAST_ROW) throw workbookErrors.WORKBOOK_DAMAGED();
  return sheet;
}
