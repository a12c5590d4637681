import { aBooking, aTicket } from '../../kit/testing/views.ts';
import { bookingsToday, codeIn, digitsOf, firstChoice, openTicket, WALK_IN } from './check-in.view.ts';

test('the code of the hall is found in its link, in six digits and as a bare token', () => {
  expect(codeIn('https://hall.example.cn/#/visit/check-in/index?code=Zk3-9_abcDEFgh')).toBe('Zk3-9_abcDEFgh');
  expect(codeIn(' 482913 ')).toBe('482913');
  expect(codeIn('Zk3-9_abcDEFgh')).toBe('Zk3-9_abcDEFgh');
});

test('a code of something else is not taken for the hall', () => {
  expect([codeIn('https://example.cn/pay'), codeIn('您好'), codeIn(''), codeIn('12345')]).toEqual([null, null, null, null]);
});

test('six digits stay six digits, however they are typed', () => {
  expect(digitsOf('48 29-13 7')).toBe('482913');
});

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
