import { StarOutlined } from '@ant-design/icons';
import type { StaffStarRoundList, StaffStarRoundView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Button, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { starsCopy as copy } from '../../kit/copy/stars.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { usePage } from '../../kit/use-page.ts';
import { spanText, starsOf, toneOf, turnoutText } from './stars.view.ts';
import styles from './Stars.module.css';

const columns: TableColumnsType<StaffStarRoundView> = [
  { key: 'month', title: copy.columns.month, width: 150, render: (_, row) => <Link to={`/stars/${row.id}`} data-testid={`star-${row.id}`}>{row.monthLabel}</Link> },
  { key: 'state', title: copy.columns.state, width: 180, render: (_, row) => <span className={styles.two}><StateTag tone={toneOf(row)}>{row.stateLabel}</StateTag>{row.openObjections > 0 ? <small>{copy.openObjections(row.openObjections)}</small> : null}</span> },
  { key: 'time', title: copy.columns.time, width: 290, render: (_, row) => spanText(row) },
  { key: 'candidates', title: copy.columns.candidates, render: (_, row) => row.candidates.map(({ name }) => name).join('、') },
  { key: 'turnout', title: copy.columns.turnout, width: 130, render: (_, row) => turnoutText(row) },
  { key: 'result', title: copy.columns.result, width: 160, render: (_, row) => starsOf(row) },
];

/** The rounds of this hall, the newest first. */
export function StarsPage() {
  const go = useNavigate();
  const mayEdit = useMay('star.edit');
  const pages = usePage(12);
  const query = useQuery({ queryKey: ['stars'], queryFn: () => api.get<StaffStarRoundList>('/staff/stars') });
  return (
    <Page title={copy.title} lead={copy.lead} testId="stars" action={mayEdit ? <Button type="primary" size="large" onClick={() => void go('/stars/new')} data-testid="star-new">{copy.create}</Button> : null}>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<StarOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="stars-empty" />
          : <Card><Table<StaffStarRoundView> rowKey="id" size="middle" columns={columns} dataSource={items} pagination={pages} /></Card>)}
      </Loaded>
    </Page>
  );
}
