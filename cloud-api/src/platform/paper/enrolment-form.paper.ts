import type { Content, TableCell } from 'pdfmake';
import { above, boxes, caption, covered, heading, longDay, longInstant, RULED, value } from './house-style.ts';
import type { Choice } from './house-style.ts';
import { A4 } from './pdf.ts';
import type { Sheet } from './pdf.ts';

export interface OtherPensionChoice extends Choice { /** `YYYY-MM` */ readonly from: string | null; readonly to: string | null }

/** What stands in 城乡居民基本养老保险参保登记表. Labels come from the code tables, so their words are the hall's. */
export interface EnrolmentForm {
  hallName: string;
  caseNumber: string;
  printedAt: number;
  /** `YYYY-MM-DD`, the day of submission. */
  filledOn: string;
  person: { name: string; sex: string; ethnicGroup: string; birthDay: string; citizenId: string; phone: string; householdArea: string; householdAddress: string };
  householdTypes: readonly Choice[];
  tiers: readonly Choice[];
  specialGroups: readonly Choice[];
  otherPensions: readonly OtherPensionChoice[];
  bank: { name: string; card: string };
  /** Who fills and signs in the person's name, with authority. */
  agent: { name: string; relation: string; citizenId: string; phone: string } | null;
  /** Which policy profile the tiers come from. */
  policyNote: string;
}

const DECLARATION = '本人已了解城乡居民基本养老保险参保缴费、待遇领取等政策规定，自愿参加城乡居民基本养老保险。以上所填信息真实、准确、完整，如有不实，愿承担相应责任。本人信息如有变化，将及时申报变更。';

/** Points. Fixed, because flexible columns grow past the page under wide cells; each pair makes one opinion block of equal width. */
const COLUMNS = [66, 83, 62, 87, 62, 87];

/** The official form, one A4 page, with the three opinion blocks left for pen and seal. */
export function enrolmentFormPaper(form: EnrolmentForm): Sheet {
  return {
    title: `参保登记表 ${form.caseNumber}`, printedAt: form.printedAt, page: A4, fontSize: 10,
    foot: `${form.hallName} · 打印时间 ${longInstant(form.printedAt)} · 办理结果以省系统为准`,
    content: [
      ...heading('城乡居民基本养老保险参保登记表', form.hallName),
      above(`编号：${form.caseNumber}`, `填表日期：${longDay(form.filledOn)}`),
      { layout: RULED, table: { widths: COLUMNS, body: [...personRows(form), ...choiceRows(form), bankRow(form), declarationRow(), ...agentRows(form), ...opinionRows()] } },
      notes(form),
    ],
  };
}

function personRows({ person, householdTypes }: EnrolmentForm): TableCell[][] {
  return [
    [caption('姓  名'), value(person.name, { fontSize: 11 }), caption('性  别'), value(person.sex), caption('民  族'), value(person.ethnicGroup)],
    [caption('公民身份\n号    码'), { ...idBoxes(person.citizenId), colSpan: 3 }, ...covered(2), caption('出生日期'), value(longDay(person.birthDay), { fontSize: 9.5 })],
    [caption('联系电话'), value(person.phone), caption('户籍所在地'), value(person.householdArea, { colSpan: 3 }), ...covered(2)],
    [caption('户籍地址'), value(person.householdAddress, { colSpan: 5 }), ...covered(4)],
    [caption('户籍性质'), wide(boxes(householdTypes)), ...covered(4)],
  ];
}

function choiceRows(form: EnrolmentForm): TableCell[][] {
  const pensions = form.otherPensions.map(({ label, chosen, from, to }) => ({ chosen, label: chosen && from ? `${label}（${from} 至 ${to ?? '今'}）` : label }));
  return [
    [caption('缴费标准\n（元/年）'), wide(boxes(form.tiers)), ...covered(4)],
    [caption('特殊参保\n群    体'), wide(boxes(form.specialGroups)), ...covered(4)],
    [caption('参加其他\n养老保险'), wide(boxes(pensions)), ...covered(4)],
  ];
}

function bankRow({ bank }: EnrolmentForm): TableCell[] {
  return [caption('开户银行'), value(bank.name), caption('银行账号'), value(bank.card.replace(/(\d{4})(?=\d)/g, '$1 '), { colSpan: 3, characterSpacing: 0.4 }), ...covered(2)];
}

/** One line for either hand: the person's own, or the helper's in the person's name. */
function declarationRow(): TableCell[] {
  const signatures: Content = {
    margin: [20, 14, 6, 4],
    columns: [{ text: '参保人签字：', width: '*' }, { text: '代办人代签：', width: '*' }, { text: '年    月    日', width: 'auto' }],
  };
  return [caption('参 保 人\n声    明'), { colSpan: 5, stack: [{ text: DECLARATION, leadingIndent: 20, lineHeight: 1.15, alignment: 'justify' }, signatures] }, ...covered(4)];
}

/** Left empty for a pen when nobody acts for the person yet: the block is part of the form. */
function agentRows({ agent }: EnrolmentForm): TableCell[][] {
  return [
    [caption('委托代办', { rowSpan: 2 }), caption('代办人姓名'), value(agent?.name ?? '', { colSpan: 2 }), {}, caption('与参保人\n关    系'), value(agent?.relation ?? '')],
    [{}, caption('公民身份号码'), value(agent?.citizenId ?? '', { colSpan: 2, characterSpacing: 0.4 }), {}, caption('联系电话'), value(agent?.phone ?? '')],
  ];
}

/** Village → street → district: each writes, signs and seals. */
function opinionRows(): TableCell[][] {
  const block = (office: string): TableCell => ({
    colSpan: 2,
    stack: [
      { text: `${office}意见`, alignment: 'center', bold: true, margin: [0, 0, 0, 58] },
      { text: '经办人（签字）：', margin: [2, 0, 0, 6] },
      { text: '单位（盖章）', alignment: 'right', margin: [0, 0, 18, 6] },
      { text: '年    月    日', alignment: 'right', margin: [0, 0, 4, 0] },
    ],
  });
  return [[block('村（社区）'), {}, block('乡镇（街道）'), {}, block('县（区）经办机构'), {}]];
}

function notes({ policyNote }: EnrolmentForm): Content {
  return {
    fontSize: 8, color: '#444444', margin: [2, 6, 2, 0], lineHeight: 1.1,
    stack: [
      { text: '填表说明：1. 本表由参保人或其委托的代办人核对后签字，一式一份，由经办机构留存。2. “■”为选中的项目，“□”为未选。3. 保险费由税务部门征收，经办窗口不收取任何费用。' },
      { text: `缴费标准依据：${policyNote}` },
    ],
  };
}

function wide(cell: Content): TableCell {
  return { ...(cell as object), colSpan: 5 } as TableCell;
}

/** Eighteen boxes, one character in each, so that a wrong digit catches the eye. */
function idBoxes(citizenId: string): { table: { widths: number[]; body: TableCell[][] }; layout: object; verticalAlignment: 'middle'; alignment: 'center' } {
  const cells = Array.from(citizenId.padEnd(18).slice(0, 18), (character): TableCell => ({ text: character, bold: true, alignment: 'center' }));
  const none = () => 0;
  return {
    alignment: 'center', verticalAlignment: 'middle',
    table: { widths: cells.map(() => 12), body: [cells] },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: none, paddingRight: none, paddingTop: () => 1.5, paddingBottom: () => 1.5 },
  };
}
