import { allow, refuse } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Money is a whole number of fen; sums are exact and only text knows about yuan. */
export type Fen = number;

/** `123400` → `1,234`; `123450` → `1,234.50`. */
export function yuanText(fen: Fen): string {
  const whole = Math.trunc(Math.abs(fen) / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = Math.abs(fen) % 100;
  return `${fen < 0 ? '-' : ''}${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

/** Yuan as typed, commas allowed, to fen. Code: MONEY_FORMAT. */
export function fenFromYuanText(text: string): Verdict<Fen> {
  const plain = text.trim().replace(/,/g, '');
  if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) return refuse('MONEY_FORMAT', '金额请写成数字，最多两位小数，例如 400 或 31.50。');
  const [whole = '0', rest = ''] = plain.split('.');
  return allow(Number(whole) * 100 + Number(rest.padEnd(2, '0')));
}

/** Whole or fractional yuan to fen, half a fen rounded away from zero. */
export const fenOfYuan = (yuan: number): Fen => Math.sign(yuan) * Math.round(Number(`${Math.abs(yuan).toFixed(6)}e2`));
