import { halfWidth } from './half-width.ts';
import { allow, refuse } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Half-width, without spaces, dashes or the country code 86. */
export const normalisePhone = (text: string): string => halfWidth(text).replace(/[\s-]/g, '').replace(/^(\+86|0086)/, '');

/** A mainland mobile number, normalised. Codes: PHONE_MISSING, PHONE_FORMAT. */
export function checkPhone(text: string): Verdict<string> {
  const phone = normalisePhone(text);
  if (phone === '') return refuse('PHONE_MISSING', '请填写手机号码，方便我们通知您。');
  if (!/^1[3-9]\d{9}$/.test(phone)) return refuse('PHONE_FORMAT', '手机号码应为 1 开头的 11 位数字，请检查。');
  return allow(phone);
}
