import type { RatingCaseRowView, RatingCaseView } from '@hall/shared/api/views';
import type { Tone } from '../../kit/state/StateTag.tsx';

export type Act = 'write' | 'cannot-contact' | 'tried' | 'ask' | 'verify' | 'propose' | 'judge' | 'rectify' | 'answer' | 'give-up-revisit' | 'decide';
export const SCOPES = ['mine', 'judge', 'open', 'closed'] as const;
export type Scope = (typeof SCOPES)[number];
export const scopeOf = (word: string): Scope => SCOPES.find((scope) => scope === word) ?? 'mine';

/** The step to take first: what a second person decides, then what the case itself waits for; asking and noting come last. */
const ORDER: readonly Act[] = ['judge', 'decide', 'verify', 'rectify', 'answer', 'give-up-revisit', 'write', 'cannot-contact', 'propose', 'ask', 'tried'];

/** Before anything is found out the person is written to; once they were, finding out comes first. */
export function actsOf({ actions, state }: Pick<RatingCaseView, 'actions' | 'state'>): Act[] {
  const offered = ORDER.filter((act) => actions.includes(act));
  return state === 'opened' ? offered.sort((a, b) => Number(b === 'write' || b === 'cannot-contact') - Number(a === 'write' || a === 'cannot-contact')) : offered;
}

/** Proposing stands with verifying in one form: which of the two it is follows from the verdict. */
export const formsOf = (of: Pick<RatingCaseView, 'actions' | 'state'>): Act[] => actsOf(of).filter((act) => act !== 'propose' || !of.actions.includes('verify'));

export function toneOf({ state, overdue }: Pick<RatingCaseRowView, 'state' | 'overdue'>): Tone {
  if (overdue) return 'accent';
  if (state === 'closed') return 'ok';
  return state === 'opened' || state === 'reopened' ? 'warn' : 'info';
}

const PATHS: Record<Exclude<Act, 'decide'>, string> = {
  write: 'contact', 'cannot-contact': 'no-contact', tried: 'attempts', ask: 'question', verify: 'verify', propose: 'propose', judge: 'judge', rectify: 'rectify', answer: 'answer', 'give-up-revisit': 'no-revisit',
};
/** Where a step is sent, below the case. @param objectionId for a decision */
export const pathOf = (act: Act, objectionId?: string): string => (act === 'decide' ? `objections/${objectionId}/decide` : PATHS[act]);
