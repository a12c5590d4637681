import { dayOf } from '@hall/shared/kernel/day';
import type { TableCell } from 'pdfmake';
import { above, caption, heading, longDay, longInstant, RULED } from './house-style.ts';
import { A4 } from './pdf.ts';
import type { Sheet } from './pdf.ts';

/** Everything that is still missing or wrong, named at once and in writing (一次性告知). */
export interface OnceOnlyNotice {
  number: string;
  caseNumber: string;
  hallName: string;
  personName: string;
  matterName: string;
  issuedAt: number;
  printedAt: number;
  /** `YYYY-MM-DD`, or null when there is no deadline. */
  deadline: string | null;
  items: readonly { label: string; sentence: string; legalBasis?: string }[];
  /** Said below the items when some of them could have been named before; it is no item itself. */
  apology: string | null;
  contact: string;
  /** Leads to the case on the phone. */
  url: string | null;
}

export function onceOnlyNoticePaper(notice: OnceOnlyNotice): Sheet {
  const { items } = notice;
  const basis = items.some((item) => item.legalBasis);
  const head: TableCell[] = [caption('序号', { bold: true }), caption('项  目', { bold: true }), caption('请您这样补正', { bold: true }), ...(basis ? [caption('依  据', { bold: true })] : [])];
  const rows = items.map((item, index): TableCell[] => [
    { text: String(index + 1), alignment: 'center', verticalAlignment: 'middle' }, { text: item.label, bold: true, verticalAlignment: 'middle' }, { text: item.sentence, lineHeight: 1.12 },
    ...(basis ? [{ text: item.legalBasis ?? '—', fontSize: 8.5, color: '#444444' } as TableCell] : []),
  ]);
  const until = notice.deadline === null ? '您可以随时补正后再次提交' : `请于 ${longDay(notice.deadline)} 前补正后再次提交`;
  return {
    title: `一次性告知书 ${notice.number}`, printedAt: notice.printedAt, page: A4, fontSize: 10.5,
    foot: `${notice.hallName} · 打印时间 ${longInstant(notice.printedAt)}`,
    content: [
      ...heading('一次性告知书', notice.hallName),
      above(`告知书编号：${notice.number}`, `业务编号：${notice.caseNumber}`),
      { text: `${notice.personName}：`, bold: true, fontSize: 11.5, margin: [2, 8, 0, 4] },
      { text: `您申请办理的“${notice.matterName}”，经预审共有 ${items.length} 项需要补正。我们在此一次性告知，补正其他内容不需要重新提交。${until}。`, leadingIndent: 22, lineHeight: 1.25, margin: [2, 0, 2, 10] },
      { layout: RULED, table: { headerRows: 1, dontBreakRows: true, widths: basis ? [28, 110, '*', 110] : [28, 130, '*'], body: [head, ...rows] } },
      ...(notice.apology === null ? [] : [{ text: notice.apology, leadingIndent: 22, lineHeight: 1.25, margin: [2, 12, 2, 0] as [number, number, number, number] }]),
      { text: '请只修改上表列出的内容，其他已通过的内容会为您保留。在手机上修改后点“再次提交”，也可以带材料到大厅窗口，由工作人员帮您修改。以上未列出的内容，我们不会在之后作为补正理由；确有新情况的，会向您书面说明原因。', leadingIndent: 22, lineHeight: 1.25, margin: [2, 12, 2, 0] },
      {
        margin: [2, 26, 2, 0], columnGap: 12, unbreakable: true,
        columns: [
          notice.url === null ? { text: '', width: 0 } : { width: 90, alignment: 'center', stack: [{ qr: notice.url, fit: 84, eccLevel: 'M' }, { text: '手机查看与补正', fontSize: 8.5, margin: [0, 4, 0, 0] }] },
          { width: '*', text: notice.contact, fontSize: 9.5, lineHeight: 1.2, margin: [0, 4, 0, 0] },
          { width: 190, alignment: 'center', stack: [{ text: notice.hallName, bold: true }, { text: '（业务专用章）', color: '#555555', margin: [0, 16, 0, 16] }, { text: longDay(dayOf(notice.issuedAt)) }] },
        ],
      },
    ],
  };
}
