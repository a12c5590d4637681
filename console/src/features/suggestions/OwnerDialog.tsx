import type { SuggestionOwnerView } from '@hall/shared/api/views';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { neighbour } from '../../kit/case/picture.view.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { ownersFor } from './owners.view.ts';
import styles from './Dialogs.module.css';
import { useOwners } from './suggestions.api.ts';

/** Who shall do it: found by a few signs, picked by arrow keys, given by Enter. */
export function OwnerDialog({ mode, except, busy, onGive, onClose }: { mode: 'accept' | 'assign'; except: string | null; busy: boolean; onGive: (ownerId: string | null) => void; onClose: () => void }) {
  const owners = useOwners();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = ownersFor(owners.data?.items ?? [], words, except);
  const picked = shown.find(({ id }) => id === chosen) ?? (words.trim() === '' ? null : shown[0] ?? null);
  const step = (by: 1 | -1) => setChosen(neighbour(shown.map(({ id }) => id), picked?.id ?? null, by));
  const give = () => { if (picked && !busy) onGive(picked.id); };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
    event.preventDefault();
    if (event.key === 'Enter') give();
    else step(event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <Modal open width={520} title={copy.owners.title[mode]} onCancel={onClose} footer={[
      <Button key="cancel" onClick={onClose}>{copy.cancel}</Button>,
      ...(mode === 'accept' ? [<Button key="only" loading={busy} onClick={() => onGive(null)} data-testid="accept-only">{copy.owners.acceptOnly}</Button>] : []),
      <Button key="give" type="primary" loading={busy} disabled={!picked} onClick={give} data-testid="owner-give">{copy.owners.give(picked?.name ?? null)}</Button>,
    ]}>
      <div className={styles.form} data-testid="owner-dialog">
        <p className="muted">{copy.owners.lead}</p>
        <Input autoFocus maxLength={20} placeholder={copy.owners.search} value={words} onChange={(event) => { setWords(event.target.value); setChosen(null); }} onKeyDown={onKeyDown} data-testid="owner-search" />
        <Loaded query={owners} lines={4}>{() => (shown.length === 0 ? <p className="muted">{copy.owners.none}</p> : <ul className={styles.owners} role="listbox">{shown.map((owner) => <Owner key={owner.id} owner={owner} picked={owner.id === picked?.id} onPick={() => setChosen(owner.id)} />)}</ul>)}</Loaded>
      </div>
    </Modal>
  );
}

function Owner({ owner, picked, onPick }: { owner: SuggestionOwnerView; picked: boolean; onPick: () => void }) {
  return (
    <li role="option" aria-selected={picked}>
      <button type="button" tabIndex={-1} className={picked ? styles.picked : ''} onClick={onPick} ref={(row) => { if (picked) row?.scrollIntoView({ block: 'nearest' }); }} data-testid={`owner-${owner.id}`}>
        <strong>{owner.name}</strong><span>{[owner.departmentName, owner.post].filter(Boolean).join(' · ')}</span><small>{copy.owners.open(owner.open)}</small>
      </button>
    </li>
  );
}
