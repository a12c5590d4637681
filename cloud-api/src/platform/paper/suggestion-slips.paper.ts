import type { Content } from 'pdfmake';
import { longDay } from './house-style.ts';
import { A4 } from './pdf.ts';
import type { Sheet } from './pdf.ts';

/** One slip: the serial stands on both halves, the code only on the half people keep. */
export interface SuggestionSlip { readonly serial: string; readonly code: string }

export interface SuggestionSlips {
  hallName: string;
  /** Where the answer can be looked up. */
  url: string;
  /** `YYYY-MM-DD` */
  printedOn: string;
  printedAt: number;
  slips: readonly SuggestionSlip[];
}

const DASHED = { hLineWidth: () => 0, vLineWidth: (line: number) => (line === 1 ? 0.8 : 0), vLineStyle: () => ({ dash: { length: 3, space: 3 } }), paddingLeft: () => 10, paddingRight: () => 10, paddingTop: () => 0, paddingBottom: () => 0 };
const WRITING_LINES = 6;
const ON_A_SHEET = 3;

/** Three slips on a sheet of A4: the left half goes into the box, the right one home. */
export function suggestionSlipsPaper({ hallName, url, printedOn, printedAt, slips }: SuggestionSlips): Sheet {
  const content = slips.flatMap((slip, at): Content[] => [...(at % ON_A_SHEET === 0 ? [] : [cutLine()]), slipOf(hallName, url, slip, at > 0 && at % ON_A_SHEET === 0)]);
  return { title: '意见单', printedAt, page: A4, fontSize: 10, foot: `${hallName} 意见单 · ${longDay(printedOn)}印制`, content };
}

function slipOf(hallName: string, url: string, { serial, code }: SuggestionSlip, onNewSheet: boolean): Content {
  return {
    layout: DASHED, ...(onNewSheet ? { pageBreak: 'before' as const } : {}),
    table: {
      widths: [308, '*'],
      body: [[
        {
          stack: [
            { text: '意见单（投入意见箱）', bold: true, fontSize: 14 },
            { text: `${hallName}   编号 ${serial}`, margin: [0, 3, 0, 0], color: '#333333' },
            { text: '您想说的事（不用写姓名和证件号）：', margin: [0, 8, 0, 0] },
            ...Array.from({ length: WRITING_LINES }, () => writingLine()),
            { text: '□ 可以公开（隐去能认出人的内容）    □ 不公开', margin: [0, 10, 0, 0] },
          ],
        },
        {
          stack: [
            { text: '查询联（请带走）', bold: true, fontSize: 12 },
            { text: `编号 ${serial}`, margin: [0, 3, 0, 6] },
            { qr: url, fit: 78, eccLevel: 'M', alignment: 'center' },
            { text: '扫码后输入查询码，看办理进展', fontSize: 8.5, alignment: 'center', margin: [0, 4, 0, 4] },
            // Two lines of fixed length: the widest signs must not make a sheet longer.
            { text: code.slice(0, 9), bold: true, fontSize: 12, alignment: 'center' },
            { text: code.slice(10), bold: true, fontSize: 12, alignment: 'center' },
            { text: '查询码只印在这一联上，大厅不留底。丢了就查不到了，别人拿到也能看。', fontSize: 8, color: '#444444', margin: [0, 5, 0, 0] },
          ],
        },
      ]],
    },
  };
}

/** Each line is an object of its own: the library writes into what it is given. */
const writingLine = (): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 300, y2: 0, lineWidth: 0.5, lineColor: '#999999' }], margin: [0, 22, 0, 0] });
const cutLine = (): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 511, y2: 0, lineWidth: 0.6, dash: { length: 3, space: 3 }, lineColor: '#666666' }], margin: [0, 8, 0, 10] });
