import { randomBytes } from 'node:crypto';
import { referenceFrom } from '@hall/shared/booking/booking-reference';
import { holdUntil } from '@hall/shared/booking/booking.moves';
import { mayHold, maySeeSlot } from '@hall/shared/booking/booking.rules';
import type { BookingSettings } from '@hall/shared/booking/booking-settings';
import { refusal } from '../../platform/errors/domain-error.ts';
import type { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { Booking } from './booking.entity.ts';
import { bookingErrors } from './booking.errors.ts';
import { NEVER, claimPlace, expireHold, type ClaimedPlace } from './places.ts';
import type { SlotFacts } from './slot-facts.ts';
import { noMemory, visitMemory } from './visit-memory.ts';
import { openKeyOf, type VisitWish } from './visit-wish.ts';

export interface BookingOrder {
  id: string;
  slot: SlotFacts;
  settings: BookingSettings;
  wishes: readonly VisitWish[];
  /** A resident holds a public place and confirms later; a clerk books for a caller at once, reserved places first. */
  by: 'resident' | 'clerk';
  residentId: string | null;
  staffId: string | null;
  contactPhone: string | null;
}

/**
 * The limit of each person does not bind an account that keeps inventing persons; this one does. A daughter who comes for
 * two parents and herself, three times each, stays below it.
 */
const MOST_OPEN_OF_ACCOUNT = 12;

/** Where an encrypted field lives; text copied elsewhere does not decrypt. */
export const personNamePlace = (visitMatterId: string) => `visit-matter.person-name:${visitMatterId}`;
export const contactPhonePlace = (bookingId: string) => `booking.contact-phone:${bookingId}`;

/**
 * Opens a booking on a free place of the slot. The place is claimed first, so that the crowd in front of a full slot
 * costs as little as can be; whatever refuses later gives it back with the transaction. The rows are written at the end.
 * @throws BOOKING_SLOT_FULL and the refusals of `mayHold`; a unique violation when the same person acts twice at once
 */
export async function openBooking(work: Work, crypto: CryptoPort, order: BookingOrder): Promise<Booking> {
  const { slot, settings, wishes } = order;
  const asked = { by: order.by, slotStart: slot.startsAt, slotKind: slot.kind, allReady: wishes.every((wish) => wish.ready) };
  const offered = maySeeSlot(asked, work.now, settings);
  if (!offered.ok) throw refusal(offered);
  const place = await claimFor(work, order);
  if (!place) throw bookingErrors.BOOKING_SLOT_FULL();
  if (place.openOfAccount >= MOST_OPEN_OF_ACCOUNT) throw bookingErrors.BOOKING_ACCOUNT_FULL();
  const memory = place.rememberedMatters === 0 ? noMemory(wishes) : await visitMemory(work, wishes, order.residentId, settings);
  const verdict = mayHold({ ...asked, matterAlreadyOpen: memory.matterAlreadyOpen, openVisits: memory.openVisits, missedAt: memory.missedAt }, work.now, settings);
  if (!verdict.ok) throw refusal(verdict);
  for (const expired of memory.expiredHolds) await expireHold(work, expired);
  const booking = insertBooking(work, crypto, order, place.id);
  insertMatters(work, crypto, order, memory.seats);
  return booking;
}

async function claimFor(work: Work, order: BookingOrder): Promise<ClaimedPlace | null> {
  const until = order.by === 'clerk' ? NEVER : holdUntil(work.now, order.settings);
  const personKeys = [...new Set(order.wishes.map((wish) => wish.personKey))];
  const claim = { bookingId: order.id, slotId: order.slot.id, until, personKeys, residentId: order.by === 'resident' ? order.residentId : null };
  const reserved = order.by === 'clerk' ? await claimPlace(work, { ...claim, audience: 'reserved' }) : null;
  return reserved ?? claimPlace(work, { ...claim, audience: 'public' });
}

function insertBooking(work: Work, crypto: CryptoPort, order: BookingOrder, placeId: string): Booking {
  const held = order.by === 'resident';
  const booking: Booking = {
    id: order.id, hallId: order.slot.hallId, slotId: order.slot.id, placeRef: placeId, reference: referenceFrom(randomBytes(8)), state: held ? 'held' : 'booked', residentId: order.residentId, staffId: order.staffId,
    contactPhoneCipher: order.contactPhone && crypto.encryptField(order.contactPhone, contactPhonePlace(order.id)), heldUntil: held ? holdUntil(work.now, order.settings) : null,
    rescheduleCount: 0, createdAt: work.now, arrivedAt: null, closedAt: null, closeReason: null, ticketId: null, version: 1,
  };
  work.executeAtEnd(
    'INSERT INTO booking (id, hall_id, slot_id, place_ref, reference, state, resident_id, staff_id, contact_phone_cipher, held_until, reschedule_count, created_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 1)',
    [booking.id, booking.hallId, booking.slotId, placeId, booking.reference, booking.state, booking.residentId, booking.staffId, booking.contactPhoneCipher, booking.heldUntil, booking.createdAt],
  );
  return booking;
}

/** One row per matter; the first of each person also takes that person's seat. */
function insertMatters(work: Work, crypto: CryptoPort, order: BookingOrder, seats: Map<string, string>): void {
  const free = new Map(seats);
  const rows = order.wishes.map((wish) => {
    const seat = free.get(wish.personKey) ?? null;
    free.delete(wish.personKey);
    return [
      wish.id, order.slot.hallId, order.id, wish.residentId, wish.personKey, wish.personName && crypto.encryptField(wish.personName, personNamePlace(wish.id)), wish.matterId, wish.applicationId,
      openKeyOf(wish.personKey, wish.matterId), seat, 'open', 1,
    ];
  });
  const one = `(${rows[0]!.map(() => '?').join(', ')})`;
  work.executeAtEnd(
    `INSERT INTO visit_matter (id, hall_id, booking_id, resident_id, person_key, person_name_cipher, matter_id, application_id, open_key, seat_key, state, version) VALUES ${rows.map(() => one).join(', ')}`,
    rows.flat(),
  );
}
