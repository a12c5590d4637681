import { redact, SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { partsOf } from './suggestion.view.ts';

/** What in a text looks as if it could name somebody: what `redact` would take out. */
export const hiddenIn = (text: string): string[] => partsOf(text, redact(text)).filter((part) => part.hidden).map((part) => part.text);

/** A wording being typed, and the public wording it was begun from. */
export interface TypedWording { text: string; base: string | null }

/** What a colleague has saved since it was begun; null when nobody has, or the same. */
export const theirWording = (typed: TypedWording | null, saved: string | null): string | null =>
  (typed === null || saved === null || saved === typed.base || saved === typed.text.trim() ? null : saved);

export const lengthOf = (text: string): number => Array.from(text.trim()).length;

/** Whether a public wording may stand for itself: long enough to say something, no longer than what is read through. */
export const isWhole = (text: string): boolean => lengthOf(text) >= SUGGESTION_LIMITS.least && lengthOf(text) <= SUGGESTION_LIMITS.most;
