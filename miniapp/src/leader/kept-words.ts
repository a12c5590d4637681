import { useState } from 'react';
import { now } from '../kit/clock.ts';
import { staffAccount } from '../kit/staff-session.ts';
import { keepUnsent, recallUnsent } from '../kit/unsent.ts';

export interface KeptWords {
  words: string;
  write: (words: string) => void;
  /** They were sent: the phone keeps them no longer. */
  sent: () => void;
}

/**
 * What somebody types for one purpose, on this phone until it is sent: a crash, a call or a lost network takes none of it.
 * @param first what stands there when nothing is kept, for instance a draft the hall has
 */
export function useKeptWords(name: string, first = ''): KeptWords {
  const [words, setWords] = useState(() => recallUnsent<string>(staffAccount(), name) ?? first);
  const keep = (text: string) => {
    setWords(text);
    keepUnsent(staffAccount(), name, text === '' ? null : text, now());
  };
  return { words, write: keep, sent: () => { keepUnsent(staffAccount(), name, null, now()); } };
}
