import { ProfileOutlined } from '@ant-design/icons';
import type { MatterRoomCardView, MatterRoomList, MatterRoomView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Input, Modal, Table, Tooltip } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Matters.module.css';

const COLUMNS: TableColumnsType<MatterRoomCardView> = [
  { key: 'name', title: copy.columns.name, render: (_, { id, name, draftNote }) => <span className={styles.small}><Link to={`/matters/${id}`} data-testid={`matter-${id}`}><strong>{name}</strong></Link>{draftNote ? <small>{copy.draft(draftNote)}</small> : null}</span> },
  { key: 'version', title: copy.columns.version, width: 240, render: (_, { versionNumber, effectiveFrom, offered }) => (versionNumber === null || effectiveFrom === null ? <StateTag tone="info">{copy.notYet}</StateTag> : <span className={styles.acts}>{copy.version(versionNumber, effectiveFrom)}{offered ? null : <StateTag tone="quiet">{copy.ended}</StateTag>}</span>) },
  { key: 'coming', title: copy.columns.coming, width: 200, render: (_, { upcomingFrom }) => (upcomingFrom ? <StateTag tone="info">{copy.comingFrom(dayWords(upcomingFrom))}</StateTag> : null) },
  { key: 'windows', title: copy.columns.windows, width: 220, render: (_, { windows, offered, upcomingFrom }) => (windows.length > 0 ? windows.join('、') : offered || upcomingFrom ? <StateTag tone="warn">{copy.noWindow}</StateTag> : null) },
  { key: 'gaps', title: copy.columns.gaps, width: 120, render: (_, { gaps }) => (gaps.length > 0 ? <Tooltip title={gaps.join('；')}><span><StateTag tone="warn">{copy.unsaid(gaps.length)}</StateTag></span></Tooltip> : <StateTag tone="ok">{copy.none}</StateTag>) },
];

/** What can be done here, and what only the hall can still say of it. */
export function MattersPage() {
  const client = useQueryClient();
  const go = useNavigate();
  const { message } = App.useApp();
  const [name, setName] = useState<string | null>(null);
  const query = useQuery({ queryKey: ['matters'], queryFn: () => api.get<MatterRoomList>('/staff/matters') });
  const begin = useMutation({
    mutationFn: () => api.create<MatterRoomView>('/staff/matters', { name: (name ?? '').trim() }),
    onSuccess: (room) => { client.setQueryData(['matters', room.id], room); void client.invalidateQueries({ queryKey: ['matters'], exact: true }); void go(`/matters/${room.id}`); },
    onError: (error) => void message.error(sentencesOf(error).join('；')),
  });
  return (
    <Page title={copy.title} lead={copy.lead} testId="matters" action={<Button type="primary" size="large" onClick={() => setName('')} data-testid="matter-add">{copy.add}</Button>}>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<ProfileOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="matters-empty" /> : <Table<MatterRoomCardView> rowKey="id" size="middle" columns={COLUMNS} dataSource={items} pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }} />)}
      </Loaded>
      <Modal open={name !== null} title={copy.addTitle} okText={copy.addOk} cancelText={copy.cancel} onCancel={() => setName(null)} onOk={() => begin.mutate()} confirmLoading={begin.isPending} okButtonProps={{ disabled: (name ?? '').trim().length < 2, 'data-testid': 'matter-add-ok' }}>
        <div className={styles.form}><p className="muted">{copy.addLead}</p><label><span>{copy.addName}</span><Input autoFocus maxLength={30} value={name ?? ''} onChange={(event) => setName(event.target.value)} data-testid="matter-add-name" /></label></div>
      </Modal>
    </Page>
  );
}
