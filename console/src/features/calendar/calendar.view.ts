import type { CalendarRowProblem, NoticeDay } from '@hall/shared/calendar/calendar-year.rules';
import type { CalendarDayView, CalendarYearList } from '@hall/shared/api/views';
import type { CalendarDayKind } from '@hall/shared/kernel/day';
import { addDays, isDay, weekdayOf, yearOf } from '@hall/shared/kernel/day';
import { calendarCopy as copy } from '../../kit/copy/calendar.copy.ts';
import type { Cells } from '../../kit/sheet/cells.view.ts';
import { dayWord } from '../../kit/sheet/cells.view.ts';
import type { FileContent } from '../../kit/sheet/read-file.ts';

export interface DayCell { day: string; date: number; kind: CalendarDayKind; name: string | null }
/** A month as weeks from Monday on; null where a week belongs to the neighbouring month. */
export interface MonthView { month: number; weeks: (DayCell | null)[][] }

/** The twelve months of a year with what the notice says of each day. */
export function monthsOf(year: number, days: readonly CalendarDayView[]): MonthView[] {
  const notice = new Map(days.map((each) => [each.day, each]));
  const months: MonthView[] = Array.from({ length: 12 }, (_, at) => ({ month: at + 1, weeks: [] }));
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const { weeks } = months[Number(day.slice(5, 7)) - 1]!;
    const weekday = weekdayOf(day);
    if (weekday === 1 || weeks.length === 0) weeks.push(Array.from({ length: 7 }, () => null));
    const said = notice.get(day);
    const plain = weekday > 5 ? 'weekend' : 'workday';
    weeks.at(-1)![weekday - 1] = { day, date: Number(day.slice(8)), name: said?.name ?? null, kind: said?.kind === 'holiday' ? 'holiday' : said?.kind === 'workday' ? 'extra-workday' : plain };
  }
  return months;
}

/** What whoever keeps the calendar should know first; null when this year and the next are official. */
export function coverageWarning({ thisYear, items }: CalendarYearList): { year: number; urgent: boolean; text: string } | null {
  const next = items.find(({ year }) => year === thisYear + 1);
  if (!items.some(({ year }) => year === thisYear)) return { year: thisYear, urgent: true, text: copy.thisMissing(thisYear) };
  if (!next) return { year: thisYear + 1, urgent: true, text: copy.nextMissing(thisYear + 1) };
  return next.provisional ? { year: next.year, urgent: false, text: copy.nextProvisional(next.year) } : null;
}

const COLUMNS = ['day', 'kind', 'name'] as const;

const kindOf = (word: string): string => Object.entries(copy.kindWords).find(([kind, words]) => kind === word || words.includes(word))?.[0] ?? word;

/** The rows of the grid as days of a notice; a word that is no kind stays as it is, for the rules to name. */
export const daysOf = (rows: Cells): NoticeDay[] => rows.filter((row) => row.some((cell) => cell !== '')).map(([day = '', kind = '', name = '']) => ({ day: day.trim(), kind: kindOf(kind.trim()) as NoticeDay['kind'], name: name.trim() }));

export const rowsOf = (days: readonly CalendarDayView[]): Cells => days.map(({ day, kind, name }) => [day, copy.kinds[kind] ?? kind, name]);

/** Cells as people copy them, tidied: no head row, days and kinds in the words of the grid. Typing is left alone. */
export const tidied = (cells: Cells, year: number): Cells => cells
  .filter(([first = '']) => !copy.headWords.includes(first.trim().toLowerCase()))
  .map(([day = '', kind = '', name = '']) => [dayWord(day.trim(), year), copy.kinds[kindOf(kind.trim())] ?? kind.trim(), name.trim()]);

type Loose = Record<string, unknown>;
const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The days of a JSON file in one of the three shapes they are passed around in: ours, a list with `isOffDay`, or two maps by day. */
function daysOfJson(value: unknown): CalendarDayView[] {
  if (!isRecord(value)) return [];
  if (Array.isArray(value['days'])) {
    return value['days'].filter(isRecord).map((each) => ({
      day: word(each['day']) || word(each['date']), name: word(each['name']), kind: typeof each['isOffDay'] === 'boolean' ? (each['isOffDay'] ? 'holiday' : 'workday') : word(each['kind']),
    }));
  }
  const map = (key: string, kind: string) => (isRecord(value[key]) ? Object.entries(value[key]).map(([day, name]) => ({ day, kind, name: word(name) })) : []);
  return [...map('holidays', 'holiday'), ...map('workdays', 'workday')].sort((a, b) => (a.day < b.day ? -1 : 1));
}

const HEAD_WITHIN = 5;
/** What a sheet says below its head: our own bears a title and a note above it. */
function belowHead(cells: Cells): Cells {
  const head = cells.findIndex(([first = '']) => copy.headWords.includes(first.trim().toLowerCase()));
  return head >= 0 && head < HEAD_WITHIN ? cells.slice(head + 1) : cells;
}

/** What a file says: its rows for the grid, and the year most of them are in (null when no day was recognised). */
export function rowsOfFile(content: FileContent, year: number): { rows: Cells; year: number | null } {
  const rows = tidied(content.kind === 'json' ? rowsOf(daysOfJson(content.value)) : belowHead(content.sheets[0]?.cells ?? []), year);
  const years = rows.map(([day = '']) => day).filter(isDay).map(yearOf);
  const main = [...new Set(years)].sort((a, b) => years.filter((each) => each === b).length - years.filter((each) => each === a).length)[0];
  return { rows, year: main ?? null };
}

/** Problems by the cell they belong to (`row.column`), and those of the year as a whole. */
export function placed(problems: readonly CalendarRowProblem[]): { cells: Map<string, string>; whole: string[] } {
  const cells = new Map<string, string>();
  for (const { row, field, message } of problems) if (row !== null) cells.set(`${row}.${COLUMNS.findIndex((column) => column === field)}`, message);
  return { cells, whole: problems.filter(({ row, field }) => row === null && field !== 'source').map(({ message }) => message) };
}

/** What a day was or becomes, in words. */
export function dayWordsOf(day: string, said: CalendarDayView | null): string {
  if (!said) return weekdayOf(day) > 5 ? copy.ordinaryWeekend : copy.ordinaryDay;
  return `${said.kind === 'holiday' ? copy.legend.holiday : copy.legend['extra-workday']} · ${said.name}`;
}
