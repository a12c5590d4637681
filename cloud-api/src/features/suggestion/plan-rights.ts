import { PLAN_MOVES, decidePlan, type PlanAction } from '@hall/shared/suggestion/plan.moves';
import type { Day } from '@hall/shared/kernel/day';
import type { SuggestionActor } from '@hall/shared/suggestion/suggestion.moves';
import type { SuggestionPlan } from './suggestion-work.entity.ts';
import type { Suggestion } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';

const BEING_WORKED_ON: readonly Suggestion['state'][] = ['taken', 'planned', 'reopened'];

/** Working on the plan or the answer: whose it is, or who may publish. */
export const mayWork = (by: readonly SuggestionActor[]): boolean => by.includes('owner') || by.includes('publisher');
export const isPlannable = ({ state }: Suggestion): boolean => state === 'taken' || state === 'reopened';
export const isAnswerable = ({ state }: Suggestion): boolean => BEING_WORKED_ON.includes(state);
export const hasProgress = ({ state }: Suggestion): boolean => [...BEING_WORKED_ON, 'replied', 'confirmed'].includes(state);

/** @throws SUGGESTION_NOT_YOURS_TO_MOVE, or SUGGESTION_MOVE_NOT_ALLOWED where it does not stand so that this could be done */
export function mustWork(by: readonly SuggestionActor[], standsSo: boolean): void {
  if (!mayWork(by)) throw suggestionErrors.SUGGESTION_NOT_YOURS_TO_MOVE();
  if (!standsSo) throw suggestionErrors.SUGGESTION_MOVE_NOT_ALLOWED();
}

/** Whoever may publish and has no hand in it: their word makes a result more than the owner's own. */
export const isApart = (by: readonly SuggestionActor[]): boolean => by.includes('publisher') && !by.includes('owner');

/** Moves of the plan this person may make today; `publish` is the suggestion's own move `plan`. */
export function planActions(row: Suggestion, plan: SuggestionPlan | null, by: readonly SuggestionActor[], today: Day, selfReported: boolean): PlanAction[] {
  if (plan === null) return [];
  const may: Record<PlanAction, boolean> = {
    propose: isPlannable(row) && mayWork(by), return: by.includes('publisher'), publish: by.includes('publisher') && isPlannable(row), 'carry-out': mayWork(by), hold: mayWork(by), 'fall-short': mayWork(by), vouch: selfReported && isApart(by),
  };
  return (Object.keys(PLAN_MOVES[plan.state]) as PlanAction[]).filter((action) => may[action] && decidePlan(action, plan, today).ok);
}
