import { now } from './clock.ts';
import { keep, recall } from './storage.ts';

/** After a new version was put up, a page of the old one may ask for a part that is gone. */
const PART_MISSING = /Loading (CSS )?chunk/;
const PATIENCE = 30_000;

/** In a browser: fetches the page anew when a part of it cannot be loaded; not more than once in half a minute. */
export function renewWhenPartMissing(): void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('unhandledrejection', ({ reason }) => {
      const last = recall<number>('phone', 'renewed') ?? 0;
      if (!PART_MISSING.test(String((reason as Error | undefined)?.message)) || now() - last < PATIENCE) return;
      keep('phone', 'renewed', now());
      location.reload();
    });
  }
}
