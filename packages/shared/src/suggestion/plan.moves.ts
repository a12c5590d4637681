import { addDays, isDay, type Day } from '../kernel/day.ts';
import type { Moves } from '../kernel/moves.ts';
import { move } from '../kernel/moves.ts';
import type { FieldProblem, Verdict } from '../kernel/verdict.ts';
import { refuse } from '../kernel/verdict.ts';

export type PlanState = 'draft' | 'proposed' | 'published' | 'observing' | 'held' | 'fell-short';
export type PlanAction = 'propose' | 'return' | 'publish' | 'carry-out' | 'hold' | 'fall-short' | 'vouch';

/** A rectification plan 整改方案: approved by a leader, carried out, watched for a while, and only then said to have held. */
export const PLAN_MOVES: Moves<PlanState, PlanAction> = {
  draft: { propose: 'proposed' },
  proposed: { return: 'draft', publish: 'published' },
  published: { 'carry-out': 'observing' },
  observing: { hold: 'held', 'fall-short': 'fell-short' },
  held: { vouch: 'held' }, 'fell-short': {},
};

export const PLAN_STATE_LABELS: Record<PlanState, string> = { draft: '草拟', proposed: '待批准', published: '整改中', observing: '观察中', held: '达到目标', 'fell-short': '没有达到' };

/** Until somebody who neither owns the plan nor counted has looked at it, a target held is said to be the owner's own word. */
export const SELF_REPORTED = '承办人自报';
export const planStateLabel = (state: PlanState, selfReported: boolean): string => (state === 'held' && selfReported ? `${PLAN_STATE_LABELS.held}（${SELF_REPORTED}）` : PLAN_STATE_LABELS[state]);

export interface Plan {
  /** What will be done, in words everybody understands. */
  measure: string;
  ownerId: string;
  /** The day by which it is done. */
  dueOn: Day;
  /** What will be counted, for example “平均等候分钟数”. */
  metric: string;
  /** What the metric must reach, for example “不超过 15 分钟”. */
  target: string;
  /** Days of watching after it was done; 0 when the doing is itself the result. */
  observeDays: number;
}

export const PLAN_LIMITS = { measure: 500, metric: 60, target: 60, observeDays: 180, dueWithinDays: 366 } as const;

/** What is wrong with a plan, field by field; empty when it may be proposed. */
export function planProblems(plan: Plan, today: Day): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (path: string, code: string, message: string) => problems.push({ path, code, message });
  const length = (text: string) => Array.from(text.trim()).length;
  if (length(plan.measure) < 4 || length(plan.measure) > PLAN_LIMITS.measure) say('measure', 'PLAN_MEASURE', `整改措施请写 4 到 ${PLAN_LIMITS.measure} 个字。`);
  if (plan.ownerId === '') say('ownerId', 'PLAN_OWNER', '请选一位负责人。');
  if (!isDay(plan.dueOn) || plan.dueOn < today || plan.dueOn > addDays(today, PLAN_LIMITS.dueWithinDays)) say('dueOn', 'PLAN_DUE', '完成日期请选今天以后、一年以内的日子。');
  for (const [path, label] of [['metric', '衡量指标'], ['target', '目标']] as const) {
    if (length(plan[path]) < 2 || length(plan[path]) > PLAN_LIMITS[path]) say(path, 'PLAN_TARGET', `“${label}”请写 2 到 ${PLAN_LIMITS[path]} 个字，让人看得出做到没有。`);
  }
  if (!Number.isInteger(plan.observeDays) || plan.observeDays < 0 || plan.observeDays > PLAN_LIMITS.observeDays) say('observeDays', 'PLAN_OBSERVE', `观察期请填 0 到 ${PLAN_LIMITS.observeDays} 天。`);
  return problems;
}

export interface PlanFacts { state: PlanState; observeUntil: Day | null }

/** Whether the plan may take the step today. Codes: MOVE_NOT_ALLOWED, PLAN_STILL_OBSERVING. */
export function decidePlan(action: PlanAction, { state, observeUntil }: PlanFacts, today: Day): Verdict<PlanState> {
  const next = move(PLAN_MOVES, state, action);
  // A target missed is said at once; one that held needs its time.
  if (next.ok && action === 'hold' && observeUntil !== null && today < observeUntil) return refuse('PLAN_STILL_OBSERVING', `观察期到 ${observeUntil}，到时再看有没有做到。`);
  return next;
}

/** The first day on which the plan may be said to have held. */
export const observeUntil = (carriedOutOn: Day, observeDays: number): Day => addDays(carriedOutOn, observeDays);
