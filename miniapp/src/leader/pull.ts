import Taro, { usePullDownRefresh } from '@tarojs/taro';

/** A pull at the top of the page asks again. */
export function usePull(reload: () => Promise<void>): void {
  usePullDownRefresh(() => { void reload().finally(() => Taro.stopPullDownRefresh()); });
}
