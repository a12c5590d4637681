import type { StaffStarRoundView, StarCandidateView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Table } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { starsCopy as copy } from '../../kit/copy/stars.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { Objections } from './Objections.tsx';
import { StarActs } from './StarActs.tsx';
import { byVotes, spanText, toneOf, turnoutText } from './stars.view.ts';
import styles from './Stars.module.css';

const OFTEN_MS = 30_000;

const columns: TableColumnsType<StarCandidateView> = [
  { key: 'name', title: copy.nominee.name, width: 180, render: (_, one) => <span className={styles.two}><span className={styles.bar}>{one.name}{one.star ? <StateTag tone="sun">{copy.star}</StateTag> : one.struckWhy !== null ? <StateTag tone="accent">{copy.struck}</StateTag> : null}</span><small>{one.post}</small></span> },
  { key: 'figures', title: copy.nominee.figures, width: 250, render: (_, one) => <span className={styles.two}>{copy.served(one.served)}<small>{copy.rate(one.rate, one.judged)}</small><small>{copy.honours(one.honours)}</small></span> },
  { key: 'reasons', title: copy.nominee.reasons, render: (_, one) => <span className={styles.reasons}>{one.reasons}</span> },
];
const votes: TableColumnsType<StarCandidateView>[number] = { key: 'votes', title: copy.columns.votes, width: 100, render: (_, one) => (one.votes === null ? '' : copy.votes(one.votes)) };

/** One round: its plan, how it goes, what it brought. While votes are taken there is nothing to be seen of them but how many. */
export function StarPage() {
  const { id = '' } = useParams();
  const query = useQuery({ queryKey: ['star', id], queryFn: () => api.get<StaffStarRoundView>(`/staff/stars/${id}`), refetchInterval: OFTEN_MS });
  return (
    <Loaded query={query} lines={10}>
      {(of) => {
        const counted = of.candidates.some((one) => one.votes !== null);
        const facts: [string, string][] = [
          [copy.facts.time, spanText(of)], [copy.facts.tie, of.tieLabel], [copy.facts.objection, of.objectionsUntil === null ? copy.days(of.objectionDays) : copy.objectionUntil(dayWords(of.objectionsUntil))],
          ...(of.ballots === null ? [] : [[copy.facts.ballots, turnoutText(of)] as [string, string]]), ...(of.code === null ? [] : [[copy.facts.code, of.code] as [string, string]]), ...(of.root === null ? [] : [[copy.facts.root, of.root] as [string, string]]),
        ];
        return (
          <Page title={`${of.monthLabel}${copy.title}`} lead={<><Link to="/stars">{copy.back}</Link> · {of.openedByName === null ? copy.by(of.createdByName) : copy.openedBy(of.openedByName)}</>} testId="star" action={<span className={styles.bar}><StateTag tone={toneOf(of)} testId="star-state">{of.stateLabel}</StateTag><StarActs of={of} /></span>}>
            <Card><dl className={styles.facts}>{facts.map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>)}</dl></Card>
            {of.state === 'draft' || counted ? null : (
              <Card testId="star-progress">
                <h2>{copy.progress} {turnoutText(of)}</h2>
                <p className="muted">{of.state === 'open' ? `${copy.sealed}${copy.progressBody}` : copy.tooFew}</p>
              </Card>
            )}
            <Card testId="star-candidates"><h2>{copy.candidates}</h2><Table<StarCandidateView> rowKey="id" size="middle" columns={counted ? [...columns, votes] : columns} dataSource={byVotes(of.candidates)} pagination={false} /></Card>
            {of.state === 'published' || of.state === 'final' ? <Card testId="star-objections"><Objections of={of} /></Card> : null}
          </Page>
        );
      }}
    </Loaded>
  );
}
