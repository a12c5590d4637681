import { Input, InputNumber, Modal, Switch } from 'antd';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from '../../kit/house/house.module.css';
import type { CodeFacts } from './codes.view.ts';

const copy = adminCopy.codes;

/** One entry of a table. @param fixed its code stands already @param draft how what is typed is kept */
export function CodeDialog({ begins, fixed, draft, onNext, onClose }: { begins: CodeFacts; fixed: boolean; draft: string; onNext: (facts: CodeFacts) => void; onClose: () => void }) {
  const [facts, setFacts] = useKept(draft, begins);
  return (
    <Modal open title={fixed ? copy.editTitle(begins.label) : copy.add} okText={copy.ok} cancelText={adminCopy.change.cancel} onCancel={onClose} onOk={() => onNext(facts)} okButtonProps={{ disabled: facts.code.trim() === '' || facts.label.trim() === '', 'data-testid': 'code-next' }}>
      <div className={styles.form}>
        <label><span>{copy.columns.label}</span><Input maxLength={60} value={facts.label} onChange={(event) => setFacts({ ...facts, label: event.target.value })} data-testid="code-label" /></label>
        <label><span>{copy.columns.code}</span><Input maxLength={32} disabled={fixed} value={facts.code} onChange={(event) => setFacts({ ...facts, code: event.target.value })} data-testid="code-code" /><small className="muted">{copy.codeHelp}</small></label>
        <label><span>{copy.columns.position}</span><InputNumber min={0} max={999} precision={0} value={facts.position} onChange={(position) => setFacts({ ...facts, position: position ?? 0 })} data-testid="code-position" /></label>
        {fixed ? <label><span>{copy.closeIt}</span><div><Switch checked={facts.closed} onChange={(closed) => setFacts({ ...facts, closed })} data-testid="code-closed" /></div></label> : null}
      </div>
    </Modal>
  );
}
