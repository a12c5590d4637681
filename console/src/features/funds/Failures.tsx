import type { FundBatchView, FundFailureView } from '@hall/shared/api/views';
import { yuanText } from '@hall/shared/kernel/money';
import type { TableColumnsType } from 'antd';
import { Button, Popconfirm, Table } from 'antd';
import { fundsCopy as copy } from '../../kit/copy/funds.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Funds.module.css';
import { useStep } from './use-funds.ts';

/** Those of a batch whom the bank could not pay, by reason, until each is settled. */
export function Failures({ batch }: { batch: FundBatchView }) {
  const step = useStep(() => copy.done.retry);
  const retry = (failure: FundFailureView, settled: boolean) => step.mutate({ id: batch.id, path: `failures/${failure.id}/retry`, body: { version: failure.version, settled } });
  const columns: TableColumnsType<FundFailureView> = [
    { key: 'reason', title: copy.failures.reason, dataIndex: 'reasonLabel' },
    { key: 'persons', title: copy.failures.persons, width: 90, align: 'right', dataIndex: 'persons' },
    { key: 'amount', title: copy.failures.amount, width: 140, align: 'right', render: (_, failure) => yuanText(failure.amountFen) },
    { key: 'tries', title: copy.failures.tries, width: 100, align: 'right', dataIndex: 'tries' },
    { key: 'state', title: copy.failures.state, width: 120, render: (_, failure) => <StateTag tone={failure.settled ? 'ok' : 'warn'}>{failure.settled ? copy.settled : copy.failing}</StateTag> },
    { key: 'acts', title: copy.failures.acts, width: 220, render: (_, failure) => (failure.settled || batch.state !== 'paying' ? null : (
      <span className={styles.acts}>
        <Popconfirm title={copy.settledAsk(failure.persons)} okText={copy.ok} cancelText={copy.cancel} okButtonProps={{ 'data-testid': 'fund-settled-yes' }} onConfirm={() => retry(failure, true)}><Button size="small" data-testid={`fund-settled-${failure.id}`}>{copy.retrySettled}</Button></Popconfirm>
        <Button size="small" onClick={() => retry(failure, false)} data-testid={`fund-failed-${failure.id}`}>{copy.retryFailed}</Button>
      </span>
    )) },
  ];
  return <Table<FundFailureView> rowKey="id" size="small" columns={columns} dataSource={batch.failures} pagination={false} />;
}
