import { session } from '../session/session.store.ts';

/**
 * Where unsent words are kept. `browser` outlives a crash and is for what staff write themselves; `tab` ends with the tab
 * and is for what holds a resident's words.
 */
export type Place = 'browser' | 'tab';

const storeOf = (place: Place): Storage => (place === 'browser' ? localStorage : sessionStorage);
/** Each under its writer: whoever signs in next at the same desk does not find them. */
const keyOf = (name: string): string => `hall.console.draft.${session.get().userName}.${name}`;

/** A full or forbidden store loses the safety net, never the page. */
export function keep(place: Place, name: string, value: unknown): void {
  try {
    storeOf(place).setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // What is typed still stands on the page.
  }
}

export const forget = (place: Place, name: string): void => storeOf(place).removeItem(keyOf(name));

export function kept<T>(place: Place, name: string): T | null {
  try {
    return JSON.parse(storeOf(place).getItem(keyOf(name)) ?? 'null') as T | null;
  } catch {
    return null;
  }
}
