import { CloudOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { sentenceOf } from '../api/problem.ts';
import { clockText } from '../clock.ts';
import { draftCopy as copy } from '../copy/draft.copy.ts';
import styles from './draft.module.css';
import type { SavedDraft } from './use-saved-draft.ts';

/** Whether what is typed is safe: on the server, on its way, or here alone. */
export function SavedLine<T>({ draft, testId }: { draft: SavedDraft<T>; testId?: string }) {
  const { phase, savedAt, fault } = draft;
  const words = phase === 'saved' ? copy.saved(savedAt === null ? '' : clockText(savedAt)) : phase === 'refused' ? copy.refused(sentenceOf(fault)) : copy[phase];
  const safe = phase === 'saved' || phase === 'typing';
  return <small className={safe ? 'muted' : styles.unsaved} aria-live="polite" data-testid={testId ?? 'draft-saved'} data-phase={phase}><CloudOutlined /> {words}</small>;
}

/** Two people wrote the same thing: both texts, and the choice between them. */
export function Conflict<T>({ draft, wordsOf }: { draft: SavedDraft<T>; wordsOf: (value: T) => string }) {
  if (draft.theirs === null) return null;
  return (
    <section className={styles.conflict} role="alert" data-testid="draft-conflict">
      <h3>{copy.conflictTitle}</h3>
      <div><h4>{copy.theirs}</h4><p>{wordsOf(draft.theirs) || copy.nothing}</p><Button size="small" onClick={draft.takeTheirs} data-testid="draft-take-theirs">{copy.takeTheirs}</Button></div>
      <div><h4>{copy.mine}</h4><p>{wordsOf(draft.value) || copy.nothing}</p><Button size="small" onClick={draft.keepMine} data-testid="draft-keep-mine">{copy.keepMine}</Button></div>
    </section>
  );
}
