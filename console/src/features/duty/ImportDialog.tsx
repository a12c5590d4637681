import type { DutyImportRowView, DutyImportView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { Alert, Modal, Table } from 'antd';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import { importChanges } from './duty.view.ts';
import styles from './Duty.module.css';
import { useAfter } from './use-duty.ts';

/** What a sheet would change, row by row, before anything is saved; and which rows were not understood. */
export function ImportDialog({ brought, onClose }: { brought: DutyImportView; onClose: () => void }) {
  const { done, fail } = useAfter();
  const rows = importChanges(brought.rows);
  const save = useMutation({
    mutationFn: () => api.put('/staff/duty', { month: brought.month, shifts: rows.map(({ day, leaderId, version }) => ({ day, leaderId, version })) }),
    onSuccess: () => { done(copy.saved); onClose(); },
    onError: (error) => { fail(error); onClose(); },
  });
  return (
    <Modal open width={640} title={copy.importTitle(brought.month)} okText={copy.importSave} cancelText={copy.cancel} onCancel={onClose} onOk={() => save.mutate()} confirmLoading={save.isPending} okButtonProps={{ disabled: rows.length === 0, 'data-testid': 'import-save' }}>
      <div className={styles.form} data-testid="import">
        {brought.problems.length > 0 ? <Alert type="warning" showIcon title={copy.importProblems(brought.problems.length)} description={<ul className={styles.problems}>{brought.problems.map(({ row, message }) => <li key={`${row}-${message}`}>{message}</li>)}</ul>} data-testid="import-problems" /> : null}
        <p>{copy.importChanges(rows.length)}</p>
        {rows.length > 0 ? (
          <Table<DutyImportRowView> rowKey="row" size="small" dataSource={rows} pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }} columns={[
            { key: 'day', title: copy.importColumns.day, render: (_, row) => dayWords(row.day) },
            { key: 'leader', title: copy.importColumns.leader, render: (_, row) => row.leaderName || copy.none },
            { key: 'change', title: copy.importColumns.change, render: (_, row) => copy.importKinds[row.change] },
          ]} />
        ) : null}
      </div>
    </Modal>
  );
}
