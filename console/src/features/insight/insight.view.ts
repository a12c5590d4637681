import type { InsightPeriodView } from '@hall/shared/api/views';
import { PERIOD_STEPS, fits, type PeriodStep } from '@hall/shared/insight/period.rules';
import { addDays, isDay } from '@hall/shared/kernel/day';

export type Sheet = 'visits' | 'fulfilment' | 'ratings' | 'voices';
export const SHEETS: readonly Sheet[] = ['visits', 'fulfilment', 'ratings', 'voices'];

export interface Stretch { from: string; to: string; by: PeriodStep }
export type Quick = 'week' | 'month' | 'quarter' | 'year';

/** The stretches one asks for most, ending today. */
export const quickOf = (quick: Quick, today: string): Stretch => {
  if (quick === 'week') return { from: addDays(today, -6), to: today, by: 'day' };
  if (quick === 'month') return { from: addDays(today, -29), to: today, by: 'day' };
  if (quick === 'quarter') return { from: addDays(today, -90), to: today, by: 'week' };
  return { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4, 8)}01`, to: today, by: 'month' };
};

/** What the address asks for; what cannot be asked becomes the last thirty days. */
export function stretchOf(words: { from: string; to: string; by: string }, today: string): Stretch {
  const by = PERIOD_STEPS.find((step) => step === words.by);
  return isDay(words.from) && isDay(words.to) && by && fits(by, words.from, words.to) ? { from: words.from, to: words.to, by } : quickOf('month', today);
}

/** The largest step that draws these days in columns one can read. */
export const stepFor = (from: string, to: string, wished: PeriodStep): PeriodStep => (fits(wished, from, to) ? wished : PERIOD_STEPS.find((step) => fits(step, from, to)) ?? 'month');

/** Into a column: its days one by one; a single day has no smaller step. */
export function into({ buckets, by }: Pick<InsightPeriodView, 'buckets' | 'by'>, index: number): Stretch | null {
  const bucket = buckets[index];
  return bucket && (by !== 'day' || buckets.length > 1) ? { from: bucket.from, to: bucket.to, by: 'day' } : null;
}
