import type { PlanWords } from '@hall/shared/suggestion/plan-words';

/** For two people who wrote the same plan: all of it in a few lines. */
export const planText = ({ measure, dueOn, metric, target }: PlanWords): string => [measure, dueOn, [metric, target].filter(Boolean).join(' ')].filter(Boolean).join('\n');

export interface Measurement { outcome: 'held' | 'fell-short'; measured: string }
/** The outcomes that may be entered today: a target missed is said at once, one that held needs its time. */
export const outcomesOf = (planActions: readonly string[]): Measurement['outcome'][] => [...(planActions.includes('hold') ? ['held' as const] : []), ...(planActions.includes('fall-short') ? ['fell-short' as const] : [])];
