import { clockOf, dayOf } from '@hall/shared/kernel/day';
import type { Content, CustomTableLayout, TableCell } from 'pdfmake';

/** One box of a form that is ticked or not. */
export interface Choice { readonly label: string; readonly chosen: boolean }

const INK = '#1a1a1a';
const SHADE = '#f3f4f6';

/** Thin lines inside, a heavier frame, as ruled forms have. */
export const RULED: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 1.1 : 0.5),
  vLineWidth: (line, node) => (line === 0 || line === node.table.widths?.length ? 1.1 : 0.5),
  hLineColor: () => INK,
  vLineColor: () => INK,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => 5.5,
  paddingBottom: () => 5.5,
};

/** The caption of a field: centred, on a light shade. */
export function caption(text: string, more: object = {}): TableCell {
  return { text, alignment: 'center', verticalAlignment: 'middle', fillColor: SHADE, ...more };
}

/** What was filled in. */
export function value(text: string, more: object = {}): TableCell {
  return { text: text === '' ? ' ' : text, bold: true, verticalAlignment: 'middle', ...more };
}

/** The cells a wide cell covers. */
export function covered(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({}));
}

/** `■ 低保  □ 特困 …`: each box stays on one line with its label. */
export function boxes(choices: readonly Choice[]): Content {
  return {
    verticalAlignment: 'middle', lineHeight: 1.12,
    text: choices.flatMap(({ label, chosen }, index) => [
      ...(index === 0 ? [] : [{ text: '  ' }]),
      { text: `${chosen ? '■' : '□'}\u00a0${label.replaceAll(' ', '\u00a0')}`, bold: chosen, noWrap: true },
    ]),
  } as Content;
}

export function heading(title: string, office: string): Content[] {
  return [
    { text: office, alignment: 'center', fontSize: 11, characterSpacing: 1, color: '#333333', margin: [0, 0, 0, 2] },
    { text: title, alignment: 'center', fontSize: 18, bold: true, characterSpacing: 1.2, margin: [0, 0, 0, 8] },
  ];
}

/** Left and right above the frame of a form. */
export function above(left: string, right: string): Content {
  return { columns: [{ text: left, width: '*' }, { text: right, width: 'auto', alignment: 'right' }], fontSize: 9.5, margin: [2, 0, 2, 4] };
}

/** `2026年11月23日` */
export function longDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** `2026年11月23日 09:30` in the hall's time. */
export function longInstant(instant: number): string {
  return `${longDay(dayOf(instant))} ${clockOf(instant)}`;
}

/** A line of dots across a slip. */
export function tearLine(): Content {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 202, y2: 0, lineWidth: 0.6, dash: { length: 2, space: 2 }, lineColor: INK }], margin: [0, 6, 0, 6] };
}
