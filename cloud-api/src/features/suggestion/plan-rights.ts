import { PLAN_MOVES, decidePlan, type PlanAction } from '@hall/shared/suggestion/plan.moves';
import type { Day } from '@hall/shared/kernel/day';
import type { SuggestionActor } from '@hall/shared/suggestion/suggestion.moves';
import type { SuggestionPlan } from './suggestion-work.entity.ts';
import type { Suggestion } from './suggestion.entity.ts';

const BEING_WORKED_ON: readonly Suggestion['state'][] = ['taken', 'planned', 'reopened'];

/** Drafting and proposing: whose it is, or who may publish. */
export const mayPlan = ({ state }: Suggestion, by: readonly SuggestionActor[]): boolean => (state === 'taken' || state === 'reopened') && mayRunPlan(by);
export const mayRunPlan = (by: readonly SuggestionActor[]): boolean => by.includes('owner') || by.includes('publisher');
export const mayDraft = ({ state }: Suggestion, by: readonly SuggestionActor[]): boolean => BEING_WORKED_ON.includes(state) && mayRunPlan(by);
export const mayNoteProgress = ({ state }: Suggestion, by: readonly SuggestionActor[]): boolean => [...BEING_WORKED_ON, 'replied', 'confirmed'].includes(state) && mayRunPlan(by);

/** Moves of the plan this person may make today; `publish` is the suggestion's own move `plan`. */
export function planActions(row: Suggestion, plan: SuggestionPlan | null, by: readonly SuggestionActor[], today: Day): PlanAction[] {
  if (plan === null) return [];
  const may: Record<PlanAction, boolean> = {
    propose: mayPlan(row, by), return: by.includes('publisher'), publish: by.includes('publisher') && (row.state === 'taken' || row.state === 'reopened'), 'carry-out': mayRunPlan(by), hold: mayRunPlan(by), 'fall-short': mayRunPlan(by),
  };
  return (Object.keys(PLAN_MOVES[plan.state]) as PlanAction[]).filter((action) => may[action] && decidePlan(action, plan, today).ok);
}
