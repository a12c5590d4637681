import { defineEvent } from '../../platform/events/event-kind.ts';

/** What every event of a booking says; none of it is personal data. `residentId` is null for a caller. */
export interface BookingFact {
  bookingId: string;
  hallId: string;
  slotId: string;
  residentId: string | null;
}

export const bookingHeld = defineEvent<BookingFact>('booking.held');
export const bookingBooked = defineEvent<BookingFact>('booking.booked');
export const bookingRescheduled = defineEvent<BookingFact & { fromSlotId: string }>('booking.rescheduled');
export const bookingCancelled = defineEvent<BookingFact & { by: 'resident' | 'clerk' | 'hall' }>('booking.cancelled');
export const bookingMissed = defineEvent<BookingFact>('booking.missed');
export const bookingArrived = defineEvent<BookingFact & { cls: 'booked' | 'walkin' }>('booking.arrived');
/** The hall no longer serves at that time; the booking waits for a new place. */
export const bookingDisplaced = defineEvent<BookingFact>('booking.displaced');
