import { defineEvent } from '../../platform/events/event-kind.ts';

/** Ids only: who listens looks the rest up, and nothing personal lies in the outbox. */
export interface ApplicationTold {
  applicationId: string;
  hallId: string;
  residentId: string | null;
}

/** `ticketId` when a clerk opened it for the person at the window. */
export const applicationOpened = defineEvent<ApplicationTold & { matterId: string; ticketId: string | null }>('application.opened');
export const applicationSubmitted = defineEvent<ApplicationTold>('application.submitted');
/** `late`: it named something that an earlier return could have named. */
export const applicationReturned = defineEvent<ApplicationTold & { noticeId: string; staffId: string; late: boolean }>('application.returned');
export const applicationReady = defineEvent<ApplicationTold>('application.ready');
export const applicationHandled = defineEvent<ApplicationTold & { staffId: string }>('application.handled');
export const applicationCompleted = defineEvent<ApplicationTold>('application.completed');
export const applicationRejected = defineEvent<ApplicationTold & { noticeId: string }>('application.rejected');
export const applicationWithdrawn = defineEvent<ApplicationTold>('application.withdrawn');
export const applicationLapseNear = defineEvent<ApplicationTold>('application.lapse-near');
export const applicationLapsed = defineEvent<ApplicationTold>('application.lapsed');
