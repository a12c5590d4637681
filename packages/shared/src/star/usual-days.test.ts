import { usualDays } from './usual-days.rules.ts';

const calendar = { coveredYears: [2026], holidays: { '2026-10-01': '国庆节', '2026-10-02': '国庆节' }, extraWorkdays: { '2026-09-27': '国庆节' } };

test('a vote is offered from the next working day to a working day, over weekends and holidays, and on days worked in exchange', () => {
  expect(usualDays(calendar, '2026-11-22')).toEqual({ opens: '2026-11-23', closes: '2026-11-27' });
  expect(usualDays(calendar, '2026-11-24')).toEqual({ opens: '2026-11-25', closes: '2026-12-01' });
  expect(usualDays(calendar, '2026-09-26')).toEqual({ opens: '2026-09-27', closes: '2026-10-05' });
});

test('where the calendar does not know yet, no day is offered as a working day', () => {
  expect(usualDays(calendar, '2026-12-30')).toBeNull();
});
