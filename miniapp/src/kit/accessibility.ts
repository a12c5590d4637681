import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { keep, recall } from './storage.ts';

/** The elder mode belongs to the phone: it is there before anyone signs in, and stays after they sign out. */
let elder: boolean | null = null;
const listeners = new Set<() => void>();

export function elderMode(): boolean {
  elder ??= recall<boolean>('phone', 'elder') ?? false;
  return elder;
}

export function setElderMode(on: boolean): void {
  elder = on;
  keep('phone', 'elder', on);
  listeners.forEach((tell) => tell());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useElderMode = (): boolean => useSyncExternalStore(subscribe, elderMode);

/** How much larger than usual this person has set the letters of WeChat, 1 elsewhere; capped so that a page stays a page. */
let scale: number | null = null;
export function letterScale(): number {
  if (process.env.TARO_ENV === 'weapp') {
    if (scale === null) {
      const { fontSizeSetting: size = 17 } = Taro.getAppBaseInfo() as { fontSizeSetting?: number };
      scale = Math.min(1.3, Math.max(1, Math.round((size / 17) * 100) / 100));
    }
    return scale;
  }
  return 1;
}

/** The attributes that tell a screen reader what a box is; the two platforms name them differently. */
export function spoken(role: 'button' | 'radio' | 'checkbox' | 'alert' | 'heading' | 'switch' | 'img', label?: string, checked?: boolean): Record<string, string | number | boolean> {
  const word = label === undefined ? {} : { 'aria-label': label };
  if (process.env.TARO_ENV === 'weapp') return { 'aria-role': role, ...word };
  const tappable = role === 'alert' || role === 'heading' || role === 'img' ? {} : { tabIndex: 0 };
  return { role, ...tappable, ...word, ...(checked === undefined ? {} : { 'aria-checked': checked }) };
}
