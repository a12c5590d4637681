import type { StaffSuggestionView } from '@hall/shared/api/views';
import { useState } from 'react';
import { PictureDesk } from '../../kit/case/PictureDesk.tsx';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import styles from './Suggestion.module.css';
import { partsOf, sheetsOf } from './suggestion.view.ts';

/** What was said, word for word, and its pictures under the glass. @param marked shows in it what the public wording leaves out */
export function OriginalPane({ suggestion, marked, keys }: { suggestion: StaffSuggestionView; marked: boolean; keys: boolean }) {
  const sheets = sheetsOf(suggestion);
  const [current, setCurrent] = useState<string | null>(null);
  const parts = marked ? partsOf(suggestion.text, suggestion.publicProposal) : [{ text: suggestion.text, hidden: false }];
  return (
    <section className={`${styles.pane} ${styles.original} ${sheets.length > 0 ? styles.pictured : ''}`}>
      <div className={styles.said} data-testid="suggestion-text">
        <h2>{copy.original}</h2>
        <p>{parts.map((part, at) => (part.hidden ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>))}</p>
        {parts.some((part) => part.hidden) ? <small className="muted">{copy.markedHint}</small> : null}
      </div>
      {sheets.length > 0 ? <PictureDesk sheets={sheets} current={current} onCurrent={setCurrent} keys={keys} /> : null}
    </section>
  );
}
