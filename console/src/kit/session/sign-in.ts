import type { SessionView, StaffEnrolmentView, StaffSignInView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { api } from '../api/api.ts';
import { signedIn } from './session.store.ts';

export interface DemoStaff { userName: string; password: string; name: string; role: string; totp: string }

/** People to try the console with; an empty list outside a demonstration, where the endpoint does not exist. */
export async function demoStaff(): Promise<DemoStaff[]> {
  try {
    return (await api.open.get<Listed<DemoStaff>>('/public/demo/staff')).items;
  } catch {
    return [];
  }
}

function accept(userName: string, session: SessionView | null): void {
  if (session) signedIn(userName, session);
}

/** What is asked next: the second factor, or at the first sign-in a password of one's own with a new second factor. */
export interface NextStep { challenge: string; enrolment: StaffEnrolmentView | null }

/** Password first. Answers what is asked next, or null when the clerk is in. Throws Refusal. */
export async function offerPassword(userName: string, password: string): Promise<NextStep | null> {
  const answer = await api.open.post<StaffSignInView>('/public/staff/sign-in', { userName, password });
  accept(userName, answer.session);
  return answer.session || answer.challenge === null ? null : { challenge: answer.challenge, enrolment: answer.enrolment };
}

/** The six digits of the authenticator. Throws Refusal. */
export async function offerCode(userName: string, challenge: string, code: string): Promise<void> {
  const answer = await api.open.post<StaffSignInView>('/public/staff/second-factor', { challenge, code });
  accept(userName, answer.session);
}

/** The first sign-in: both of one's own. Throws Refusal. */
export async function offerEnrolment(userName: string, challenge: string, password: string, code: string): Promise<void> {
  const answer = await api.open.post<StaffSignInView>('/public/staff/enrolment', { challenge, password, code });
  accept(userName, answer.session);
}
