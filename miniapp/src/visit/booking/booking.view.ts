import type { BookingView } from '@hall/shared/api/views';
import { clockOf, instantAt, type Instant } from '@hall/shared/kernel/day';
import { countdown } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import type { Tone } from '../../kit/ui/card.tsx';

const copy = words.booking;
const TONE: Record<BookingView['state'], Tone> = { held: 'warn', booked: 'ok', arrived: 'ok', served: 'ok', expired: 'plain', missed: 'warn', cancelled: 'plain' };
export const toneOf = (state: BookingView['state']): Tone => TONE[state];

/** A held place with its time left; `over` once it has run out, whatever the state still says. */
export function heldNotice(booking: Pick<BookingView, 'state' | 'heldUntil'>, now: Instant): { over: boolean; title: string; detail: string } | null {
  if (booking.state === 'expired') return { over: true, title: copy.heldOver, detail: copy.heldOverDetail };
  if (booking.state !== 'held' || booking.heldUntil === null) return null;
  const left = booking.heldUntil - now;
  return left > 0 ? { over: false, title: copy.heldTitle(countdown(left)), detail: copy.heldDetail } : { over: true, title: copy.heldOver, detail: copy.heldOverDetail };
}

/** When to come, for whoever has a place: from when a number may be taken, and until when one is on time. */
export const arrival = (booking: Pick<BookingView, 'arriveFrom' | 'lateAfter'>): string => copy.arrive(clockOf(booking.arriveFrom), clockOf(booking.lateAfter));

/** The entry for the phone's own calendar; seconds, as WeChat wants them. */
export function calendarEntry(booking: BookingView) {
  return {
    title: copy.calendarTitle(booking.hallName), startTime: instantAt(booking.day, booking.from) / 1000, endTime: String(instantAt(booking.day, booking.to) / 1000),
    location: booking.hallAddress, description: booking.bring.join('、'), alarm: true, alarmOffset: 3_600,
  };
}

/** The case by which a booked express place may be moved to another express place. */
export const expressOf = (booking: Pick<BookingView, 'kind' | 'matters'>): string | undefined =>
  (booking.kind === 'express' ? booking.matters.find((matter) => matter.applicationId)?.applicationId ?? undefined : undefined);
