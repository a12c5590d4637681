import type { TicketClass } from './queue-settings.ts';

export const CARE_AGE = 70;
export type CareReason = 'elder' | 'disabled' | 'pregnant' | 'hardship';
export const CARE_REASON_LABELS: Record<CareReason, string> = { elder: '70 岁以上老人', disabled: '残疾人', pregnant: '孕妇', hardship: '困难群众' };

export interface CareFacts { age: number | null; disabled?: boolean; pregnant?: boolean; hardship?: boolean }

/** Why someone gets a care ticket 爱心号; null when for no reason of the list. Said, not proved: the desk takes a person's word. */
export function careReason({ age, disabled = false, pregnant = false, hardship = false }: CareFacts): CareReason | null {
  if (age !== null && age >= CARE_AGE) return 'elder';
  if (disabled) return 'disabled';
  if (pregnant) return 'pregnant';
  return hardship ? 'hardship' : null;
}

/** The class of a ticket: care goes before a booking because it is never worse, and a late booking counts as a walk-in. */
export const ticketClass = (person: CareFacts, arrival: 'booked' | 'walkin'): TicketClass => (careReason(person) === null ? arrival : 'care');
