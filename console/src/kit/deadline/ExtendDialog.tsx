import type { DeadlineView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { sentenceOfStep } from '../api/problem.ts';
import { deadlinesCopy as copy } from '../copy/deadlines.copy.ts';
import styles from './deadline.module.css';

/** More time, once, with a reason everybody will see. */
export function ExtendDialog({ item, onRefused, onClose, onDone }: { item: DeadlineView; /** What it was about may have moved on: look again. */ onRefused: () => void; onClose: () => void; onDone: () => void }) {
  const { message } = App.useApp();
  const [workingDays, setDays] = useState(1);
  const [reason, setReason] = useState('');
  const extend = useMutation({
    mutationFn: () => api.post(`/staff/deadlines/${item.id}/extend`, { workingDays, reason: reason.trim(), version: item.version }),
    onSuccess: onDone,
    onError: (error) => { void message.error(sentenceOfStep(error)); onRefused(); },
  });
  const submit = () => { if (reason.trim() === '') void message.warning(copy.reasonNeeded); else extend.mutate(); };
  return (
    <Modal open title={copy.extendTitle(item.title)} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={extend.isPending} okButtonProps={{ 'data-testid': 'extend-ok' }}>
      <div className={styles.form} data-testid="extend">
        <p className="muted">{copy.extendLead(item.extensionDays)}</p>
        <label><span>{copy.days}</span><InputNumber min={1} max={item.extensionDays} precision={0} value={workingDays} onChange={(value) => setDays(value ?? 1)} data-testid="extend-days" /></label>
        <label><span>{copy.reason}</span><Input.TextArea autoFocus rows={3} maxLength={200} showCount placeholder={copy.reasonHint} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="extend-reason" /></label>
      </div>
    </Modal>
  );
}
