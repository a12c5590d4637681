import { dayOf } from '@hall/shared/kernel/day';
import type { Content, TableCell } from 'pdfmake';
import { above, caption, covered, heading, longDay, longInstant, RULED, value } from './house-style.ts';
import { A4 } from './pdf.ts';
import type { Sheet } from './pdf.ts';

/** What the person takes home: that the matter was accepted, on what, and what happens next. */
export interface AcceptanceReceipt {
  hallName: string;
  caseNumber: string;
  printedAt: number;
  acceptedAt: number;
  matterName: string;
  personName: string;
  maskedCitizenId: string;
  /** Who came in the person's place. */
  agentName: string | null;
  windowLabel: string;
  clerkName: string;
  badgeNumber: string;
  /** `seen` is how it was looked at, such as 原件已核验 or 容缺，请于 12 月 1 日前补交. */
  materials: readonly { label: string; seen: string }[];
  /** Sentences of the assessment, or none for a matter without one. */
  assessment: readonly string[];
  statutoryLimit: string;
  promisedLimit: string;
  nextStep: string;
  /** Where to ask: telephone and address. */
  contact: string;
  disclaimer: string;
  rating: { url: string; code: string } | null;
}

export function acceptanceReceiptPaper(receipt: AcceptanceReceipt): Sheet {
  const person = receipt.agentName === null ? receipt.personName : `${receipt.personName}（代办人：${receipt.agentName}）`;
  const body: TableCell[][] = [
    [caption('申 请 人'), value(person), caption('身份号码'), value(receipt.maskedCitizenId)],
    [caption('办理事项'), value(receipt.matterName), caption('受理时间'), value(longInstant(receipt.acceptedAt))],
    [caption('受理窗口'), value(receipt.windowLabel), caption('经 办 人'), value(`${receipt.clerkName}（工号 ${receipt.badgeNumber}）`)],
    [caption('法定时限'), value(receipt.statutoryLimit), caption('承诺时限'), value(receipt.promisedLimit)],
    [caption('收到材料'), { colSpan: 3, ...materials(receipt) } as TableCell, ...covered(2)],
    ...(receipt.assessment.length === 0 ? [] : [[caption('核定情况'), { colSpan: 3, stack: receipt.assessment.map((line) => ({ text: line })), lineHeight: 1.15 } as TableCell, ...covered(2)]]),
    [caption('下一步'), { colSpan: 3, text: receipt.nextStep, lineHeight: 1.15 }, ...covered(2)],
  ];
  return {
    title: `受理回执 ${receipt.caseNumber}`, printedAt: receipt.printedAt, page: A4, fontSize: 10.5,
    foot: `${receipt.hallName} · 打印时间 ${longInstant(receipt.printedAt)}`,
    content: [
      ...heading('受 理 回 执', receipt.hallName),
      above(`编号：${receipt.caseNumber}`, '请妥善保管，凭编号可查询进度'),
      { layout: RULED, table: { widths: [66, '*', 66, '*'], body } },
      { text: receipt.disclaimer, fontSize: 9, color: '#444444', margin: [2, 8, 2, 0], lineHeight: 1.3 },
      closing(receipt),
    ],
  };
}

function materials({ materials: list }: AcceptanceReceipt): object {
  if (list.length === 0) return { text: '无' };
  return {
    layout: 'noBorders',
    table: { widths: [14, '*', 'auto'], body: list.map(({ label, seen }, index) => [{ text: `${index + 1}.` }, { text: label }, { text: seen, color: '#333333' }]) },
  };
}

function closing({ rating, contact, hallName, acceptedAt }: AcceptanceReceipt): Content {
  const invitation: Extract<Content, { columns: object }>['columns'][number] = rating === null ? { text: '', width: 0 } : {
    width: 90, alignment: 'center', stack: [{ qr: rating.url, fit: 84, eccLevel: 'M' }, { text: `请您评价 ${rating.code}`, fontSize: 8.5, margin: [0, 4, 0, 0] }],
  };
  return {
    margin: [2, 18, 2, 0], columnGap: 12,
    columns: [
      invitation,
      { width: '*', text: contact, fontSize: 9.5, lineHeight: 1.2, margin: [0, 4, 0, 0] },
      { width: 190, alignment: 'center', stack: [{ text: hallName, bold: true }, { text: '（业务专用章）', color: '#555555', margin: [0, 16, 0, 16] }, { text: longDay(dayOf(acceptedAt)) }] },
    ],
  };
}
