import { defineEvent } from '../../platform/events/event-kind.ts';

/** A time was found broken when it closed. One that never closes shows in the figures by itself. */
export const commitmentBroken = defineEvent<{ hallId: string; commitmentId: string; subjectId: string; staffId: string | null }>('commitment.broken');
export const commitmentPublished = defineEvent<{ hallId: string; commitmentId: string; number: number }>('commitment.published');
