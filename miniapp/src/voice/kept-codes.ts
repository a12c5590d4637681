import type { Day } from '@hall/shared/kernel/day';
import type { SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { newKey } from '../kit/intent.ts';
import { keep, recall } from '../kit/storage.ts';
import { forgetUnsent } from '../kit/unsent.ts';

/**
 * A tracking code on this phone. `id` stands for it in addresses of pages: the code itself never stands in one. `sure`:
 * the hall has said that it has the suggestion.
 */
export interface KeptCode { id: string; code: string; topic: SuggestionTopic; on: Day; sure: boolean }

const NAME = 'suggestion-codes';

/** The newest first. They belong to the phone, not to an account: signing out leaves them, and so does signing in as somebody else. */
export const keptCodes = (): KeptCode[] => recall<KeptCode[]>('phone', NAME) ?? [];

export const keptCode = (id: string): KeptCode | null => keptCodes().find((kept) => kept.id === id) ?? null;

/** Keeps a code before it is sent; the same one twice stays one. @returns null when the phone has no room */
export function keepCode(code: string, topic: SuggestionTopic, on: Day): KeptCode | null {
  const known = keptCodes().find((kept) => kept.code === code);
  if (known) return known;
  const kept: KeptCode = { id: newKey(), code, topic, on, sure: false };
  return keep('phone', NAME, [kept, ...keptCodes()]) ? kept : null;
}

/** The hall has it. */
export function assureCode(id: string): void {
  if (keptCode(id)?.sure === false) keep('phone', NAME, keptCodes().map((kept) => (kept.id === id ? { ...kept, sure: true } : kept)));
}

/** Under which name this phone keeps what was typed for a code and not sent: the code's own, never an account's. */
export const sessionOf = (id: string): string => `code-${id}`;

/** Under which name a page keeps the last state it saw. */
export const stateOf = (id: string): string => `tracked:${id}`;

/** Takes a code and everything read or typed with it from this phone. */
export function forgetCode(id: string): void {
  const left = keptCodes().filter((kept) => kept.id !== id);
  keep('phone', NAME, left.length === 0 ? null : left);
  keep('person', `state:${stateOf(id)}`, null);
  forgetUnsent(sessionOf(id));
}
