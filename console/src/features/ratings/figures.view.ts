import type { RatingFigureView, RatingTrendView } from '@hall/shared/api/views';

/** A bar of a share: where it begins to be uncertain and where it surely ends, in percent of the whole. */
export interface Bar { sure: number; open: number }

/** Null when nothing is told. `sure` is what is certain; `open` what lies between the two bounds. */
export const barOf = ({ low, high }: Pick<RatingFigureView, 'low' | 'high'>): Bar | null => (low === null || high === null ? null : { sure: low * 100, open: (high - low) * 100 });

export interface Point { month: string; x: number; low: number; high: number; words: string }

/**
 * A year as points in a box of 100 × 100, months side by side in equal steps whether told or not.
 * @param code which of the two lines
 */
export function pointsOf(trend: readonly RatingTrendView[], code: string): Point[] {
  const step = trend.length > 1 ? 100 / (trend.length - 1) : 0;
  return trend.flatMap(({ month, figures }, at) => {
    const figure = figures.find((each) => each.code === code);
    return !figure || figure.low === null || figure.high === null ? [] : [{ month, x: at * step, low: 100 - figure.low * 100, high: 100 - figure.high * 100, words: figure.words }];
  });
}
