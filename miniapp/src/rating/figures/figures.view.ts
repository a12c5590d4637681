import type { RatingFigureView, RatingFiguresView } from '@hall/shared/api/views';

/** A bar of a share in percent: what is certain, and what lies between its two bounds. Null when it is not told. */
export const barOf = ({ low, high }: Pick<RatingFigureView, 'low' | 'high'>): { sure: string; open: string } | null =>
  low === null || high === null ? null : { sure: `${Math.round(low * 100)}%`, open: `${Math.round((high - low) * 100)}%` };

/** The published months before and after the one shown. `months` has the newest first. */
export function besides({ month, months }: Pick<RatingFiguresView, 'month' | 'months'>): { earlier: string | null; later: string | null } {
  const at = months.indexOf(month);
  return { earlier: months[at + 1] ?? null, later: at > 0 ? months[at - 1]! : null };
}

export const figureOf = (figures: readonly RatingFigureView[], code: string): RatingFigureView | undefined => figures.find((figure) => figure.code === code);
