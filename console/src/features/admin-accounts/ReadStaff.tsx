import type { AccountImportView } from '@hall/shared/api/views';
import { Alert, Button, Modal } from 'antd';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import styles from '../../kit/house/house.module.css';

const [copy, sheet] = [adminCopy.accounts, adminCopy.sheet];

/** What was read in a sheet of staff: accounts to begin and accounts to change are two steps, each looked at by itself. */
export function ReadStaff({ brought, busy, onBegin, onChange, onClose }: { brought: AccountImportView; busy: boolean; onBegin: () => void; onChange: () => void; onClose: () => void }) {
  const { begins, changes, same, problems } = brought;
  return (
    <Modal open width={640} title={sheet.title} onCancel={onClose} footer={<Button onClick={onClose}>{sheet.close}</Button>}>
      <div className={styles.form} data-testid="staff-read">
        {problems.length > 0 ? <Alert type="warning" showIcon title={sheet.problems(problems.length)} description={<ul className={styles.problems}>{problems.map(({ row, message }) => <li key={`${row}-${message}`}>{message}</li>)}</ul>} data-testid="staff-problems" /> : null}
        {begins.length + changes.length === 0 ? <p>{sheet.nothing}</p> : null}
        {begins.length > 0 ? <div className={styles.item}><strong>{copy.importBegins(begins.length)}</strong><ul className={styles.problems}>{begins.map(({ row, account }) => <li key={row}>{account.name} {account.userName} {account.post}</li>)}</ul><Button type="primary" loading={busy} onClick={onBegin} data-testid="staff-begin">{copy.beginAll}</Button></div> : null}
        {changes.length > 0 ? <div className={styles.item}><strong>{copy.importChanges(changes.length)}</strong><ul className={styles.problems}>{changes.map(({ row, label, lines }) => <li key={row}>{label} {lines.join('；')}</li>)}</ul><Button onClick={onChange} data-testid="staff-change">{copy.changeAll}</Button></div> : null}
        {same > 0 ? <p className="muted">{sheet.same(same)}</p> : null}
      </div>
    </Modal>
  );
}
