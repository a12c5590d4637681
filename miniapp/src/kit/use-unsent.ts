import { useState } from 'react';
import { now } from './clock.ts';
import { keepUnsent, recallUnsent } from './unsent.ts';

export interface UnsentWords {
  words: string;
  write: (words: string) => void;
  /** The hall has them: the phone keeps them no longer. */
  sent: () => void;
}

/**
 * What somebody types for one purpose, on this phone until the hall has it: a call, a crash or a lost network takes none of it.
 * @param whose the account, or the session of a tracking code; null when nothing may stay on this phone, then it lives as long as the page
 */
export function useUnsent(whose: string | null, name: string): UnsentWords {
  const [words, setWords] = useState(() => (whose === null ? '' : recallUnsent<string>(whose, name) ?? ''));
  const keep = (text: string) => { if (whose !== null) keepUnsent(whose, name, text.trim() === '' ? null : text, now()); };
  return { words, write: (text) => { setWords(text); keep(text); }, sent: () => { setWords(''); keep(''); } };
}
