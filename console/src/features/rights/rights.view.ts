import type { RightsRowView, StaffRightsView } from '@hall/shared/api/views';
import type { RightsAction } from '@hall/shared/relays/rights.moves';
import type { Tone } from '../../kit/state/StateTag.tsx';

export type Act = RightsAction | 'note';
/** What one would do next stands first; a note is always possible while it is worked on. */
export const actsOf = ({ actions }: Pick<StaffRightsView, 'actions'>): Act[] => (actions.length === 0 ? [] : [...(actions as RightsAction[]), 'note']);

export function toneOf({ state, overdue }: Pick<RightsRowView, 'state' | 'overdue'>): Tone {
  if (overdue) return 'accent';
  if (state === 'confirmed') return 'ok';
  if (state === 'withdrawn') return 'quiet';
  return state === 'opened' || state === 'reopened' ? 'warn' : 'info';
}
