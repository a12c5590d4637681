import { agreeWithServer, clockText, dayOf, dayWords, lengthText, momentText, now } from './clock.ts';

const LATE_EVENING_UTC = Date.UTC(2026, 10, 22, 16, 5);

describe('the console clock', () => {
  it('reads the hall day in Shanghai even when it is still yesterday in UTC', () => {
    expect(dayOf(LATE_EVENING_UTC)).toBe('2026-11-23');
    expect(clockText(LATE_EVENING_UTC)).toBe('00:05');
    expect(momentText(LATE_EVENING_UTC)).toBe('11月23日 00:05');
  });

  it('names the weekday of a hall day', () => {
    expect(dayWords('2026-11-22')).toBe('11月22日 周日');
    expect(dayWords('2026-12-01')).toBe('12月1日 周二');
  });

  it('writes a length as minutes and seconds and never below zero', () => {
    expect(lengthText(151.9)).toBe('2:31');
    expect(lengthText(-4)).toBe('0:00');
  });

  it('follows the server when the window PC is minutes off, and ignores mere latency', () => {
    const real = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    agreeWithServer(1_240_000);
    expect(now()).toBe(1_240_000);
    agreeWithServer(1_240_900);
    expect(now()).toBe(1_240_000);
    agreeWithServer(1_000_000);
    expect(now()).toBe(1_000_000);
    real.mockRestore();
  });
});
