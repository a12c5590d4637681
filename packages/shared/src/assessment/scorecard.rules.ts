import { MINUTE } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import type { Moves } from '../kernel/moves.ts';
import type { FieldProblem } from '../kernel/verdict.ts';
import { WHOLE, beginsInTime, share, weighed, weightProblems } from './weights.rules.ts';
import type { Month } from './weights.rules.ts';

/** What a card weighs. Ratings are not among them: who may be rated must not be judged by who was angry. */
export type CardPart = 'served' | 'five' | 'kept' | 'once' | 'relays';
export const CARD_PARTS: Record<CardPart, { label: string; how: string; good: string }> = {
  served: { label: '办件数量', how: '窗口办结的件数与办法里定的满分件数之比，超过不多加', good: '办结' },
  five: { label: '5分钟办结', how: '材料备齐的办件中，叫号后 5 分钟内办结的占比，暂挂不计时', good: '5 分钟内' },
  kept: { label: '按时办结', how: '名下有期限的事，在期限内办完的占比', good: '按时' },
  once: { label: '一次告知', how: '退回补正中，没有漏说、不必再退的占比', good: '一次说清' },
  relays: { label: '传达签收', how: '发到本人的传达，按时签收的占比', good: '按时签收' },
};
export const PARTS = Object.keys(CARD_PARTS) as CardPart[];

/** Weights are thousandths; `target` is how many services in a month earn the whole of that part. */
export interface AssessmentFormula { from: Month; weights: Readonly<Record<CardPart, number>>; target: number }
export const SHIPPED_ASSESSMENT_FORMULA: Omit<AssessmentFormula, 'from'> = { weights: { served: 200, five: 300, kept: 250, once: 150, relays: 100 }, target: 300 };

/** Something that happened and counts in one part, for better or worse. */
export interface CardFact { part: CardPart; good: boolean }
export type CardCounts = Readonly<Record<CardPart, { good: number; all: number }>>;

/** What the facts add up to, in whatever order they came to be known. */
export function countCard(facts: readonly CardFact[]): CardCounts {
  const counts = Object.fromEntries(PARTS.map((part) => [part, { good: 0, all: 0 }])) as Record<CardPart, { good: number; all: number }>;
  for (const { part, good } of facts) {
    counts[part].all += 1;
    if (good) counts[part].good += 1;
  }
  return counts;
}

/** `points` in thousandths, null where nothing happened; `score` of a million, null when nothing happened at all. */
export interface CardResult { points: Readonly<Record<CardPart, number | null>>; score: number | null }

/** A card is a pure function of formula and counts. What never came a person's way is left out, and the rest weighs as much as before among itself. */
export function cardResult({ weights, target }: Pick<AssessmentFormula, 'weights' | 'target'>, counts: CardCounts): CardResult {
  const points = Object.fromEntries(PARTS.map((part) => [part, counts[part].all === 0 ? null : part === 'served' ? Math.min(WHOLE, share(counts.served.good, target)) : share(counts[part].good, counts[part].all)])) as Record<CardPart, number | null>;
  const told = PARTS.filter((part) => points[part] !== null);
  const whole = told.reduce((sum, part) => sum + weights[part], 0);
  const of = <T>(pick: (part: CardPart) => T) => Object.fromEntries(told.map((part) => [part, pick(part)])) as Record<CardPart, T>;
  return { points, score: whole === 0 ? null : Math.floor((weighed(of((part) => weights[part]), of((part) => points[part]!)) * WHOLE) / whole) };
}

/** From the call to the end, what was parked left out. */
export const withinFive = ({ calledAt, servedAt, parkedMs }: { calledAt: number; servedAt: number; parkedMs: number }): boolean => servedAt - calledAt - parkedMs <= 5 * MINUTE;

/** What is wrong with a formula somebody wants to publish today, field by field. */
export function assessmentFormulaProblems({ from, weights, target }: AssessmentFormula, today: Day): FieldProblem[] {
  return [
    ...(beginsInTime(from, today) ? [] : [{ path: 'from', code: 'FORMULA_TOO_LATE', message: '最早从下个月起执行：已经开始的月份不能再改办法' }]),
    ...weightProblems(weights),
    ...(Number.isInteger(target) && target >= 1 && target <= 100_000 ? [] : [{ path: 'target', code: 'ASSESSMENT_FORMULA_INVALID', message: '填 1 到 100000 之间的整数' }]),
  ];
}

export type AppealState = 'raised' | 'upheld' | 'refused';
export type AppealAction = 'uphold' | 'refuse';
/** Once decided, a corrected card stands behind the first; neither is changed. */
export const APPEAL_MOVES: Moves<AppealState, AppealAction> = { raised: { uphold: 'upheld', refuse: 'refused' }, upheld: {}, refused: {} };
export const APPEAL_LABELS: Record<AppealState, string> = { raised: '等待复核', upheld: '申诉成立，已更正', refused: '维持原结果' };

/** Neither who asks nor who chose the formula decides. */
export const mayDecideAppeal = (deciderId: string, appeal: { staffId: string; assessorId: string }): boolean => deciderId !== appeal.staffId && deciderId !== appeal.assessorId;
