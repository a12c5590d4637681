import { calibrate, countdown, dayFromHere, momentInWords, now } from './clock.ts';
import { recall } from './storage.ts';

describe('the clock of the phone', () => {
  beforeEach(() => { jest.useFakeTimers({ now: Date.parse('2026-11-23T16:05:00Z') }); });
  afterEach(() => { calibrate(Date.now()); jest.useRealTimers(); });

  test('a phone that is ten minutes slow counts by the time of the server', () => {
    calibrate(Date.now() + 600_000);
    expect(now()).toBe(Date.parse('2026-11-23T16:15:00Z'));
  });

  test('what the server said of the time is remembered for a start without a network', () => {
    calibrate(Date.now() + 600_000);
    const kept = recall('phone', 'ahead');
    jest.isolateModules(() => {
      jest.requireActual<typeof import('./storage.ts')>('./storage.ts').keep('phone', 'ahead', kept);
      const restarted = jest.requireActual<typeof import('./clock.ts')>('./clock.ts');
      expect(restarted.now()).toBe(Date.parse('2026-11-23T16:15:00Z'));
    });
  });

  test('a second of network delay is not taken for a wrong clock', () => {
    calibrate(Date.now() - 1_500);
    expect(now()).toBe(Date.now());
  });

  test('days near by are called by their names, and the day is that of the hall', () => {
    expect(dayFromHere('2026-12-01', '2026-11-30')).toBe('明天');
    expect(dayFromHere('2026-11-24', '2026-11-22')).toBe('11月24日 周二');
    expect(momentInWords(now(), '2026-11-24')).toBe('今天 00:05');
  });

  test('a countdown shows the last second until it is over and never runs below zero', () => {
    expect(countdown(300_000)).toBe('5:00');
    expect(countdown(1)).toBe('0:01');
    expect(countdown(-5_000)).toBe('0:00');
  });
});
