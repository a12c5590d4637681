import type { SessionView, StaffSignInView } from '@hall/shared/api/views';
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

/** Password first. Answers the challenge of the second factor, or null when the clerk is in. Throws Refusal. */
export async function offerPassword(userName: string, password: string): Promise<string | null> {
  const answer = await api.open.post<StaffSignInView>('/public/staff/sign-in', { userName, password });
  accept(userName, answer.session);
  return answer.session ? null : answer.challenge;
}

/** The six digits of the authenticator. Throws Refusal. */
export async function offerCode(userName: string, challenge: string, code: string): Promise<void> {
  const answer = await api.open.post<StaffSignInView>('/public/staff/second-factor', { challenge, code });
  accept(userName, answer.session);
}
