import ExcelJS from 'exceljs';
import { readFromZip, zipWith } from './testing/zip.builder.ts';
import { readTable } from './table.reader.ts';

/** A filled roster as a spreadsheet writes it, with one thing done to its parts. */
async function roster(change: (parts: Map<string, string>) => void = () => undefined): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('带班表');
  sheet.addRow(['日期', '带班领导']);
  sheet.addRow(['2026-12-07', '孙明远']);
  const parts = await readFromZip(Buffer.from(await book.xlsx.writeBuffer()));
  change(parts);
  return zipWith(parts);
}
const SHEET = 'xl/worksheets/sheet1.xml';
const afterCells = (more: string) => (parts: Map<string, string>) => parts.set(SHEET, parts.get(SHEET)!.replace('</sheetData>', `</sheetData>${more}`));
const moreRows = (rows: string) => (parts: Map<string, string>) => parts.set(SHEET, parts.get(SHEET)!.replace('</sheetData>', `${rows}</sheetData>`));
const read = (upload: Buffer) => readTable(upload, ['日期', '带班领导'], (row) => [row.day('日期'), row.text('带班领导')]).then(({ rows }) => rows, (error: { code: string }) => error.code);
const UNDERSTOOD = [['2026-12-07', '孙明远']];

test('a plain roster is read', async () => {
  expect(await read(await roster())).toEqual(UNDERSTOOD);
});

test.each([
  ['merges every cell there can be', afterCells('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')],
  ['checks every cell there can be', afterCells('<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>')],
  ['merges half a million pairs', afterCells(`<mergeCells>${Array.from({ length: 500_000 }, (_, at) => `<mergeCell ref="D${at + 1}:E${at + 1}"/>`).join('')}</mergeCells>`)],
  ['is two thousand million columns wide', (parts: Map<string, string>) => parts.set(SHEET, parts.get(SHEET)!.replace('<sheetData>', '<cols><col min="1" max="2000000000" width="9"/></cols><sheetData>'))],
  ['has a name for every cell there can be', (parts: Map<string, string>) => parts.set('xl/workbook.xml', parts.get('xl/workbook.xml')!.replace('</sheets>', '</sheets><definedNames><definedName name="all">带班表!$A$1:$XFD$1048576</definedName></definedNames>'))],
])('a sheet of a few bytes that %s is read as what it says, at once', async (_, change) => {
  expect(await read(await roster(change))).toEqual(UNDERSTOOD);
}, 20_000);

test.each([
  ['claims a row number no spreadsheet has', moreRows('<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'), 'WORKBOOK_DAMAGED'],
  ['claims a column no spreadsheet has', moreRows('<row r="3"><c r="ZZZZZZ3"><v>1</v></c></row>'), 'WORKBOOK_DAMAGED'],
  ['has a million empty rows', moreRows(Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 3}"/>`).join('')), 'WORKBOOK_TOO_LARGE'],
  ['has hundreds of columns', moreRows(`<row r="3">${'<c><v>1</v></c>'.repeat(300)}</row>`), 'WORKBOOK_TOO_LARGE'],
  ['holds hundreds of thousands of filled rows', moreRows(Array.from({ length: 700_000 }, (_, at) => `<row r="${at + 3}"><c r="A${at + 3}"><v>1</v></c></row>`).join('')), 'WORKBOOK_TOO_LARGE'],
])('a sheet that %s is refused, at once', async (_, change, code) => {
  expect(await read(await roster(change))).toBe(code);
}, 20_000);
