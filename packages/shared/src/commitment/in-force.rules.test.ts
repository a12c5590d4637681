import { everHeld } from './in-force.rules.ts';

describe('the days a promise holds', () => {
  it('are none for a wording that was taken back before its first day', () => {
    expect(everHeld({ inForceFrom: '2026-11-24', inForceTo: '2026-11-23' })).toBe(false);
    expect(everHeld({ inForceFrom: null, inForceTo: null })).toBe(false);
  });
  it('are one at least for a wording taken back on its first day, and open for one that stands', () => {
    expect([everHeld({ inForceFrom: '2026-11-24', inForceTo: '2026-11-24' }), everHeld({ inForceFrom: '2026-11-24', inForceTo: null })]).toEqual([true, true]);
  });
});
