import { BellOutlined, CheckOutlined } from '@ant-design/icons';
import type { RelayReceiptView, RelayView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Popconfirm, Table } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayWords, momentText } from '../../kit/clock.ts';
import { relaysCopy as copy } from '../../kit/copy/relays.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { isAddress, progressOf, standingOf, unreadNames } from './relays.view.ts';
import styles from './Relays.module.css';

const columns: TableColumnsType<RelayReceiptView> = [
  { key: 'name', title: copy.columns.name, render: (_, each) => <span className={styles.two}>{each.name}{each.actingName ? <small>{copy.acting(each.actingName)}</small> : null}</span> },
  { key: 'department', title: copy.columns.department, dataIndex: 'departmentName' },
  { key: 'state', title: copy.columns.state, width: 150, render: (_, each) => <span className={styles.two}><StateTag tone={each.state === 'acknowledged' ? 'ok' : each.overdue ? 'accent' : each.state === 'owed' ? 'warn' : 'quiet'}>{each.overdue ? copy.late : each.stateLabel}</StateTag>{each.state === 'owed' && each.remindedOn !== null ? <small>{copy.remindedOn(dayWords(each.remindedOn))}</small> : null}</span> },
  { key: 'at', title: copy.columns.at, width: 220, render: (_, each) => (each.acknowledgedAt === null ? '' : `${momentText(each.acknowledgedAt)}${each.acknowledgedByName ? `（${copy.acting(each.acknowledgedByName)}）` : ''}`) },
];
/** Who has not read it stands first. */
const order = (a: RelayReceiptView, b: RelayReceiptView): number => Number(b.state === 'owed') - Number(a.state === 'owed');

/** One message: what it says, the receipt I owe, and who has not read it yet. */
export function RelayPage() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const { message } = App.useApp();
  const key = ['relay', id];
  const query = useQuery({ queryKey: key, queryFn: () => api.get<RelayView>(`/staff/relays/${id}`) });
  const take = useMutation({
    mutationFn: ({ path, body }: { path: 'acknowledge' | 'remind' | 'withdraw'; body: object }) => api.post<RelayView>(`/staff/relays/${id}/${path}`, body),
    onSuccess: (view, { path }) => { client.setQueryData(key, view); void client.invalidateQueries({ queryKey: ['relays'] }); void message.success(copy.doneWords[path]); },
    onError: (error) => { void message.error(sentenceOf(error)); void query.refetch(); },
  });
  return (
    <Loaded query={query}>
      {(relay) => {
        const state = relay.receipts.length > 0 && !relay.mine ? progressOf(relay) : standingOf(relay);
        return (
          <Page title={relay.title} lead={<><Link to="/relays">{copy.back}</Link> · {copy.by(relay.sentByName, momentText(relay.sentAt))}</>} testId="relay" action={<StateTag tone={state.tone} testId="relay-state">{state.word}</StateTag>}>
            <Card>
              <p className={styles.words}>{relay.words}</p>
              {relay.link ? <p className={styles.link}><span>{copy.link}</span>{isAddress(relay.link) ? <a href={relay.link} target="_blank" rel="noreferrer noopener">{relay.link}</a> : <span>{relay.link}</span>}</p> : null}
              <span className={styles.bar}>
                {relay.mine ? <Button type="primary" size="large" icon={<CheckOutlined />} loading={take.isPending && take.variables.path === 'acknowledge'} onClick={() => take.mutate({ path: 'acknowledge', body: {} })} data-testid="relay-acknowledge">{copy.acknowledge}</Button> : null}
                {relay.mine && relay.dueAt !== null ? <span className="muted">{copy.due(momentText(relay.dueAt))}</span> : null}
                {relay.mayWithdraw ? <Popconfirm title={copy.withdrawAsk} okText={copy.withdraw} cancelText={copy.cancel} onConfirm={() => take.mutate({ path: 'withdraw', body: { version: relay.version } })}><Button data-testid="relay-withdraw">{copy.withdraw}</Button></Popconfirm> : null}
              </span>
            </Card>
            {relay.receipts.length > 0 ? (
              <Card testId="relay-receipts"><header className={styles.bar}><h2>{copy.receipts}</h2><span className="muted">{copy.progress(relay.acknowledged, relay.recipients)}</span><span className={styles.grow} />{unreadNames(relay).length > 0 && !relay.withdrawn ? <Button icon={<BellOutlined />} disabled={relay.remindable === 0} loading={take.isPending && take.variables.path === 'remind'} onClick={() => take.mutate({ path: 'remind', body: {} })} data-testid="relay-remind">{relay.remindable === 0 ? copy.remindedToday : copy.remind(relay.remindable)}</Button> : null}</header><Table<RelayReceiptView> rowKey="staffId" size="small" columns={columns} dataSource={[...relay.receipts].sort(order)} pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }} /></Card>
            ) : null}
          </Page>
        );
      }}
    </Loaded>
  );
}
