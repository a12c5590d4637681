import type { DutyDayView, DutyShiftView } from '@hall/shared/api/views';
import { addDays } from '@hall/shared/kernel/day';
import { actsMeanwhile, changesOf, mayPlan, monthAway, monthOf, pairsAreWhole, toneOfShift, weeksOf } from './duty.view.ts';

const TODAY = '2026-11-23';
const shift = (more: Partial<DutyShiftView> = {}): DutyShiftView => ({ id: 's', leaderId: 'sun', leaderName: '孙明远', actingName: null, state: 'planned', stateLabel: '已排班', begunAt: null, handedOverAt: null, handOverNote: null, handOverOwed: false, actions: [], version: 3, ...more });
const day = (date: string, of: DutyShiftView | null = null): DutyDayView => ({ day: date, kind: 'workday', shift: of });

describe('the roster of a month', () => {
  it('begins its weeks on Monday and leaves the places of other months empty', () => {
    const weeks = weeksOf(Array.from({ length: 30 }, (_, index) => day(addDays('2026-11-01', index))));
    expect([weeks.length, weeks[0]!.findIndex((each) => each !== null), weeks.at(-1)!.findLastIndex((each) => each !== null)]).toEqual([6, 6, 0]);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
  it('goes from month to month, also over the year, and answers a senseless address with this month', () => {
    expect([monthAway('2026-12', 1), monthAway('2027-01', -1), monthAway('2026-02', 1), monthAway('2026-01', 1)]).toEqual(['2027-01', '2026-12', '2026-03', '2026-02']);
    expect([monthOf('2026-10', TODAY), monthOf('soon', TODAY), monthOf('', TODAY)]).toEqual(['2026-10', '2026-11', '2026-11']);
  });
  it('lets only days ahead be planned that nobody has signed in for', () => {
    expect([day(TODAY), day(TODAY, shift({ state: 'on-duty' })), day('2026-11-20'), day('2026-11-30', shift())].map((each) => mayPlan(each, TODAY))).toEqual([true, false, false, true]);
  });
  it('sends only the days that became different, with the version that was seen', () => {
    const days = [day('2026-11-24', shift()), day('2026-11-25', shift()), day('2026-11-26')];
    expect(changesOf(days, { '2026-11-24': 'sun', '2026-11-25': null, '2026-11-26': 'qian' })).toEqual([{ day: '2026-11-25', leaderId: null, version: 3 }, { day: '2026-11-26', leaderId: 'qian', version: null }]);
  });
  it('shows what is missing more loudly than what is planned', () => {
    expect([shift(), shift({ state: 'on-duty' }), shift({ state: 'on-duty', handOverOwed: true }), shift({ state: 'handed-over' }), shift({ state: 'missed' })].map(toneOfShift)).toEqual(['quiet', 'sun', 'warn', 'ok', 'accent']);
  });
  it('names who acts for somebody away, and does not promise a substitute nobody has appointed', () => {
    const pairs = [{ staffId: 'sun', staffName: '孙明远', substituteId: 'qian', substituteName: '钱志华' }];
    expect([actsMeanwhile(pairs, { staffId: 'sun', substituteName: null }), actsMeanwhile(pairs, { staffId: 'sun', substituteName: '郑国强' }), actsMeanwhile(pairs, { staffId: 'zhou', substituteName: null })]).toEqual(['钱志华', '郑国强', null]);
  });
  it('takes pairs only of two different people, each A once', () => {
    const pair = (staffId: string, substituteId: string) => ({ staffId, substituteId });
    expect([[], [pair('a', 'b'), pair('b', 'a')], [pair('a', '')], [pair('a', 'a')], [pair('a', 'b'), pair('a', 'c')]].map(pairsAreWhole)).toEqual([true, true, false, false, false]);
  });
});
