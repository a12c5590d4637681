import type { Day } from '../kernel/day.ts';
import { planProblems, type Plan } from './plan.moves.ts';

/** A plan as it is typed; what is not written yet is empty. */
export type PlanWords = Plan;
/** Long enough to see whether it lasts. */
const USUAL_OBSERVATION = 30;
const FIELDS: readonly (keyof PlanWords)[] = ['measure', 'ownerId', 'dueOn', 'metric', 'target', 'observeDays'];

/** What an editor holds of a plan; of none yet, the owner of the suggestion and the usual time of watching. */
export const planWordsOf = (plan: Plan | null, ownerId: string | null): PlanWords =>
  (plan === null
    ? { measure: '', ownerId: ownerId ?? '', dueOn: '', metric: '', target: '', observeDays: USUAL_OBSERVATION }
    : { measure: plan.measure, ownerId: plan.ownerId, dueOn: plan.dueOn, metric: plan.metric, target: plan.target, observeDays: plan.observeDays });

export const samePlan = (a: PlanWords, b: PlanWords): boolean => FIELDS.every((field) => a[field] === b[field]);

/** The first thing wrong with each field; empty when it may be proposed. */
export const planProblemsByField = (plan: PlanWords, today: Day): Partial<Record<keyof PlanWords, string>> =>
  Object.fromEntries(planProblems(plan, today).reverse().map(({ path, message }) => [path, message]));
