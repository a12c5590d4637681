import { defineEvent } from '../../platform/events/event-kind.ts';

/** A month is over and its red-flag windows are found; nobody has one when none took part. */
export const redFlagsGiven = defineEvent<{ hallId: string; month: string; windowIds: string[] }>('red-flags.given');
