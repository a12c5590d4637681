import type { DeadlineView, OpenedDisputeView, StaffDisputeList, StaffDisputeView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { dayWords, momentText } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import styles from './Commitments.module.css';
import { Recorded } from './Recorded.tsx';

const toneOf = (state: string) => (state === 'raised' ? 'warn' : state === 'upheld' ? 'accent' : 'quiet');
const LEAST = 4;
/** By when, and whose it is to answer. */
const dueWords = ({ dueAt, overdue, daysLate, ownerName, stateLabel }: DeadlineView): string => copy.due(overdue ? copy.late(daysLate) : dueAt === null ? stateLabel : copy.dueBy(momentText(dueAt)), ownerName);

/** Recorded times that residents doubt: the list, and beside it the one that is open. */
export function DisputesTab() {
  const [id, setId] = useAddress('dispute', '');
  const query = useQuery({ queryKey: ['disputes'], queryFn: () => api.get<StaffDisputeList>('/staff/disputes') });
  return (
    <Loaded query={query}>
      {({ items }) => (items.length === 0 ? <Blank title={copy.noDisputes} body={copy.noDisputesBody} testId="disputes-empty" /> : (
        <div className={styles.two}>
          <div className={styles.rows} data-testid="disputes">{items.map((row) => <Row key={row.id} of={row} onOpen={() => setId(row.id)} />)}</div>
          {id ? <Opened key={id} id={id} /> : <Card><p className="muted">{copy.disputeLead}</p></Card>}
        </div>
      ))}
    </Loaded>
  );
}

const Row = ({ of, onOpen }: { of: StaffDisputeView; onOpen: () => void }) => (
  <article className={styles.row}>
    <header><strong>{of.number} · {dayWords(of.day)}</strong><StateTag tone={toneOf(of.state)}>{of.stateLabel}</StateTag></header>
    {of.state === 'raised' && of.deadline ? <small className={of.deadline.overdue ? styles.broken : styles.small} data-testid={`dispute-due-${of.id}`}>{dueWords(of.deadline)}</small> : null}
    <small className={styles.small}>{of.windowLabel} · {of.staffName} · {copy.raised(momentText(of.raisedAt))} · {of.wayLabel}{of.answeredBy && of.answeredAt !== null ? ` · ${copy.answeredBy(of.answeredBy, momentText(of.answeredAt))}` : ''}</small>
    <div className={styles.acts}><Button size="small" onClick={onOpen} data-testid={`dispute-${of.id}`}>{copy.look}</Button></div>
  </article>
);

function Opened({ id }: { id: string }) {
  // Every reading is written down, so it is not read again merely because the window was looked at.
  const query = useQuery({ queryKey: ['disputes', id], queryFn: () => api.get<OpenedDisputeView>(`/staff/disputes/${id}`), refetchOnWindowFocus: false });
  return (
    <Loaded query={query}>
      {(of) => (
        <Card testId="dispute-opened">
          <div className={styles.form}>
            <h2>{copy.disputeTitle} {of.number}</h2>
            <Recorded of={of} />
            <div className={styles.field}><span>{copy.resident}</span><p className={styles.words}>{of.words ?? (of.actions.length === 0 && of.state === 'raised' ? copy.notForYou : copy.noWords)}</p></div>
            {of.answer ? <div className={styles.field}><span>{of.stateLabel}</span><p className={styles.words}>{of.answer}</p></div> : null}
            {of.actions.length > 0 ? <Answer of={of} /> : null}
          </div>
        </Card>
      )}
    </Loaded>
  );
}

function Answer({ of }: { of: OpenedDisputeView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords, forget] = useKept(`dispute-${of.id}`, '');
  const [exclude, setExclude] = useState(false);
  const answer = useMutation({
    mutationFn: (outcome: 'upheld' | 'explained') => api.post<OpenedDisputeView>(`/staff/disputes/${of.id}/answer`, { outcome, words: words.trim(), exclude: exclude && outcome === 'upheld', version: of.version }),
    onSuccess: (view) => { forget(); client.setQueryData(['disputes', of.id], view); void message.success(copy.answered); void client.invalidateQueries({ queryKey: ['disputes'], exact: true }); void client.invalidateQueries({ queryKey: ['commitments'] }); },
    onError: (error) => void message.error(sentenceOfStep(error)),
  });
  const short = words.trim().length < LEAST;
  return (
    <div className={styles.form}>
      <label><span>{copy.answer}</span><Input.TextArea rows={3} maxLength={300} placeholder={copy.answerHint} value={words} onChange={(event) => setWords(event.target.value)} data-testid="dispute-words" /></label>
      {of.counted > 0 ? <Checkbox checked={exclude} onChange={(event) => setExclude(event.target.checked)} data-testid="dispute-exclude">{copy.alsoExclude}</Checkbox> : null}
      <div className={styles.acts}>
        <Button type="primary" disabled={short} loading={answer.isPending} onClick={() => answer.mutate('upheld')} data-testid="dispute-uphold">{copy.uphold}</Button>
        <Button disabled={short} loading={answer.isPending} onClick={() => answer.mutate('explained')} data-testid="dispute-explain">{copy.explain}</Button>
      </div>
    </div>
  );
}
