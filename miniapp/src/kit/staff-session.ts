import Taro from '@tarojs/taro';
import type { Problem, SessionView, StaffSignInView } from '@hall/shared/api/views';
import { now } from './clock.ts';
import { forgetWhere, keep, recall } from './storage.ts';
import { send, type Reply } from './transport.ts';
import { forgetUnsent } from './unsent.ts';

/**
 * The session of a member of staff on their own phone, beside whatever session they have as a resident. Everything below
 * `/staff/` is asked with it. Inside WeChat it renews itself: it is short, and a bound WeChat gets another without a word.
 * A browser has the ordinary session of a password and a second factor, and has to ask when it ends.
 */
const MARGIN = 60_000;
const SHELF = 'staff-session';

let session: SessionView | null | undefined;
let opening: Promise<string | null> | null = null;
let refusal: Problem | null = null;

export function currentStaffSession(): SessionView | null {
  if (session === undefined) session = recall<SessionView>('phone', SHELF);
  return session;
}

/** Whose words and lists of the staff's this phone holds: never a resident's account, and each colleague's apart. */
export const staffAccount = (): string => `staff:${currentStaffSession()?.accountId ?? ''}`;

export function openStaffSession(next: SessionView): string {
  if (currentStaffSession()?.accountId !== next.accountId) forgetStates();
  session = next;
  refusal = null;
  keep('phone', SHELF, next);
  return next.token;
}

/** Forgets the session on this phone and what was read in it. A bound WeChat opens another at the next question, so tell the server too when somebody leaves. */
export function closeStaffSession(): void {
  session = null;
  keep('phone', SHELF, null);
  forgetStates();
}

/** Somebody leaves for good: what they wrote and did not send goes too. */
export function leaveStaffSession(): void {
  forgetUnsent(staffAccount());
  closeStaffSession();
}

const forgetStates = (): void => forgetWhere('person', (key) => key.startsWith('state:staff:'));

/** Why the last silent sign-in was refused, for example `STAFF_WECHAT_NOT_BOUND`; null when none was. */
export const staffRefusal = (): Problem | null => refusal;

/**
 * A token worth sending, or null when the person has to bind or sign in first. At most one sign-in is under way.
 * @param refused the token the server has just refused, if any
 */
export async function usableStaffToken(refused?: string): Promise<string | null> {
  const have = currentStaffSession();
  if (have && have.token !== refused && have.expiresAt - MARGIN > now()) return have.token;
  opening ??= renew(have).finally(() => { opening = null; });
  return opening;
}

async function renew(old: SessionView | null): Promise<string | null> {
  const reply = process.env.TARO_ENV === 'weapp' ? await withLoginCode('/public/staff/wechat-sign-in', {}) : null;
  if (reply?.status === 200) return openStaffSession(reply.body as SessionView);
  // No answer proves nothing about the session: let the request itself fail and be retried.
  if (reply && (reply.status === 0 || reply.status >= 500)) return old?.token ?? null;
  if (reply) refusal = reply.body as Problem;
  closeStaffSession();
  return null;
}

async function withLoginCode(path: string, body: object): Promise<Reply> {
  try {
    const { code } = await Taro.login();
    return await send({ method: 'POST', path, body: { ...body, code } });
  } catch {
    return { status: 0, body: null };
  }
}

export interface StaffProof { userName: string; password: string; secondFactor: string }

/**
 * Inside WeChat ties this WeChat to the account; in a browser signs in. Both take the password and the second factor.
 * @returns the refusal, or null when the session is open
 */
export async function proveStaff(proof: StaffProof): Promise<Reply | null> {
  if (process.env.TARO_ENV === 'weapp') return taken(await withLoginCode('/public/staff/wechat-binding', proof));
  const first = await send({ method: 'POST', path: '/public/staff/sign-in', body: { userName: proof.userName, password: proof.password } });
  const answer = first.body as StaffSignInView;
  if (first.status !== 200 || answer.session) return taken(first.status === 200 ? { status: 200, body: answer.session } : first);
  const second = await send({ method: 'POST', path: '/public/staff/second-factor', body: { challenge: answer.challenge, code: proof.secondFactor } });
  return taken(second.status === 200 ? { status: 200, body: (second.body as StaffSignInView).session } : second);
}

function taken(reply: Reply): Reply | null {
  if (reply.status !== 200) return reply;
  openStaffSession(reply.body as SessionView);
  return null;
}
