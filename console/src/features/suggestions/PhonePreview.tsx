import { EyeOutlined } from '@ant-design/icons';
import type { StaffSuggestionView } from '@hall/shared/api/views';
import { SUGGESTION_NEXT_STEPS, SUGGESTION_STATE_LABELS } from '@hall/shared/suggestion/suggestion.moves';
import type { SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { Alert, Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { answerWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Preview.module.css';
import { stateTone } from './suggestion.view.ts';
import { hiddenIn } from './wording.view.ts';

interface Props {
  title: string; lead: string; ok: string; suggestion: StaffSuggestionView; busy: boolean; onPublish: () => void; onClose: () => void; children: ReactNode;
  /** How the suggestion will stand afterwards. */
  state: SuggestionState;
  /** What will be published; said where the public page would take something out. */
  texts: readonly string[];
}

/** What the resident will see, as wide as a phone, before it is published for good. */
export function PhonePreview({ title, lead, ok, state, suggestion, texts, busy, onPublish, onClose, children }: Props) {
  const hidden = texts.flatMap(hiddenIn);
  return (
    <Modal open centered width={470} title={title} onCancel={onClose} footer={[
      <Button key="back" onClick={onClose}>{copy.back}</Button>,
      <Button key="ok" type="primary" autoFocus loading={busy} onClick={onPublish} data-testid="preview-publish">{ok}</Button>,
    ]}>
      <p className="muted">{lead}</p>
      <div className={styles.phone} data-testid="preview">
        <header><StateTag tone={stateTone(state)}>{SUGGESTION_STATE_LABELS[state]}</StateTag><small>{suggestion.number}</small></header>
        <p className={styles.next}>{SUGGESTION_NEXT_STEPS[state]}</p>
        <blockquote>{suggestion.text}</blockquote>
        {children}
      </div>
      {hidden.length > 0 ? <Alert type="warning" showIcon icon={<EyeOutlined />} title={copy.redacted(hidden.join('、'))} className={styles.warning ?? ''} data-testid="preview-redacted" /> : null}
    </Modal>
  );
}
