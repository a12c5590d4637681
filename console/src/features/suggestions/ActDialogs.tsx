import type { StaffSuggestionView } from '@hall/shared/api/views';
import { api } from '../../kit/api/api.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { MergeDialog } from './MergeDialog.tsx';
import type { Act } from './now.view.ts';
import { OwnerDialog } from './OwnerDialog.tsx';
import { DeclineDialog, ReasonDialog } from './ReasonDialog.tsx';
import { stepOf } from './suggestions.api.ts';

interface Props { act: Act; suggestion: StaffSuggestionView; busy: boolean; move: (act: Act, run: () => Promise<StaffSuggestionView | null>) => void; onClose: () => void }

/** What an act needs to know before it is done. A refusal leaves the dialog and its words as they are. */
export function ActDialogs({ act, suggestion, busy, move, onClose }: Props) {
  const { id, version } = suggestion;
  const told = (run: () => Promise<StaffSuggestionView | null>, forget: () => void) => move(act, async () => {
    const done = await run();
    forget();
    return done;
  });
  const frame = { name: `${act}.${id}`, busy, onClose };
  switch (act) {
    case 'accept': case 'assign':
      return <OwnerDialog mode={act} except={suggestion.ownerId} busy={busy} onClose={onClose} onGive={(ownerId) => move(act, () => stepOf(id, act, ownerId === null ? { version } : { version, ownerId }))} />;
    case 'merge':
      return <MergeDialog suggestion={suggestion} busy={busy} onClose={onClose} onDone={(intoId) => move(act, () => stepOf(id, act, { version, intoId }))} />;
    case 'decline':
      return <DeclineDialog {...frame} onDone={({ reason, words }, forget) => told(() => stepOf(id, act, { version, reason, ...(words === '' ? {} : { words }) }), forget)} />;
    case 'redirect':
      return <ReasonDialog {...frame} words={copy.redirect} onDone={(whereTo, forget) => told(() => stepOf(id, act, { version, whereTo }), forget)} />;
    case 'hand-back':
      // Whoever hands it back may not see it any more: nothing is answered.
      return <ReasonDialog {...frame} words={copy.handBack} onDone={(reason, forget) => told(async () => { await api.post(`/staff/suggestions/${id}/hand-back`, { version, reason }); return null; }, forget)} />;
    case 'hide':
      return <ReasonDialog {...frame} words={copy.hide} onDone={(reason, forget) => told(() => stepOf(id, 'review', { version, outcome: 'hide', reason }), forget)} />;
    default: return null;
  }
}
