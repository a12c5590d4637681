import { defineEvent } from '../../platform/events/event-kind.ts';

/** The lot fell on these accounts, and they may answer from now on. */
export const appraisalInvited = defineEvent<{ appraisalId: string; hallId: string; residentIds: readonly string[] }>('appraisal.invited');
/** There is a result, for those who were invited to look at. */
export const appraisalTold = defineEvent<{ appraisalId: string; hallId: string; residentIds: readonly string[] }>('appraisal.told');
/** There is a result, and `staffId` owes what the department changes because of it. */
export const appraisalCounted = defineEvent<{ appraisalId: string; hallId: string; staffId: string | null }>('appraisal.counted');
