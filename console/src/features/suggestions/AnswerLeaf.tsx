import type { SuggestionAnswerView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { dayWords } from '../../kit/clock.ts';
import { answerWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { AnswerEditor } from './AnswerEditor.tsx';
import { AnswerPreview } from './AnswerPreview.tsx';
import type { LeafProps } from './leaf-props.ts';
import styles from './Suggestion.module.css';
import { stepOf } from './suggestions.api.ts';

/** The answer being written, and those that stand. What was published is never changed, only corrected beneath. */
export function AnswerLeaf({ suggestion, step, keys }: LeafProps) {
  const [correcting, setCorrecting] = useState(false);
  return (
    <>
      {suggestion.mayDraftAnswer ? <AnswerEditor suggestion={suggestion} step={step} keys={keys} /> : null}
      {suggestion.answers.length === 0 && !suggestion.mayDraftAnswer ? <p className="muted">{suggestion.state === 'assigned' ? copy.notYet : copy.none}</p> : null}
      {[...suggestion.answers].reverse().map((answer, at) => <Published key={suggestion.answers.length - at} answer={answer} />)}
      {suggestion.mayCorrect ? correcting ? <Correction suggestion={suggestion} step={step} keys={keys} onDone={() => setCorrecting(false)} />
        : <div className={styles.choice}><Button onClick={() => setCorrecting(true)} data-testid="correct-open">{copy.correction}</Button></div> : null}
    </>
  );
}

const Published = ({ answer }: { answer: SuggestionAnswerView }) => (
  <section className={styles.block} data-testid={`published-${answer.kind}`}>
    <h3><StateTag tone={answer.kind === 'answer' ? 'ok' : 'warn'}>{copy.kinds[answer.kind]}</StateTag><small className="muted">{answer.by} · {dayWords(answer.on)}</small></h3>
    <p className={styles.words}>{answer.text}</p>
    {answer.noPlanReason ? <p className="muted">{copy.noPlanShown(answer.noPlanReason)}</p> : null}
  </section>
);

function Correction({ suggestion, step, onDone }: LeafProps & { onDone: () => void }) {
  const [text, setText, forget] = useKept(`correction.${suggestion.id}`, '');
  const [shown, setShown] = useState(false);
  const publish = () => step.mutate({ run: () => stepOf(suggestion.id, 'corrections', { text: text.trim() }), done: copy.corrected, then: () => { forget(); onDone(); } });
  return (
    <section className={styles.block} data-testid="correction">
      <h3>{copy.correctionTitle}</h3>
      <Input.TextArea autoFocus rows={4} maxLength={SUGGESTION_LIMITS.answer} showCount placeholder={copy.correctionHint} value={text} onChange={(event) => setText(event.target.value)} data-testid="correction-text" />
      <div className={styles.choice}><Button type="primary" disabled={text.trim().length < 2} onClick={() => setShown(true)} data-testid="correction-preview">{copy.correctionPreview}</Button><Button onClick={onDone}>{copy.back}</Button></div>
      {shown ? <AnswerPreview suggestion={suggestion} title={copy.correctionTitle} lead={copy.correctionLead} ok={copy.correctionOk} text={text} correction busy={step.isPending} onPublish={publish} onClose={() => setShown(false)} /> : null}
    </section>
  );
}
