import { DesktopOutlined } from '@ant-design/icons';
import type { Listed } from '@hall/shared/api/names';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { devicesCopy as copy } from '../../kit/copy/devices.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import type { Tone } from '../../kit/state/StateTag.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Devices.module.css';
import { PairDialog } from './PairDialog.tsx';
import { RenameDialog } from './RenameDialog.tsx';

export interface DeviceView { id: string; kind: string; name: string; state: 'waiting' | 'paired' | 'revoked'; pairedAt: number | null }

const TONES: Record<DeviceView['state'], Tone> = { waiting: 'info', paired: 'ok', revoked: 'quiet' };
const POLL_MS = 5_000;

/** The hall's screens: paired by a one-time code, revoked with one press. */
export function DevicesPage() {
  const { message } = App.useApp();
  const [pairing, setPairing] = useState(false);
  const [renamed, setRenamed] = useState<DeviceView | null>(null);
  const query = useQuery({ queryKey: ['devices'], queryFn: () => api.get<Listed<DeviceView>>('/staff/devices'), refetchInterval: pairing ? POLL_MS : false });
  const revoke = useMutation({
    mutationFn: (device: DeviceView) => api.post(`/staff/devices/${device.id}/revoke`),
    onSettled: () => void query.refetch(),
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <Page title={copy.title} lead={copy.lead} testId="devices" action={<Button type="primary" size="large" onClick={() => setPairing(true)} data-testid="device-pair">{copy.pair}</Button>}>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<DesktopOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="devices-empty" /> : (
          <Table<DeviceView> rowKey="id" size="middle" pagination={false} dataSource={items} columns={[
            { title: copy.columns.name, dataIndex: 'name', ellipsis: true },
            { title: copy.columns.state, width: 140, render: (_, device) => <StateTag tone={TONES[device.state]} testId={`device-state-${device.id}`}>{copy.states[device.state]}</StateTag> },
            { title: copy.columns.pairedAt, width: 180, render: (_, device) => (device.pairedAt === null ? '' : momentText(device.pairedAt)) },
            { title: copy.columns.acts, width: 200, render: (_, device) => (device.state === 'revoked' ? null : (
              <span className={styles.acts}>
                <Button size="small" onClick={() => setRenamed(device)} data-testid={`device-rename-${device.id}`}>{copy.rename}</Button>
                <Popconfirm title={copy.revokeAsk(device.name)} okText={copy.revokeYes} cancelText={copy.revokeNo} onConfirm={() => revoke.mutate(device)}>
                  <Button size="small" danger loading={revoke.isPending && revoke.variables.id === device.id} data-testid={`device-revoke-${device.id}`}>{copy.revoke}</Button>
                </Popconfirm>
              </span>
            )) },
          ]} />
        ))}
      </Loaded>
      {pairing ? <PairDialog devices={query.data?.items ?? []} onClose={() => setPairing(false)} /> : null}
      {renamed ? <RenameDialog key={renamed.id} device={renamed} onClose={() => setRenamed(null)} /> : null}
    </Page>
  );
}
