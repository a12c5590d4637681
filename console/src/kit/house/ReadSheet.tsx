import type { HouseChange, HouseImportView } from '@hall/shared/api/views';
import { Alert, Modal } from 'antd';
import { adminCopy } from '../copy/admin.copy.ts';
import styles from './house.module.css';

const copy = adminCopy.sheet;

/** What was read in a sheet, and which rows were not understood, before any of it is looked at more closely. */
export function ReadSheet({ brought, onTake, onClose }: { brought: HouseImportView; onTake: (changes: HouseChange[]) => void; onClose: () => void }) {
  const { rows, same, problems } = brought;
  return (
    <Modal open title={copy.title} okText={rows.length > 0 ? copy.take(rows.length) : copy.close} cancelText={adminCopy.change.cancel} onCancel={onClose} onOk={() => { if (rows.length > 0) onTake(rows.map(({ change }) => change)); else onClose(); }} okButtonProps={{ 'data-testid': 'sheet-take' }}>
      <div className={styles.form} data-testid="sheet-read">
        {problems.length > 0 ? <Alert type="warning" showIcon title={copy.problems(problems.length)} description={<ul className={styles.problems}>{problems.map(({ row, message }) => <li key={`${row}-${message}`}>{message}</li>)}</ul>} data-testid="sheet-problems" /> : null}
        {rows.length === 0 ? <p>{copy.nothing}</p> : <ul className={styles.problems}>{rows.map(({ row, label, lines }) => <li key={row}><strong>{label}</strong> {lines.join('；')}</li>)}</ul>}
        {same > 0 ? <p className="muted">{copy.same(same)}</p> : null}
      </div>
    </Modal>
  );
}
