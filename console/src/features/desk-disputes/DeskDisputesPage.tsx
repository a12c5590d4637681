import type { DeskDisputeList, DeskDisputeView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, dayWords, momentText, now } from '../../kit/clock.ts';
import { deskDisputesCopy as copy } from '../../kit/copy/desk-disputes.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './DeskDisputes.module.css';

const KEY = ['desk-disputes'] as const;
const NUMBER = /^[A-Za-z]\d{1,6}$/;

/** For people with a slip and no phone: their doubt is taken down here, and the answer found again to be told. */
export function DeskDisputesPage() {
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<DeskDisputeList>('/staff/desk-disputes') });
  return (
    <Page title={copy.title} lead={copy.lead} testId="desk-disputes">
      <div className={styles.two}>
        <TakeDown />
        <Card>
          <h2>{copy.listTitle}</h2>
          <Loaded query={query}>
            {({ items }) => (items.length === 0 ? <Blank title={copy.emptyTitle} body={copy.emptyBody} testId="desk-disputes-empty" /> : <div className={styles.rows}>{items.map((item) => <Row key={item.id} of={item} />)}</div>)}
          </Loaded>
        </Card>
      </div>
    </Page>
  );
}

function TakeDown() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [day, setDay] = useState(() => dayOf(now()));
  const [number, setNumber] = useState('');
  const [words, setWords, forget] = useKept('desk-dispute', '');
  const [wrong, setWrong] = useState(false);
  const send = useMutation({
    mutationFn: () => api.create<DeskDisputeList>('/staff/desk-disputes', { day, number: number.trim(), words: words.trim() }),
    onSuccess: (list) => { client.setQueryData(KEY, list); void message.success(copy.sent(number.trim().toUpperCase())); forget(); setNumber(''); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fits = NUMBER.test(number.trim());
    setWrong(!fits);
    if (fits) send.mutate();
  };
  return (
    <Card testId="desk-dispute-form">
      <h2>{copy.formTitle}</h2>
      <form className={styles.form} onSubmit={submit} autoComplete="off">
        <label><span>{copy.day}</span><DayField value={day} onChange={(value) => setDay(value ?? day)} testId="desk-dispute-day" /></label>
        <label><span>{copy.number}</span><Input maxLength={8} placeholder={copy.numberHint} status={wrong ? 'error' : ''} value={number} onChange={(event) => { setNumber(event.target.value); setWrong(false); }} data-testid="desk-dispute-number" />{wrong ? <em>{copy.badNumber}</em> : null}</label>
        <label><span>{copy.words}</span><Input.TextArea rows={4} maxLength={300} placeholder={copy.wordsHint} value={words} onChange={(event) => setWords(event.target.value)} data-testid="desk-dispute-words" /></label>
        <Button type="primary" size="large" htmlType="submit" loading={send.isPending} data-testid="desk-dispute-send">{copy.send}</Button>
      </form>
    </Card>
  );
}

const Row = ({ of: { id, number, day, stateLabel, recordedBy, raisedAt, dueAt, answer } }: { of: DeskDisputeView }) => (
  <article className={styles.row} data-testid={`desk-dispute-${id}`}>
    <header><strong>{number} · {dayWords(day)}</strong><StateTag tone={answer === null ? 'warn' : 'ok'}>{stateLabel}</StateTag></header>
    <small>{copy.line(recordedBy, momentText(raisedAt))}{dueAt === null ? '' : ` · ${copy.due(momentText(dueAt))}`}</small>
    {answer === null ? null : <div><small>{copy.answer}</small><p className={styles.answer}>{answer}</p></div>}
  </article>
);
