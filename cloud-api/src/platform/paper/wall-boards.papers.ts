import type { TableCell } from 'pdfmake';
import type { Sheet } from './pdf.ts';
import { INK_2, INK_3, boardHeading, groupRow, scan, wallTable } from './wall-style.ts';

export interface DutyOnPaper { name: string; statutory: string | null; basis: string | null; promised: string | null; windows: readonly string[]; materials: number }
export interface DutiesBoard { hallName: string; hallPhone: string; /** `2026年11月23日` */ today: string; url: string; printedAt: number; departments: readonly { name: string; phone: string | null; duties: readonly DutyOnPaper[] }[] }

export interface PromiseOnPaper { wording: string; /** Whose it is; null where the heading says so. */ holder: string | null; measure: string; /** In words, as last sealed. */ month: string; rolling: string }
export interface CommitmentsBoard { hallName: string; url: string; printedAt: number; asOf: string | null; seal: { day: string; shortCode: string } | null; groups: readonly { name: string; promises: readonly PromiseOnPaper[] }[] }

/** A3 lying: what hangs on the wall. */
const A3_LYING: Sheet['page'] = { pageSize: { width: 1190.55, height: 841.89 }, pageMargins: [56, 44, 56, 52] };

/** The fewer rows, the larger the letters: a board is read standing. */
const sizeFor = (rows: number): number => (rows <= 7 ? 19 : rows <= 12 ? 16 : 14);

/** 职责与时限, statutory beside promised, by department. */
export function dutiesBoardPaper({ hallName, hallPhone, today, url, printedAt, departments }: DutiesBoard): Sheet {
  const row = ({ name, statutory, basis, promised, windows, materials }: DutyOnPaper): TableCell[] => [
    { text: name, bold: true }, statutory ?? '依法律规定', { text: promised ?? '按法定时限办理', bold: promised !== null }, { text: basis ?? '', color: INK_2 }, windows.length === 0 ? '请问导办台' : windows.join('、'), { text: `${materials} 样`, alignment: 'right' },
  ];
  return {
    title: '职责与时限公示', printedAt, page: A3_LYING, fontSize: 14, foot: `${hallName} · ${today}打印`,
    content: [
      ...boardHeading('职责与时限', hallName, [{ text: `材料、步骤和依据以办事指南为准。咨询电话 ${hallPhone}。`, fontSize: 13, color: INK_3 }], scan(url, 90, '扫码看科室和办事指南', 10, 120)),
      wallTable(['*', 130, 220, 240, 170, 50], ['事项', '法定时限', '承诺时限', '依据', '在哪里办', '材料'], departments.filter(({ duties }) => duties.length > 0).flatMap(({ name, phone, duties }) => [groupRow(phone === null ? name : `${name}    ${phone}`, 6), ...duties.map(row)]), sizeFor(departments.reduce((sum, { duties }) => sum + duties.length, 0))),
    ],
  };
}

/** 承诺与兑现: the figures as they were last sealed, with the short code everybody can compare. */
export function commitmentsBoardPaper({ hallName, url, printedAt, asOf, seal, groups }: CommitmentsBoard): Sheet {
  const row = ({ wording, holder, measure, month, rolling }: PromiseOnPaper): TableCell[] => [
    { stack: [{ text: wording, bold: true }, ...(holder === null ? [] : [{ text: holder, fontSize: 11, color: INK_3, margin: [0, 2, 0, 0] as [number, number, number, number] }])] }, { text: measure, color: INK_2 }, { text: month, bold: true }, rolling,
  ];
  return {
    title: '阳光承诺公示', printedAt, page: A3_LYING, fontSize: 14, foot: hallName,
    content: [
      ...boardHeading('阳光承诺', hallName, [
        { text: asOf === null ? '兑现情况由系统按办事时间自动计算，谁也不能填写。' : `兑现情况由系统按办事时间自动计算，谁也不能填写。数据截至 ${asOf}。`, fontSize: 13, color: INK_3 },
        seal === null ? { text: '账本还没有第一次封账，封账后这里印短码。', color: INK_2 } : { text: [{ text: '账本短码  ' }, { text: seal.shortCode, bold: true, fontSize: 20 }, { text: `  ${seal.day} 封账，和大屏上那天的一样，说明账本没有被改过`, color: INK_2, fontSize: 12 }], margin: [0, 4, 0, 0] },
      ], scan(url, 90, '扫码看每一个数', 10, 120)),
      wallTable(['*', 300, 230, 230], ['我们承诺', '怎么算', '本月兑现', '近 90 天兑现'], groups.filter(({ promises }) => promises.length > 0).flatMap(({ name, promises }) => [groupRow(name, 4), ...promises.map(row)]), sizeFor(groups.reduce((sum, { promises }) => sum + promises.length + (promises.length > 0 ? 1 : 0), 0))),
    ],
  };
}
