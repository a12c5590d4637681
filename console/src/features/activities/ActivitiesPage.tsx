import { CalendarOutlined } from '@ant-design/icons';
import type { StaffActivityList, StaffActivityView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Button, Segmented, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { now } from '../../kit/clock.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { usePage } from '../../kit/use-page.ts';
import type { Scope } from './activities.view.ts';
import { SCOPES, narrowed, satisfactionText, scopeOf, spanText, toneOf } from './activities.view.ts';
import styles from './Activities.module.css';

const columns: TableColumnsType<StaffActivityView> = [
  { key: 'title', title: copy.columns.title, render: (_, item) => <Link to={`/activities/${item.id}`} data-testid={`activity-${item.id}`}>{item.title}</Link> },
  { key: 'time', title: copy.columns.time, width: 230, render: (_, item) => spanText(item) },
  { key: 'place', title: copy.columns.place, width: 170, dataIndex: 'place', ellipsis: true },
  { key: 'places', title: copy.columns.places, width: 120, render: (_, item) => <span className={styles.two}>{copy.places(item.signedUp, item.capacity)}{item.waiting > 0 ? <small>{copy.waiting(item.waiting)}</small> : null}</span> },
  { key: 'state', title: copy.columns.state, width: 120, render: (_, item) => <StateTag tone={toneOf(item)}>{item.stateLabel}</StateTag> },
  { key: 'satisfaction', title: copy.columns.satisfaction, width: 200, render: (_, item) => (item.attended === 0 ? '' : satisfactionText(item.satisfaction)) },
];

/** What the hall holds for the people: coming, past, and still being planned. */
export function ActivitiesPage() {
  const go = useNavigate();
  const mayEdit = useMay('activity.edit');
  const [word, setScope] = useAddress('scope', 'coming', 'page');
  const pages = usePage(10);
  const scope = scopeOf(word);
  const query = useQuery({ queryKey: ['activities'], queryFn: () => api.get<StaffActivityList>('/staff/activities') });
  return (
    <Page title={copy.title} lead={copy.lead} testId="activities" action={mayEdit ? <Button type="primary" size="large" onClick={() => void go('/activities/new')} data-testid="activity-new">{copy.create}</Button> : null}>
      <Segmented<Scope> value={scope} onChange={setScope} style={{ justifySelf: 'start' }} options={SCOPES.map((value) => ({ value, label: copy.scopes[value] }))} data-testid="activity-scope" />
      <Loaded query={query}>
        {({ items }) => {
          const shown = narrowed(items, scope, now());
          return shown.length === 0 ? <Blank icon={<CalendarOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="activities-empty" />
            : <Table<StaffActivityView> rowKey="id" size="middle" columns={columns} dataSource={shown} pagination={pages} />;
        }}
      </Loaded>
    </Page>
  );
}
