import Taro from '@tarojs/taro';

/** What belongs to a person is cleared when their session ends; what they have not sent yet waits for them; what belongs to the phone stays. */
export type Shelf = 'person' | 'unsent' | 'phone';

const name = (shelf: Shelf, key: string) => `hall:${shelf}:${key}`;

/** Reads what was kept, or null; a full or forbidden storage is no reason to fail. */
export function recall<T>(shelf: Shelf, key: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(name(shelf, key));
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null;
  } catch {
    return null;
  }
}

/** Keeps a value; null forgets it. Returns whether the phone took it. */
export function keep(shelf: Shelf, key: string, value: unknown): boolean {
  try {
    if (value === null || value === undefined) Taro.removeStorageSync(name(shelf, key));
    else Taro.setStorageSync(name(shelf, key), JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Forgets everything that belongs to the person. */
export const forgetPerson = (): void => forgetWhere('person', () => true);

/** Forgets what a shelf holds under the keys chosen. */
export function forgetWhere(shelf: Shelf, chosen: (key: string) => boolean): void {
  const beginning = name(shelf, '');
  try {
    for (const key of Taro.getStorageInfoSync().keys ?? []) if (key.startsWith(beginning) && chosen(key.slice(beginning.length))) Taro.removeStorageSync(key);
  } catch {
    // A storage that cannot be listed cannot be cleared; the token in memory is gone all the same.
  }
}
