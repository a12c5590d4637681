import { isDay, weekdayOf, yearOf } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';

/** What a notice says of a day that is not as its weekday would have it. */
export type NoticeKind = 'holiday' | 'workday';
export interface NoticeDay { day: Day; kind: NoticeKind; name: string }
/** One year as somebody loads it. `provisional` until the State Council's notice for that year is out. */
export interface CalendarYearDraft { year: number; provisional: boolean; source: string; days: readonly NoticeDay[] }
/** `row` counts from 0 in `days`; null when the year as a whole is wrong. */
export interface CalendarRowProblem { row: number | null; field: 'day' | 'kind' | 'name' | 'days' | 'source'; message: string }
export interface CalendarChange { day: Day; before: NoticeDay | null; after: NoticeDay | null }

const LONGEST_NAME = 40;
const LONGEST_SOURCE = 200;
/** Holidays on a fixed date (全国年节及纪念日放假办法): a notice without them is not whole. */
const FIXED_HOLIDAYS = [['01-01', '元旦'], ['05-01', '劳动节'], ['10-01', '国庆节']] as const;

/** Everything wrong with a year, row by row, so that it can be mended in one go. Empty when it can be loaded. */
export function checkCalendarYear(draft: CalendarYearDraft): CalendarRowProblem[] {
  const problems: CalendarRowProblem[] = [];
  const seen = new Map<Day, number>();
  for (const [row, { day, kind, name }] of draft.days.entries()) {
    const note = (field: CalendarRowProblem['field'], message: string) => { problems.push({ row, field, message }); };
    if (!isDay(day)) note('day', '日期请写成 2027-01-01 这样');
    else if (yearOf(day) !== draft.year) note('day', `这一天不在 ${draft.year} 年`);
    else if (seen.has(day)) note('day', `和第 ${seen.get(day)! + 1} 行是同一天，请删去一行`);
    else seen.set(day, row);
    if (kind !== 'holiday' && kind !== 'workday') note('kind', '请写“放假”或“上班”');
    else if (kind === 'workday' && isDay(day) && weekdayOf(day) < 6) note('kind', '调休上班只会在周六或周日，请核对日期');
    if (name.trim() === '' || name.length > LONGEST_NAME) note('name', `请写节日名称，${LONGEST_NAME} 个字以内`);
  }
  if (draft.source.trim() === '' || draft.source.length > LONGEST_SOURCE) problems.push({ row: null, field: 'source', message: `请写明依据，例如通知文号，${LONGEST_SOURCE} 个字以内` });
  const holidays = new Set(draft.days.filter(({ kind }) => kind === 'holiday').map(({ day }) => day));
  const missing = FIXED_HOLIDAYS.filter(([date]) => !holidays.has(`${draft.year}-${date}`)).map(([, name]) => name);
  if (missing.length > 0) problems.push({ row: null, field: 'days', message: `没有${missing.join('、')}当天的放假，内容可能不全，请核对` });
  return problems;
}

/** What loading `after` over `before` would change, day by day in order; days that stay as they are do not appear. */
export function calendarChanges(before: readonly NoticeDay[], after: readonly NoticeDay[]): CalendarChange[] {
  const old = new Map(before.map((each) => [each.day, each]));
  const fresh = new Map(after.map((each) => [each.day, each]));
  return [...new Set([...old.keys(), ...fresh.keys()])].sort()
    .map((day) => ({ day, before: old.get(day) ?? null, after: fresh.get(day) ?? null }))
    .filter(({ before: was, after: is }) => was?.kind !== is?.kind || was?.name !== is?.name);
}
