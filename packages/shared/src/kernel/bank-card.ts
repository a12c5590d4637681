import { halfWidth } from './half-width.ts';
import { allow, refuse } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export const normaliseBankCard = (text: string): string => halfWidth(text).replace(/[\s-]/g, '');

/** Whether the digits satisfy the Luhn sum. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** An account or card number of 12 to 19 digits, normalised. Codes: BANK_CARD_MISSING, BANK_CARD_FORMAT. */
export function checkBankCard(text: string): Verdict<string> {
  const card = normaliseBankCard(text);
  if (card === '') return refuse('BANK_CARD_MISSING', '请填写银行卡号。');
  if (!/^\d{12,19}$/.test(card)) return refuse('BANK_CARD_FORMAT', '银行卡号应为 12 到 19 位数字，请对照卡面检查。');
  return allow(card);
}

/** A sentence when the number fails Luhn. A warning only: passbook accounts and some older cards never satisfied it. */
export const bankCardWarning = (text: string): string | null =>
  checkBankCard(text).ok && !luhnHolds(normaliseBankCard(text)) ? '这个卡号可能有一位打错了，请对照卡面再看一眼；确认无误可以继续。' : null;
