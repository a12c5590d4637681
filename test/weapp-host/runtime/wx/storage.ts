import { api } from '../convention.ts';
import { ask } from '../outside.ts';

const kept = new Map<string, unknown>();

/** What the phone remembers, from one start of the mini-program to the next. */
export function rememberFrom(storage: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(storage)) kept.set(key, value);
}

const copy = (value: unknown): unknown => (value === undefined ? '' : (JSON.parse(JSON.stringify(value)) as unknown));
const tell = () => void ask('remember', { storage: Object.fromEntries(kept) }).catch(() => undefined);

const get = (key: string): unknown => (kept.has(key) ? copy(kept.get(key)) : '');
function set(key: string, value: unknown): void {
  kept.set(key, copy(value));
  tell();
}
function remove(key: string): void {
  kept.delete(key);
  tell();
}
function clear(): void {
  kept.clear();
  tell();
}
const about = () => ({ keys: [...kept.keys()], currentSize: Math.ceil(JSON.stringify([...kept.values()]).length / 1024), limitSize: 10_240 });

export const storage = {
  getStorageSync: get,
  setStorageSync: set,
  removeStorageSync: remove,
  clearStorageSync: clear,
  getStorageInfoSync: about,
  getStorageInfo: api('getStorageInfo', about),
  getStorage: api('getStorage', ({ key }: { key: string }) => {
    if (!kept.has(key)) throw new Error('data not found');
    return { data: get(key) };
  }),
  setStorage: api('setStorage', ({ key, data }: { key: string; data: unknown }) => set(key, data)),
  removeStorage: api('removeStorage', ({ key }: { key: string }) => remove(key)),
  clearStorage: api('clearStorage', clear),
};
