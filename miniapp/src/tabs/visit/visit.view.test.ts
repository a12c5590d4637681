import { instantAt } from '@hall/shared/kernel/day';
import { aBooking } from '../../kit/testing/views.ts';
import { arrange, beforeInWords, mattersInWords } from './visit.view.ts';

test('the nearest visit stands on top, past ones below with the latest first', () => {
  const bookings = [aBooking({ id: 'later', arriveFrom: 3 }), aBooking({ id: 'old', state: 'served', arriveFrom: 0 }), aBooking({ id: 'soon', arriveFrom: 2 }), aBooking({ id: 'missed', state: 'missed', arriveFrom: 1 })];
  const { coming, past } = arrange(bookings);
  expect(coming.map(({ id }) => id)).toEqual(['soon', 'later']);
  expect(past.map(({ id }) => id)).toEqual(['missed', 'old']);
});

test('one matter for both parents is named once, with both names', () => {
  const matter = (personName: string) => ({ id: personName, matterId: 'enrolment', matterName: '参保登记', personName, applicationId: null, caseNumber: null, state: 'open' as const });
  expect(mattersInWords([matter('张*'), matter('李*英')])).toBe('参保登记（张*、李*英）');
});

test('a visit of an earlier day says when it was, by its call or, where nobody was called, by its number', () => {
  const visit = { number: 'P001', stateLabel: '已办好', calledAt: instantAt('2026-11-20', '09:50'), eligibleAt: instantAt('2026-11-20', '09:30'), matters: [] };
  expect(beforeInWords(visit, '2026-11-23')).toEqual({ title: '11月20日 周五', detail: 'P001 已办好' });
  expect(beforeInWords({ ...visit, calledAt: null, eligibleAt: instantAt('2026-11-19', '16:30'), stateLabel: '没轮到' }, '2026-11-20')).toEqual({ title: '11月19日 周四', detail: 'P001 没轮到' });
});
