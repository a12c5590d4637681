import type { RightsRowView, StaffRightsView } from '@hall/shared/api/views';
import type { RightsAction } from '@hall/shared/relays/rights.moves';
import type { Tone } from '../../kit/state/StateTag.tsx';

export type Act = RightsAction | 'note';
/** What one would do next stands first; a note is always possible while it is worked on. */
export const actsOf = ({ actions }: Pick<StaffRightsView, 'actions'>): Act[] => (actions.length === 0 ? [] : [...(actions as RightsAction[]), 'note']);

/** A step being written: which, and its words. */
export interface TypedStep { act: Act | null; words: string }
export const NO_STEP: TypedStep = { act: null, words: '' };
/** The step that is written; the next one where nothing was chosen, or what was chosen may not be done any more. */
export const actOf = ({ act }: TypedStep, acts: readonly Act[]): Act => (act !== null && acts.includes(act) ? act : acts[0] ?? 'note');

export function toneOf({ state, overdue }: Pick<RightsRowView, 'state' | 'overdue'>): Tone {
  if (overdue) return 'accent';
  if (state === 'confirmed') return 'ok';
  if (state === 'withdrawn') return 'quiet';
  return state === 'opened' || state === 'reopened' ? 'warn' : 'info';
}
