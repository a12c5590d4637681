import type { Instant } from '@hall/shared/kernel/day';
import { forgetWhere, keep, recall } from './storage.ts';

/** After this long nobody comes back for it, and it leaves the phone. */
const KEPT_FOR = 14 * 86_400_000;

interface Unsent<T> { words: T; at: Instant }

/**
 * What a person wrote and the hall does not have yet. It outlives their session, and only they see it again: every
 * entry is named after their account, or after the tracking code of what they say without a name.
 */
export const recallUnsent = <T>(account: string, name: string): T | null => recall<Unsent<T>>('unsent', `${account}:${name}`)?.words ?? null;

/** Keeps what is unsent; null once it has been sent. */
export const keepUnsent = (account: string, name: string, words: unknown, at: Instant): boolean =>
  keep('unsent', `${account}:${name}`, words === null ? null : { words, at });

/** Forgets everything unsent of one account. */
export const forgetUnsent = (account: string): void => forgetWhere('unsent', (key) => key.startsWith(`${account}:`));

/** Forgets, whoever wrote it, what has waited too long. */
export const forgetOldUnsent = (now: Instant): void => forgetWhere('unsent', (key) => (recall<Unsent<unknown>>('unsent', key)?.at ?? 0) < now - KEPT_FOR);
