import type { FirstKeyView } from '@hall/shared/api/views';
import { Button, Modal, Table } from 'antd';
import { adminCopy } from '../../kit/copy/admin.copy.ts';

const copy = adminCopy.accounts;

/** Passwords that are shown this once. It closes by its button alone, so that a stray press does not lose them. */
export const KeysDialog = ({ keys, onClose }: { keys: readonly FirstKeyView[]; onClose: () => void }) => (
  <Modal open width={600} title={copy.keysTitle} closable={false} mask={{ closable: false }} keyboard={false} footer={<Button type="primary" onClick={onClose} data-testid="keys-done">{copy.keysDone}</Button>}>
    <p>{copy.keysLead}</p>
    <Table<FirstKeyView> rowKey="userName" size="small" pagination={false} scroll={{ y: 320 }} dataSource={[...keys]} columns={[
      { title: copy.keyColumns.name, dataIndex: 'name' }, { title: copy.keyColumns.userName, dataIndex: 'userName' },
      { title: copy.keyColumns.password, render: (_, { password, userName }) => <code data-testid={`key-${userName}`}>{password ?? copy.keyGone}</code> },
    ]} />
  </Modal>
);
