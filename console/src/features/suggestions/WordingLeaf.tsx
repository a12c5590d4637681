import { SUGGESTION_LIMITS, redact } from '@hall/shared/suggestion/suggestion.rules';
import type { StaffSuggestionView } from '@hall/shared/api/views';
import { Alert, Button, Input } from 'antd';
import { api } from '../../kit/api/api.ts';
import { wordingCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import type { LeafProps } from './leaf-props.ts';
import styles from './Suggestion.module.css';
import type { TypedWording } from './wording.view.ts';
import { hiddenIn, isWhole, theirWording } from './wording.view.ts';

/** What everybody will read instead of the original, written beside it. Kept in this tab until it is saved, because it holds a resident's words. */
export function WordingLeaf({ suggestion, step }: LeafProps) {
  const begun = suggestion.publicText ?? suggestion.publicProposal;
  const [typed, setTyped, forget] = useKept<TypedWording | null>(`wording.${suggestion.id}`, null, 'tab');
  const text = typed?.text ?? begun;
  const setText = (next: string) => setTyped({ text: next, base: typed ? typed.base : suggestion.publicText });
  const theirs = theirWording(typed, suggestion.publicText);
  const still = hiddenIn(text);
  const reviewed = suggestion.verdict === 'clean';
  const save = (show: boolean) => step.mutate({ run: () => api.put<StaffSuggestionView>(`/staff/suggestions/${suggestion.id}/public-wording`, { version: suggestion.version, text: text.trim(), show }), done: show ? copy.shown : copy.kept, then: forget });

  if (suggestion.visibility === 'hidden' && suggestion.reviewReason) return <p className={styles.returned}>{copy.hidden(suggestion.reviewReason)}</p>;
  if (!suggestion.wishesPublic) return <p className="muted" data-testid="wording-private">{copy.private}</p>;
  if (!suggestion.mayWord) return suggestion.publicText ? <p className={styles.words}>{suggestion.publicText}</p> : <p className="muted">{copy.nothing}{copy.notYours}</p>;
  return (
    <div className={styles.editor} data-testid="wording">
      <p className={`${styles.wide} muted`}>{copy.lead}{suggestion.publicText === null ? copy.proposal : ''}</p>
      <Input.TextArea className={styles.wide ?? ''} autoSize={{ minRows: 8, maxRows: 14 }} maxLength={SUGGESTION_LIMITS.most} showCount placeholder={copy.length(SUGGESTION_LIMITS.most)} value={text} onChange={(event) => setText(event.target.value)} data-testid="wording-text" />
      {still.length > 0 ? <Alert className={styles.wide ?? ''} type="warning" showIcon title={copy.still(still.join('、'))} action={<Button size="small" onClick={() => setText(redact(text))} data-testid="wording-redact">{copy.redactAll}</Button>} data-testid="wording-still" /> : null}
      {theirs === null ? null : <Alert className={styles.wide ?? ''} type="warning" showIcon title={copy.theirs(theirs)} action={<Button size="small" onClick={forget} data-testid="wording-take-theirs">{copy.takeTheirs}</Button>} data-testid="wording-theirs" />}
      <footer className={styles.foot}>
        {text === begun ? null : <Button type="text" onClick={() => setText(suggestion.publicProposal)}>{copy.fromOriginal}</Button>}
        {reviewed ? null : <small className="muted" data-testid="wording-waits">{copy.waitsForReview}</small>}
        {suggestion.visibility === 'public' ? null : <Button loading={step.isPending} onClick={() => save(false)} data-testid="wording-keep">{copy.keep}</Button>}
        <Button disabled={!reviewed || !isWhole(text)} loading={step.isPending} title={reviewed ? undefined : copy.waitsForReview} onClick={() => save(true)} data-testid="wording-show">{copy.show}</Button>
      </footer>
    </div>
  );
}
