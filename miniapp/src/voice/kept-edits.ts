import type { MySuggestionView } from '@hall/shared/api/views';
import { now } from '../kit/clock.ts';
import { keepUnsent, recallUnsent } from '../kit/unsent.ts';
import { EMPTY, isEmpty, type Draft } from './draft.ts';
import { changeDraft, draftNow } from './draft-shelf.ts';
import { sessionOf } from './kept-codes.ts';

/** What was changed in a suggestion while the hall's answer was lost, after the hall had taken it as it was before. */
export type KeptEdits = Pick<Draft, 'topic' | 'text' | 'wishesPublic'>;

const NAME = 'edits';

/** Whether the hall has something else than what is written here. */
const differs = (draft: Draft, { text, topic, wishesPublic }: Pick<MySuggestionView, 'text' | 'topic' | 'wishesPublic'>): boolean =>
  draft.text.trim() !== text.trim() || draft.topic !== topic || draft.wishesPublic !== wishesPublic;

/** Keeps what the hall does not have, with the code it was meant for and never with an account. */
export function keepEdits(id: string, draft: Draft, arrived: Pick<MySuggestionView, 'text' | 'topic' | 'wishesPublic'>): void {
  const { topic, text, wishesPublic } = draft;
  if (differs(draft, arrived)) keepUnsent(sessionOf(id), NAME, { topic, text, wishesPublic } satisfies KeptEdits, now());
}

export const editsOf = (id: string): KeptEdits | null => recallUnsent<KeptEdits>(sessionOf(id), NAME);

export const dropEdits = (id: string): void => { keepUnsent(sessionOf(id), NAME, null, now()); };

/**
 * They become a suggestion of their own, again without a name: the next thing to be written on this phone.
 * @returns false while something else is being written, which must not be lost for it
 */
export function writeEditsAnew(id: string): boolean {
  const edits = editsOf(id);
  if (edits === null || !isEmpty(draftNow())) return false;
  changeDraft(() => ({ ...EMPTY, ...edits, identity: 'anonymous' }));
  dropEdits(id);
  return true;
}
