import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { CommitmentFigureView, StaffCommitmentList, StaffCommitmentView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import styles from './Commitments.module.css';
import { besideWords, rateWords, toneOfPromise } from './commitments.view.ts';
import { DisputesTab } from './DisputesTab.tsx';
import { ExclusionsTab } from './ExclusionsTab.tsx';

type Tab = keyof typeof copy.tabs;
const AGAIN_AFTER_MS = 30_000;

/** What the hall has promised and what came of it, what is to be left out, and which times are doubted. */
export function CommitmentsPage() {
  const go = useNavigate();
  const [mayEdit, mayExclude] = [useMay('commitment.edit'), useMay('commitment.exclude')];
  const [word, setTab] = useAddress('tab', 'promises', 'dispute');
  const tab: Tab = mayExclude && word in copy.tabs ? (word as Tab) : 'promises';
  const query = useQuery({ queryKey: ['commitments'], queryFn: () => api.get<StaffCommitmentList>('/staff/commitments'), refetchInterval: AGAIN_AFTER_MS });
  return (
    <Page title={copy.title} lead={copy.lead} testId="commitments" action={mayEdit ? <Button type="primary" size="large" onClick={() => void go('/commitments/new')} data-testid="commitment-compose">{copy.compose}</Button> : null}>
      {mayExclude ? <Segmented<Tab> value={tab} onChange={setTab} style={{ justifySelf: 'start' }} options={(Object.keys(copy.tabs) as Tab[]).map((value) => ({ value, label: <span data-testid={`tab-${value}`}>{copy.tabs[value]}</span> }))} /> : null}
      {tab === 'exclusions' ? <ExclusionsTab /> : tab === 'disputes' ? <DisputesTab /> : (
        <Loaded query={query}>
          {({ items }) => (items.length === 0 ? <Blank icon={<SafetyCertificateOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="commitments-empty" /> : (
            <div className={styles.list}>{items.filter(({ wording }) => wording !== '').map((promise) => <Promise key={promise.id} of={promise} />)}</div>
          ))}
        </Loaded>
      )}
    </Page>
  );
}

function Promise({ of }: { of: StaffCommitmentView }) {
  return (
    <Link to={`/commitments/${of.id}`} className={styles.promise ?? ''} data-testid={`commitment-${of.code}`}>
      <div className={styles.head}><h2>{of.wording}</h2><StateTag tone={toneOfPromise(of)}>{of.stateLabel}</StateTag></div>
      <small>{of.holderLabel} · {of.holderName} · {of.measure}</small>
      <div className={styles.figures}><Figure label={copy.live} of={of.live} more={of.pending > 0 ? copy.pending(of.pending) : null} /><Figure label={of.month ? `${copy.sealed} · ${copy.asOf(dayWords(of.month.asOf))}` : copy.sealed} of={of.month} /></div>
      {of.drafted && of.state === 'published' ? <small>{copy.drafted}</small> : null}
    </Link>
  );
}

/** One figure with everything that stands beside it. */
export function Figure({ label, of, more = null }: { label: string; of: CommitmentFigureView | null; more?: string | null }) {
  const beside = of && besideWords(of);
  return (
    <div className={styles.figure}>
      <small>{label}</small>
      {of ? <span className={of.rate === null ? styles.few : styles.number}>{rateWords(of)}</span> : <span className={styles.few}>{copy.notYet}</span>}
      {of ? <small>{copy.counts(of.met, of.broken)}{of.excluded + of.ended > 0 ? ` · ${copy.aside(of.excluded, of.ended)}` : ''}</small> : null}
      {beside ? <small>{beside}</small> : null}
      {more ? <small>{more}</small> : null}
    </div>
  );
}
