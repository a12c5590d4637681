import { checkPhone } from '@hall/shared/kernel/phone';
import { copy } from '../../kit/copy/account.ts';

/** The number to send a code to, or the sentence to show beside the field. */
export function phoneOf(text: string): { phone: string } | { error: string } {
  const verdict = checkPhone(text);
  return verdict.ok ? { phone: verdict.value } : { error: copy.signIn.wrongPhone };
}

/** The digits of a code as typed or pasted from the message. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, 6);

/** The code inside the latest demonstration message to a number, for people who try the hall without a telephone. */
export function demoMessage(messages: readonly { phone: string; text: string; at: number }[], phone: string): string | null {
  const mine = messages.filter((message) => message.phone === phone).sort((a, b) => b.at - a.at);
  return mine[0]?.text ?? null;
}
