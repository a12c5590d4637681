import type { StaffSuggestionView, SuggestionRefView } from '@hall/shared/api/views';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { dayWords } from '../../kit/clock.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Dialogs.module.css';
import { stateTone } from './suggestion.view.ts';
import { useSimilar, useSuggestions } from './suggestions.api.ts';

/** Which one says the same: those alike are offered, any other is found by number or words. */
export function MergeDialog({ suggestion, busy, onDone, onClose }: { suggestion: StaffSuggestionView; busy: boolean; onDone: (intoId: string) => void; onClose: () => void }) {
  const similar = useSimilar(suggestion.id);
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = words.trim();
  const found = useSuggestions(new URLSearchParams({ scope: 'open', q: asked }).toString(), asked.length > 1);
  const list = (items: readonly SuggestionRefView[]) => (items.length === 0 ? <p className="muted">{copy.merge.none}</p> : (
    <ul className={styles.refs}>
      {items.map((each) => (
        <li key={each.id}>
          <button type="button" aria-pressed={each.id === chosen} className={each.id === chosen ? styles.picked : ''} onClick={() => setChosen(each.id)} data-testid={`merge-${each.number}`}>
            <span><strong>{each.number}</strong><StateTag tone={stateTone(each.state)}>{each.stateLabel}</StateTag><small>{dayWords(each.receivedOn)}</small></span>{each.excerpt}
          </button>
        </li>
      ))}
    </ul>
  ));
  return (
    <Modal open width={640} title={copy.merge.title} okText={copy.merge.ok} cancelText={copy.cancel} onCancel={onClose} onOk={() => { if (chosen) onDone(chosen); }} confirmLoading={busy} okButtonProps={{ disabled: chosen === null, 'data-testid': 'merge-ok' }}>
      <div className={styles.form} data-testid="merge-dialog">
        <p className="muted">{copy.merge.lead}</p>
        <Input autoFocus allowClear maxLength={40} placeholder={copy.merge.search} value={words} onChange={(event) => { setWords(event.target.value); setChosen(null); }} data-testid="merge-search" />
        {asked.length > 1
          ? <Loaded query={found} lines={3}>{({ items }) => list(items.filter(({ id }) => id !== suggestion.id).slice(0, 8))}</Loaded>
          : <><h3>{copy.merge.similar}</h3><Loaded query={similar} lines={3}>{({ items }) => list(items)}</Loaded></>}
      </div>
    </Modal>
  );
}
