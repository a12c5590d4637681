import { defineEvent } from '../../platform/events/event-kind.ts';

export interface RatingCaseTold {
  caseId: string;
  hallId: string;
}

/** Something waits for the head who works the case. */
export const ratingCaseForOwner = defineEvent<RatingCaseTold & { staffId: string | null; why: 'opened' | 'replied' | 'refused' | 'sent-back' | 'reopened' | 'explained' }>('rating-case.for-owner');
/** A second person has to look: a verdict proposed, or one that is questioned. */
export const ratingCaseForJudge = defineEvent<RatingCaseTold & { staffId: string | null; why: 'proposed' | 'appealed' | 'objected' }>('rating-case.for-judge');
/** `residentId` is null for whoever rated by the slip: nobody can be told. */
export const ratingCaseForRater = defineEvent<RatingCaseTold & { invitationId: string; residentId: string | null; what: 'contacted' | 'found' | 'answered' | 'reconsidered' | 'closed' }>('rating-case.for-rater');
/** The clerk concerned may now see the question. It names no case. */
export const ratingQuestionReleased = defineEvent<{ questionId: string; hallId: string; staffId: string }>('rating-question.released');
