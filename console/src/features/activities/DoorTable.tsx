import { PhoneOutlined, PlusOutlined } from '@ant-design/icons';
import type { DoorList, DoorPhoneView, DoorSignUpView, StaffActivityView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Input, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { found } from './activities.view.ts';
import styles from './Activities.module.css';
import { AddDialog } from './AddDialog.tsx';

const TONES = { 'signed-up': 'info', waiting: 'warn', attended: 'ok', cancelled: 'quiet', 'called-off': 'quiet' } as const;

/** Who comes, by name: ticked at the door, written down when they have no phone. */
export function DoorTable({ of }: { of: StaffActivityView }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const key = ['activity-door', of.id];
  const base = `/staff/activities/${of.id}/sign-ups`;
  // Every reading is written down, so it is not read again merely because the window was looked at.
  const query = useQuery({ queryKey: key, queryFn: () => api.get<DoorList>(base), refetchOnWindowFocus: false });
  const took = (list: DoorList) => { client.setQueryData(key, list); void client.invalidateQueries({ queryKey: ['activity', of.id] }); };
  const fail = (error: unknown) => { void message.error(sentenceOfStep(error)); void query.refetch(); };
  const step = useMutation({ mutationFn: ({ item, action }: { item: DoorSignUpView; action: string }) => api.post<DoorList>(`${base}/${item.id}/${action}`, { version: item.version }), onSuccess: took, onError: fail });
  const call = useMutation({
    mutationFn: (item: DoorSignUpView) => api.post<DoorPhoneView>(`${base}/${item.id}/phone`),
    onSuccess: ({ phone }, item) => void modal.info({ title: copy.phoneOf(item.name), content: phone ?? copy.noPhone, okText: copy.close, centered: true }),
    onError: fail,
  });
  const columns: TableColumnsType<DoorSignUpView> = [
    { key: 'name', title: copy.signUps.name, render: (_, item) => <span className={styles.two}>{item.name}{item.byHand ? <small>{copy.byHand}</small> : null}</span> },
    { key: 'reference', title: copy.signUps.reference, width: 110, dataIndex: 'reference' },
    { key: 'at', title: copy.signUps.at, width: 140, render: (_, item) => momentText(item.signedUpAt) },
    { key: 'state', title: copy.signUps.state, width: 120, render: (_, item) => <StateTag tone={TONES[item.state]}>{item.stateLabel}</StateTag> },
    { key: 'acts', title: copy.signUps.acts, width: 210, render: (_, item) => (
      <span className={styles.acts}>
        {item.actions.map((action) => (action === 'cancel'
          ? <Popconfirm key={action} title={copy.takeOffAsk(item.name)} okText={copy.ok} cancelText={copy.cancel} okButtonProps={{ 'data-testid': 'door-cancel-yes' }} onConfirm={() => step.mutate({ item, action })}><Button size="small" data-testid={`door-cancel-${item.id}`}>{copy.atDoor.cancel}</Button></Popconfirm>
          : <Button key={action} size="small" onClick={() => step.mutate({ item, action })} data-testid={`door-${action}-${item.id}`}>{copy.atDoor[action as keyof typeof copy.atDoor]}</Button>))}
        {item.hasPhone ? <Button size="small" icon={<PhoneOutlined />} aria-label={copy.showPhone} title={copy.showPhone} onClick={() => call.mutate(item)} data-testid={`door-phone-${item.id}`} /> : null}
      </span>
    ) },
  ];
  return (
    <>
      <header className={styles.head}>
        <h2>{copy.door}</h2>
        <span className={styles.bar}>
          <Input.Search allowClear placeholder={copy.search} value={text} onChange={(event) => setText(event.target.value)} style={{ width: 200 }} data-testid="door-search" />
          {of.doorOpen ? <Button icon={<PlusOutlined />} onClick={() => setAdding(true)} data-testid="door-add">{copy.add}</Button> : null}
        </span>
      </header>
      {of.doorOpen ? <p className="muted">{copy.doorHint}</p> : null}
      <Loaded query={query} lines={4}>
        {({ items }) => <Table<DoorSignUpView> rowKey="id" size="small" columns={columns} dataSource={found(items, text)} locale={{ emptyText: items.length === 0 ? copy.nobody : copy.nobodyFound }} pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }} />}
      </Loaded>
      {adding ? <AddDialog base={base} onClose={() => setAdding(false)} onAdded={(list) => { setAdding(false); took(list); }} /> : null}
    </>
  );
}
