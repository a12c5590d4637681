import type { CommitmentPreviewView, CommitmentRuleInput } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import styles from './Commitments.module.css';
import { Figure } from './CommitmentsPage.tsx';
import { barsOf } from './commitments.view.ts';

/** How the last thirty days would have looked under the rule that is being written. Nothing is kept of it. */
export function DryRun({ rule, ready }: { rule: CommitmentRuleInput; ready: boolean }) {
  const { message } = App.useApp();
  const run = useMutation({ mutationFn: (of: CommitmentRuleInput) => api.post<CommitmentPreviewView>('/staff/commitments/preview', { rule: of }), onError: (error) => void message.error(sentenceOf(error)) });
  const shown = run.data && JSON.stringify(run.variables) === JSON.stringify(rule) ? run.data : null;
  const nothing = shown !== null && shown.figure.met + shown.figure.broken + shown.pending === 0;
  return (
    <div className={styles.column}>
      <Card testId="dry-run">
        <h2>{copy.dryRunTitle}</h2>
        <p className="muted">{copy.dryRunNote}</p>
        <Button disabled={!ready} loading={run.isPending} onClick={() => run.mutate(rule)} data-testid="dry-run-go">{copy.dryRun}</Button>
        {nothing ? <p>{copy.dryRunEmpty}</p> : null}
        {shown && !nothing ? (
          <>
            <Figure label={shown.measure} of={shown.figure} more={shown.pending > 0 ? copy.pending(shown.pending) : null} />
            {shown.cut ? <small>{copy.dryRunCut}</small> : null}
            <div className={styles.bars}>{barsOf(shown.figure, rule.clock).map(({ label, count, width, late }) => <div key={label} className={styles.bar}><span>{label}</span><i style={{ width: `${width}%` }} data-late={late} /><b>{count}</b></div>)}</div>
            {shown.broken.length > 0 ? <h3>{copy.wouldBreak}</h3> : null}
            <div className={styles.rows}>{shown.broken.map((time) => <p key={`${time.subjectId}${time.openedAt}`} className={styles.small}>{time.why}{time.staffName ? ` · ${time.staffName}` : ''}{time.windowLabel ? ` · ${time.windowLabel}` : ''}</p>)}</div>
          </>
        ) : null}
      </Card>
    </div>
  );
}
