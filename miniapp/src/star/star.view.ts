import type { StarCandidateView, StarRoundView } from '@hall/shared/api/views';
import { percentWords } from '@hall/shared/kernel/percent-words';
import { dayOf, type Instant } from '@hall/shared/kernel/day';
import { momentInWords } from '../kit/clock.ts';
import { copy } from '../kit/copy/star.ts';
import type { Tone } from '../kit/ui/card.tsx';

export function toneOf({ state, takesVotes }: Pick<StarRoundView, 'state' | 'takesVotes'>): Tone {
  if (state === 'open') return takesVotes ? 'sun' : 'info';
  return state === 'final' ? 'ok' : 'info';
}

/** Thousandths as `96.6%`; null as null. */
export const rateInWords = (rate: number | null): string | null => (rate === null ? null : percentWords(rate));

export const figuresInWords = ({ served, rate }: Pick<StarCandidateView, 'served' | 'rate'>): string => copy.vote.figures(served, rateInWords(rate));

/** What a round's card says below its month. */
export function lineOf({ state, opensAt, closesAt, candidates }: StarRoundView, at: Instant): string | null {
  const here = dayOf(at);
  if (state === 'open') return at < opensAt ? copy.list.from(momentInWords(opensAt, here)) : at < closesAt ? copy.list.until(momentInWords(closesAt, here)) : copy.list.over;
  if (state !== 'final') return null;
  const stars = candidates.filter(({ star }) => star);
  return stars.length === 0 ? copy.list.none : copy.list.winners(stars.map(({ name }) => name).join('、'));
}

/** With results those with most votes first; before, as they were nominated. */
export const inOrder = (candidates: readonly StarCandidateView[]): StarCandidateView[] => [...candidates].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));

/** How wide a bar is drawn, in percent of the widest. */
export const barOf = ({ votes }: Pick<StarCandidateView, 'votes'>, candidates: readonly StarCandidateView[]): number => Math.round((100 * (votes ?? 0)) / Math.max(1, ...candidates.map((each) => each.votes ?? 0)));
