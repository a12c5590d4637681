import { now } from '../kit/clock.ts';
import { onSessionChange, owner } from '../kit/session.ts';
import { keepUnsent, recallUnsent } from '../kit/unsent.ts';
import { EMPTY, isEmpty, stillGood, type Draft } from './draft.ts';

/** Whose writing it is while nobody is signed in on this phone. */
const NOBODY = 'nobody';
/** What is said without a name belongs to this phone, as its code will: no account's shelf ever holds a word of it. */
const NAMELESS = 'nameless';
const NAME = 'suggestion';

let account = owner() ?? NOBODY;
let current: Draft | null = null;
let expired = 0;
const listeners = new Set<() => void>();

onSessionChange(() => {
  const next = owner() ?? NOBODY;
  if (next === account) return;
  if (current?.identity === 'anonymous') { account = next; return; }
  // Whoever wrote first and signed in afterwards goes on where they were; anybody else finds their own.
  const carried = account === NOBODY && current !== null && !isEmpty(current) ? current : null;
  if (carried) keepUnsent(NOBODY, NAME, null, now());
  account = next;
  current = null;
  if (carried) changeDraft(() => carried);
  listeners.forEach((tell) => tell());
});

/** The one suggestion being written on this phone by whoever holds it; one without a name comes first until it is sent or given up. */
export function draftNow(): Draft {
  if (current === null) ({ draft: current, expired } = stillGood({ ...EMPTY, ...(recallUnsent<Draft>(NAMELESS, NAME) ?? recallUnsent<Draft>(account, NAME)) }, now()));
  return current;
}

const shelfOf = ({ identity }: Draft): string => (identity === 'anonymous' ? NAMELESS : account);
const isBlank = (draft: Draft): boolean => isEmpty(draft) && draft.secret === null && draft.identity === null && draft.wishesPublic === null;

/** How many pictures of the draft were too old when it was taken up again; told once. */
export function tellExpired(): number {
  draftNow();
  const count = expired;
  expired = 0;
  return count;
}

/** Changes the draft and keeps it on the phone at once. @returns whether the phone took it */
export function changeDraft(change: (draft: Draft) => Draft): boolean {
  const before = draftNow();
  const after = change(before);
  const moved = shelfOf(before) !== shelfOf(after);
  if (moved) keepUnsent(shelfOf(before), NAME, null, now());
  // Nothing is left of one without a name: what the account has of its own comes back.
  current = moved && isBlank(after) ? null : after;
  const kept = current === null || keepUnsent(shelfOf(current), NAME, isBlank(current) ? null : current, now());
  listeners.forEach((tell) => tell());
  return kept;
}

export const clearDraft = (): void => { changeDraft(() => EMPTY); };

/** Calls back at every change; returns how to stop. */
export function onDraftChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}
