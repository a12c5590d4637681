import { AuditOutlined } from '@ant-design/icons';
import type { StaffAppraisalList, StaffAppraisalView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { appraisalsCopy as copy } from '../../kit/copy/appraisals.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { usePage } from '../../kit/use-page.ts';
import { answersText, stateOf, toneOf, whenOf } from './appraisals.view.ts';
import { OpenDialog } from './OpenDialog.tsx';
import styles from './Appraisals.module.css';

const columns: TableColumnsType<StaffAppraisalView> = [
  { key: 'department', title: copy.columns.department, render: (_, row) => <Link to={`/appraisals/${row.id}`} data-testid={`appraisal-${row.id}`}>{row.departmentName}</Link> },
  { key: 'state', title: copy.columns.state, width: 220, render: (_, row) => <StateTag tone={toneOf(row)}>{stateOf(row)}</StateTag> },
  { key: 'opened', title: copy.columns.opened, width: 150, render: (_, row) => dayWords(row.openedOn) },
  { key: 'closes', title: copy.columns.closes, width: 150, render: (_, row) => dayWords(row.closesOn) },
  { key: 'answers', title: copy.columns.answers, width: 250, render: (_, row) => answersText(row) },
  { key: 'rectification', title: copy.columns.rectification, width: 190, render: (_, row) => (row.rectification ? <span className={styles.two}>{row.rectification.stateLabel}<small>{whenOf(row.rectification)}</small></span> : null) },
];

/** The appraisals of this hall, the newest first. */
export function AppraisalsPage() {
  const mayOpen = useMay('appraisal.open');
  const pages = usePage(12);
  const [opening, setOpening] = useState(false);
  const query = useQuery({ queryKey: ['appraisals'], queryFn: () => api.get<StaffAppraisalList>('/staff/appraisals') });
  return (
    <Page title={copy.title} lead={copy.lead} testId="appraisals" action={mayOpen ? <Button type="primary" size="large" onClick={() => setOpening(true)} data-testid="appraisal-new">{copy.create}</Button> : null}>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<AuditOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="appraisals-empty" />
          : <Table<StaffAppraisalView> rowKey="id" size="middle" columns={columns} dataSource={items} pagination={pages} />)}
      </Loaded>
      {opening ? <OpenDialog onClose={() => setOpening(false)} /> : null}
    </Page>
  );
}
