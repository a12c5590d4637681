import type { StaffCommitmentView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { CommitmentActs } from './CommitmentActs.tsx';
import styles from './Commitments.module.css';
import { Figure } from './CommitmentsPage.tsx';
import { barsOf, heldWords, rateWords, toneOfPromise } from './commitments.view.ts';
import { Times } from './Times.tsx';

/** What changes at the windows is seen here without being asked for. */
const AGAIN_AFTER_MS = 30_000;

/** One promise: its figures, how long it took, and each single time behind them. */
export function CommitmentPage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['commitments', id], queryFn: () => api.get<StaffCommitmentView>(`/staff/commitments/${id}`), refetchInterval: AGAIN_AFTER_MS });
  return <Loaded query={query} lines={10}>{(of) => <One of={of} />}</Loaded>;
}

function One({ of }: { of: StaffCommitmentView }) {
  const spread = of.live ?? of.month;
  return (
    <Page title={of.wording} lead={<><Link to="/commitments">{copy.back}</Link> · {of.holderLabel} · {of.holderName} · {of.measure}{of.basis ? ` · ${of.basis}` : ''}</>} testId="commitment" action={<StateTag tone={toneOfPromise(of)} testId="commitment-state">{of.stateLabel}</StateTag>}>
      <div className={styles.two}>
        <div className={styles.column}><Card testId="commitment-times"><h2>{copy.times}</h2><Times commitmentId={of.id} /></Card></div>
        <div className={styles.column}>
          <Card>
            <Figure label={copy.live} of={of.live} more={of.pending > 0 ? copy.pending(of.pending) : null} />
            <Figure label={of.month ? `${copy.sealed} · ${copy.asOf(dayWords(of.month.asOf))}` : copy.sealed} of={of.month} />
            <p className="muted">{heldWords(of)}</p>
            <CommitmentActs of={of} />
          </Card>
          {spread ? (
            <Card testId="commitment-spread">
              <h2>{copy.spread}</h2>
              <div className={styles.bars}>{barsOf(spread, of.rule.clock).map(({ label, count, width, late }) => <div key={label} className={styles.bar}><span>{label}</span><i style={{ width: `${width}%` }} data-late={late} /><b>{count}</b></div>)}</div>
            </Card>
          ) : null}
          <Card testId="commitment-trend">
            <h2>{copy.trend}</h2>
            {of.trend.length === 0 ? <p className="muted">{copy.noTrend}</p> : <Months of={of.trend} />}
          </Card>
          {of.earlier.length > 0 ? <Earlier of={of.earlier} /> : null}
        </div>
      </div>
    </Page>
  );
}

/** What was promised before: another wording does not take away what came of the first. */
function Earlier({ of }: { of: StaffCommitmentView['earlier'] }) {
  return (
    <Card testId="commitment-earlier">
      <h2>{copy.earlier}</h2>
      {of.map(({ wording, measure, inForceFrom, inForceTo, trend }) => (
        <div key={inForceFrom}>
          <p>{wording}</p>
          <p className="muted">{copy.inForce(dayWords(inForceFrom), dayWords(inForceTo))} · {measure}</p>
          <Months of={trend} />
        </div>
      ))}
    </Card>
  );
}

function Months({ of }: { of: StaffCommitmentView['trend'] }) {
  return <div className={styles.bars}>{of.map((figure) => <div key={figure.period} className={styles.bar}><span>{figure.period}</span><i style={{ width: `${(figure.rate ?? 0) / 10}%` }} /><b>{figure.rate === null ? figure.met + figure.broken : rateWords(figure)}</b></div>)}</div>;
}
