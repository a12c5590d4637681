import type { LedgerPage } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { dayOfVisit, totalsLine } from './day-totals.view.ts';

const said = (day: string, classes: object[]): LedgerPage['items'][number] => ({ seq: 9, kind: 'day.totals', kindLabel: '', day, hash: '', body: { day, classes } });
const WALK_IN = { cls: 'walkin', classLabel: '普通号' } as const;

describe('how the day of a ticket ended', () => {
  test('every number is accounted for, and nothing is said of what did not happen', () => {
    const items = [said('2026-11-24', []), said('2026-11-23', [{ cls: 'care', last: 2, served: 2, left: 0, unserved: 0, open: 0 }, { cls: 'walkin', last: 23, served: 20, left: 2, unserved: 1, open: 0 }])];
    expect(totalsLine(items, '2026-11-23', WALK_IN)).toBe('普通号发到第 23 号：办结 20，离开或过号 2，没轮到 1。');
  });
  test('what the ledger has not said is not made up', () => {
    expect(totalsLine([], '2026-11-23', WALK_IN)).toBeNull();
    expect(totalsLine([said('2026-11-23', [])], '2026-11-23', WALK_IN)).toBeNull();
  });
  test('a visit belongs to the day it was called, one never called to the day it was for', () => {
    expect(dayOfVisit({ calledAt: null, eligibleAt: instantAt('2026-11-23', '16:00') })).toBe('2026-11-23');
    expect(dayOfVisit({ calledAt: instantAt('2026-11-24', '09:10'), eligibleAt: instantAt('2026-11-23', '16:00') })).toBe('2026-11-24');
  });
});
