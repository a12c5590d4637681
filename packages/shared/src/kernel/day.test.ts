import fc from 'fast-check';
import { DAY_LENGTH, addDays, clockOf, dayFromNumber, dayLabel, dayNumber, dayOf, daysBetween, instantAt, isClock, isDay, startOfDay, weekdayLabel, weekdayOf } from './day.ts';

const someDayNumber = fc.integer({ min: -80_000, max: 80_000 });

test('the hall’s day begins at midnight in Shanghai, eight hours before UTC', () => {
  const midnight = Date.UTC(2026, 2, 4, 16, 0, 0);
  expect(dayOf(midnight)).toBe('2026-03-05');
  expect(dayOf(midnight - 1)).toBe('2026-03-04');
  expect(clockOf(midnight - 1)).toBe('23:59');
  expect(startOfDay('2026-03-05')).toBe(midnight);
});

test('every day agrees with the civil calendar, leap years and centuries included', () => {
  fc.assert(fc.property(fc.integer({ min: 1800, max: 2200 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), (year, month, date) => {
    const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    expect(dayNumber(day)).toBe(Date.UTC(year, month - 1, date) / DAY_LENGTH);
  }));
});

test('day and number turn into each other without loss', () => {
  fc.assert(fc.property(someDayNumber, (number) => expect(dayNumber(dayFromNumber(number))).toBe(number)));
});

test('adding days and counting them are each other’s inverse, and the week goes round', () => {
  fc.assert(fc.property(someDayNumber, fc.integer({ min: -5_000, max: 5_000 }), (start, count) => {
    const from = dayFromNumber(start);
    const to = addDays(from, count);
    expect(daysBetween(from, to)).toBe(count);
    expect(weekdayOf(addDays(from, 7))).toBe(weekdayOf(from));
    expect(from < to).toBe(count > 0);
  }));
});

test('an instant made of a day and a clock gives both back', () => {
  fc.assert(fc.property(someDayNumber, fc.integer({ min: 0, max: 1_439 }), (number, minute) => {
    const day = dayFromNumber(number);
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    expect([dayOf(instantAt(day, clock)), clockOf(instantAt(day, clock))]).toEqual([day, clock]);
  }));
});

test('a day that does not exist is not a day', () => {
  expect(['2026-02-29', '2026-13-01', '2026-00-10', '2026-3-5', '', null, 20260305].filter(isDay)).toEqual([]);
  expect(isDay('2028-02-29')).toBe(true);
  expect(['24:00', '9:00', '12:60'].filter(isClock)).toEqual([]);
  expect(isClock('08:30')).toBe(true);
});

test('days read as people say them', () => {
  expect([weekdayOf('2026-10-01'), weekdayLabel('2026-10-01'), dayLabel('2026-10-01')]).toEqual([4, '周四', '10月1日']);
  expect(weekdayLabel('2026-10-04')).toBe('周日');
});
