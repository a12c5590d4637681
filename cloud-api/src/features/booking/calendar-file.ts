import ical, { ICalAlarmType } from 'ical-generator';
import type { BookingView } from './booking.dto.ts';

const REMIND_BEFORE_SECONDS = [24 * 60 * 60, 60 * 60];
const at = (day: string, clock: string) => `${day}T${clock}:00+08:00`;

/** The visit as a calendar entry with two reminders. It names the hall and the time, never a person or a matter. */
export function calendarFile(booking: BookingView): string {
  const calendar = ical({ name: booking.hallName, prodId: { company: 'service-hall', product: 'booking', language: 'ZH' } });
  const event = calendar.createEvent({
    id: `${booking.id}@service-hall`, sequence: booking.version, stamp: at(booking.day, booking.from), start: at(booking.day, booking.from), end: at(booking.day, booking.to),
    summary: `到${booking.hallName}办事`, location: booking.hallAddress, description: `预约码 ${booking.reference}，到大厅后先取号。`,
  });
  for (const trigger of REMIND_BEFORE_SECONDS) event.createAlarm({ type: ICalAlarmType.display, trigger, description: `快到预约时间了，预约码 ${booking.reference}` });
  return calendar.toString();
}
