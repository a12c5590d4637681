import { useCallback, useEffect, useRef, useState } from 'react';
import { now } from './clock.ts';
import { onSessionChange, owner } from './session.ts';
import { keepUnsent, recallUnsent } from './unsent.ts';

export interface Kept<T> {
  value: T;
  set: (value: T) => void;
  /** It has reached the hall: the phone keeps it no longer. */
  sent: () => void;
}

/** What this account has under this name, over what a page begins with. */
export const recallFilled = <T extends object>(account: string | null, name: string | null, first: T): T => ({ ...first, ...(account === null || name === null ? null : recallUnsent<Partial<T>>(account, name)) });

/** Keeps it under the account; what says no more than the page began with is forgotten. */
export function keepFilled<T extends object>(account: string | null, name: string | null, value: T, first: T): void {
  if (account !== null && name !== null) keepUnsent(account, name, JSON.stringify(value) === JSON.stringify(first) ? null : value, now());
}

/**
 * What a resident fills in on one page, on this phone until it is sent: a reload, a call or a dead battery takes none of
 * it. It is the account's: whoever signs in next on this phone finds their own.
 * @param name null where nothing may be kept, for instance when nobody is known
 * @param first what stands there before anything is filled in; the same object each time
 */
export function useKept<T extends object>(name: string | null, first: T): Kept<T> {
  const [value, setValue] = useState(() => recallFilled(owner(), name, first));
  const whose = useRef(owner());
  const set = useCallback((next: T) => {
    setValue(next);
    keepFilled(owner(), name, next, first);
  }, [name, first]);
  const sent = useCallback(() => set(first), [set, first]);
  useEffect(() => onSessionChange(() => {
    if (whose.current !== null && owner() !== whose.current) setValue(recallFilled(owner(), name, first));
    whose.current = owner();
  }), [name, first]);
  return { value, set, sent };
}
