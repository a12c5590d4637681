import type { DeadlineView } from '@hall/shared/api/views';
import { PAUSE_REASONS, PAUSE_REASON_LABELS } from '@hall/shared/deadline/deadline.moves';
import type { PauseReason } from '@hall/shared/deadline/deadline.moves';
import { useMutation } from '@tanstack/react-query';
import { App, Modal, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { deadlinesCopy as copy } from '../../kit/copy/deadlines.copy.ts';
import styles from './Deadlines.module.css';

/** The clock stands still only for one of the written reasons. */
export function PauseDialog({ item, onRefused, onClose, onDone }: { item: DeadlineView; /** What it was about may have moved on: look again. */ onRefused: () => void; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason] = useState<PauseReason>('waiting-for-resident');
  const pause = useMutation({
    mutationFn: () => api.post(`/staff/deadlines/${item.id}/pause`, { reason, version: item.version }),
    onSuccess: onDone,
    onError: (error) => { void message.error(sentenceOfStep(error)); onRefused(); },
  });
  return (
    <Modal open title={copy.pauseTitle(item.title)} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={() => pause.mutate()} confirmLoading={pause.isPending} okButtonProps={{ 'data-testid': 'pause-ok' }}>
      <div className={styles.form} data-testid="pause">
        <p className="muted">{copy.pauseLead}</p>
        <Radio.Group vertical value={reason} onChange={(event) => setReason(event.target.value as PauseReason)} options={PAUSE_REASONS.map((value) => ({ value, label: PAUSE_REASON_LABELS[value] }))} />
      </div>
    </Modal>
  );
}
