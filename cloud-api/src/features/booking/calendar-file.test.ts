import type { BookingView } from './booking.dto.ts';
import { calendarFile } from './calendar-file.ts';

const booking = {
  id: 'b-1', reference: 'ABCD2345', day: '2026-11-25', from: '09:30', to: '10:00', hallName: '测试大厅', hallAddress: '测试路 1 号', version: 3,
  contactPhoneMasked: '138****5678', matters: [{ id: 'm', matterId: 'enrolment', matterName: '城乡居民养老保险参保登记', personName: '张*', applicationId: null, caseNumber: null, state: 'open' }],
} as unknown as BookingView;

/** Lines folded for transport joined again (RFC 5545, 3.1). */
const lines = calendarFile(booking).replace(/\r\n /g, '').split('\r\n');

test('the calendar entry stands at the slot’s time in the hall, with a reminder a day and an hour before', () => {
  expect(lines).toContain('DTSTART:20261125T013000Z');
  expect(lines).toContain('DTEND:20261125T020000Z');
  expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P1D', 'TRIGGER:-PT1H']);
  expect(lines).toContain('SUMMARY:到测试大厅办事');
});

test('the calendar entry names neither the person nor the matter, because calendars are shared', () => {
  for (const secret of ['张', '参保', '138']) expect(lines.join('\n')).not.toContain(secret);
  expect(lines.join('\n')).toContain('ABCD2345');
});
