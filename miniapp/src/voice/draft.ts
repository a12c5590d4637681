import { SUGGESTION_LIMITS, suggestionProblems, type SuggestionIdentity, type SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import type { Instant } from '@hall/shared/kernel/day';
import { copy } from '../kit/copy/voice.ts';

/** A picture the hall has already: by its id under an account, by its token for somebody without a name. */
export interface DraftPicture { ref: string; at: Instant }

/** What stands in for a name: made on this phone, kept before it is sent, so that no lost answer loses it. */
export interface Secret { nonce: string; code: string }

export interface Draft {
  identity: SuggestionIdentity | null;
  topic: SuggestionTopic | null;
  text: string;
  wishesPublic: boolean | null;
  pictures: DraftPicture[];
  /** Of an anonymous one that was sent and whose answer may have been lost. */
  secret: Secret | null;
  /** Of a named one that was sent: its key and what went out under it. */
  sent: { key: string; words: string } | null;
}

export const EMPTY: Draft = { identity: null, topic: null, text: '', wishesPublic: null, pictures: [], secret: null, sent: null };

/** The hall throws away what was uploaded and not handed in; an hour before that it is no longer offered. */
const PICTURES_LAST = 23 * 3_600_000;

export const isEmpty = (draft: Draft): boolean => draft.text.trim() === '' && draft.pictures.length === 0 && draft.topic === null;

/** The draft as it is still good now: pictures the hall no longer has are left out. */
export function stillGood(draft: Draft, now: Instant): { draft: Draft; expired: number } {
  const pictures = draft.pictures.filter(({ at }) => at > now - PICTURES_LAST);
  return { draft: pictures.length === draft.pictures.length ? draft : { ...draft, pictures }, expired: draft.pictures.length - pictures.length };
}

/** Another way of saying it: pictures belong to the way they were uploaded, and so does what was sent. */
export const withIdentity = (draft: Draft, identity: SuggestionIdentity): Draft => (draft.identity === identity ? draft : { ...draft, identity, pictures: [], sent: null, secret: null });

/** A picture that has arrived; one that was under way when the person chose otherwise belongs to nothing. */
export function withPicture(draft: Draft, identity: SuggestionIdentity, picture: DraftPicture): Draft {
  if (draft.identity !== identity || draft.pictures.length >= SUGGESTION_LIMITS.pictures) return draft;
  return { ...draft, pictures: [...draft.pictures, picture] };
}

export type Question = 'identity' | 'topic' | 'text' | 'pictures' | 'wishesPublic';

/** What is still missing, a sentence for each question. @param underWay pictures not uploaded yet */
export function problemsOf(draft: Draft, underWay = 0): Partial<Record<Question, string>> {
  const found = suggestionProblems({ topic: draft.topic ?? ('' as SuggestionTopic), text: draft.text, wishesPublic: draft.wishesPublic === true, pictures: draft.pictures.length });
  const of = (path: string) => found.find((problem) => problem.path === path)?.message;
  const sentences: [Question, string | undefined][] = [
    ['identity', draft.identity === null ? copy.write.missing.who : undefined], ['topic', of('topic')], ['text', of('text')],
    ['pictures', underWay > 0 ? copy.write.missing.pictures : of('pictureIds')], ['wishesPublic', draft.wishesPublic === null ? copy.write.missing.seen : undefined],
  ];
  return Object.fromEntries(sentences.filter(([, sentence]) => sentence !== undefined));
}

/** What every suggestion carries, by name or without one. */
export const wordsOf = (draft: Draft) => ({ topic: draft.topic!, text: draft.text.trim(), wishesPublic: draft.wishesPublic === true });
