import { TrophyOutlined } from '@ant-design/icons';
import type { StaffCardList, StaffHonourView } from '@hall/shared/api/views';
import type { TableColumnsType } from 'antd';
import { Button, Input, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { HONOUR_LIMITS } from '@hall/shared/lights/card.rules';
import { lightsCopy } from '../../kit/copy/lights.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { HonourDialog } from './HonourDialog.tsx';
import styles from './Lights.module.css';
import { useHonours, useHonourStep } from './lights.api.ts';

const copy = lightsCopy.honour;

/** What people, departments and windows were honoured for, with the paper it stands in. */
export function HonoursTable({ list }: { list: StaffCardList }) {
  const query = useHonours();
  const [adding, setAdding] = useState(false);
  const columns: TableColumnsType<StaffHonourView> = [
    { key: 'title', title: copy.columns.title, render: (_, { title, givenBy, withdrawnWhy }) => <span className={styles.two}><span className={withdrawnWhy === null ? undefined : styles.gone}>{title}</span><small>{withdrawnWhy === null ? copy.given(givenBy) : copy.withdrawn(withdrawnWhy)}</small></span> },
    { key: 'holder', title: copy.columns.holder, width: 170, render: (_, { holderKind, holderName }) => <span className={styles.two}><span>{holderName}</span><small>{copy.kinds[holderKind]}</small></span> },
    { key: 'document', title: copy.columns.document, dataIndex: 'document' },
    { key: 'day', title: copy.columns.day, width: 120, dataIndex: 'givenOn' },
    { key: 'source', title: copy.columns.source, width: 100, render: (_, { source }) => copy.sources[source] },
    { key: 'acts', title: copy.columns.acts, width: 100, render: (_, honour) => (honour.actions.includes('withdraw') ? <Withdraw honour={honour} /> : null) },
  ];
  return (
    <Card testId="honours"><div className={styles.room}>
      <div className={styles.acts}><Button type="primary" onClick={() => setAdding(true)} data-testid="honour-add">{copy.add}</Button></div>
      <Loaded query={query} lines={5}>
        {({ items }) => (items.length === 0 ? <Blank icon={<TrophyOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="honours-empty" /> : <Table<StaffHonourView> rowKey="id" size="middle" columns={columns} dataSource={items} pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }} />)}
      </Loaded>
      {adding ? <HonourDialog list={list} onClose={() => setAdding(false)} /> : null}
    </div></Card>
  );
}

/** Taking one back asks for the reason: it stays in the list with it. */
function Withdraw({ honour: { id, version } }: { honour: StaffHonourView }) {
  const [reason, setReason] = useState('');
  const step = useHonourStep();
  return (
    <Popconfirm title={copy.withdrawAsk} okText={copy.withdraw} cancelText={copy.cancel} okButtonProps={{ disabled: reason.trim().length < 2, danger: true }}
      description={<Input value={reason} maxLength={HONOUR_LIMITS.reason} placeholder={copy.withdrawReason} onChange={(event) => setReason(event.target.value)} data-testid="honour-withdraw-reason" />}
      onConfirm={() => step.mutate({ path: `/staff/lights/honours/${id}/withdraw`, body: { reason: reason.trim(), version }, done: copy.done })}>
      <Button size="small" danger loading={step.isPending} data-testid={`honour-withdraw-${id}`}>{copy.withdraw}</Button>
    </Popconfirm>
  );
}
