import { AuditOutlined } from '@ant-design/icons';
import type { AppealList, AppealView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { appealsCopy as copy, myCardsCopy } from '../../kit/copy/assessment.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Assessment.module.css';

const KEY = ['assessment-appeals'] as const;

/** What people say against their cards, for who decides. */
export function AppealsPage() {
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<AppealList>('/staff/assessment/appeals') });
  return (
    <Page title={copy.title} lead={copy.lead} testId="appeals" action={<Link to="/assessment">{copy.back}</Link>}>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<AuditOutlined />} title={copy.empty} body={copy.emptyBody} /> : <>{items.map((appeal) => <Card key={appeal.id} testId={`appeal-of-${appeal.id}`}><OneAppeal of={appeal} /></Card>)}</>)}
      </Loaded>
    </Page>
  );
}

function OneAppeal({ of }: { of: AppealView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords, forget] = useKept(`appeal-decision.${of.id}`, '');
  const decide = useMutation({
    mutationFn: (agree: boolean) => api.post<AppealList>(`/staff/assessment/appeals/${of.id}/decide`, { agree, words, version: of.version }),
    onSuccess: (list) => { forget(); client.setQueryData(KEY, list); void message.success(copy.done); },
    onError: (error) => { void message.error(sentenceOf(error)); void client.invalidateQueries({ queryKey: KEY }); },
  });
  const ready = words.trim().length >= 2;
  return (
    <div className={styles.form}>
      <div className={styles.head}><h2>{copy.head(of.staffName, of.month)}</h2><StateTag tone={of.state === 'raised' ? 'warn' : 'quiet'}>{of.stateLabel}</StateTag></div>
      <p>{of.words}</p>
      <div className={styles.facts}>{of.facts.map(({ id, day, part, label }) => <span key={id}>{dayWords(day)} {label}（{part}）</span>)}</div>
      {of.decidedBy ? <p className="muted">{myCardsCopy.decided(of.decidedBy, of.decisionWords ?? '')}</p> : null}
      {of.mayDecide ? (
        <>
          <Input.TextArea rows={2} maxLength={500} placeholder={copy.words} value={words} onChange={(event) => setWords(event.target.value)} data-testid="decide-words" />
          <div className={styles.line}>
            <Button type="primary" disabled={!ready} loading={decide.isPending} onClick={() => decide.mutate(true)} data-testid="decide-agree">{copy.agree}</Button>
            <Button disabled={!ready} loading={decide.isPending} onClick={() => decide.mutate(false)} data-testid="decide-refuse">{copy.refuse}</Button>
          </div>
        </>
      ) : of.state === 'raised' ? <p className="muted">{copy.notYou}</p> : null}
    </div>
  );
}
