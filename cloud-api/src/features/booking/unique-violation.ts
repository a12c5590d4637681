import type { DomainError } from '../../platform/errors/domain-error.ts';
import { bookingErrors } from './booking.errors.ts';

/** Whether the database refused a row because its unique key is taken, in the words of either engine. */
export function isUniqueViolation(error: unknown): boolean {
  const { errno, code, driverError } = error as { errno?: number; code?: string; driverError?: { errno?: number; code?: string } };
  return (driverError?.errno ?? errno) === 1062 || (driverError?.code ?? code) === 'SQLITE_CONSTRAINT_UNIQUE';
}

/**
 * What each key says when somebody else was faster three times over. MySQL names the key, SQLite its column; a key that
 * is not here is no race between people and stays a failure of ours.
 */
const TAKEN_KEYS: readonly { key: string; column: string; refusal: () => DomainError }[] = [
  { key: 'ux_visit_open', column: 'visit_matter.open_key', refusal: () => bookingErrors.BOOKING_MATTER_OPEN() },
  { key: 'ux_visit_seat', column: 'visit_matter.seat_key', refusal: () => bookingErrors.BOOKING_TOO_MANY() },
  { key: 'ux_booking_place', column: 'booking.place_ref', refusal: () => bookingErrors.BOOKING_SLOT_FULL() },
];

/** The refusal for whoever came second to a key, or the error as it was. */
export function refusalForTakenKey(error: unknown): unknown {
  if (!isUniqueViolation(error)) return error;
  const said = String((error as { driverError?: Error }).driverError?.message ?? (error as Error).message);
  const taken = TAKEN_KEYS.find(({ key, column }) => new RegExp(`for key '(?:\\w+\\.)?${key}'`).test(said) || new RegExp(`failed: ${column}$`).test(said));
  return taken ? taken.refusal() : error;
}

const TRIES = 3;

/**
 * Runs the step again with fresh eyes when somebody else has just taken a key it had found free; the new attempt sees
 * their row and gives the exact refusal.
 */
export async function retryingOnTakenKey<T>(step: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (error) {
      if (attempt >= TRIES || !isUniqueViolation(error)) throw error;
    }
  }
}
