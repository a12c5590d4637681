import type { ApplicationView, EnrolmentAnswers } from '@hall/shared/api/views';
import { mergeAnswers } from '@hall/shared/enrolment/enrolment.form';

/** What the person has written and the server has not yet acknowledged. */
export type Pending = EnrolmentAnswers;

/** The answers as the person sees them: the server's, with what is still on its way laid over. */
export const answersNow = (application: Pick<ApplicationView, 'answers'>, pending: Pending): EnrolmentAnswers => mergeAnswers(application.answers, pending);

/** What is left to send once `sent` has been acknowledged: answers changed again meanwhile stay. */
export function stillPending(pending: Pending, sent: Pending): Pending {
  return Object.fromEntries(Object.entries(pending).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(sent[name as keyof Pending]))) as Pending;
}

export const nothingPending = (pending: Pending): boolean => Object.keys(pending).length === 0;

/** Where the newest writing is safe, and since when. What is on its way is on the phone already, so there is no word for that. */
export type SaveState = { kind: 'server'; at: number } | { kind: 'phone'; at: number } | { kind: 'refused'; message: string };
