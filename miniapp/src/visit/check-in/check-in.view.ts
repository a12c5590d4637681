import type { BookingView, TicketView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';

/** Bookings for which a number can be taken today. */
export const bookingsToday = (bookings: readonly BookingView[], today: Day): BookingView[] => bookings.filter((booking) => booking.state === 'booked' && booking.day === today);

export const WALK_IN = 'walk-in';

/** What is chosen before the person has chosen: the booking they came from, the only one of today, or walking in. */
export function firstChoice(bookings: readonly BookingView[], asked: string | undefined): string | null {
  if (asked && bookings.some((booking) => booking.id === asked)) return asked;
  if (bookings.length === 0) return WALK_IN;
  return bookings.length === 1 ? bookings[0]!.id : null;
}

const OPEN: readonly TicketView['state'][] = ['waiting', 'transferred', 'called', 'serving', 'missed', 'parked'];

/** The number this person already has, when no booking of today asks for another: taking one more would only show the same. */
export const openTicket = (tickets: readonly TicketView[], bookingsToday: readonly BookingView[]): TicketView | null =>
  (bookingsToday.length > 0 ? null : tickets.find((ticket) => OPEN.includes(ticket.state)) ?? null);
