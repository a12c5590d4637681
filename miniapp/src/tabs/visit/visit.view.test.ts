import { aBooking } from '../../kit/testing/views.ts';
import { arrange, mattersInWords } from './visit.view.ts';

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
