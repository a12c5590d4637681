import { defineEvent } from '../../platform/events/event-kind.ts';

/** A department, a counter, the hall itself or an account is as it was decided from now on. */
export const houseChanged = defineEvent<{ hallId: string; kind: string; subjectId: string }>('house.changed');

/** What lay in a colleague's hands lies in `staffId`'s from now on. Rooms with words of their own for that tell it themselves. */
export const workHandedOn = defineEvent<{ hallId: string; staffId: string; subjectKind: string; subjectId: string }>('house.work-handed-on');
