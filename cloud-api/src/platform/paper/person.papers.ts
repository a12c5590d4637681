import type { Content } from 'pdfmake';
import type { Sheet } from './pdf.ts';
import { ACCENT, INK_2, INK_3, band, caption, lines, linesTaken, portrait, scan, shortened, type PaperCode } from './wall-style.ts';

/** Of one person what they agreed to show. */
export interface PersonOnPaper {
  name: string;
  badgeNumber: string;
  post: string;
  departmentName: string;
  partyLabel: string | null;
  /** JPEG. */
  photo: Buffer | null;
  duties: readonly string[];
  commitments: readonly string[];
  /** `2026-11 服务标兵（示例区人社局）` */
  honours: readonly string[];
  /** Leads to their card. */
  code: PaperCode;
}

export interface PersonPapers { hallName: string; hallPhone: string; printedAt: number; people: readonly PersonOnPaper[] }

/** A6 upright: 105 × 148 mm. */
const A6: Sheet['page'] = { pageSize: { width: 297.64, height: 419.53 }, pageMargins: [0, 0, 0, 0] };
/** What fits a holder on a ribbon: 90 × 54 mm. */
const BADGE: Sheet['page'] = { pageSize: { width: 255.12, height: 153.07 }, pageMargins: [0, 0, 0, 0] };
/** A card is read standing: a few lines of each; the code beside them opens the rest. */
const AT_MOST = { duties: 6, commitments: 3, honours: 2 };
/** Letters as large as the sheet allows, the largest first: `signs` on a line, `room` for so many lines. In the smallest, promises and honours keep to one line each. */
const SIZES = [
  { fontSize: 12, lineHeight: 1.12, signs: 20, room: 8, most: 40 },
  { fontSize: 10, lineHeight: 1.12, signs: 24, room: 11, most: 48 },
  { fontSize: 7.4, lineHeight: 1, signs: 33, room: Infinity, most: 32 },
] as const;

const onOwnSheets = (sheets: Content[][]): Content[] => sheets.map((stack, at) => ({ stack, ...(at === 0 ? {} : { pageBreak: 'before' as const }) }));
/** A long name takes smaller letters, never another line. */
const nameSize = (name: string, usual: number, room: number): number => Math.min(usual, Math.floor(room / Math.max(1, [...name].length)));

/** Service cards to lie at the window, one on each sheet of A6. */
export function serviceCardPaper({ hallName, hallPhone, printedAt, people }: PersonPapers): Sheet {
  return { title: '服务卡', printedAt, page: A6, fontSize: 8.5, content: onOwnSheets(people.map((person) => serviceCard(person, hallName, hallPhone))) };
}

function serviceCard(person: PersonOnPaper, hallName: string, hallPhone: string): Content[] {
  const [duties, commitments, honours] = [person.duties.slice(0, AT_MOST.duties), person.commitments.slice(0, AT_MOST.commitments), person.honours.slice(0, AT_MOST.honours)];
  const { fontSize, lineHeight, most } = SIZES.find(({ signs, room }) => linesTaken([...duties, ...commitments, ...honours], signs) <= room)!;
  const part = (title: string, texts: readonly string[]): Content[] => (texts.length === 0 ? [] : [caption(title, Math.max(9, fontSize - 1), 5), lines(texts, fontSize, lineHeight)]);
  return [
    band(hallName, { fontSize: 9.5, padding: 7, right: '服务卡' }),
    {
      margin: [14, 10, 14, 0], columnGap: 10,
      columns: [
        ...portrait(person.photo, 62, 80),
        {
          width: '*',
          stack: [
            { text: person.name, fontSize: nameSize(person.name, 20, 96), bold: true },
            { text: person.post, fontSize: 10, margin: [0, 2, 0, 0] },
            { text: person.departmentName, color: INK_2, margin: [0, 2, 0, 0] },
            { text: `工号 ${person.badgeNumber}`, color: INK_2, margin: [0, 2, 0, 0] },
            ...(person.partyLabel === null ? [] : [{ text: person.partyLabel, bold: true, color: ACCENT, margin: [0, 3, 0, 0] as [number, number, number, number] }]),
          ],
        },
        scan(person.code, 82, '扫码看服务卡', 7.5, 84),
      ],
    },
    {
      margin: [14, 4, 14, 0],
      stack: [
        ...part('我的职责', duties),
        ...part('我的承诺', commitments.map((text) => shortened(text, most))),
        ...part('所获荣誉', honours.map((text) => shortened(text, most))),
      ],
    },
    { absolutePosition: { x: 14, y: 402 }, text: `大厅电话 ${hallPhone}    承诺兑现情况由系统计算，扫码可查`, fontSize: 7, color: INK_3 },
  ];
}

/** Badges for holders, each on a sheet of its own size. */
export function badgePaper({ hallName, printedAt, people }: PersonPapers): Sheet {
  return { title: '工牌', printedAt, page: BADGE, fontSize: 9, content: onOwnSheets(people.map((person) => badge(person, hallName))) };
}

function badge(person: PersonOnPaper, hallName: string): Content[] {
  return [
    band(hallName, { fontSize: 9, padding: 5 }),
    {
      margin: [12, 9, 10, 0], columnGap: 8,
      columns: [
        ...portrait(person.photo, 58, 78),
        {
          width: '*',
          stack: [
            { text: person.name, fontSize: nameSize(person.name, 19, 76), bold: true, noWrap: true },
            { text: person.post, fontSize: 9.5, margin: [0, 4, 0, 0] },
            { text: person.departmentName, fontSize: 8.5, color: INK_2, margin: [0, 3, 0, 0] },
            { text: person.badgeNumber, fontSize: 13, bold: true, color: ACCENT, margin: [0, 6, 0, 0], noWrap: true },
            ...(person.partyLabel === null ? [] : [{ text: person.partyLabel, fontSize: 8.5, margin: [0, 3, 0, 0] as [number, number, number, number] }]),
          ],
        },
        scan(person.code, 75, '扫码认识我', 7, 76, 2, 'L'),
      ],
    },
  ];
}
