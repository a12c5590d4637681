import { monthOf } from '../commitment/figures.rules.ts';
import type { Day } from '../kernel/day.ts';
import type { FieldProblem } from '../kernel/verdict.ts';

/** A month as `YYYY-MM`. */
export type Month = string;
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Everything a formula weighs is given in thousandths, so that no program rounds another way. */
export const WHOLE = 1_000;

/** `part` of `all` in thousandths, rounded down; of nothing, nothing. */
export const share = (part: number, all: number): number => (all === 0 ? 0 : Math.floor((part * WHOLE) / all));

/** The formula of a month: of those that begin no later the latest, and of several that begin together the last that was published. */
export function formulaFor<F extends { from: Month }>(published: readonly F[], month: Month): F | null {
  return published.reduce<F | null>((found, each) => (each.from <= month && (found === null || each.from >= found.from) ? each : found), null);
}

/** Whoever knows a month's results must not choose how they are counted: a formula begins in a month that has not begun. */
export const beginsInTime = (from: Month, today: Day): boolean => isMonth(from) && from > monthOf(today);

/** Points in thousandths weighed together: between 0 and one million. */
export const weighed = <K extends string>(weights: Readonly<Record<K, number>>, points: Readonly<Record<K, number>>): number => (Object.keys(weights) as K[]).reduce((sum, each) => sum + weights[each] * points[each], 0);

/** A score as people read it: `86.4`. Rounded down. */
export const scoreWords = (score: number): string => (Math.floor(score / 1_000) / 10).toFixed(1);

export function weightProblems<K extends string>(weights: Readonly<Record<K, number>>): FieldProblem[] {
  const all = Object.entries<number>(weights);
  const bad = all.filter(([, weight]) => !Number.isInteger(weight) || weight < 0 || weight > WHOLE).map(([name]) => ({ path: `weights.${name}`, code: 'WEIGHT_INVALID', message: '填 0 到 100 分，最多一位小数' }));
  const sum = all.reduce((total, [, weight]) => total + weight, 0);
  return bad.length === 0 && sum !== WHOLE ? [{ path: 'weights', code: 'WEIGHTS_NOT_WHOLE', message: `各项合起来应是 100 分，现在是 ${sum / 10} 分` }] : bad;
}
