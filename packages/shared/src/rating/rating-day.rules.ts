import { tell } from './published-figures.rules.ts';
import type { ToldShare } from './published-figures.rules.ts';

/** Today's ratings are told in steps of so many: whoever looks after each one could otherwise read it off. */
export const STEP_TOLD = 5;

/** What of a day's ratings may be told while the day goes on. `counted` is 0 while there are too few. */
export interface DayShare { counted: number; good: ToldShare }

const NOTHING: ToldShare = { n: null, nMost: null, low: null, high: null };

/**
 * The share of good ratings among the first five, ten, fifteen … of the day; what came since waits for the next step.
 * @param levels in the order they were given
 */
export function dayShare(levels: readonly number[]): DayShare {
  const counted = levels.length - (levels.length % STEP_TOLD);
  if (counted === 0) return { counted, good: NOTHING };
  const told = tell(levels.slice(0, counted).filter((level) => level <= 2).length, counted);
  return { counted, good: told === null ? { ...NOTHING, n: counted } : { n: counted, nMost: null, low: 1 - told.high / counted, high: 1 - told.low / counted } };
}
