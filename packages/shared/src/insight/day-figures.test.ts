import fc from 'fast-check';
import { MINUTE, instantAt } from '../kernel/day.ts';
import { byHour, hoursBetween, median, waitedMinutes } from './day-figures.rules.ts';

const at = (clock: string) => instantAt('2026-11-23', clock);

test('the wait counts from when somebody could be called, and whoever was called early waited none', () => {
  expect(waitedMinutes({ eligibleAt: at('10:00'), firstCalledAt: at('10:12') + 59_000 })).toBe(12);
  expect(waitedMinutes({ eligibleAt: at('10:30'), firstCalledAt: at('10:10') })).toBe(0);
});

test('the median is the one in the middle, and half of the people waited no longer', () => {
  expect([median([]), median([7]), median([3, 1, 8]), median([1, 2, 5, 40])]).toEqual([null, 7, 3, 3.5]);
  fc.assert(fc.property(fc.array(fc.nat(200), { minLength: 1 }), (waits) => waits.filter((wait) => wait <= median(waits)!).length * 2 >= waits.length));
});

test('every service is counted in one hour of the day, also the one that ended after closing', () => {
  expect(byHour([at('08:55'), at('09:10'), at('11:59'), at('17:20')], 9, 12)).toEqual([{ hour: 9, count: 2 }, { hour: 10, count: 0 }, { hour: 11, count: 2 }]);
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1439 })), (minutes) => byHour(minutes.map((minute) => at('00:00') + minute * MINUTE), 9, 17).reduce((sum, { count }) => sum + count, 0) === minutes.length));
});

test('a last hour that is only begun still has its bar', () => {
  expect(hoursBetween('09:00', '17:00')).toEqual({ from: 9, to: 17 });
  expect(hoursBetween('08:30', '17:30')).toEqual({ from: 8, to: 18 });
});
