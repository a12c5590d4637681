import { CheckCircleOutlined } from '@ant-design/icons';
import type { RatingQuestionList, RatingQuestionView } from '@hall/shared/api/views';
import { CASE_WORDS_LENGTH } from '@hall/shared/rating/rating-case.rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { QUESTIONS, useQuestions } from '../../kit/questions/use-questions.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Ratings.module.css';

/** What I am asked about my own services: the question and nothing else. */
export function QuestionsPage() {
  const query = useQuestions();
  return (
    <Page title={copy.questionsTitle} lead={copy.questionsLead} testId="rating-questions">
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<CheckCircleOutlined />} title={copy.questionsEmpty} body={copy.questionsEmptyBody} testId="questions-empty" /> : <>{items.map((item) => <Question key={item.id} item={item} />)}</>)}
      </Loaded>
    </Page>
  );
}

function Question({ item }: { item: RatingQuestionView }) {
  const [appealing, setAppealing] = useState(false);
  return (
    <Card testId={`question-${item.id}`}><div className={styles.question}>
      <p className={styles.level}><small className="muted">{copy.questionOf(item.month)}</small>{item.found ? <StateTag tone={item.found === 'valid' ? 'warn' : 'ok'}>{copy.foundWords[item.found]}</StateTag> : null}{item.appeal ? <StateTag tone="info" testId="appeal-state">{copy.appealStates[item.appeal]}</StateTag> : null}</p>
      <h2>{item.question}</h2>
      {item.answer ? <p className={styles.words}>{item.answer}</p> : null}
      {item.mayAnswer ? <Words id={item.id} act="answer" label={copy.yourAnswer} hint={copy.answerHint} submit={copy.sendAnswer} done={copy.answerDone} /> : null}
      {item.mayAppeal && !appealing ? <Button onClick={() => setAppealing(true)} data-testid="appeal">{copy.appeal}</Button> : null}
      {item.mayAppeal && appealing ? <Words id={item.id} act="appeal" label={copy.appeal} hint={copy.appealHint} submit={copy.sendAppeal} done={copy.appealDone} onCancel={() => setAppealing(false)} /> : null}
    </div></Card>
  );
}

function Words({ id, act, label, hint, submit, done, onCancel }: { id: string; act: 'answer' | 'appeal'; label: string; hint: string; submit: string; done: string; onCancel?: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords, forget] = useKept(`rating-question.${id}.${act}`, '');
  const send = useMutation({
    mutationFn: () => api.post<RatingQuestionList>(`/staff/rating-questions/${id}/${act}`, { words }),
    onSuccess: (list) => { forget(); void message.success(done); client.setQueryData(QUESTIONS, list); onCancel?.(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <div className={styles.form}>
      <Input.TextArea value={words} onChange={(event) => setWords(event.target.value)} placeholder={hint} aria-label={label} autoSize={{ minRows: 3, maxRows: 8 }} maxLength={CASE_WORDS_LENGTH} showCount data-testid={`words-${act}`} />
      <span className={styles.tags}>
        <Button type="primary" loading={send.isPending} disabled={words.trim().length < 2} onClick={() => send.mutate()} data-testid={`send-${act}`}>{submit}</Button>
        {onCancel ? <Button onClick={onCancel}>{copy.cancel}</Button> : null}
      </span>
    </div>
  );
}
