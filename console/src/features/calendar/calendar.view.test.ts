import { checkCalendarYear } from '@hall/shared/calendar/calendar-year.rules';
import { coverageWarning, daysOf, dayWordsOf, monthsOf, placed, rowsOf, rowsOfFile, tidied } from './calendar.view.ts';

const summary = (year: number, provisional: boolean) => ({ year, provisional, source: '通知', loadedAt: 0, holidays: 0, extraWorkdays: 0 });

describe('the official calendar on the page', () => {
  it('lays a year out in weeks from Monday on', () => {
    const [january] = monthsOf(2027, []);
    expect(january?.weeks[0]?.map((cell) => cell?.date ?? null)).toEqual([null, null, null, null, 1, 2, 3]);
    expect(monthsOf(2028, [])[1]?.weeks.flat().filter((cell) => cell !== null)).toHaveLength(29);
  });

  it('shows what the notice says of a day before what its weekday says', () => {
    const months = monthsOf(2026, [{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }, { day: '2026-10-10', kind: 'workday', name: '国庆节' }]);
    const october = months[9]!.weeks.flat().filter((cell) => cell !== null);
    expect([october[0]?.kind, october[9]?.kind, october[10]?.kind, october[11]?.kind]).toEqual(['holiday', 'extra-workday', 'weekend', 'workday']);
  });

  it('warns when the next year is missing or only a guess, and is quiet otherwise', () => {
    expect(coverageWarning({ thisYear: 2026, items: [summary(2026, false)] })).toMatchObject({ year: 2027, urgent: true });
    expect(coverageWarning({ thisYear: 2026, items: [summary(2026, false), summary(2027, true)] })).toMatchObject({ year: 2027, urgent: false });
    expect(coverageWarning({ thisYear: 2026, items: [summary(2026, false), summary(2027, false)] })).toBeNull();
    expect(coverageWarning({ thisYear: 2026, items: [summary(2025, false)] })).toMatchObject({ year: 2026, urgent: true });
  });
});

describe('a year that is read in', () => {
  it('takes the words people use for the two kinds of days, without the head row', () => {
    const rows = tidied([['日期', '类型', '名称'], ['2027/1/1', '休', '元旦'], ['2月20日', '调休', '春节']], 2027);
    expect(daysOf(rows)).toEqual([{ day: '2027-01-01', kind: 'holiday', name: '元旦' }, { day: '2027-02-20', kind: 'workday', name: '春节' }]);
  });

  it('understands the three shapes in which such files are passed around', () => {
    const wanted = [['2027-01-01', '放假', '元旦'], ['2027-02-20', '上班', '春节']];
    const read = (value: unknown) => rowsOfFile({ kind: 'json', value }, 2026);
    expect(read({ year: 2027, days: [{ day: '2027-01-01', kind: 'holiday', name: '元旦' }, { day: '2027-02-20', kind: 'workday', name: '春节' }] })).toEqual({ rows: wanted, year: 2027 });
    expect(read({ days: [{ date: '2027-01-01', isOffDay: true, name: '元旦' }, { date: '2027-02-20', isOffDay: false, name: '春节' }] })).toEqual({ rows: wanted, year: 2027 });
    expect(read({ workdays: { '2027-02-20': '春节' }, holidays: { '2027-01-01': '元旦' } })).toEqual({ rows: wanted, year: 2027 });
    expect(read(['nothing'])).toEqual({ rows: [], year: null });
    // Our own sheet bears a title and a note above its head.
    expect(rowsOfFile({ kind: 'sheets', sheets: [{ name: '放假安排', cells: [['2027 年放假安排'], ['依据：通知'], ['日期', '放假或上班', '节日'], ['2027-01-01', '放假', '元旦'], ['2027-02-20', '上班', '春节']] }] }, 2026)).toEqual({ rows: wanted, year: 2027 });
  });

  it('shows each problem in its own cell, and keeps a wrong word for the clerk to see', () => {
    const days = daysOf([['2027-13-01', '假日', '元旦']]);
    const { cells, whole } = placed(checkCalendarYear({ year: 2027, provisional: true, source: '通知', days }));
    expect([...cells.keys()]).toEqual(['0.0', '0.1']);
    expect(whole).toHaveLength(1);
    expect(rowsOf(days)).toEqual([['2027-13-01', '假日', '元旦']]);
  });

  it('says of a change what the day was and what it becomes', () => {
    expect(dayWordsOf('2027-02-20', null)).toBe('平常周末');
    expect(dayWordsOf('2027-02-20', { day: '2027-02-20', kind: 'workday', name: '春节' })).toBe('调休上班 · 春节');
  });
});
