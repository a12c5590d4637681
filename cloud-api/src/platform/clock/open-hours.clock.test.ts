import { clockOf, dayOf, instantAt, weekdayOf } from '@hall/shared/kernel/day';
import { FixedClock } from './clock.ts';
import { OpenHoursClock } from './open-hours.clock.ts';

const hours = { from: '09:00', to: '16:00', isWorkingDay: (day: string) => weekdayOf(day) < 6 };

test('in the middle of a working day the demo shows the real time', () => {
  const now = instantAt('2026-11-23', '10:30');
  expect(new OpenHoursClock(new FixedClock(now), hours).now()).toBe(now);
});

test('whoever starts the demo on a Sunday night finds Monday morning', () => {
  const demo = new OpenHoursClock(new FixedClock(instantAt('2026-11-22', '23:40')), hours);
  expect(demo.now()).toBe(instantAt('2026-11-23', '09:00'));
});

test('at closing time the demo goes on with the next working morning, over the weekend too', () => {
  const real = new FixedClock(instantAt('2026-11-27', '15:50'));
  const demo = new OpenHoursClock(real, hours);
  real.advance(15 * 60_000);
  expect(demo.now()).toBe(instantAt('2026-11-30', '09:05'));
});

test('through a whole week the demo never stands outside opening hours and never runs backwards', () => {
  const real = new FixedClock(instantAt('2026-11-23', '03:00'));
  const demo = new OpenHoursClock(real, hours);
  let last = 0;
  for (let step = 0; step < 7 * 24 * 4; step += 1) {
    const now = demo.now();
    expect(now).toBeGreaterThanOrEqual(last);
    expect(weekdayOf(dayOf(now))).toBeLessThan(6);
    expect(clockOf(now) >= '09:00' && clockOf(now) < '16:00').toBe(true);
    last = now;
    real.advance(15 * 60_000);
  }
});

test('after a restart the demo goes on where it was', () => {
  const demo = new OpenHoursClock(new FixedClock(instantAt('2026-11-23', '10:00')), hours);
  demo.notBefore(instantAt('2026-11-25', '11:00'));
  expect(demo.now()).toBe(instantAt('2026-11-25', '11:00'));
});
