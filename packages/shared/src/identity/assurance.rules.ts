import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';

/** How sure the hall is who someone is: signed in by WeChat or phone, has said who they are, was seen with the ID card. */
export type Assurance = 'wechat' | 'phone' | 'declared' | 'verified';
const RANK: Record<Assurance, number> = { wechat: 1, phone: 1, declared: 2, verified: 3 };
export const ASSURANCE_LABELS: Record<Assurance, string> = { wechat: '微信登录', phone: '手机号登录', declared: '已填写身份', verified: '已在窗口核验' };

/** What residents do that depends on it. */
export type ResidentAct = 'book' | 'take-ticket' | 'start-application' | 'submit-application' | 'add-relative' | 'rate' | 'read-records' | 'vote';
/**
 * The least assurance for each act. Booking and waiting need none beyond signing in, as at the counter; what goes under a name needs it said;
 * what shows the hall's records or counts as a vote needs it proved.
 */
export const NEEDED_ASSURANCE: Record<ResidentAct, Assurance> = {
  book: 'wechat', 'take-ticket': 'wechat', 'start-application': 'wechat', rate: 'wechat', 'submit-application': 'declared', 'add-relative': 'declared', 'read-records': 'verified', vote: 'verified',
};

export const atLeast = (assurance: Assurance, needed: Assurance): boolean => RANK[assurance] >= RANK[needed];

/** Codes: IDENTITY_NOT_DECLARED, IDENTITY_NOT_VERIFIED. */
export function mayAct(act: ResidentAct, assurance: Assurance): Verdict {
  const needed = NEEDED_ASSURANCE[act];
  if (atLeast(assurance, needed)) return allow(true);
  return needed === 'verified' ? refuse('IDENTITY_NOT_VERIFIED', '请带身份证到窗口核验一次，以后就能在手机上办。') : refuse('IDENTITY_NOT_DECLARED', '请先填写您的姓名和身份证号码。');
}

/** Assurance only rises; signing in anew by another way never lowers it. */
export const raise = (current: Assurance, reached: Assurance): Assurance => (RANK[reached] > RANK[current] ? reached : current);

/** Declaring is open until the ID was seen; afterwards only a clerk changes who someone is. Code: IDENTITY_ALREADY_VERIFIED. */
export const mayDeclare = (assurance: Assurance): Verdict =>
  assurance === 'verified' ? refuse('IDENTITY_ALREADY_VERIFIED', '您的身份已在窗口核验过，如需更改请带身份证到窗口。') : allow(true);
