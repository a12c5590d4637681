import { secondsToLock } from './idle.view.ts';

describe('the idle lock', () => {
  it('counts down from the last key or mouse move and is due at zero', () => {
    expect(secondsToLock(0, 0, 300)).toBe(300);
    expect(secondsToLock(0, 299_500, 300)).toBe(1);
    expect(secondsToLock(0, 300_000, 300)).toBe(0);
    expect(secondsToLock(0, 999_000, 300)).toBe(0);
  });

  it('is due at once when the PC wakes from sleep', () => {
    expect(secondsToLock(1_000, 8 * 3_600_000, 300)).toBe(0);
  });
});
