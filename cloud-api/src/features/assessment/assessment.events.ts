import { defineEvent } from '../../platform/events/event-kind.ts';

/** A month is over and its red-flag windows are found; nobody has one when none took part. */
export const redFlagsGiven = defineEvent<{ hallId: string; month: string; windowIds: string[] }>('red-flags.given');
/** Somebody says what on their own card is not so: for those who may decide. */
export const appealRaised = defineEvent<{ hallId: string; appealId: string; staffIds: string[] }>('assessment.appeal-raised');
/** `staffId`: whose card it is. */
export const appealDecided = defineEvent<{ hallId: string; appealId: string; staffId: string }>('assessment.appeal-decided');
