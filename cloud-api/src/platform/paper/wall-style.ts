import type { Content, TableCell } from 'pdfmake';

export type Column = Extract<Content, { columns: object }>['columns'][number];

/** What hangs in the hall is seen from afar: one warm red, deep ink, much air. Sizes in points. */
export const ACCENT = '#b3261e';
export const INK_2 = '#4a505a';
export const INK_3 = '#666c76';
const LINE = '#d9d6cf';
const SHADE = '#f6f4ef';

/** A portrait in its frame, or nothing where its person would rather not show one. @param jpeg of any size */
export const portrait = (jpeg: Buffer | null, width: number, height: number): Column[] =>
  (jpeg === null ? [] : [{ image: `data:image/jpeg;base64,${jpeg.toString('base64')}`, cover: { width, height, valign: 'top', align: 'center' }, width }]);

/** A band of the accent across the whole sheet, with the hall's name on it. */
export function band(words: string, { fontSize, padding, right = '' }: { fontSize: number; padding: number; right?: string }): Content {
  return {
    layout: { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => padding * 1.6, paddingRight: () => padding * 1.6, paddingTop: () => padding, paddingBottom: () => padding },
    table: { widths: ['*', 'auto'], body: [[{ text: words, color: '#ffffff', bold: true, fontSize, fillColor: ACCENT }, { text: right, color: '#ffffff', fontSize, fillColor: ACCENT }]] },
  };
}

export const caption = (text: string, fontSize: number, above = 6): Content => ({ text, bold: true, color: ACCENT, fontSize, margin: [0, above, 0, 2] });

/** Lines with a mark before each, none wider than its column. */
export const lines = (texts: readonly string[], fontSize: number, lineHeight = 1.12): Content => ({ ul: texts.map((text) => ({ text, margin: [0, 0, 0, fontSize * 0.16] as [number, number, number, number] })), fontSize, lineHeight, markerColor: ACCENT });

/** How many lines these texts take with so many signs on each: what decides whether the letters must be smaller. */
export const linesTaken = (texts: readonly string[], signs: number): number => texts.reduce((sum, text) => sum + Math.max(1, Math.ceil([...text].length / signs)), 0);

/** What does not fit ends in a mark; the code beside it opens the whole. */
export const shortened = (text: string, most: number): string => ([...text].length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`);

/** What people scan: the picture of a mini-program code, or an address to be drawn as a QR code. */
export type PaperCode = string | { contentType: string; bytes: Buffer };

/** The code people scan, with what it does below it; a column as wide as `width`. Its squares are whole points: a `fit` that is a little too small halves them. */
export const scan = (code: PaperCode, fit: number, words: string, fontSize: number, width: number | '*' = '*', above = 0, eccLevel: 'L' | 'M' = 'M'): Column => ({
  width, margin: [0, above, 0, 0],
  stack: [
    typeof code === 'string' ? { qr: code, fit, eccLevel, alignment: 'center' } : { image: `data:${code.contentType};base64,${code.bytes.toString('base64')}`, fit: [fit, fit], alignment: 'center' },
    { text: words, fontSize, alignment: 'center', color: INK_2, margin: [0, 3, 0, 0] },
  ],
});

/** A table for a board on the wall: thin lines between rows, none between columns, and room to read. */
export function wallTable(widths: (number | string)[], heads: readonly string[], body: TableCell[][], fontSize: number): Content {
  return {
    fontSize, lineHeight: 1.15,
    layout: { hLineWidth: (line) => (line === 1 ? 1.2 : 0.6), vLineWidth: () => 0, hLineColor: (line) => (line === 1 ? ACCENT : LINE), paddingLeft: () => 8, paddingRight: () => 8, paddingTop: () => 7, paddingBottom: () => 7 },
    table: { headerRows: 1, dontBreakRows: true, widths, body: [heads.map((text) => ({ text, bold: true, color: INK_2 })), ...body] },
  };
}

/** A row across the whole table: whose the following rows are. */
export const groupRow = (text: string, columns: number): TableCell[] => [{ text, bold: true, colSpan: columns, fillColor: SHADE, color: ACCENT }, ...Array.from({ length: columns - 1 }, () => ({}))];

/** Title, hall and what stands below them left, the code right: so it never falls onto a sheet of its own. */
export const boardHeading = (title: string, hallName: string, below: Content[], code: Column): Content[] => [
  { columnGap: 24, margin: [0, 0, 0, 10], columns: [{ width: '*', stack: [{ text: title, fontSize: 34, bold: true, color: ACCENT }, { text: hallName, fontSize: 16, color: INK_2, margin: [0, 0, 0, 4] }, ...below] }, code] },
];
