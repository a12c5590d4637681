import { defineEvent } from '../../platform/events/event-kind.ts';

/** A department, a counter, the hall itself or an account is as it was decided from now on. */
export const houseChanged = defineEvent<{ hallId: string; kind: string; subjectId: string }>('house.changed');
