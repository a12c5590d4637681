import ExcelJS from 'exceljs';

/** A plain list as a sheet: a title, a note, a frozen head that filters. */
export interface Table {
  sheet: string;
  title: string;
  note: string;
  /** Instant. */
  createdAt: number;
  creator: string;
  /** Each is title and width in characters. */
  columns: readonly (readonly [string, number])[];
  rows: readonly (readonly (string | number)[])[];
  /** The words each cell of a column may be chosen from, by the column's title. */
  choices?: Readonly<Record<string, readonly string[]>>;
}

const HEAD_ROW = 3;
/** Excel refuses longer lists of choices written into the cell. */
const LONGEST_CHOICES = 250;
const LINE = { style: 'thin', color: { argb: 'FFBFC4CC' } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };

export const writeTable = (table: Table): Promise<Buffer> => writeTables([table]);

/** Several lists as the sheets of one book. */
export async function writeTables(tables: readonly Table[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const table of tables) {
    book.creator = table.creator;
    book.created = new Date(table.createdAt);
    book.modified = book.created;
    writeSheet(book, table);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeSheet(book: ExcelJS.Workbook, table: Table): void {
  const sheet = book.addWorksheet(table.sheet, { views: [{ state: 'frozen', ySplit: HEAD_ROW }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}` } });
  sheet.getCell('A1').value = table.title;
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.getRow(1).height = 24;
  sheet.getCell('A2').value = table.note;
  sheet.getCell('A2').font = { color: { argb: 'FF666666' } };
  table.columns.forEach(([title, width], index) => {
    sheet.getColumn(index + 1).width = width;
    const cell = sheet.getCell(HEAD_ROW, index + 1);
    cell.value = title;
    cell.font = { bold: true };
    cell.border = BORDER;
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8ECF2' } };
  });
  table.rows.forEach((row, down) => {
    row.forEach((value, across) => {
      const cell = sheet.getCell(HEAD_ROW + 1 + down, across + 1);
      cell.value = value;
      cell.numFmt = typeof value === 'number' ? '0' : '@';
      cell.border = BORDER;
      cell.alignment = { vertical: 'middle', wrapText: true };
      const offered = table.choices?.[table.columns[across]![0]]?.join(',') ?? '';
      if (offered !== '' && offered.length <= LONGEST_CHOICES) cell.dataValidation = { type: 'list', allowBlank: true, formulae: [`"${offered}"`] };
    });
  });
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: HEAD_ROW + table.rows.length, column: table.columns.length } };
}
