import type { SuggestionPlanView } from '@hall/shared/api/views';
import { planWordsOf, samePlan, type PlanWords } from '@hall/shared/suggestion/plan-words';
import { useState } from 'react';
import { now } from '../../kit/clock.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { keepUnsent, recallUnsent } from '../../kit/unsent.ts';

interface Kept { words: PlanWords; /** Of the hall's draft these words go on from; null when there was none. */ version: number | null }
export interface KeptPlan {
  words: PlanWords;
  set: (part: Partial<PlanWords>) => void;
  /** What somebody else has written meanwhile, when it is something else. */
  theirs: PlanWords | null;
  takeTheirs: () => void;
  /** The hall has these words now, as this version of its draft. */
  savedAs: (version: number) => void;
  /** It was proposed: the phone keeps it no longer. */
  sent: () => void;
}

/** Words that go on from another draft than the hall has now, and say something else. */
export const theirsOf = (kept: Kept, held: Kept): PlanWords | null => (kept.version !== held.version && !samePlan(kept.words, held.words) ? held.words : null);

/** The plan somebody writes, on this phone until it is proposed: a crash, a call or a lost network takes none of it. */
export function useKeptPlan(name: string, plan: SuggestionPlanView | null, ownerId: string | null): KeptPlan {
  const held: Kept = { words: planWordsOf(plan, ownerId), version: plan?.version ?? null };
  const [kept, setKept] = useState<Kept>(() => recallUnsent<Kept>(staffAccount(), name) ?? held);
  const keep = (next: Kept) => {
    setKept(next);
    keepUnsent(staffAccount(), name, next, now());
  };
  return {
    words: kept.words, theirs: theirsOf(kept, held),
    set: (part) => keep({ ...kept, words: { ...kept.words, ...part } }), takeTheirs: () => keep(held), savedAs: (version) => keep({ ...kept, version }),
    sent: () => { keepUnsent(staffAccount(), name, null, now()); },
  };
}
