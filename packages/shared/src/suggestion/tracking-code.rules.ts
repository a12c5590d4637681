import { halfWidth } from '../kernel/half-width.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';

/** Crockford's base 32: no letter that is taken for a figure or for another letter. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 16 signs of 5 bits: nobody guesses one of 2⁸⁰. */
export const TRACKING_SIGNS = 16;

/**
 * The code by which an anonymous author finds the suggestion again. Whoever writes makes it themselves and keeps it; the
 * server keeps a keyed hash. @param random 16 random bytes, of which 5 bits each are used
 */
export function trackingCodeFrom(random: Uint8Array): string {
  if (random.length < TRACKING_SIGNS) throw new RangeError(`a tracking code takes ${TRACKING_SIGNS} random bytes`);
  return Array.from(random.subarray(0, TRACKING_SIGNS), (byte) => SIGNS[byte & 31]).join('');
}

/** In groups of four, as it is shown and printed. */
export const groupedCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What somebody typed, with the signs they are likely to confuse made one. Code: TRACKING_CODE_INVALID. */
export function readTrackingCode(typed: string): Verdict<string> {
  const code = halfWidth(typed).toUpperCase().replace(/[\s\p{Pd}_.·。]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const good = code.length === TRACKING_SIGNS && Array.from(code).every((sign) => SIGNS.includes(sign));
  return good ? allow(code) : refuse('TRACKING_CODE_INVALID', `查询码是 ${TRACKING_SIGNS} 位字母和数字，请对照着再输入一次。`, 'trackingCode');
}
