import { defineEvent } from '../../platform/events/event-kind.ts';

/** Rules and candidates stand; votes are taken from its opening instant on. */
export const starOpened = defineEvent<{ roundId: string; hallId: string; month: string; opensAt: number }>('star.opened');
/** The objection period is over. `winners`: members of staff. */
export const starFinal = defineEvent<{ roundId: string; hallId: string; month: string; winners: readonly string[] }>('star.final');
/** Somebody objected, and waits for an answer. */
export const starObjectionRaised = defineEvent<{ objectionId: string; roundId: string; hallId: string }>('star.objection-raised');
