import Taro from '@tarojs/taro';
import type { SessionView } from '@hall/shared/api/views';
import { now } from './clock.ts';
import { forgetPerson, keep, recall } from './storage.ts';
import { forgetOldUnsent, forgetUnsent } from './unsent.ts';
import { send } from './transport.ts';

/** Renew a little before the server would refuse. */
const MARGIN = 60_000;

let session: SessionView | null | undefined;
let opening: Promise<string | null> | null = null;
const listeners = new Set<() => void>();

/** The session kept on this phone, or null. */
export function currentSession(): SessionView | null {
  if (session === undefined) session = recall<SessionView>('person', 'session');
  return session;
}

export const signedIn = (): boolean => currentSession() !== null;

let last: string | null = null;

/** Whose words the pages hold: whoever is signed in or, until somebody signs in again, whoever was when the session ran out. */
export const owner = (): string | null => currentSession()?.accountId ?? last;

/** Calls back whenever someone signs in or out; returns how to stop. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Takes over a session from the server. Someone else's lists leave the phone first; what they wrote and could not send waits for them unseen. */
export function openSession(next: SessionView): void {
  forgetPerson();
  forgetOldUnsent(now());
  adopt(next);
  keep('phone', 'signed-out', null);
}

/**
 * Signs out on this phone. When the person chose so, the phone stays signed out until they ask, and forgets what they
 * had not sent; when the session merely ran out, that waits until they are back.
 */
export function closeSession(chosen: boolean): void {
  const account = owner();
  if (chosen && account !== null) forgetUnsent(account);
  last = chosen ? null : account;
  session = null;
  forgetPerson();
  if (chosen) keep('phone', 'signed-out', true);
  listeners.forEach((tell) => tell());
}

/**
 * A token worth sending, or null when only the person can help (sign in). At most one renewal and one WeChat sign-in
 * is under way at a time, however many pages ask.
 * @param refused the token the server has just refused, if any
 */
export async function usableToken(refused?: string): Promise<string | null> {
  const have = currentSession();
  if (have && have.token !== refused && have.expiresAt - MARGIN > now()) return have.token;
  opening ??= (have ? renew(have) : signInSilently()).finally(() => { opening = null; });
  return opening;
}

async function renew(old: SessionView): Promise<string | null> {
  const reply = await send({ method: 'POST', path: '/public/sign-in/renew', body: { renewalToken: old.renewalToken } });
  if (reply.status === 200 || reply.status === 201) return adopt(reply.body as SessionView);
  // No answer proves nothing about the session: let the request itself fail and be retried.
  if (reply.status === 0 || reply.status >= 500) return old.token;
  closeSession(false);
  return signInSilently();
}

/** Inside WeChat the person is already known; a browser has to ask. */
async function signInSilently(): Promise<string | null> {
  return process.env.TARO_ENV === 'weapp' && !recall('phone', 'signed-out') ? signInWithWechat() : null;
}

/** Asks WeChat who this is. Returns the token, or null when WeChat or the server did not answer. */
export async function signInWithWechat(): Promise<string | null> {
  try {
    const { code } = await Taro.login();
    const reply = await send({ method: 'POST', path: '/public/sign-in/wechat', body: { code } });
    if (reply.status !== 200 && reply.status !== 201) return null;
    openSession(reply.body as SessionView);
    return currentSession()?.token ?? null;
  } catch {
    return null;
  }
}

function adopt(next: SessionView): string {
  session = next;
  keep('person', 'session', next);
  listeners.forEach((tell) => tell());
  return next.token;
}
