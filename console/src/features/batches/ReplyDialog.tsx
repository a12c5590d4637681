import type { BatchReplyView } from '@hall/shared/api/views';
import { Alert, Button, Modal, Table } from 'antd';
import { batchesCopy as copy } from '../../kit/copy/batches.copy.ts';

/** What an imported reply did, and row by row what it could not. */
export function ReplyDialog({ reply, onClose }: { reply: BatchReplyView; onClose: () => void }) {
  return (
    <Modal open width={680} title={copy.replied(reply.completed, reply.rejected)} onCancel={onClose} footer={<Button type="primary" onClick={onClose} data-testid="reply-close">{copy.close}</Button>}>
      {reply.problems.length > 0 ? (
        <div data-testid="reply-problems">
          <Alert type="warning" showIcon title={copy.problemsTitle(reply.problems.length)} style={{ marginBottom: 12 }} />
          <Table rowKey="row" size="small" pagination={{ pageSize: 8, hideOnSinglePage: true }} dataSource={reply.problems} columns={[{ title: copy.row, dataIndex: 'row', width: 90 }, { title: copy.problem, dataIndex: 'message' }]} />
        </div>
      ) : null}
    </Modal>
  );
}
