import { MINUTE } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import { shortestPatience } from './queue-settings.ts';
import type { QueueSettings, TicketClass } from './queue-settings.ts';
import type { TicketState } from './ticket.moves.ts';

/** A ticket as the rule of order sees it. */
export interface QueueTicket {
  id: string; number: string;
  state: TicketState;
  /** Every one of these a window needs to serve it. */
  skills: readonly string[];
  eligibleAt: Instant; dueAt: Instant;
  /** Called before the promised time and passed over: not called again before this. */
  passedUntil?: Instant | null;
}
export interface QueuePosition { eligibleAt: Instant; dueAt: Instant }

/**
 * Where a ticket of someone standing in the hall begins: eligible from the later of scanning in and the slot's start, due after its
 * class's patience. A care ticket does not wait for its slot: care is never worse than having no booking.
 */
export function enterQueue(ticket: { cls: TicketClass; scanAt: Instant; slotStart: Instant | null }, settings: QueueSettings): QueuePosition {
  const eligibleAt = ticket.cls === 'booked' && ticket.slotStart !== null ? Math.max(ticket.scanAt, ticket.slotStart) : ticket.scanAt;
  return { eligibleAt, dueAt: eligibleAt + settings.patienceMinutes[ticket.cls] * MINUTE };
}

/** Where a ticket taken from afar begins once its holder scans in: patience ran since it was taken, but never less than p_min is left. */
export const enterFromAfar = (ticket: { cls: TicketClass; takenAt: Instant; scanAt: Instant }, settings: QueueSettings): QueuePosition => ({
  eligibleAt: ticket.scanAt,
  dueAt: Math.max(ticket.takenAt + settings.patienceMinutes[ticket.cls] * MINUTE, ticket.scanAt + shortestPatience(settings)),
});

/** Where a missed ticket stands after rejoining: eligible anew, due no sooner than p_min from now. */
export const rejoinQueue = (old: QueuePosition, now: Instant, settings: QueueSettings): QueuePosition =>
  ({ eligibleAt: now, dueAt: Math.max(old.dueAt, now + shortestPatience(settings)) });

/** Earliest due first; then who became eligible first; then by number. Total, and the same as `ORDER BY dueAt, eligibleAt, number`. */
export function compareTickets(a: Pick<QueueTicket, 'dueAt' | 'eligibleAt' | 'number'>, b: Pick<QueueTicket, 'dueAt' | 'eligibleAt' | 'number'>): number {
  return a.dueAt - b.dueAt || a.eligibleAt - b.eligibleAt || (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
}

export const canServe = (windowSkills: readonly string[], ticket: Pick<QueueTicket, 'skills'>): boolean => ticket.skills.every((skill) => windowSkills.includes(skill));

/** In the queue and not passed over; perhaps early. */
export const isCallable = (ticket: QueueTicket, now: Instant): boolean =>
  (ticket.state === 'waiting' || ticket.state === 'transferred') && (ticket.passedUntil ?? 0) <= now;

export const isEligible = (ticket: QueueTicket, now: Instant): boolean => isCallable(ticket, now) && ticket.eligibleAt <= now;

/**
 * Whom a free window calls next: of the eligible tickets it can serve the one due first; only when there is none, the first of those
 * who came before their slot. Null when nobody waits for it. One pass, no copy.
 */
export function nextFor<T extends QueueTicket>(windowSkills: readonly string[], tickets: Iterable<T>, now: Instant): T | null {
  let best: T | null = null;
  let early: T | null = null;
  for (const ticket of tickets) {
    if (!isCallable(ticket, now) || !canServe(windowSkills, ticket)) continue;
    if (ticket.eligibleAt <= now) {
      if (best === null || compareTickets(ticket, best) < 0) best = ticket;
    } else if (early === null || compareTickets(ticket, early) < 0) early = ticket;
  }
  return best ?? early;
}
