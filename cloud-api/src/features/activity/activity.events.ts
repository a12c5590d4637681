import { defineEvent } from '../../platform/events/event-kind.ts';

/** One sign-up somebody is told about. `residentId`: null for somebody written down by staff, whom staff call. */
export interface SignUpTold {
  signUpId: string;
  activityId: string;
  hallId: string;
  residentId: string | null;
}

/** Somebody who waited has a place. */
export const activityPlaceGiven = defineEvent<SignUpTold>('activity.place-given');
/** Its time or place is another. */
export const activityMoved = defineEvent<SignUpTold>('activity.moved');
export const activityCalledOff = defineEvent<SignUpTold>('activity.called-off');
/** It begins within a day. */
export const activityNear = defineEvent<SignUpTold>('activity.near');
/** It is over, and whoever came may rate it. */
export const activityRatingInvited = defineEvent<SignUpTold>('activity.rating-invited');
