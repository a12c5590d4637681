import { DAY_LENGTH, MINUTE, addDays, dayOf } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import type { DisputeState } from './commitment.moves.ts';
import type { CommitmentRule } from './commitment.rules.ts';
import { settledAt } from './fulfilment.rules.ts';
import type { Fulfilment } from './fulfilment.rules.ts';
import { LEAST_JUDGED } from './rate-words.rules.ts';

/** A month `YYYY-MM`, or the ninety days that end on the day of the figure. */
export type FigurePeriod = string;
export const LAST_NINETY_DAYS: FigurePeriod = 'last-90-days';
const NINETY = 90;

/** How long they took, in steps; the last step counts those still not done when time ran out. */
const STEPS: Record<CommitmentRule['clock'], readonly number[]> = { minutes: [0.25, 0.5, 0.75, 1, 1.5, 2], 'working-days': [0, 1, 3, 7, 14, 30] };
export const SPREAD_LABELS: Record<CommitmentRule['clock'], readonly string[]> = {
  minutes: ['时限的 1/4 以内', '时限的 1/4 到一半', '时限的一半到 3/4', '时限的 3/4 到满', '超出一半以内', '超出一倍以内', '更久', '到时未办结'],
  'working-days': ['当天', '1 天', '2–3 天', '4–7 天', '8–14 天', '15–30 天', '更久', '到时未办结'],
};
export const SPREAD_STEPS = 8;

/** Which step it falls in. Days are counted as calendar days, because that is what people wait. */
export function spreadStep(rule: Pick<CommitmentRule, 'clock' | 'limit'>, { took }: Pick<Fulfilment, 'took'>): number {
  if (took === null) return SPREAD_STEPS - 1;
  const measured = rule.clock === 'minutes' ? took / (rule.limit * MINUTE) : took / DAY_LENGTH;
  const at = STEPS[rule.clock].findIndex((most) => measured <= most);
  return at === -1 ? SPREAD_STEPS - 2 : at;
}

/** `disputed` of those counted are doubted by who was served, and of these somebody else found `upheld` to be recorded wrongly: they stand beside the outcome and change none. Of those judged, the clock stood still in `paused`: whoever put visits aside to win time is seen to. */
export interface Counts { met: number; broken: number; ended: number; excluded: number; disputed: number; upheld: number; paused: number; spread: readonly number[] }
export const NO_COUNTS: Counts = { met: 0, broken: 0, ended: 0, excluded: 0, disputed: 0, upheld: 0, paused: 0, spread: new Array<number>(SPREAD_STEPS).fill(0) };

export const addCounts = (a: Counts, b: Counts, times = 1): Counts => ({
  met: a.met + times * b.met, broken: a.broken + times * b.broken, ended: a.ended + times * b.ended, excluded: a.excluded + times * b.excluded, disputed: a.disputed + times * b.disputed, upheld: a.upheld + times * b.upheld, paused: a.paused + times * b.paused, spread: a.spread.map((count, at) => count + times * b.spread[at]!),
});

/** Whether the clock stood still meanwhile: then it was due later than the limit alone says. */
const wasPaused = ({ clock, limit }: CommitmentRule, { openedAt, dueAt }: Fulfilment): boolean => clock === 'minutes' && dueAt !== null && dueAt > openedAt + limit * MINUTE;

/** What one fulfilment counts as, and on which day; null while its outcome does not stand. What was done before it was due counts on the day it was done. */
export function countOf(rule: CommitmentRule, found: Fulfilment, excluded: boolean, dispute: DisputeState | null = null): { day: Day; counts: Counts } | null {
  const settled = settledAt(found);
  if (settled === null) return null;
  const day = dayOf(settled);
  const doubted: Counts = { ...NO_COUNTS, disputed: dispute === null ? 0 : 1, upheld: dispute === 'upheld' ? 1 : 0 };
  if (excluded) return { day, counts: { ...doubted, excluded: 1 } };
  const broken = found.dueAt !== null && (found.closedAt ?? found.endedAt ?? Infinity) > found.dueAt;
  if (!broken && found.closedAt === null) return { day, counts: { ...doubted, ended: 1 } };
  const spread = NO_COUNTS.spread.map((none, at) => (at === spreadStep(rule, found) ? 1 : none));
  return { day, counts: { ...doubted, met: broken ? 0 : 1, broken: broken ? 1 : 0, paused: wasPaused(rule, found) ? 1 : 0, spread } };
}

/** Kept, of those judged, in thousandths, rounded down so that nothing short of all looks like all. Null below {@link LEAST_JUDGED}. */
export const rateOf = ({ met, broken }: Pick<Counts, 'met' | 'broken'>): number | null => (met + broken < LEAST_JUDGED ? null : Math.floor((met * 1_000) / (met + broken)));

/** First and last day of a period as it stood at the end of `asOf`. */
export function daysOf(period: FigurePeriod, asOf: Day): { first: Day; last: Day } {
  if (period === LAST_NINETY_DAYS) return { first: addDays(asOf, 1 - NINETY), last: asOf };
  const lastOfMonth = addDays(`${nextMonth(period)}-01`, -1);
  return { first: `${period}-01`, last: lastOfMonth < asOf ? lastOfMonth : asOf };
}

export const monthOf = (day: Day): FigurePeriod => day.slice(0, 7);
export function nextMonth(month: FigurePeriod): FigurePeriod {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`;
}

/** A figure as it is published and as the ledger holds it. `c` is the commitment's public code, `v` the number of its version. */
export interface CommitmentFigure extends Counts { c: string; v: number; period: FigurePeriod; asOf: Day; rate: number | null }

export const figureOf = (c: string, v: number, period: FigurePeriod, asOf: Day, counts: Counts): CommitmentFigure => ({ c, v, period, asOf, ...counts, rate: rateOf(counts) });
