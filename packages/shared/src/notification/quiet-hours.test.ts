import { MINUTE, instantAt } from '../kernel/day.ts';
import { USUAL_QUIET_HOURS, afterQuietHours, isQuiet, pauseAfter } from './quiet-hours.rules.ts';

test('at night people are left in peace until half past seven, and by day nothing waits', () => {
  const wait = (day: string, clock: string) => afterQuietHours(instantAt(day, clock), USUAL_QUIET_HOURS);
  expect(wait('2026-11-23', '20:59')).toBe(instantAt('2026-11-23', '20:59'));
  expect(wait('2026-11-23', '21:00')).toBe(instantAt('2026-11-24', '07:30'));
  expect(wait('2026-12-31', '23:59')).toBe(instantAt('2027-01-01', '07:30'));
  expect(wait('2026-11-23', '00:00')).toBe(instantAt('2026-11-23', '07:30'));
  expect(wait('2026-11-23', '07:29')).toBe(instantAt('2026-11-23', '07:30'));
  expect(wait('2026-11-23', '07:30')).toBe(instantAt('2026-11-23', '07:30'));
});

test('a hall may rest at noon, or never', () => {
  expect(isQuiet(instantAt('2026-11-23', '12:30'), { from: '12:00', to: '13:00' })).toBe(true);
  expect(isQuiet(instantAt('2026-11-23', '13:00'), { from: '12:00', to: '13:00' })).toBe(false);
  expect(isQuiet(instantAt('2026-11-23', '00:00'), { from: '00:00', to: '00:00' })).toBe(false);
});

test('whoever could not be reached is tried ever more rarely, but at least every half hour', () => {
  expect([1, 2, 3, 4].map(pauseAfter)).toEqual([0.5, 1, 2, 4].map((minutes) => minutes * MINUTE));
  expect(pauseAfter(50)).toBe(30 * MINUTE);
});
