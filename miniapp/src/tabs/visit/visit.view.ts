import type { BookingView, TicketView } from '@hall/shared/api/views';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { dayFromHere } from '../../kit/clock.ts';
import type { Tone } from '../../kit/ui/card.tsx';

const BOOKING_TONE: Record<BookingView['state'], Tone> = { held: 'warn', booked: 'info', arrived: 'ok', served: 'ok', expired: 'plain', missed: 'warn', cancelled: 'plain' };
const TICKET_TONE: Record<TicketView['state'], Tone> = { waiting: 'info', called: 'accent', serving: 'ok', served: 'ok', missed: 'warn', parked: 'warn', transferred: 'info', left: 'plain', unserved: 'plain' };

export const bookingTone = (state: BookingView['state']): Tone => BOOKING_TONE[state];
export const ticketTone = (state: TicketView['state']): Tone => TICKET_TONE[state];

/** Open bookings first, the nearest on top; past ones after, the latest on top. */
export function arrange(bookings: readonly BookingView[]): { coming: BookingView[]; past: BookingView[] } {
  const open = (booking: BookingView) => booking.state === 'held' || booking.state === 'booked' || booking.state === 'arrived';
  return {
    coming: bookings.filter(open).sort((a, b) => a.arriveFrom - b.arriveFrom),
    past: bookings.filter((booking) => !open(booking)).sort((a, b) => b.arriveFrom - a.arriveFrom),
  };
}

/** `参保登记（张*、李*英）`; each person once. */
export function mattersInWords(matters: BookingView['matters']): string {
  const names = [...new Set(matters.map((matter) => matter.matterName))];
  return names.map((name) => `${name}（${[...new Set(matters.filter((matter) => matter.matterName === name).map((matter) => matter.personName))].join('、')}）`).join('，');
}

/** A visit of an earlier day: when it was, how it ended, and what it was about. */
export const beforeInWords = ({ calledAt, eligibleAt, number, stateLabel, matters }: Pick<TicketView, 'calledAt' | 'eligibleAt' | 'number' | 'stateLabel' | 'matters'>, here: Day): { title: string; detail: string } =>
  ({ title: dayFromHere(dayOf(calledAt ?? eligibleAt), here), detail: [`${number} ${stateLabel}`, ...(matters.length > 0 ? [mattersInWords(matters)] : [])].join('，') });
