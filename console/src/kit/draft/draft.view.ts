/** What the server holds: its words and their version; null while it holds none. */
export interface Held<T> { value: T; version: number | null }
/** What was typed and is not on the server yet, with the version it was begun from. */
export interface Kept<T> { value: T; base: number | null }
/** What an editor opens on. `theirs`: what somebody else wrote meanwhile, so that a person decides between the two. */
export interface Opening<T> { value: T; unsaved: boolean; theirs: T | null }

export type DraftPhase = 'saved' | 'typing' | 'lost' | 'conflict' | 'refused';

/**
 * Whether what the page was told is a colleague's later writing. A page that has not looked again since holds what was there
 * before this editor saved: an older copy, that must never take away what was typed. @param before the version it held when it last told; `known`: the one this editor saved or read
 */
export function isNews(told: number | null, before: number | null, known: number | null): boolean {
  return told !== before && told !== known && (told === null || known === null || told > known);
}

/** Words left behind by a crash are taken up where nobody has written since; else both stand side by side. */
export function openOn<T>(kept: Kept<T> | null, held: Held<T>, same: (a: T, b: T) => boolean): Opening<T> {
  if (kept === null || same(kept.value, held.value)) return { value: held.value, unsaved: false, theirs: null };
  return { value: kept.value, unsaved: true, theirs: kept.base === held.version ? null : held.value };
}

/**
 * What to do when the server holds another version than expected: nothing, when it holds what is typed; `save` on top, when the
 * words are still those this editor knew; `ask`, when somebody else wrote other words.
 */
export function afterStale<T>(typed: T, known: T, fresh: T, same: (a: T, b: T) => boolean): 'nothing' | 'save' | 'ask' {
  if (same(typed, fresh)) return 'nothing';
  return same(known, fresh) ? 'save' : 'ask';
}
