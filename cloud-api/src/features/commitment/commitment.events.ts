import { defineEvent } from '../../platform/events/event-kind.ts';

/** A time was found broken when it closed. One that never closes shows in the figures by itself. */
export const commitmentBroken = defineEvent<{ hallId: string; commitmentId: string; subjectId: string; staffId: string | null }>('commitment.broken');
/** How often promises were broken on a day that was sealed, for the head whose department's times they are. */
export const commitmentsBrokenOfDay = defineEvent<{ hallId: string; staffId: string; day: string; count: number }>('commitment.broken-of-day');
/** Leaving a time out waits for a second person: for those who may decide, and neither proposed it nor served. */
export const exclusionProposed = defineEvent<{ hallId: string; exclusionId: string; staffIds: string[] }>('commitment.exclusion-proposed');
export const commitmentPublished = defineEvent<{ hallId: string; commitmentId: string; number: number }>('commitment.published');

/** Somebody who was served doubts the times written down; told to those who may answer. */
export const disputeRaised = defineEvent<{ hallId: string; disputeId: string; ticketId: string; staffIds: string[] }>('dispute.raised');
/** `residentId`: who raised it on an account. `staffId`: who took it down at the desk, and tells the person. */
export const disputeAnswered = defineEvent<{ hallId: string; disputeId: string; ticketId: string; residentId: string | null; staffId: string | null }>('dispute.answered');
