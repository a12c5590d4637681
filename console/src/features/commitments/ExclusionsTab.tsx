import type { AskedExclusionView, ExclusionList } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Commitments.module.css';
import { Look } from './Look.tsx';
import { VisitDrawer } from './VisitDrawer.tsx';

/** What somebody wants left out; another person decides. */
export function ExclusionsTab() {
  const query = useQuery({ queryKey: ['commitments', 'exclusions'], queryFn: () => api.get<ExclusionList>('/staff/commitments/exclusions') });
  return (
    <Loaded query={query}>
      {({ items }) => (items.length === 0 ? <Blank title={copy.noExclusions} body={copy.noExclusionsBody} testId="exclusions-empty" /> : <div className={styles.rows} data-testid="exclusions">{items.map((row) => <One key={row.id} of={row} />)}</div>)}
    </Loaded>
  );
}

function One({ of }: { of: AskedExclusionView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords] = useState('');
  const [looking, setLooking] = useState(false);
  const decide = useMutation({
    mutationFn: (agree: boolean) => api.post<ExclusionList>(`/staff/commitments/exclusions/${of.id}`, { agree, words: words.trim(), version: of.version }),
    onSuccess: (_, agree) => void message.success(agree ? copy.agreed : copy.refused),
    onError: (error) => void message.error(sentenceOfStep(error)),
    onSettled: () => void client.invalidateQueries({ queryKey: ['commitments'] }),
  });
  return (
    <article className={styles.row} data-testid={`exclusion-${of.id}`}>
      <header><strong>{of.reasonLabel}</strong><StateTag tone={of.state === 'proposed' ? 'warn' : of.state === 'agreed' ? 'ok' : 'quiet'}>{copy.stateWords[of.state]}</StateTag></header>
      <p>{of.wording}<br /><span className={styles.small}>{[of.title, of.staffName, of.windowLabel, of.why].filter(Boolean).join(' · ')}</span> <Look of={of} onVisit={() => setLooking(true)} /></p>
      <p className={styles.words}>{of.words}</p>
      <small className={styles.small}>{of.proposedBy} {momentText(of.proposedAt)}{of.decidedBy ? ` · ${copy.decidedBy(of.decidedBy, of.state === 'agreed')}${of.decisionWords ? `：${of.decisionWords}` : ''}` : ''}</small>
      {of.actions.length > 0 ? (
        <div className={styles.acts}>
          <Input style={{ maxWidth: 380 }} maxLength={300} placeholder={copy.decideWords} value={words} onChange={(event) => setWords(event.target.value)} />
          <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(true)} data-testid="exclusion-agree">{copy.agree}</Button>
          <Button loading={decide.isPending} disabled={words.trim() === ''} onClick={() => decide.mutate(false)} data-testid="exclusion-refuse">{copy.refuse}</Button>
        </div>
      ) : of.state === 'proposed' ? <small className={styles.small}>{copy.own}</small> : null}
      {looking ? <VisitDrawer ticketId={of.subjectId} onClose={() => setLooking(false)} /> : null}
    </article>
  );
}
