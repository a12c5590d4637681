import type { CommitmentView, LedgerCheckpointView } from '@hall/shared/api/views';
import { dayLabel } from '@hall/shared/kernel/day';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';

/** One thing to read in passing: what it is, what it says, and the figure beside it. */
export interface Pledge { key: string; kind: string; words: string; figure: string | null }

/** Of a star round, what a wall tells. */
export interface StarNews { month: string; winners: readonly string[] }

/** Thousandths as people read them: `96.6%`. */
const percent = (share: number): string => (share % 10 === 0 ? `${share / 10}%` : `${Math.floor(share / 10)}.${share % 10}%`);

function figureOf({ month }: Pick<CommitmentView, 'month'>): string | null {
  if (month === null) return null;
  const judged = month.met + month.broken;
  return month.rate === null ? copy.pledgeFew(monthNumber(month.period), judged) : copy.pledgeRate(monthNumber(month.period), percent(month.rate), judged);
}
const monthNumber = (period: string): number => Number(period.slice(5));

/** What the wall tells in turn: the hall's promises with their last sealed figures, then whoever was chosen star. */
export function pledgesOf(commitments: readonly Pick<CommitmentView, 'code' | 'wording' | 'holderKind' | 'holderName' | 'month'>[], star: StarNews | null): Pledge[] {
  const promises = commitments.map(({ code, wording, holderKind, holderName, month }) => ({ key: code, kind: holderKind === 'hall' ? copy.pledge : holderName, words: wording, figure: figureOf({ month }) }));
  return star === null || star.winners.length === 0 ? promises : [...promises, { key: `star-${star.month}`, kind: copy.star, words: star.winners.join('、'), figure: copy.starOf(monthNumber(star.month)) }];
}

const TURN_MS = 12_000;
/** Which of them stands there now; every screen of the hall shows the same one. */
export const inTurn = (pledges: readonly Pledge[], now: number): Pledge | null => pledges[Math.floor(now / TURN_MS) % Math.max(1, pledges.length)] ?? null;

/** The last seal, as whoever stands there may write it down. */
export const sealWords = (seal: Pick<LedgerCheckpointView, 'day' | 'shortCode'> | null): string | null => seal && copy.seal(dayLabel(seal.day), seal.shortCode);
