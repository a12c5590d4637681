import type { AccountDepartmentView } from '@hall/shared/api/views';
import { Alert, Input, Modal, Select } from 'antd';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from '../../kit/house/house.module.css';

const copy = adminCopy.accounts;
export interface AccountWords { userName: string; name: string; badgeNumber: string; post: string; departmentId: string | null }

/** Somebody's account in words. @param fixed the user name stands already @param draft how what is typed is kept */
export function AccountForm({ begins, fixed, draft, departments, busy, fault, onNext, onClose }: { begins: AccountWords; fixed: boolean; draft: string; departments: readonly AccountDepartmentView[]; busy: boolean; fault?: string | null; onNext: (words: AccountWords) => void; onClose: () => void }) {
  const [words, setWords] = useKept<AccountWords>(draft, begins);
  const field = (name: 'userName' | 'name' | 'badgeNumber' | 'post', most: number) => (
    <label><span>{copy.form[name]}</span><Input maxLength={most} value={words[name]} disabled={name === 'userName' && fixed} onChange={(event) => setWords({ ...words, [name]: event.target.value })} data-testid={`account-${name}`} /></label>
  );
  return (
    <Modal open title={fixed ? begins.name : copy.add} okText={fixed ? copy.next : copy.begin} cancelText={copy.cancel} onCancel={onClose} onOk={() => onNext(words)} confirmLoading={busy} okButtonProps={{ disabled: [words.userName, words.name, words.badgeNumber, words.post].some((each) => each.trim() === ''), 'data-testid': 'account-next' }}>
      <div className={styles.form}>
        {fault ? <Alert type="error" showIcon title={fault} data-testid="account-fault" /> : null}
        {field('userName', 40)}{field('name', 40)}{field('badgeNumber', 20)}{field('post', 40)}
        <label><span>{copy.form.departmentId}</span><Select value={words.departmentId ?? ''} options={[{ value: '', label: copy.noDepartment }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(value) => setWords({ ...words, departmentId: value || null })} data-testid="account-department" /></label>
      </div>
    </Modal>
  );
}
