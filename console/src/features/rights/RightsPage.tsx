import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { RightsRowList, RightsRowView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { momentText } from '../../kit/clock.ts';
import { rightsCopy as copy } from '../../kit/copy/rights.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { usePage } from '../../kit/use-page.ts';
import { OpenDialog } from './OpenDialog.tsx';
import { toneOf } from './rights.view.ts';
import styles from './Rights.module.css';

const columns: TableColumnsType<RightsRowView> = [
  { key: 'number', title: copy.columns.number, width: 190, render: (_, row) => <Link to={`/rights/${row.id}`} data-testid={`rights-${row.id}`}>{row.number}</Link> },
  { key: 'topic', title: copy.columns.topic, dataIndex: 'topicLabel' },
  { key: 'name', title: copy.columns.name, width: 120, dataIndex: 'maskedName' },
  { key: 'owner', title: copy.columns.owner, width: 130, render: (_, row) => <span className={styles.two}>{row.ownerName}{row.actingName ? <small>{copy.acting(row.actingName)}</small> : null}</span> },
  { key: 'state', title: copy.columns.state, width: 130, render: (_, row) => <StateTag tone={toneOf(row)}>{row.overdue ? copy.late : row.stateLabel}</StateTag> },
  { key: 'due', title: copy.columns.due, width: 160, render: (_, row) => (row.dueAt === null ? '' : <span className={row.overdue ? styles.late : ''}>{momentText(row.dueAt)}</span>) },
];

/** Cases about people's rights: those the reader may open. */
export function RightsPage() {
  const [word, setScope] = useAddress('scope', 'open', 'page');
  const pages = usePage(10);
  const scope = word === 'all' ? 'all' : 'open';
  const [opening, setOpening] = useState(false);
  const mayOpen = useMay('case.read');
  const mayHandle = useMay('rights.handle');
  const query = useQuery({ queryKey: ['rights', scope], queryFn: () => api.get<RightsRowList>(`/staff/rights?scope=${scope}`) });
  return (
    <Page title={copy.title} lead={copy.lead} testId="rights" action={mayOpen ? <Button type="primary" size="large" onClick={() => setOpening(true)} data-testid="rights-open">{copy.open}</Button> : null}>
      <Segmented<'open' | 'all'> value={scope} onChange={setScope} style={{ justifySelf: 'start' }} options={(['open', 'all'] as const).map((value) => ({ value, label: copy.scopes[value] }))} data-testid="rights-scope" />
      <Loaded query={query}>
        {({ items }) => (items.length === 0
          ? <Blank icon={<SafetyCertificateOutlined />} title={mayHandle ? copy.emptyTitle[scope] : copy.emptyTitleForClerk} body={mayHandle ? copy.emptyBody : copy.emptyForClerk} testId="rights-empty" />
          : <Table<RightsRowView> rowKey="id" size="middle" columns={columns} dataSource={items} pagination={pages} />)}
      </Loaded>
      {opening ? <OpenDialog onClose={() => setOpening(false)} /> : null}
    </Page>
  );
}
