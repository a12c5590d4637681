import type { FundImportView, FundWishInput } from '@hall/shared/api/views';
import { yuanText } from '@hall/shared/kernel/money';
import { FUND_KINDS } from '@hall/shared/relays/fund.moves';
import { useMutation } from '@tanstack/react-query';
import { Alert, Modal, Table } from 'antd';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { fundsCopy as copy } from '../../kit/copy/funds.copy.ts';
import styles from './Funds.module.css';
import { useAfter } from './use-funds.ts';

/** What a sheet would enter, batch by batch, before anything is saved; and which rows were not understood. */
export function ImportDialog({ brought, onClose }: { brought: FundImportView; onClose: () => void }) {
  const { done, fail } = useAfter();
  const { batches, problems } = brought;
  const save = useMutation({ mutationFn: () => api.create('/staff/funds', { batches }), onSuccess: () => { done(copy.done.entered); onClose(); }, onError: fail });
  return (
    <Modal open width={720} title={copy.importTitle} okText={copy.importSave} cancelText={copy.cancel} onCancel={onClose} onOk={() => save.mutate()} confirmLoading={save.isPending} okButtonProps={{ disabled: batches.length === 0, 'data-testid': 'fund-import-save' }}>
      <div className={styles.form} data-testid="fund-import-dialog">
        {problems.length > 0 ? <Alert type="warning" showIcon title={copy.importProblems(problems.length)} description={<ul className={styles.problems}>{problems.map(({ row, message }) => <li key={`${row}-${message}`}>{message}</li>)}</ul>} /> : null}
        <p>{copy.importReady(batches.length)}</p>
        {batches.length > 0 ? (
          <Table<FundWishInput> rowKey="name" size="small" dataSource={batches} pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }} columns={[
            { key: 'name', title: copy.columns.name, dataIndex: 'name' }, { key: 'kind', title: copy.fields.kind, render: (_, batch) => FUND_KINDS[batch.kind] }, { key: 'due', title: copy.columns.due, render: (_, batch) => dayWords(batch.dueDay) },
            { key: 'persons', title: copy.columns.persons, align: 'right', dataIndex: 'persons' }, { key: 'amount', title: copy.columns.amount, align: 'right', render: (_, batch) => yuanText(batch.amountFen) },
          ]} />
        ) : null}
      </div>
    </Modal>
  );
}
