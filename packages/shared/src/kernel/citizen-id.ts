import { isDay } from './day.ts';
import type { Day } from './day.ts';
import { halfWidth } from './half-width.ts';
import { allow, refuse } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** GB 11643-1999: weights of the first 17 digits and the check characters they index, modulo 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';
export type Sex = 'male' | 'female';

/** As people type it → as it is stored: half-width, without spaces, upper-case X. */
export const normaliseCitizenId = (text: string): string => halfWidth(text).replace(/\s/g, '').toUpperCase();

/** The check character that belongs to the first 17 digits. */
export const checkCharacterOf = (first17: string): string =>
  CHECK_CHARACTERS.charAt(WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(first17.charAt(index)), 0) % 11);

/**
 * A citizen's ID number by GB 11643-1999, normalised when it holds. The first six digits are where it was first issued,
 * so no region is required of them. Codes: CITIZEN_ID_MISSING, _LENGTH, _CHARACTERS, _DATE, _FUTURE, _CHECKSUM.
 */
export function checkCitizenId(text: string, today: Day): Verdict<string> {
  const id = normaliseCitizenId(text);
  if (id === '') return refuse('CITIZEN_ID_MISSING', '请填写身份证号码。');
  if (id.length === 15) return refuse('CITIZEN_ID_LENGTH', '这是 15 位的旧号码，请填写现在身份证上的 18 位号码。');
  if (id.length !== 18) return refuse('CITIZEN_ID_LENGTH', `身份证号码应为 18 位，现在是 ${id.length} 位，请对照身份证再数一遍。`);
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return refuse('CITIZEN_ID_CHARACTERS', '身份证号码只能是数字，最后一位可以是 X。请看看有没有把数字 0 打成字母 o、数字 1 打成字母 l。');
  const birthDay = birthDayOf(id);
  if (!isDay(birthDay) || birthDay < '1900-01-01') return refuse('CITIZEN_ID_DATE', '身份证号码第 7 到 14 位是出生日期，这个日期不存在，请对照身份证检查。');
  if (birthDay > today) return refuse('CITIZEN_ID_FUTURE', '身份证号码里的出生日期比今天还晚，请对照身份证检查第 7 到 14 位。');
  if (checkCharacterOf(id) !== id.charAt(17)) return refuse('CITIZEN_ID_CHECKSUM', '这个身份证号码不对，多半是有一位打错了，请对照身份证一位一位地看。');
  return allow(id);
}

/** Day of birth written in a normalised number; only meaningful for one that passed `checkCitizenId`. */
export const birthDayOf = (id: string): Day => `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;

export const sexOf = (id: string): Sex => (Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female');

/** Full years 周岁: one more on the birthday itself; someone born on 29 February turns on 1 March in common years. */
export const ageOn = (birthDay: Day, day: Day): number =>
  Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4)) - (day.slice(5) < birthDay.slice(5) ? 1 : 0);
