import { canonicalJson } from '../kernel/canonical-json.ts';
import { leafHash, merkleRoot, provesLeaf } from '../ledger/merkle.rules.ts';
import type { Digest, ProofStep } from '../ledger/merkle.rules.ts';
import { LEAST_TOLD, isExact, tell, tellFigures, tellSaid } from './published-figures.rules.ts';
import type { Month, RatingCounts, SaidCounts, Told, ToldShare } from './published-figures.rules.ts';
import { RATING_DIMENSIONS } from './rating.rules.ts';
import type { RatingDimension, RatingLevel } from './rating.rules.ts';

/** Two whole numbers between which something lies; equal when it is told exactly. */
export type Between = readonly [low: number, high: number];
/** How many rated with one of the levels `from` to `to`. */
export type Band = readonly [from: RatingLevel, to: RatingLevel, count: number];

/** What the ledger says of a month's ratings: nothing that `published-figures.rules` would not tell. Shares are thousandths, bounds rounded away from the truth. */
export interface RatingsMonth {
  month: Month;
  served: number | null;
  rated: Between | null;
  /** Levels put together until each counts enough; null where the number of ratings itself is not told. */
  bands: readonly Band[] | null;
  active: Between | null;
  good: Between | null;
  satisfied: readonly { code: RatingDimension; of: Between | null; share: Between | null }[];
  /** Over the salted digests of all the month's ratings, which were said before in so many parts. */
  root: string;
  parts: number;
}

/** Some of the month's leaves, in their order; parts count from 1. */
export interface RatingLeaves { month: Month; part: number; leaves: readonly string[] }
/** As many leaves as go into one entry of the ledger. */
export const LEAVES_AN_ENTRY = 800;

export interface MonthCounts extends RatingCounts { levels: Readonly<Record<RatingLevel, number>>; said: Readonly<Record<RatingDimension, SaidCounts>> }

const between = (told: Told | null): Between | null => told && [told.low, told.high];
const thousandths = (part: number, whole: number, round: (value: number) => number): number => round((part * 1_000) / whole);
const shareBetween = ({ low, high }: ToldShare): Between | null => (low === null || high === null ? null : [Math.floor(low * 1_000 + 1e-9), Math.ceil(high * 1_000 - 1e-9)]);

/** The share of `part` in `whole`, as thousandths around the truth. */
export const shareOfCounts = ([low, high]: Between, whole: number): Between => [thousandths(low, whole, Math.floor), thousandths(high, whole, Math.ceil)];

export function ratingsMonth(month: Month, counts: MonthCounts, root: string, parts: number): RatingsMonth {
  const { served, rated, negative } = counts;
  const isTold = served >= LEAST_TOLD;
  const toldRated = isTold ? tell(rated, served) : null;
  const isRatedTold = toldRated !== null && isExact(toldRated);
  const { active, good } = tellFigures(counts);
  const toldNegative = isRatedTold ? tell(negative, rated) : null;
  return {
    month, served: isTold ? served : null, rated: between(toldRated), bands: isRatedTold ? bandsOf(counts.levels, toldNegative !== null && isExact(toldNegative)) : null, active: shareBetween(active), good: shareBetween(good),
    satisfied: RATING_DIMENSIONS.map(({ code }) => {
      const share = tellSaid(counts.said[code], rated, isRatedTold);
      return { code, of: share.n === null ? null : [share.n, share.nMost ?? share.n], share: shareBetween(share) };
    }),
    root, parts,
  };
}

/** Levels put together until each band counts enough. @param isNegativeTold then the negative ones are bands of their own, because their number is known beside them */
export function bandsOf(levels: MonthCounts['levels'], isNegativeTold: boolean): Band[] {
  return isNegativeTold ? [...joined(levels, [1, 2]), ...joined(levels, [3, 4, 5])] : joined(levels, [1, 2, 3, 4, 5]);
}

/** From the lowest up, each band as small as it may be; what is left at the end goes to the last. */
function joined(levels: MonthCounts['levels'], of: readonly RatingLevel[]): Band[] {
  const bands: Band[] = [];
  let [from, count] = [of[0]!, 0];
  for (const level of of) {
    count += levels[level];
    const isLast = level === of[of.length - 1];
    if (count < LEAST_TOLD && !isLast) continue;
    const before = count < LEAST_TOLD ? bands.pop() : undefined;
    bands.push(before ? [before[0], level, before[2] + count] : [from, level, count]);
    [from, count] = [(level + 1) as RatingLevel, 0];
  }
  return bands;
}

/** What one rating says, as its leaf seals it. */
export interface RatingSaid { month: Month; level: number; attitude: number | null; quality: number | null; activities: number | null }
export const ratingSeal = (digest: Digest, salt: string, { month, level, attitude, quality, activities }: RatingSaid): string => digest(`${salt}|${canonicalJson({ month, level, attitude, quality, activities })}`);

const LEAST_LEAVES = 8;

/** So many leaves stand for so many ratings: a power of two, so that their number does not tell how few there were. */
export function leavesFor(ratings: number): number {
  let size = LEAST_LEAVES;
  while (size < ratings) size *= 2;
  return size;
}

/** The leaves in an order that tells nothing, filled up with digests of nothing. @param filler known to nobody outside the house */
export function ratingLeaves(digest: Digest, seals: readonly string[], filler: string): string[] {
  const size = leavesFor(seals.length);
  const fill = Array.from({ length: size - seals.length }, (_, at) => digest(`${filler}|${at}`));
  return [...seals, ...fill].sort().map((seal) => leafHash(digest, seal));
}

export const ratingsRoot = (digest: Digest, leaves: readonly string[]): string => merkleRoot(digest, leaves);

/** What whoever rated is handed, to find their rating in the month's root without asking anybody. */
export interface RatingProof { salt: string; said: RatingSaid; steps: readonly ProofStep[]; root: string }

export const checkRatingProof = (digest: Digest, { salt, said, steps, root }: RatingProof): boolean => provesLeaf(digest, leafHash(digest, ratingSeal(digest, salt, said)), steps, root);
