/** The cells of a table as text, row by row: what a person sees, before anything is made of it. */
export type Cells = string[][];

/** A value of a spreadsheet as the text a person would read there; dates as `YYYY-MM-DD` (spreadsheets keep them in UTC). */
export function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}

/** Text copied out of a spreadsheet: rows by line, cells by tab. Rows without a word are left out. */
export const cellsOfText = (text: string): Cells =>
  text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.split('\t').map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));

/** Whether a pasted text is more than the word of one cell. */
export const isTable = (text: string): boolean => /\t|\n[^\n]/.test(text);

export const emptyRow = (width: number): string[] => Array.from({ length: width }, () => '');

/** The rows with one cell written anew. */
export const withCell = (rows: Cells, row: number, column: number, word: string): Cells =>
  rows.map((cells, at) => (at === row ? cells.map((cell, place) => (place === column ? word : cell)) : cells));

/** Lays copied cells over the rows from one cell on, as a spreadsheet does; rows that are missing are added, what sticks out to the right is dropped. */
export function laidOver(rows: Cells, row: number, column: number, width: number, pasted: Cells): Cells {
  const next = rows.map((cells) => [...cells]);
  for (const [down, cells] of pasted.entries()) {
    while (next.length <= row + down) next.push(emptyRow(width));
    for (const [right, word] of cells.entries()) if (column + right < width) next[row + down]![column + right] = word;
  }
  return next;
}

/** A day however people write it, as `YYYY-MM-DD`: 2027/2/6, 2027.2.6, 2027年2月6日, or 2月6日 of a known year. Anything else stays as it was. */
export function dayWord(word: string, year?: number): string {
  const whole = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/.exec(word);
  const short = year === undefined ? null : /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/.exec(word);
  const [y, m, d] = whole ? whole.slice(1) : short ? [String(year), short[1], short[2]] : [];
  return y && m && d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : word;
}
