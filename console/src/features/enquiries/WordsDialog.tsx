import { Input, Modal } from 'antd';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Enquiries.module.css';

/** A few words that go along with a step. They are kept until it is done. @param own the hall's words, not somebody's who asked */
export function WordsDialog({ name, title, lead, label, most, own = true, busy, onDone, onClose }: { name: string; title: string; lead?: string; label: string; most: number; own?: boolean; busy: boolean; onDone: (words: string, forget: () => void) => void; onClose: () => void }) {
  const [words, setWords, forget] = useKept(name, '', own ? 'browser' : 'tab');
  return (
    <Modal open title={title} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={() => onDone(words.trim(), forget)} confirmLoading={busy} okButtonProps={{ disabled: words.trim().length < 2, 'data-testid': 'words-ok' }}>
      <div className={styles.form} data-testid="words-dialog">
        {lead ? <p className="muted">{lead}</p> : null}
        <label><span>{label}</span><Input.TextArea autoFocus rows={4} maxLength={most} showCount value={words} onChange={(event) => setWords(event.target.value)} data-testid="words" /></label>
      </div>
    </Modal>
  );
}
