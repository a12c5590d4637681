import { BOOKING_SENTENCES, BOOKING_STATE_LABELS, arriveFrom, lateAfter, offers, type BookingActor, type BookingFacts, type BookingState } from '@hall/shared/booking/booking.moves';
import type { BookingSettings } from '@hall/shared/booking/booking-settings';
import { instantAt, type Instant } from '@hall/shared/kernel/day';
import { maskName, maskPhone } from '@hall/shared/kernel/masking';
import type { HallFacts } from '../hall/halls.ts';
import type { BookingView, VisitMatterView } from './booking.dto.ts';
import type { Booking, VisitMatterState } from './booking.entity.ts';
import type { SlotFacts } from './slot-facts.ts';

export interface MatterLine {
  id: string;
  matterId: string;
  matterName: string;
  personName: string | null;
  applicationId: string | null;
  caseNumber: string | null;
  state: VisitMatterState;
}

/** Everything a view of a booking is drawn from. */
export interface BookingPicture {
  booking: Booking;
  slot: SlotFacts;
  hall: HallFacts;
  settings: BookingSettings;
  matters: readonly MatterLine[];
  contactPhone: string | null;
  bring: string[];
  /** The hall no longer serves at its time. */
  displaced: boolean;
  /** The year of its day is not officially announced yet. */
  provisional: boolean;
}

/** What the rules look at. A place the hall itself took away may be changed however often it was before. */
export const factsOf = (picture: Pick<BookingPicture, 'booking' | 'slot' | 'hall' | 'settings' | 'displaced'>, by: BookingActor): BookingFacts => ({
  state: picture.booking.state, by, heldUntil: picture.booking.heldUntil, slotStart: picture.slot.startsAt, closesAt: instantAt(picture.slot.day, picture.hall.openTo),
  rescheduleCount: picture.booking.rescheduleCount, settings: picture.displaced ? { ...picture.settings, maxReschedules: Number.POSITIVE_INFINITY } : picture.settings,
});

/** An expired hold is expired from that instant on, whether or not anybody has written it down yet. */
export const stateAt = (booking: Pick<Booking, 'state' | 'heldUntil'>, now: Instant): BookingState =>
  booking.state === 'held' && booking.heldUntil !== null && booking.heldUntil <= now ? 'expired' : booking.state;

const DISPLACED = '这个时间大厅不再办理，请改约一个新的时间，不占改约次数。';
/** Shown where no name is known: the account's own owner. */
const UNNAMED = '本人';

export function toBookingView(picture: BookingPicture, by: BookingActor, now: Instant): BookingView {
  const { booking, slot, hall, settings } = picture;
  const state = stateAt(booking, now);
  return {
    id: booking.id, reference: booking.reference, state, stateLabel: BOOKING_STATE_LABELS[state], kind: slot.kind, day: slot.day, from: slot.from, to: slot.to,
    hallName: hall.name, hallAddress: hall.address, heldUntil: state === 'held' ? booking.heldUntil : null,
    matters: picture.matters.map((line) => toMatterView(line)),
    contactPhoneMasked: picture.contactPhone && maskPhone(picture.contactPhone), qr: `HB:${booking.reference}`,
    // Nobody is invited to stand before a closed door.
    arriveFrom: Math.max(arriveFrom(slot.startsAt, settings), instantAt(slot.day, hall.openFrom)), lateAfter: lateAfter(slot.startsAt, settings), ticketId: booking.ticketId, provisional: picture.provisional, bring: picture.bring,
    sentence: picture.displaced && state === 'booked' ? DISPLACED : BOOKING_SENTENCES[state],
    actions: state === booking.state ? offers(factsOf(picture, by), now) : [], version: booking.version,
  };
}

/** Field by field, because a line may carry more than people should see. */
export const toMatterView = (line: MatterLine, unnamed = UNNAMED): VisitMatterView => ({
  id: line.id, matterId: line.matterId, matterName: line.matterName, personName: line.personName === null ? unnamed : maskName(line.personName),
  applicationId: line.applicationId, caseNumber: line.caseNumber, state: line.state,
});
