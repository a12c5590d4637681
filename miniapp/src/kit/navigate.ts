import Taro from '@tarojs/taro';

const TABS = ['/tabs/home/index', '/tabs/visit/index', '/tabs/services/index', '/tabs/mine/index'];

/** Where a path with its query leads; values are encoded, absent ones left out. */
export function to(path: string, query: Record<string, string | undefined> = {}): string {
  const words = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`]));
  return words.length === 0 ? path : `${path}?${words.join('&')}`;
}

let opening = false;
const arrived = () => { opening = false; };

/** Opens a page; a tab is switched to. Two taps of a trembling hand are one wish: while a page opens no other does. */
export function go(url: string): void {
  if (opening) return;
  opening = true;
  void (TABS.includes(url.split('?')[0] ?? '') ? Taro.switchTab({ url }) : Taro.navigateTo({ url })).then(arrived, arrived);
}

/** Opens a page in place of this one, so that "back" does not return to a step already taken. */
export function replace(url: string): void {
  if (TABS.includes(url.split('?')[0] ?? '')) void Taro.switchTab({ url });
  else void Taro.redirectTo({ url });
}

/** Opens a page with nothing behind it, because the steps that led to it are done: "back" leads home. */
export const settleAt = (url: string): void => { void Taro.reLaunch({ url }); };

/** One page back, or home when this page was opened from outside. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/tabs/home/index' });
}

/** Back to the step before, which is either the page behind this one or, for someone who came in half-way, not open yet. */
export function backTo(url: string): void {
  const pages = Taro.getCurrentPages();
  const behind = pages[pages.length - 2];
  if ((behind?.route ?? behind?.path ?? '').includes((url.split('?')[0] ?? '').slice(1))) void Taro.navigateBack();
  else replace(url);
}

export const callPhone = (phoneNumber: string): void => { void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined); };
