import type { RatingCaseView } from '@hall/shared/api/views';
import { RATING_VERDICTS, needsTwo, type RatingVerdict } from '@hall/shared/rating/rating-case.moves';
import { CASE_WORDS_LENGTH, QUESTION_LENGTH, RATING_QUESTIONS, questionProblem } from '@hall/shared/rating/rating-case.rules';
import { Alert, Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import type { Act } from './cases.view.ts';
import styles from './Ratings.module.css';

interface Props {
  act: Act;
  of: RatingCaseView;
  busy: boolean;
  /** @param act the verdict decides whether it is found or only proposed */
  onSend: (act: Act, body: object) => void;
}

/** The words of one step and its button. What was typed outlives a reload. */
export function ActForm({ act, of, busy, onSend }: Props) {
  const [words, setWords] = useKept(`rating.${of.id}.${act}`, '', 'tab');
  const [chosen, setVerdict] = useKept<RatingVerdict | null>(`rating.${of.id}.${act}.verdict`, null, 'tab');
  const [wrong, setWrong] = useState<string | null>(null);
  const { title, hint, submit } = copy.acts[act];
  const asking = act === 'ask';
  const finding = act === 'verify';
  // What was chosen before may no longer be open to the reader.
  const offered = RATING_VERDICTS.filter(({ code }) => !needsTwo(code) || of.actions.includes('propose'));
  const verdict = offered.some(({ code }) => code === chosen) ? chosen : null;
  const put = (text: string) => { setWords(text); setWrong(null); };
  const send = (more: object = {}, as: Act = act) => {
    const problem = asking ? questionProblem(words, of.comment) : finding && verdict === null ? copy.verdictNeeded : words.trim().length < 2 ? copy.wordsNeeded : null;
    setWrong(problem);
    if (problem === null) onSend(as, asking ? { question: words } : { words, ...more });
  };
  if (act === 'cannot-contact') return <div className={styles.form}><p className="muted">{copy.bySlip}</p><Button type="primary" loading={busy} onClick={() => onSend(act, {})} data-testid="send-cannot-contact">{submit}</Button></div>;
  return (
    <div className={styles.form}>
      {finding ? (
        <Radio.Group className={styles.verdicts!} value={verdict} onChange={(event) => { setVerdict(event.target.value as RatingVerdict); setWrong(null); }} aria-label={copy.verdict}>
          {offered.map(({ code, label }) => <Radio key={code} value={code} data-testid={`verdict-${code}`}>{label}</Radio>)}
        </Radio.Group>
      ) : null}
      {finding && verdict !== null && needsTwo(verdict) ? <Alert type="warning" showIcon title={copy.twoPeople} /> : null}
      {asking ? <Select<string> placeholder={copy.topic} value={null} onChange={(code) => put(RATING_QUESTIONS.find((each) => each.code === code)?.question ?? '')} options={RATING_QUESTIONS.map(({ code, label }) => ({ value: code, label }))} data-testid="question-topic" /> : null}
      <Input.TextArea value={words} onChange={(event) => put(event.target.value)} placeholder={hint} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={asking ? QUESTION_LENGTH.most : CASE_WORDS_LENGTH} showCount aria-label={title} status={wrong ? 'error' : ''} data-testid={`words-${act}`} />
      {wrong ? <p className={styles.wrong} role="alert" data-testid="form-wrong">{wrong}</p> : null}
      {act === 'judge' || act === 'decide' ? (
        <span className={styles.tags}>
          <Button type="primary" loading={busy} onClick={() => send(act === 'judge' ? { agree: true } : { stands: true })} data-testid={`${act}-yes`}>{act === 'judge' ? copy.agree : copy.stands}</Button>
          <Button loading={busy} onClick={() => send(act === 'judge' ? { agree: false } : { stands: false })} data-testid={`${act}-no`}>{act === 'judge' ? copy.refuse : copy.sendBack}</Button>
        </span>
      ) : finding && verdict !== null && needsTwo(verdict)
        ? <Button type="primary" loading={busy} onClick={() => send({ verdict }, 'propose')} data-testid="send-propose">{copy.acts.propose.submit}</Button>
        : <Button type="primary" loading={busy} onClick={() => send(finding ? { verdict } : {})} data-testid={`send-${act}`}>{submit}</Button>}
    </div>
  );
}
