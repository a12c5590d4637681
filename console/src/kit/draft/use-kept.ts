import { useCallback, useState } from 'react';
import type { Place } from './keeper.ts';
import { forget, keep, kept } from './keeper.ts';

/** A value being typed that outlives a reload until it is sent: the value, its setter, and the forgetting of it. */
export function useKept<T>(name: string, initial: T, place: Place = 'browser'): [T, (value: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => kept<T>(place, name) ?? initial);
  const set = useCallback((next: T) => { setValue(next); keep(place, name, next); }, [name, place]);
  const clear = useCallback(() => { setValue(initial); forget(place, name); }, [initial, name, place]);
  return [value, set, clear];
}
