import { defineEvent } from '../../platform/events/event-kind.ts';

export const residentVerified = defineEvent<{ residentId: string }>('resident.verified');
/** Whoever keeps rows by resident moves them from the one account to the other. */
export const accountsMerged = defineEvent<{ fromResidentId: string; intoResidentId: string }>('resident.merged');
