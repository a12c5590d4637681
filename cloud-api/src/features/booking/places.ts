import type { Instant } from '@hall/shared/kernel/day';
import type { Work } from '../../platform/persistence/work.ts';
import { bookingErrors } from './booking.errors.ts';

/** The `free_from` of a place that is booked: an instant no clock reaches. */
export const NEVER: Instant = 8_640_000_000_000_000;

export interface Claim {
  bookingId: string;
  slotId: string;
  audience: 'public' | 'reserved';
  /** The place is this booking's until then; `NEVER` once booked. */
  until: Instant;
  /** Whoever is served, so that the same round trip tells whether the hall knows of visits of theirs. */
  personKeys: readonly string[];
  /** The account that asks, so that it also tells how many open bookings it has; null when a clerk asks. */
  residentId: string | null;
}

export interface ClaimedPlace {
  id: string;
  /** How many matters, open or closed, the hall remembers of these persons. */
  rememberedMatters: number;
  /** Open bookings of the asking account, before this one. */
  openOfAccount: number;
}

/** `FOR UPDATE SKIP LOCKED` (MySQL 8, MariaDB 10.6); the embedded database has one writer and nothing to skip. */
const skippingLocked = (work: Work) => (work.sql.forUpdate ? `${work.sql.forUpdate} SKIP LOCKED` : '');
const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

/**
 * Takes any free place of the slot, or answers null when there is none. Rows that somebody else is taking at this very
 * moment are passed over instead of waited for, so a crowd on one slot does not queue up behind its first row.
 */
export async function claimPlace(work: Work, claim: Claim): Promise<ClaimedPlace | null> {
  const [free] = await work.rows<{ id: string; booking_id: string | null; remembered: number | string; of_account: number | string }>(
    `SELECT id, booking_id, (SELECT COUNT(*) FROM visit_matter WHERE person_key IN (${marks(claim.personKeys)})) AS remembered,
       (SELECT COUNT(*) FROM booking WHERE resident_id = ? AND place_ref IS NOT NULL) AS of_account
     FROM place WHERE slot_id = ? AND audience = ? AND free_from <= ? ORDER BY free_from LIMIT 1${skippingLocked(work)}`,
    [...claim.personKeys, claim.residentId, claim.slotId, claim.audience, work.now],
  );
  if (!free) return null;
  // Its row is locked from here on, so the change can wait for the end.
  work.executeAtEnd('UPDATE place SET booking_id = ?, free_from = ?, held_until = ? WHERE id = ?', [claim.bookingId, claim.until, claim.until === NEVER ? null : claim.until, free.id]);
  if (free.booking_id !== null) await expireHold(work, free.booking_id);
  return { id: free.id, rememberedMatters: Number(free.remembered), openOfAccount: Number(free.of_account) };
}

/** Makes a held place the booking's for good. @throws BOOKING_HOLD_EXPIRED when its time has run out or the hall has closed the slot meanwhile */
export async function keepPlace(work: Work, placeId: string, bookingId: string): Promise<void> {
  const kept = await work.execute("UPDATE place SET free_from = ?, held_until = NULL WHERE id = ? AND booking_id = ? AND free_from > ? AND audience <> 'withdrawn'", [NEVER, placeId, bookingId, work.now]);
  if (kept.affected === 0) throw bookingErrors.BOOKING_HOLD_EXPIRED();
}

/** Gives a place back; from `freeFrom` on anybody may take it. */
export async function freePlace(work: Work, placeId: string, bookingId: string, freeFrom: Instant): Promise<void> {
  await work.execute('UPDATE place SET booking_id = NULL, free_from = ?, held_until = NULL WHERE id = ? AND booking_id = ?', [freeFrom, placeId, bookingId]);
}

/**
 * Closes a hold whose time has run out, if nobody has yet. Its place needs no touch: it has been free since that instant.
 * Everybody takes the place's row before the booking's, so two of them cannot wait for each other.
 */
export async function expireHold(work: Work, bookingId: string): Promise<boolean> {
  const { affected } = await work.execute(
    "UPDATE booking SET state = 'expired', place_ref = NULL, held_until = NULL, closed_at = ?, version = version + 1 WHERE id = ? AND state = 'held' AND held_until <= ?",
    [work.now, bookingId, work.now],
  );
  if (affected === 0) return false;
  await closeMatters(work, bookingId, 'expired');
  work.audit('booking.expire', bookingId);
  return true;
}

/**
 * Ends what is still open of a booking's matters, so that the persons may announce them anew. `state` is set last:
 * MySQL lets later assignments see earlier ones.
 */
export async function closeMatters(work: Work, bookingId: string, reason: string): Promise<void> {
  await work.execute(
    `UPDATE visit_matter SET open_key = NULL, seat_key = NULL, close_reason = CASE WHEN state = 'open' THEN ? ELSE close_reason END, closed_at = CASE WHEN state = 'open' THEN ? ELSE closed_at END,
       version = version + 1, state = CASE WHEN state = 'open' THEN 'closed' ELSE state END WHERE booking_id = ?`,
    [reason, work.now, bookingId],
  );
}
