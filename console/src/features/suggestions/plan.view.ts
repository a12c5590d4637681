import type { PlanInput, SuggestionPlanView } from '@hall/shared/api/views';
import { PLAN_LIMITS, planProblems } from '@hall/shared/suggestion/plan.moves';

/** A plan as it is typed. */
export type PlanWords = Omit<PlanInput, 'version'>;
/** Long enough to see whether it lasts. */
const USUAL_OBSERVATION = 30;

/** What the editor holds of a plan; of none yet, its owner and the usual time of watching. */
export const wordsOf = (plan: SuggestionPlanView | null, ownerId: string | null): PlanWords =>
  (plan === null
    ? { measure: '', ownerId: ownerId ?? '', dueOn: '', metric: '', target: '', observeDays: USUAL_OBSERVATION }
    : { measure: plan.measure, ownerId: plan.ownerId, dueOn: plan.dueOn, metric: plan.metric, target: plan.target, observeDays: plan.observeDays });

const FIELDS: readonly (keyof PlanWords)[] = ['measure', 'ownerId', 'dueOn', 'metric', 'target', 'observeDays'];
export const samePlan = (a: PlanWords, b: PlanWords): boolean => FIELDS.every((field) => a[field] === b[field]);

/** The first thing wrong with each field. */
export const problemsOf = (plan: PlanWords, today: string): Partial<Record<keyof PlanWords, string>> =>
  Object.fromEntries(planProblems(plan, today).reverse().map(({ path, message }) => [path, message]));

export const LIMITS = PLAN_LIMITS;

/** For two people who wrote the same plan: all of it in a few lines. */
export const planText = ({ measure, dueOn, metric, target }: PlanWords): string => [measure, dueOn, [metric, target].filter(Boolean).join(' ')].filter(Boolean).join('\n');

export interface Measurement { outcome: 'held' | 'fell-short'; measured: string }
/** The outcomes that may be entered today: a target missed is said at once, one that held needs its time. */
export const outcomesOf = (planActions: readonly string[]): Measurement['outcome'][] => [...(planActions.includes('hold') ? ['held' as const] : []), ...(planActions.includes('fall-short') ? ['fell-short' as const] : [])];
