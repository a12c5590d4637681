import type { BatchReplyView } from '@hall/shared/api/views';
import { Alert, Button, Modal, Table } from 'antd';
import { batchesCopy as copy } from '../../kit/copy/batches.copy.ts';
import styles from './Batches.module.css';
import { replyWords } from './reply.view.ts';

/** What an imported reply did, and person by person what it could not. */
export function ReplyDialog({ reply, onClose }: { reply: BatchReplyView; onClose: () => void }) {
  const { title, lines } = replyWords(reply);
  return (
    <Modal open width={720} title={title} onCancel={onClose} footer={<Button type="primary" autoFocus onClick={onClose} data-testid="reply-close">{copy.close}</Button>}>
      <div className={styles.reply} data-testid="reply">
        {lines.map((line) => <p key={line}>{line}</p>)}
        {reply.problems.length > 0 ? (
          <div data-testid="reply-problems">
            <Alert type="warning" showIcon title={copy.problemsTitle(reply.problems.length)} />
            <Table rowKey="row" size="small" pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }} dataSource={reply.problems} columns={[{ title: copy.who, dataIndex: 'name', width: 150, ellipsis: true }, { title: copy.problem, dataIndex: 'message' }]} />
          </div>
        ) : null}
      </div>
    </Modal>
  );
}
