import type { Content } from 'pdfmake';
import type { Sheet } from './pdf.ts';
import { ACCENT, INK_2, INK_3, band, lines, linesTaken, portrait, scan, shortened, type PaperCode } from './wall-style.ts';

export interface WindowOnPaper {
  label: string;
  /** What is handled here. */
  matters: readonly string[];
  /** Who sits there today; null while the window is closed. */
  clerk: { name: string; badgeNumber: string; post: string; partyLabel: string | null; photo: Buffer | null } | null;
  commitments: readonly string[];
  honours: readonly string[];
  /** Leads to the clerk's card, or to the staff board. */
  code: PaperCode;
}

export interface WindowPlates { hallName: string; motto: string; /** `YYYY年M月D日` */ today: string; printedAt: number; windows: readonly WindowOnPaper[] }

/** A4 lying: what stands on the counter. */
const A4_LYING: Sheet['page'] = { pageSize: { width: 841.89, height: 595.28 }, pageMargins: [0, 0, 0, 0] };
const AT_MOST = 4;
/** Letters of the right half, the largest first: `signs` on a line, `room` for so many lines above the code. */
const SIZES = [{ fontSize: 20, signs: 16, room: 5 }, { fontSize: 16, signs: 21, room: 7 }, { fontSize: 12, signs: 28, room: Infinity }] as const;
const LONGEST = 56;

/** One plate a window: its number to be read from the seats, who is there, and what may be expected. */
export function windowPlatePaper({ hallName, motto, today, printedAt, windows }: WindowPlates): Sheet {
  return {
    title: '窗口牌', printedAt, page: A4_LYING, fontSize: 14,
    content: windows.map((window, at) => ({ stack: plate(window, hallName, motto, today), ...(at === 0 ? {} : { pageBreak: 'before' as const }) })),
  };
}

function plate({ label, matters, clerk, commitments, honours, code }: WindowOnPaper, hallName: string, motto: string, today: string): Content[] {
  const promised = commitments.slice(0, AT_MOST).map((text) => shortened(text, LONGEST));
  const { fontSize } = SIZES.find(({ signs, room }) => linesTaken(promised, signs) <= room)!;
  return [
    band(hallName, { fontSize: 20, padding: 12, right: today }),
    {
      margin: [40, 22, 40, 0], columnGap: 36,
      columns: [
        {
          width: 360,
          stack: [
            { text: label, fontSize: [...label].length > 6 ? 46 : 60, bold: true, color: ACCENT },
            { text: matters.join('　'), fontSize: 15, color: INK_2, margin: [0, 4, 0, 20], lineHeight: 1.2 },
            ...(clerk === null ? [{ text: '今天由当班同事为您服务', fontSize: 22, margin: [0, 30, 0, 0] as [number, number, number, number] }] : [
              { text: '今天为您服务', fontSize: 13, color: INK_3, margin: [0, 0, 0, 8] as [number, number, number, number] },
              {
                columnGap: 20,
                columns: [
                  ...portrait(clerk.photo, 150, 200),
                  {
                    width: '*',
                    stack: [
                      { text: clerk.name, fontSize: [...clerk.name].length > 5 ? 24 : 36, bold: true },
                      { text: clerk.post, fontSize: 17, margin: [0, 8, 0, 0] as [number, number, number, number] },
                      { text: `工号 ${clerk.badgeNumber}`, fontSize: 17, color: INK_2, margin: [0, 6, 0, 0] as [number, number, number, number] },
                      ...(clerk.partyLabel === null ? [] : [{ text: clerk.partyLabel, fontSize: 15, bold: true, color: ACCENT, margin: [0, 8, 0, 0] as [number, number, number, number] }]),
                    ],
                  },
                ],
              },
            ] satisfies Content[]),
          ],
        },
        {
          width: '*',
          stack: [
            ...(promised.length === 0 ? [] : [{ text: '我们的承诺', fontSize: 20, bold: true, color: ACCENT, margin: [0, 6, 0, 8] as [number, number, number, number] }, lines(promised, fontSize)]),
            ...(honours.length === 0 ? [] : [{ text: '荣誉', fontSize: 16, bold: true, color: ACCENT, margin: [0, 14, 0, 6] as [number, number, number, number] }, lines(honours.slice(0, 2).map((text) => shortened(text, LONGEST)), 12)]),
            { columns: [scan(code, 130, clerk === null ? '扫码看工作人员公示' : '扫码看服务卡和承诺兑现', 12, '*', 22)] },
          ],
        },
      ],
    },
    { absolutePosition: { x: 40, y: 556 }, text: motto, fontSize: 15, color: INK_2 },
  ];
}
