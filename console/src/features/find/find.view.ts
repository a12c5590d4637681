import type { FoundCaseView } from '@hall/shared/api/views';
import { OPEN_APPLICATION_STATES } from '@hall/shared/enrolment/application.moves';
import { isReference, normaliseReference } from '@hall/shared/booking/booking-reference';
import { halfWidth } from '@hall/shared/kernel/half-width';
import { normaliseCitizenId } from '@hall/shared/kernel/citizen-id';
import { normalisePhone } from '@hall/shared/kernel/phone';

/** What the typed text can be searched as; exactly one key, as the API wants it. */
export type Finding = { citizenId: string } | { phone: string } | { caseNumber: string } | { bookingReference: string };
export type FindingKind = 'citizenId' | 'phone' | 'caseNumber' | 'bookingReference';

/** Recognises an ID number, a phone number, a case number (`420606-2026-000123`) or a booking reference; null while it is none of them. */
export function findingOf(text: string): Finding | null {
  const citizenId = normaliseCitizenId(text);
  if (/^\d{17}[\dX]$/.test(citizenId)) return { citizenId };
  const phone = normalisePhone(text);
  if (/^1[3-9]\d{9}$/.test(phone)) return { phone };
  const caseNumber = halfWidth(text).trim().toUpperCase();
  if (/^\d{6}-\d{4}-\d{6}$/.test(caseNumber)) return { caseNumber };
  const bookingReference = normaliseReference(text);
  return isReference(bookingReference) ? { bookingReference } : null;
}

/**
 * How somebody found may enter the queue here: a booking by its reference, however it was found, and an open case by the
 * ID number just typed, which joins the ticket to the case. Null where nothing is open or the number was not typed.
 */
export function entryOf(item: FoundCaseView, finding: Finding | null): { bookingReference: string } | { citizenId: string } | null {
  if (item.kind === 'booking') return item.reference !== null && item.state === 'booked' ? { bookingReference: item.reference } : null;
  if (finding === null) return null;
  const open = OPEN_APPLICATION_STATES.some((state) => state === item.state);
  return 'citizenId' in finding && open ? finding : null;
}

export const kindOf = (finding: Finding | null): FindingKind | 'unknown' => (finding === null ? 'unknown' : (Object.keys(finding)[0] as FindingKind));
