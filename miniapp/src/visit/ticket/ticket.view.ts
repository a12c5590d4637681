import type { TicketView } from '@hall/shared/api/views';
import { clockOf, dayOf, type Day } from '@hall/shared/kernel/day';
import { copy as words } from '../../kit/copy/visit.ts';

const copy = words.ticket;

/** How the whole page looks: `called` is unmistakable, the others calm. */
export type Face = 'waiting' | 'called' | 'serving' | 'missed' | 'parked' | 'over';

export function faceOf(state: TicketView['state']): Face {
  switch (state) {
    case 'called': return 'called';
    case 'serving': return 'serving';
    case 'missed': return 'missed';
    case 'parked': return 'parked';
    case 'served': case 'left': case 'unserved': return 'over';
    default: return 'waiting';
  }
}

/** What the advice is about: leaving for a while, staying because it is near, or a time that has not come yet. */
export type AdviceKind = 'away' | 'stay' | 'later';
/** `label` heads `ahead`. */
export interface WaitLines { label: string; ahead: string; minutes: string; advice: string | null; kind: AdviceKind }

/** So few minutes that nobody should go away; a free window also calls those who came before their time. */
const SOON = 5;

/** The three things one wants to know while waiting. */
export function waitLines(ticket: Pick<TicketView, 'ahead' | 'estimate' | 'eligibleAt' | 'serverTime'>): WaitLines {
  const { estimate } = ticket;
  const early = ticket.eligibleAt > ticket.serverTime;
  const soon = estimate !== null && estimate.lowMinutes <= SOON;
  const stepOut = estimate?.stepOutUntil ?? null;
  const next = ticket.ahead === 0 && !early;
  const away = stepOut !== null && stepOut > ticket.serverTime;
  return {
    label: next ? copy.place : copy.ahead, ahead: next ? copy.next : copy.people(ticket.ahead), kind: away ? 'away' : soon ? 'stay' : 'later',
    minutes: estimate ? copy.minutes(estimate.lowMinutes, estimate.highMinutes) : copy.noEstimate,
    advice: away ? copy.stepOut(clockOf(stepOut)) : early ? (soon ? copy.sooner : copy.eligible(clockOf(ticket.eligibleAt))) : soon ? copy.stay : null,
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

/** The window belongs to the state only while somebody is, or was, served there. */
export const tagOf = (ticket: Pick<TicketView, 'state' | 'stateLabel' | 'windowLabel'>): string =>
  (ticket.windowLabel !== null && (ticket.state === 'serving' || ticket.state === 'served') ? `${ticket.stateLabel} · ${ticket.windowLabel}` : ticket.stateLabel);

/** What is said under the number; a missed ticket promises the button only while there is one. */
export const sentenceOf = (ticket: Pick<TicketView, 'state' | 'sentence' | 'actions'>): string =>
  (ticket.state !== 'missed' ? ticket.sentence : ticket.actions.includes('rejoin') ? copy.missedHint : copy.missedOver);

/**
 * The one thing to do next, or null while one waits or sits at the window. `retake` and `check-in` take a new number
 * today, `retake` after giving back the old one, which would otherwise be handed out again.
 */
export type NextStep = 'rate' | 'rejoin' | 'retake' | 'check-in' | 'book' | 'home';
export function nextStep(ticket: Pick<TicketView, 'state' | 'actions' | 'ratingInvitationId' | 'eligibleAt'>, today: Day): NextStep | null {
  if (ticket.ratingInvitationId !== null) return 'rate';
  if (ticket.actions.includes('rejoin')) return 'rejoin';
  const ofToday = dayOf(ticket.eligibleAt) === today;
  switch (ticket.state) {
    case 'missed': return ofToday && ticket.actions.includes('leave') ? 'retake' : 'book';
    case 'left': return ofToday ? 'check-in' : 'book';
    case 'unserved': return 'book';
    case 'served': return 'home';
    default: return null;
  }
}
