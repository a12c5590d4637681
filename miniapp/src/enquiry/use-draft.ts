import { useCallback, useEffect, useState } from 'react';
import { now } from '../kit/clock.ts';
import { onSessionChange, owner } from '../kit/session.ts';
import { keepUnsent, recallUnsent } from '../kit/unsent.ts';
import { EMPTY, isEmpty, stillGood, type Draft } from './draft.ts';

/** Whose writing it is while nobody is signed in on this phone. */
const NOBODY = 'nobody';
const NAME = 'enquiry';
const whose = (): string => owner() ?? NOBODY;

/** Their own draft; whoever wrote before signing in goes on with that. */
function recalled(): { draft: Draft; expired: boolean } {
  const account = whose();
  const own = recallUnsent<Draft>(account, NAME);
  const carried = own === null && account !== NOBODY ? recallUnsent<Draft>(NOBODY, NAME) : null;
  if (carried) { keepUnsent(NOBODY, NAME, null, now()); keepUnsent(account, NAME, carried, now()); }
  return stillGood({ ...EMPTY, ...(own ?? carried) }, now());
}

export interface KeptDraft {
  draft: Draft;
  /** Pictures had to be left out because they were too old. */
  expired: boolean;
  saved: { at: number; kept: boolean } | null;
  change: (change: (draft: Draft) => Draft) => void;
  clear: () => void;
}

/** The one question being written on this phone, kept at every stroke. @param to whom it is put to when the draft says nothing yet */
export function useDraft(to: string | null): KeptDraft {
  const [{ draft, expired }, setState] = useState(() => {
    const { draft: found, expired: gone } = recalled();
    return { draft: to === null ? found : { ...found, to }, expired: gone };
  });
  const [saved, setSaved] = useState<KeptDraft['saved']>(null);
  const change = useCallback((next: (draft: Draft) => Draft) => setState((was) => {
    const after = next(was.draft);
    const kept = keepUnsent(whose(), NAME, isEmpty(after) ? null : after, now());
    setSaved({ at: now(), kept });
    return { ...was, draft: after };
  }), []);
  const clear = useCallback(() => { keepUnsent(whose(), NAME, null, now()); setState({ draft: EMPTY, expired: false }); }, []);
  useEffect(() => onSessionChange(() => setState((was) => (isEmpty(was.draft) ? recalled() : { ...recalled(), draft: carry(was.draft) }))), []);
  return { draft, expired, saved, change, clear };
}

/** What stands on the page goes along with whoever has just signed in. */
function carry(draft: Draft): Draft {
  keepUnsent(NOBODY, NAME, null, now());
  keepUnsent(whose(), NAME, draft, now());
  return draft;
}
