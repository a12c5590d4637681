import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { Button, Input } from 'antd';
import { momentText } from '../../kit/clock.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { LeafProps } from './leaf-props.ts';
import styles from './Suggestion.module.css';
import { stepOf } from './suggestions.api.ts';

/** What colleagues tell each other. Marked as such from top to bottom, so that nobody takes it for the answer. */
export function NotesLeaf({ suggestion, step }: LeafProps) {
  const [text, setText, forget] = useKept(`note.${suggestion.id}`, '');
  const add = () => step.mutate({ run: () => stepOf(suggestion.id, 'notes', { text: text.trim() }), then: forget });
  return (
    <div className={styles.inner} data-testid="notes">
      <p><StateTag tone="sun">{copy.notesMark}</StateTag> {copy.notesHint}</p>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={SUGGESTION_LIMITS.note} showCount placeholder={copy.noteHint} value={text} onChange={(event) => setText(event.target.value)} data-testid="note-text" />
      <Button disabled={text.trim() === ''} loading={step.isPending} onClick={add} data-testid="note-add">{copy.noteAdd}</Button>
      {suggestion.notes.length === 0 ? <p className="muted">{copy.noNotes}</p> : (
        <ul>{[...suggestion.notes].reverse().map((note) => <li key={note.id}><small>{note.by} · {momentText(note.at)}</small><p>{note.text}</p></li>)}</ul>
      )}
    </div>
  );
}
