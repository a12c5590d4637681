import { defineEvent } from '../../platform/events/event-kind.ts';

export const ratingInvited = defineEvent<{ invitationId: string; ticketId: string; hallId: string; residentId: string | null }>('rating.invited');
/** Only the class of the level travels: a case is opened for a negative one, and nobody can read a single level from events. */
export const ratingGiven = defineEvent<{ ratingId: string; invitationId: string; hallId: string; levelClass: 'positive' | 'negative' }>('rating.given');
