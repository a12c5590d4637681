import type { PolicyPreviewView } from '@hall/shared/api/views';
import { Alert, Button, Modal } from 'antd';
import { policyCopy as copy } from '../../kit/copy/policy.copy.ts';
import type { Draft } from './policy.view.ts';
import { placeWords } from './policy.view.ts';
import styles from './Policy.module.css';
import { Timeline } from './Timeline.tsx';

/** A version that could be saved: what to look at once more, and who would rule when. */
export function PreviewDialog({ preview, draft, saving, onSave, onClose }: { preview: PolicyPreviewView; draft: Draft; saving: boolean; onSave: () => void; onClose: () => void }) {
  return (
    <Modal open width={720} title={copy.previewTitle} onCancel={onClose} footer={(
      <><Button onClick={onClose}>{copy.keepEditing}</Button><Button type="primary" loading={saving} onClick={onSave} data-testid="policy-save">{copy.save}</Button></>
    )}>
      <div className={styles.preview} data-testid="policy-preview">
        <p>{copy.ready(draft.fields.name, draft.fields.effectiveFrom)}</p>
        {preview.advice.length === 0 ? <p className="muted">{copy.noAdvice}</p> : (
          <Alert type="warning" showIcon title={copy.advice} description={<ul className={styles.advice}>{preview.advice.map(({ path, message }) => <li key={`${path} ${message}`}><b>{placeWords(path)}</b>{message}</li>)}</ul>} />
        )}
        <h3>{copy.timeline}</h3>
        <Timeline periods={preview.timeline} />
      </div>
    </Modal>
  );
}
