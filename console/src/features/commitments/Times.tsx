import type { FulfilmentPage, FulfilmentView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayOf, lengthText, now } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { ExcludeDialog } from './ExcludeDialog.tsx';
import { Look } from './Look.tsx';
import styles from './Commitments.module.css';
import { firstState, monthsUpTo, toneOf } from './commitments.view.ts';
import { VisitDrawer } from './VisitDrawer.tsx';

type State = FulfilmentView['state'];
const PAGE = 30;
const AGAIN_AFTER_MS = 30_000;

/** Every single time behind a figure: who, at which window, and why it counts as it does. */
export function Times({ commitmentId }: { commitmentId: string }) {
  const [chosen, setState] = useAddress('state', '', 'page');
  const [page, setPage] = useAddress('page', '1');
  const [month, setMonth] = useAddress('month', dayOf(now()).slice(0, 7), 'page');
  const [ticket, setTicket] = useAddress('visit', '');
  const [excluding, setExcluding] = useState<FulfilmentView | null>(null);
  const mayExclude = useMay('commitment.exclude');
  const skip = (Math.max(1, Number(page) || 1) - 1) * PAGE;
  const asked = (of: string, from: number) => ({ queryKey: ['commitments', commitmentId, 'times', of, month, from], queryFn: () => api.get<FulfilmentPage>(`/staff/commitments/${commitmentId}/fulfilments?period=${month}&state=${of}&skip=${from}`) });
  const first = useQuery({ ...asked('broken', 0), enabled: chosen === '' });
  const [opened, setOpened] = useState<{ month: string; state: State } | null>(null);
  // Once for each month: what changes meanwhile must not turn the page under its reader.
  if (first.data && opened?.month !== month) setOpened({ month, state: firstState(first.data.counts) });
  const state = (chosen || opened?.state) ?? 'broken';
  const query = useQuery({ ...asked(state, skip), placeholderData: (before) => before, refetchInterval: AGAIN_AFTER_MS });
  const counts = query.data?.counts;
  const exclusion = ({ exclusion: found }: FulfilmentView) => (found ? <span className={styles.small}>{copy.stateWords[found.state]} · {copy.excludedBy(found.proposedBy, found.reasonLabel)}</span> : null);
  return (
    <>
      <span className={styles.acts}>
        <Segmented<State> value={state as State} onChange={setState} options={(Object.keys(copy.states) as State[]).map((value) => ({ value, label: <span data-testid={`times-${value}`}>{copy.states[value]}{counts ? ` ${counts[value]}` : ''}</span> }))} />
        <Select aria-label={copy.month} style={{ minWidth: 140 }} value={month} onChange={setMonth} options={monthsUpTo(dayOf(now()).slice(0, 7), month).map((value) => ({ value, label: copy.monthWords(value) }))} data-testid="times-month" />
      </span>
      <Loaded query={query}>
        {({ items, count }) => (
          <Table<FulfilmentView> rowKey="id" size="middle" dataSource={items} locale={{ emptyText: copy.noTimes }} pagination={{ current: skip / PAGE + 1, pageSize: PAGE, total: count, hideOnSinglePage: true, showSizeChanger: false, onChange: (next) => setPage(String(next)) }}
            columns={[
              { key: 'what', title: copy.what, width: 160, render: (_, row) => <>{row.title}<br /><StateTag tone={toneOf(row.state)}>{copy.states[row.state]}</StateTag></> },
              { key: 'who', title: copy.who, width: 130, render: (_, row) => <>{row.staffName ?? '—'}<br /><span className={styles.small}>{row.windowLabel ?? ''}</span></> },
              { key: 'why', title: copy.why, render: (_, row) => <>{row.why}{row.tookSeconds === null || row.subjectKind !== 'visit' ? null : <><br /><span className={styles.small}>{copy.took} {copy.seconds(lengthText(row.tookSeconds))}</span></>}<br />{exclusion(row)}</> },
              { key: 'act', width: 150, render: (_, row) => <span className={styles.acts}><Look of={row} onVisit={() => setTicket(row.subjectId)} />{mayExclude && row.state === 'broken' && !row.exclusion ? <Button size="small" onClick={() => setExcluding(row)} data-testid={`exclude-${row.id}`}>{copy.exclude}</Button> : null}</span> },
            ]} />
        )}
      </Loaded>
      {excluding ? <ExcludeDialog of={excluding} onClose={() => setExcluding(null)} /> : null}
      {ticket ? <VisitDrawer ticketId={ticket} onClose={() => setTicket('')} /> : null}
    </>
  );
}
