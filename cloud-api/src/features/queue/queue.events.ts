import { defineEvent } from '../../platform/events/event-kind.ts';

/** What every event of the queue says; none of it is personal data. */
export interface TicketFact {
  ticketId: string;
  hallId: string;
}

export const ticketTaken = defineEvent<TicketFact & { residentId: string | null }>('ticket.taken');
export const ticketCalled = defineEvent<TicketFact & { windowId: string; residentId: string | null; callCount: number }>('ticket.called');
export const ticketServing = defineEvent<TicketFact>('ticket.serving');
export const ticketParked = defineEvent<TicketFact>('ticket.parked');
export const ticketWaiting = defineEvent<TicketFact & { why: 'rejoined' | 'resumed' | 'passed-over' }>('ticket.waiting');
export const ticketMissed = defineEvent<TicketFact & { residentId: string | null }>('ticket.missed');
export const ticketLeft = defineEvent<TicketFact>('ticket.left');
export const ticketUnserved = defineEvent<TicketFact & { residentId: string | null; reason: 'closing' | 'call-abandoned' }>('ticket.unserved');
/** A call or a service that nobody closed: reported to the head before it is released. */
export const ticketFlagged = defineEvent<TicketFact & { windowId: string | null; staffId: string | null }>('ticket.flagged');

/** Everything the commitments are computed from: call to done, the parked share, the scope frozen at the call. */
export interface TicketServedFact extends TicketFact {
  bookingId: string | null;
  residentId: string | null;
  windowId: string;
  staffId: string;
  matterIds: string[];
  ready: boolean;
  calledAt: number;
  servingAt: number;
  servedAt: number;
  parkedMs: number;
}
export const ticketServed = defineEvent<TicketServedFact>('ticket.served');

export const windowChanged = defineEvent<{ windowId: string; hallId: string; state: 'open' | 'paused' | 'closed' }>('window.changed');
/** Nobody moved, but the minutes shown have grown old. */
export const boardAged = defineEvent<{ hallId: string }>('board.aged');

/** Everything that changes what the board shows. */
export const BOARD_EVENTS = [ticketTaken, ticketCalled, ticketServing, ticketParked, ticketWaiting, ticketMissed, ticketLeft, ticketUnserved, ticketServed, windowChanged, boardAged] as const;
