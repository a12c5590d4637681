import { percentWords } from '../kernel/percent-words.ts';
import { levelLabel } from '../rating/rating.rules.ts';
import type { RatingLevel } from '../rating/rating.rules.ts';
import { bandsOf, shareOfCounts } from '../rating/ledger-month.rules.ts';
import type { Band, Between } from '../rating/ledger-month.rules.ts';
import { isExact, tell } from '../rating/published-figures.rules.ts';
import { LEAST_ANSWERS, levelsAt } from './appraisal.rules.ts';

/** What is told of one question: nothing the published figures of the ratings would not tell. `good`: thousandths between which the share of 基本满意 and above lies. */
export interface AppraisalFigure { question: string; bands: readonly Band[]; good: Between | null }
/** `answers` is null, and there are no figures, where fewer than {@link LEAST_ANSWERS} answered. */
export interface AppraisalTally { answers: number | null; figures: readonly AppraisalFigure[] }

/** One question by the rules of the ratings. */
export function figureOf(question: string, levels: Readonly<Record<RatingLevel, number>>): AppraisalFigure {
  const negative = levels[1] + levels[2];
  const answers = negative + levels[3] + levels[4] + levels[5];
  const told = tell(negative, answers);
  return { question, bands: bandsOf(levels, told !== null && isExact(told)), good: told && shareOfCounts([answers - told.high, answers - told.low], answers) };
}

/** What is told of all answers together. @param packed as `packedLevels` made them */
export function tallyOf(questions: readonly string[], packed: readonly string[]): AppraisalTally {
  if (packed.length < LEAST_ANSWERS) return { answers: null, figures: [] };
  return { answers: packed.length, figures: questions.map((question, place) => figureOf(question, levelsAt(packed, place))) };
}

/** `96.3%`, `92% 以上`, `不超过 8%`; null where no share is told. Always rounded down, so that nothing is 100% that is not. */
export function goodWords({ good }: Pick<AppraisalFigure, 'good'>): string | null {
  if (good === null) return null;
  const [low, high] = good;
  if (high - low <= 1) return percentWords(low);
  return high === 1_000 ? `${percentWords(low)} 以上` : `不超过 ${percentWords(high)}`;
}

/** `非常满意`, `满意及以上`, `不满意及以下`. */
export function bandLabel([from, to]: Band): string {
  if (from === to) return levelLabel(from);
  if (from === 1 && to === 5) return '各档合在一起';
  if (to === 5) return `${levelLabel(from)}及以上`;
  return from === 1 ? `${levelLabel(to)}及以下` : `${levelLabel(from)}到${levelLabel(to)}`;
}
