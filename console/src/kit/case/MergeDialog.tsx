import { Button, Modal } from 'antd';
import { caseCopy } from '../copy/case.copy.ts';
import { useMay } from '../session/use-me.ts';
import styles from './case.module.css';

const copy = caseCopy.merge;

/** Two accounts of one person: somebody who may says that it is the same person, then they become one. */
export function MergeDialog({ name, busy, onMerge, onCancel }: { name: string; busy: boolean; onMerge: () => void; onCancel: () => void }) {
  const may = useMay('residents.merge');
  const footer = may ? (
    <>
      <Button onClick={onCancel} data-testid="merge-cancel">{copy.cancel}</Button>
      <Button type="primary" loading={busy} onClick={onMerge} data-testid="merge-account">{copy.act}</Button>
    </>
  ) : <Button type="primary" autoFocus onClick={onCancel} data-testid="merge-cancel">{copy.understood}</Button>;
  return (
    <Modal open title={copy.title} footer={footer} onCancel={onCancel}>
      <div className={styles.merge} data-testid="merge-dialog">
        <p>{copy.body(name)}</p>
        {may ? <ul>{copy.effect.map((line) => <li key={line}>{line}</li>)}</ul> : <p>{copy.notAllowed}</p>}
      </div>
    </Modal>
  );
}
