import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** So much of the page stays in sight above what is shown: inside WeChat there is no “in the middle”. */
const ABOVE = 160;

/**
 * Brings the first box that matches before the eyes, once the page has been drawn anew. A button in the foot of a long
 * page is tapped far from the question that lacks an answer; without this the tap would seem to do nothing.
 */
export function showFirst(selector: string): void {
  Taro.nextTick(() => {
    // Pages left behind stay in the browser's document; Taro's own way would find theirs.
    if (process.env.TARO_ENV === 'h5') firstShown(selector)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    else void Taro.pageScrollTo({ selector, offsetTop: -ABOVE, duration: 200 }).catch(() => undefined);
  });
}

/** The sentence beside the first question whose answer is missing or wrong; a long list of answers may stand above it. */
export const showFirstWrong = (): void => showFirst('.field--wrong .field__error');

/** Back to the beginning of the page, where what has just happened is said. */
export function showTop(): void {
  Taro.nextTick(() => { void Taro.pageScrollTo({ scrollTop: 0, duration: 200 }).catch(() => undefined); });
}

const firstShown = (selector: string): Element | undefined => Array.from(document.querySelectorAll(selector)).find((box) => box.getClientRects().length > 0);

/** Shows what went wrong with the last step as soon as it is known. */
export function useTroubleShown(error: unknown): void {
  useEffect(() => { if (error) showFirst('#trouble'); }, [error]);
}
