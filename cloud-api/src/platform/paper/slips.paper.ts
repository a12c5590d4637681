import { dayOf } from '@hall/shared/kernel/day';
import type { Content } from 'pdfmake';
import { longDay, longInstant, tearLine } from './house-style.ts';
import { ROLL } from './pdf.ts';
import type { Sheet } from './pdf.ts';

/** The last seal of the public ledger, for people to take home: whoever holds its code can hold the ledger before it to its word. */
export interface LedgerSeal {
  /** `YYYY-MM-DD` */
  day: string;
  shortCode: string;
}

/** The number a person waits with. Every figure carries its load, so no minutes are promised without it. */
export interface TicketSlip {
  hallName: string;
  number: string;
  classLabel: string;
  takenAt: number;
  /** Masked, such as 王*兰; null for a person who gave no name. */
  maskedName: string | null;
  matterNames: readonly string[];
  ahead: number;
  /** Minutes, lower and upper end; null when nothing can be said. */
  estimate: { low: number; high: number } | null;
  /** Follow the queue on a phone, and rate the visit afterwards. */
  slip: { url: string; code: string } | null;
  sentence: string;
  seal: LedgerSeal | null;
}

/** The invitation to rate a visit, for somebody without a phone at hand. */
export interface RatingSlip {
  hallName: string;
  /** Of the ticket: with it and the day the desk finds the visit again. */
  number: string;
  windowLabel: string | null;
  servedAt: number;
  matterNames: readonly string[];
  url: string;
  code: string;
  /** `YYYY-MM-DD` */
  expiresOn: string;
  seal: LedgerSeal | null;
}

export function ticketSlipPaper(slip: TicketSlip): Sheet {
  const wait = slip.estimate === null ? '请留意大屏和广播叫号' : `按现在开放的窗口，约等 ${slip.estimate.low}–${slip.estimate.high} 分钟`;
  return {
    title: `排队号 ${slip.number}`, printedAt: slip.takenAt, page: ROLL, fontSize: 9.5,
    content: [
      centred(slip.hallName, { bold: true, fontSize: 11 }),
      centred(slip.classLabel, { margin: [0, 6, 0, 0], fontSize: 10.5 }),
      centred(slip.number, { bold: true, fontSize: 46, lineHeight: 0.9, margin: [0, 0, 0, 2] }),
      ...(slip.maskedName === null ? [] : [centred(slip.maskedName, { fontSize: 10.5 })]),
      ...slip.matterNames.map((name) => centred(name, { bold: true })),
      tearLine(),
      centred(`前面还有 ${slip.ahead} 位`, { bold: true, fontSize: 12 }),
      centred(wait, {}),
      ...(slip.slip === null ? [] : [tearLine(), ...scan(slip.slip, '微信扫一扫，手机看排队、办完请评价')]),
      tearLine(),
      centred(slip.sentence, { lineHeight: 1.12 }),
      centred(`取号时间 ${longInstant(slip.takenAt)}`, { fontSize: 8.5, color: '#444444', margin: [0, 5, 0, 0] }),
      ...sealed(slip.seal),
    ],
  };
}

export function ratingSlipPaper(slip: RatingSlip): Sheet {
  return {
    title: `评价码 ${slip.code}`, printedAt: slip.servedAt, page: ROLL, fontSize: 9.5,
    content: [
      centred(slip.hallName, { bold: true, fontSize: 11 }),
      centred('今天的服务，请您评一评', { bold: true, fontSize: 13, margin: [0, 8, 0, 4] }),
      ...slip.matterNames.map((name) => centred(name, {})),
      centred([`${slip.number} 号`, slip.windowLabel, longDay(dayOf(slip.servedAt))].filter(Boolean).join(' · '), { fontSize: 9, color: '#444444' }),
      tearLine(),
      ...scan(slip, '微信扫一扫，请您评价'),
      tearLine(),
      centred(`也可在小程序“评价”里输入评价码。\n${longDay(slip.expiresOn)}前有效，一次服务评一次。`, { lineHeight: 1.15 }),
      centred('记下的时间不对？扫码可提异议，也可请窗口代记。', { fontSize: 8.5, margin: [0, 5, 0, 0] }),
      centred('经办人看不到您评了几分。', { fontSize: 8.5, color: '#444444', margin: [0, 5, 0, 0] }),
      ...sealed(slip.seal),
    ],
  };
}

function scan({ url, code }: { url: string; code: string }, invitation: string): Content[] {
  return [
    centred(invitation, { margin: [0, 0, 0, 6] }),
    { qr: url, fit: 118, eccLevel: 'M', alignment: 'center' },
    centred(code, { bold: true, fontSize: 15, characterSpacing: 2, margin: [0, 5, 0, 0] }),
  ];
}

const sealed = (seal: LedgerSeal | null): Content[] => (seal === null ? [] : [centred(`阳光账本 ${longDay(seal.day)}短码 ${seal.shortCode}`, { fontSize: 8.5, color: '#444444', margin: [0, 3, 0, 0] })]);

function centred(text: string, more: object): Content {
  return { text, alignment: 'center', ...more };
}
