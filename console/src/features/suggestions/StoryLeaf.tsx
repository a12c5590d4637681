import type { SuggestionRefView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { Button, Input } from 'antd';
import { Link } from 'react-router';
import { dayWords } from '../../kit/clock.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { LeafProps } from './leaf-props.ts';
import styles from './Suggestion.module.css';
import { endedWhy, stateTone } from './suggestion.view.ts';
import { stepOf } from './suggestions.api.ts';

/** What has happened, the newest first, and what was joined to it. */
export function StoryLeaf({ suggestion, step }: LeafProps) {
  const ended = endedWhy(suggestion);
  return (
    <>
      {suggestion.mayNoteProgress ? <Progress suggestion={suggestion} step={step} keys /> : null}
      {suggestion.mergedInto ? <section className={styles.block}><h3>{copy.mergedInto}</h3><Ref of={suggestion.mergedInto} /></section> : null}
      {suggestion.duplicates.length > 0 ? <section className={styles.block}><h3>{copy.duplicates(suggestion.duplicates.length)}</h3>{suggestion.duplicates.map((each) => <Ref key={each.id} of={each} />)}</section> : null}
      {ended ? <section className={styles.block} data-testid="suggestion-ended"><h3>{suggestion.stateLabel}</h3><p>{ended}</p></section> : null}
      <h3>{copy.steps}</h3>
      <ol className={styles.steps} data-testid="suggestion-steps">
        {[...suggestion.steps].reverse().map((each, at) => (
          <li key={suggestion.steps.length - at}>
            <time>{dayWords(each.on)}</time>
            <div><strong>{each.label}</strong>{each.by ? <small>{each.by}</small> : null}{each.words ? <p>{each.words}</p> : null}</div>
          </li>
        ))}
      </ol>
    </>
  );
}

const Ref = ({ of }: { of: SuggestionRefView }) => (
  <Link to={`/suggestions/${of.id}`} className={styles.ref} data-testid={`ref-${of.number}`}><strong>{of.number}</strong><StateTag tone={stateTone(of.state)}>{of.stateLabel}</StateTag><span>{of.excerpt}</span></Link>
);

function Progress({ suggestion, step }: LeafProps) {
  const [words, setWords, forget] = useKept(`progress.${suggestion.id}`, '');
  const add = () => step.mutate({ run: () => stepOf(suggestion.id, 'progress', { words: words.trim() }), done: copy.progressDone, then: forget });
  return (
    <section className={styles.block} data-testid="progress">
      <h3>{copy.progress}<small className="muted">{copy.progressPublic}</small></h3>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={SUGGESTION_LIMITS.note} placeholder={copy.progressHint} value={words} onChange={(event) => setWords(event.target.value)} data-testid="progress-words" />
      <Button disabled={words.trim().length < 2} loading={step.isPending} onClick={add} data-testid="progress-add">{copy.progressAdd}</Button>
    </section>
  );
}
