import type { CalendarYearDraft, NoticeDay } from './calendar-year.rules.ts';
import { calendarChanges, checkCalendarYear } from './calendar-year.rules.ts';

const off = (day: string, name: string): NoticeDay => ({ day, kind: 'holiday', name });
const whole: CalendarYearDraft = { year: 2027, provisional: false, source: '国办发明电〔2026〕1号', days: [off('2027-01-01', '元旦'), off('2027-05-01', '劳动节'), off('2027-10-01', '国庆节')] };
const withDays = (...days: NoticeDay[]) => checkCalendarYear({ ...whole, days: [...whole.days, ...days] });

describe('a year of holidays that somebody loads', () => {
  it('is taken when every row is right', () => {
    expect(withDays({ day: '2027-02-20', kind: 'workday', name: '春节' })).toEqual([]);
  });

  it('names every wrong row at once, not only the first', () => {
    expect(withDays(off('2027-02-30', '春节'), off('2026-12-31', '元旦'), off('2027-01-01', '元旦'), off('2027-06-09', ' ')).map(({ row, field }) => [row, field]))
      .toEqual([[3, 'day'], [4, 'day'], [5, 'day'], [6, 'name']]);
  });

  it('doubts a working day in exchange that falls on a working day anyway', () => {
    expect(withDays({ day: '2027-02-22', kind: 'workday', name: '春节' })).toMatchObject([{ row: 3, field: 'kind' }]);
  });

  it('doubts a notice in which the National Day is missing', () => {
    expect(checkCalendarYear({ ...whole, days: whole.days.slice(0, 2) })).toEqual([{ row: null, field: 'days', message: '没有国庆节当天的放假，内容可能不全，请核对' }]);
  });

  it('wants to know where the days come from', () => {
    expect(checkCalendarYear({ ...whole, source: ' ' })).toMatchObject([{ row: null, field: 'source' }]);
  });
});

test('loading the official year over the provisional one shows only the days that change', () => {
  const before = [off('2027-01-01', '元旦'), off('2027-05-02', '劳动节')];
  const after = [off('2027-01-01', '元旦'), off('2027-02-06', '春节'), { day: '2027-05-02', kind: 'workday' as const, name: '劳动节' }];
  expect(calendarChanges(before, after)).toEqual([
    { day: '2027-02-06', before: null, after: after[1] },
    { day: '2027-05-02', before: before[1], after: after[2] },
  ]);
});
