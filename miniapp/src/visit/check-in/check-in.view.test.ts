import { aBooking, aTicket } from '../../kit/testing/views.ts';
import { bookingsToday, firstChoice, openTicket, WALK_IN } from './check-in.view.ts';

test('only bookings of today that are not yet checked in can take a number', () => {
  const bookings = [aBooking({ id: 'today', day: '2026-11-23' }), aBooking({ id: 'tomorrow' }), aBooking({ id: 'in', day: '2026-11-23', state: 'arrived' })];
  expect(bookingsToday(bookings, '2026-11-23').map(({ id }) => id)).toEqual(['today']);
});

test('the only booking of the day is chosen already; of two the person chooses; without any they walk in', () => {
  const [one, two] = [aBooking({ id: '1' }), aBooking({ id: '2' })];
  expect([firstChoice([one], undefined), firstChoice([one, two], undefined), firstChoice([one, two], '2'), firstChoice([], '9')]).toEqual(['1', null, '2', WALK_IN]);
});

test('whoever has a number is shown it, unless a booking of today asks for another', () => {
  expect(openTicket([aTicket({ id: 'old', state: 'left' }), aTicket({ id: 'mine' })], [])?.id).toBe('mine');
  expect(openTicket([aTicket()], [aBooking()])).toBeNull();
  expect(openTicket([aTicket({ state: 'served' })], [])).toBeNull();
});
