import type { TicketView } from '@hall/shared/api/views';
import { clockOf } from '@hall/shared/kernel/day';
import { copy as words } from '../../kit/copy/visit.ts';

const copy = words.ticket;

/** How the whole page looks: `called` is unmistakable, the others calm. */
export type Face = 'waiting' | 'called' | 'serving' | 'missed' | 'over';

export function faceOf(state: TicketView['state']): Face {
  switch (state) {
    case 'called': return 'called';
    case 'serving': return 'serving';
    case 'missed': return 'missed';
    case 'served': case 'left': case 'unserved': return 'over';
    default: return 'waiting';
  }
}

export interface WaitLines { ahead: string; minutes: string; advice: string | null }

/** So few minutes that nobody should go away; a free window also calls those who came before their time. */
const SOON = 5;

/** The three things one wants to know while waiting. */
export function waitLines(ticket: Pick<TicketView, 'ahead' | 'estimate' | 'eligibleAt' | 'serverTime'>): WaitLines {
  const { estimate } = ticket;
  const early = ticket.eligibleAt > ticket.serverTime;
  const soon = estimate !== null && estimate.lowMinutes <= SOON;
  const stepOut = estimate?.stepOutUntil ?? null;
  return {
    ahead: ticket.ahead === 0 && !early ? copy.next : copy.people(ticket.ahead),
    minutes: estimate ? copy.minutes(estimate.lowMinutes, estimate.highMinutes) : copy.noEstimate,
    advice: stepOut !== null && stepOut > ticket.serverTime ? copy.stepOut(clockOf(stepOut)) : early ? (soon ? copy.sooner : copy.eligible(clockOf(ticket.eligibleAt))) : soon ? copy.stay : null,
  };
}

/** Whether the phone should shake now: a call the person has not felt yet. */
export const newlyCalled = (before: Pick<TicketView, 'state' | 'callCount'> | null, after: Pick<TicketView, 'state' | 'callCount'>): boolean =>
  after.state === 'called' && (before === null || before.state !== 'called' || after.callCount > before.callCount);

/** States in which anything can still happen to the ticket. */
export const goesOn = (state: TicketView['state']): boolean => faceOf(state) !== 'over';

/** Asked often while something can happen; the live board only makes it quicker. */
const WHILE_WAITING = 8_000;
/** The invitation to rate follows the end of the service by a moment; whoever is done stands at the window still. */
const AFTER_SERVICE = 1_500;
const INVITED_WITHIN = 60_000;

/** How long to wait before asking again, in milliseconds; null when nothing more can happen to the ticket. */
export function nextLook(ticket: Pick<TicketView, 'state' | 'ratingInvitationId' | 'servedAt' | 'serverTime'>): number | null {
  if (goesOn(ticket.state)) return WHILE_WAITING;
  const justServed = ticket.state === 'served' && ticket.servedAt !== null && ticket.serverTime - ticket.servedAt < INVITED_WITHIN;
  return justServed && ticket.ratingInvitationId === null ? AFTER_SERVICE : null;
}

/** Called and done, for the person to compare with their own watch; null until done. */
export const servedTimes = (ticket: Pick<TicketView, 'calledAt' | 'servedAt'>): string | null =>
  ticket.calledAt !== null && ticket.servedAt !== null ? copy.timeline(clockOf(ticket.calledAt), clockOf(ticket.servedAt)) : null;
