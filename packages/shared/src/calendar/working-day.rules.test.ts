import fc from 'fast-check';
import { addDays } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import { addWorkingDays, coveredUntil, dayKind, isWorkingDay, withOverrides, workingDaysBetween } from './working-day.rules.ts';
import type { OfficialCalendar } from './working-day.rules.ts';

/** A made-up spring festival: nine days off, two Saturdays worked for it. */
const CALENDAR: OfficialCalendar = {
  coveredYears: [2026],
  holidays: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [addDays('2026-02-15', index), '春节'])),
  extraWorkdays: { '2026-02-14': '春节', '2026-02-28': '春节' },
};
const valueOf = <T>(verdict: { ok: true; value: T } | { ok: false; code: string }): T | string => (verdict.ok ? verdict.value : verdict.code);
const add = (from: Day, count: number) => valueOf(addWorkingDays(CALENDAR, from, count));
const someDay = fc.integer({ min: 0, max: 330 }).map((offset) => addDays('2026-01-01', offset));

test('each day is what the notice says of it', () => {
  expect(['2026-02-13', '2026-02-14', '2026-02-16', '2026-02-22', '2026-03-01', '2027-01-01'].map((day) => dayKind(CALENDAR, day)))
    .toEqual(['workday', 'extra-workday', 'holiday', 'holiday', 'weekend', 'uncovered']);
});

test('a deadline runs through a worked Saturday and around the festival; its first day does not count', () => {
  expect(add('2026-02-13', 1)).toBe('2026-02-14');
  expect(add('2026-02-13', 2)).toBe('2026-02-24');
  expect(add('2026-02-13', 6)).toBe('2026-02-28');
  expect(add('2026-03-05', 10)).toBe('2026-03-19');
});

test('no working days means today, or the next working day after a day off', () => {
  expect([add('2026-03-05', 0), add('2026-02-15', 0)]).toEqual(['2026-03-05', '2026-02-24']);
});

test('nothing is computed past the last covered year', () => {
  expect([add('2026-12-31', 1), add('2026-12-20', 30)]).toEqual(['CALENDAR_NOT_COVERED', 'CALENDAR_NOT_COVERED']);
  expect(valueOf(isWorkingDay(CALENDAR, '2027-01-01'))).toBe('CALENDAR_NOT_COVERED');
  expect(valueOf(workingDaysBetween(CALENDAR, '2026-12-30', '2027-01-04'))).toBe('CALENDAR_NOT_COVERED');
  expect(add('2026-12-30', 1)).toBe('2026-12-31');
});

test('a number of days that makes no sense is refused', () => {
  expect([add('2026-03-05', -1), add('2026-03-05', 1.5), add('2026-03-05', 1_001), add('soon', 1)]).toEqual(Array(4).fill('WORKING_DAYS_INVALID'));
});

test('counting undoes adding, and every deadline is a working day', () => {
  fc.assert(fc.property(someDay, fc.integer({ min: 1, max: 15 }), (from, count) => {
    const due = addWorkingDays(CALENDAR, from, count);
    if (!due.ok) throw new Error(due.code);
    expect(isWorkingDay(CALENDAR, due.value)).toEqual({ ok: true, value: true });
    expect(workingDaysBetween(CALENDAR, from, due.value)).toEqual({ ok: true, value: count });
  }));
});

test('a longer limit is never due earlier, and steps add up', () => {
  fc.assert(fc.property(someDay, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (from, first, second) => {
    expect(add(add(from, first) as Day, second)).toBe(add(from, first + second));
    expect(add(from, first + second) > add(from, first)).toBe(true);
  }));
});

test('counting backwards gives nothing', () => expect(valueOf(workingDaysBetween(CALENDAR, '2026-03-05', '2026-03-01'))).toBe(0));

test('the administrator’s correction goes before the notice and leaves the notice as it was', () => {
  const corrected = withOverrides(CALENDAR, [{ day: '2026-02-16', kind: 'workday', reason: '值班' }, { day: '2026-03-05', kind: 'holiday', reason: '停电' }, { day: '2027-01-04', kind: 'workday', reason: '预排' }]);
  expect(['2026-02-16', '2026-03-05', '2027-01-04', '2027-01-05'].map((day) => dayKind(corrected, day))).toEqual(['workday', 'holiday', 'workday', 'uncovered']);
  expect(dayKind(CALENDAR, '2026-02-16')).toBe('holiday');
});

test('the end of coverage is known before it is reached', () => {
  expect([coveredUntil(CALENDAR, '2026-03-05'), coveredUntil(CALENDAR, '2027-01-01'), coveredUntil({ ...CALENDAR, coveredYears: [2026, 2027, 2029] }, '2026-03-05')]).toEqual(['2026-12-31', null, '2027-12-31']);
});
