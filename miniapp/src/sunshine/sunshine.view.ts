import type { CommitmentFigureView, LedgerEntryView } from '@hall/shared/api/views';
import { MEASURABLE_EVENTS, isMeasurableEvent } from '@hall/shared/commitment/measurable-events';
import { rateWords as wordsOfRate } from '@hall/shared/commitment/rate-words.rules';
import { clockOf, dayOf } from '@hall/shared/kernel/day';
import { percentWords } from '@hall/shared/kernel/percent-words';
import { copy } from '../kit/copy/sunshine.ts';

/** How much was kept; with too few there is no share to tell. */
export const rateWords = ({ rate }: Pick<CommitmentFigureView, 'rate'>): string => wordsOfRate(rate);

export const judgedOf = ({ met, broken }: Pick<CommitmentFigureView, 'met' | 'broken'>): number => met + broken;

/** What was left out, of everything that might have been judged; rounded up, so that nothing looks smaller than it is. */
export function excludedShare(figure: Pick<CommitmentFigureView, 'met' | 'broken' | 'excluded'>): string {
  const all = judgedOf(figure) + figure.excluded;
  return percentWords(all === 0 ? 0 : Math.ceil((figure.excluded * 1_000) / all));
}

export const periodWords = (period: string): string => (period.startsWith('last-') ? copy.rolling : copy.period(period));

/** Below this share of the height nothing could be told apart. */
const LEAST_SHOWN = 500;
/** How high a bar stands, in percent: the charts show the upper half, where promises live. */
export const heightOf = (rate: number): number => Math.max(4, Math.round(((Math.max(rate, LEAST_SHOWN) - LEAST_SHOWN) * 100) / (1_000 - LEAST_SHOWN)));

const SPARK = 6;
/** The last months as one outline, for a chart in a single box; null with fewer than two that tell a share. */
export function outlineOf(trend: readonly Pick<CommitmentFigureView, 'rate'>[]): string | null {
  const rates = trend.flatMap(({ rate }) => (rate === null ? [] : [rate])).slice(-SPARK);
  if (rates.length < 2) return null;
  const points = rates.map((rate, at) => `${Math.round((at * 100) / (rates.length - 1))}% ${100 - heightOf(rate)}%`);
  return `polygon(0 100%,${points.join(',')},100% 100%)`;
}

/** Steps with something in them, each as a part of the largest. */
export function barsOf(spread: CommitmentFigureView['spread']): { label: string; count: number; width: string }[] {
  const most = Math.max(1, ...spread.map(({ count }) => count));
  return spread.filter(({ count }) => count > 0).map(({ label, count }) => ({ label, count, width: `${Math.max(2, Math.round((count * 100) / most))}%` }));
}

/** An entry in a few words; null where its kind says all. */
export function entryWords({ kind, body }: Pick<LedgerEntryView, 'kind' | 'body'>): string | null {
  const said = body as Record<string, unknown>;
  const text = (name: string) => String(said[name]);
  const number = (name: string) => Number(said[name]);
  switch (kind) {
    case 'fact': {
      const event = text('event');
      if (!isMeasurableEvent(event)) return event;
      const { label, precision } = MEASURABLE_EVENTS[event];
      return precision === 'day' ? label : `${label} ${copy.dayShort(dayOf(number('at')))} ${clockOf(number('at'))}`;
    }
    case 'figure.published': return copy.entries.figureOf(periodWords(text('period')), number('met'), number('broken'), number('excluded'));
    case 'day.totals': return copy.entries.totalsOf(copy.dayShort(text('day')), (said.classes as { last: number }[]).reduce((sum, { last }) => sum + last, 0));
    case 'commitment.published': return copy.entries.promised(text('wording'), copy.dayShort(text('from')));
    case 'holder.named': return text('name');
    case 'calendar.year': return text('year');
    case 'checkpoint': return copy.entries.sealOf(copy.dayShort(text('day')), number('size'));
    default: return null;
  }
}
