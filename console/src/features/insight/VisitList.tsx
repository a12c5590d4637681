import type { InsightVisitPage, InsightVisitView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { api } from '../../kit/api/api.ts';
import { clockText, dayWords } from '../../kit/clock.ts';
import { insightCopy as copy } from '../../kit/copy/insight.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { useAddress } from '../../kit/use-address.ts';
import styles from './Insight.module.css';

const PAGE = 50;
const clock = (at: number | null) => (at === null ? '—' : clockText(at));

/** Everybody behind one day, one window or one matter. Whose visit it was does not stand there. */
export function VisitList({ day, windowId, matterId, name, onAll }: { day: string; windowId: string; matterId: string; name: string; onAll: () => void }) {
  const [page, setPage] = useAddress('page', '1');
  const skip = (Math.max(1, Number(page) || 1) - 1) * PAGE;
  const asked = new URLSearchParams({ day, skip: String(skip), ...(windowId ? { windowId } : {}), ...(matterId ? { matterId } : {}) }).toString();
  const query = useQuery({ queryKey: ['insight', 'visits', asked], queryFn: () => api.get<InsightVisitPage>(`/staff/insight/visits?${asked}`), placeholderData: (before) => before });
  return (
    <Card testId="insight-visits">
      <div className={styles.head}><h2>{copy.visits(dayWords(day))}</h2>{name ? <span>{copy.narrowed(name)} <Button type="link" size="small" onClick={onAll}>{copy.all}</Button></span> : null}</div>
      <Loaded query={query}>
        {({ items, count }) => (
          <Table<InsightVisitView> rowKey="ticketId" size="small" dataSource={items} footer={() => copy.count(count)} pagination={{ current: skip / PAGE + 1, pageSize: PAGE, total: count, hideOnSinglePage: true, showSizeChanger: false, onChange: (next) => setPage(String(next)) }} columns={[
            { key: 'number', title: copy.number, dataIndex: 'number', width: 80 }, { key: 'state', title: copy.state, dataIndex: 'stateLabel', width: 90 }, { key: 'matter', title: copy.matter, render: (_, row) => row.matterNames.join('、') }, { key: 'window', title: copy.window, width: 100, render: (_, row) => row.windowLabel ?? '—' },
            { key: 'takenAt', title: copy.takenAt, width: 80, render: (_, row) => clock(row.takenAt) }, { key: 'calledAt', title: copy.calledAt, width: 80, render: (_, row) => clock(row.calledAt) }, { key: 'endedAt', title: copy.endedAt, width: 80, render: (_, row) => clock(row.endedAt) },
            { key: 'waited', title: copy.waited, width: 80, align: 'right', render: (_, row) => copy.minutes(row.waited) }, { key: 'service', title: copy.service, width: 80, align: 'right', render: (_, row) => copy.minutes(row.serviceTook) },
          ]} />
        )}
      </Loaded>
    </Card>
  );
}
