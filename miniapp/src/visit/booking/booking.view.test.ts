import { aBooking } from '../../kit/testing/views.ts';
import { arrival, calendarEntry, heldNotice } from './booking.view.ts';

const NOW = Date.parse('2026-11-23T01:00:00Z');

describe('a held place', () => {
  test('counts down to its end', () => {
    expect(heldNotice(aBooking({ state: 'held', heldUntil: NOW + 245_000 }), NOW)).toMatchObject({ over: false, title: '位置为您留 4:05' });
  });

  test('is over when its time is, even before the server says so', () => {
    expect(heldNotice(aBooking({ state: 'held', heldUntil: NOW }), NOW)?.over).toBe(true);
    expect(heldNotice(aBooking({ state: 'expired' }), NOW)?.over).toBe(true);
  });

  test('a booked place needs no countdown', () => {
    expect(heldNotice(aBooking(), NOW)).toBeNull();
  });
});

test('a person is told from when and until when to come, in the time of the hall', () => {
  expect(arrival({ arriveFrom: NOW, lateAfter: NOW + 5_400_000 })).toBe('09:00 起可以取号，10:30 前到都按预约办');
});

test('the calendar of the phone gets the hours of the hall in seconds', () => {
  expect(calendarEntry(aBooking({ bring: ['身份证', '户口簿'] }))).toMatchObject({ startTime: Date.parse('2026-11-24T01:00:00Z') / 1000, endTime: String(Date.parse('2026-11-24T01:30:00Z') / 1000), description: '身份证、户口簿' });
});
