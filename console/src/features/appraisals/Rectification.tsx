import type { AppraisalRectificationView, StaffAppraisalView } from '@hall/shared/api/views';
import { RECTIFICATION_LENGTH } from '@hall/shared/appraisal/appraisal.rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { appraisalsCopy as copy } from '../../kit/copy/appraisals.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Appraisals.module.css';

/** What the department changes, or that it owes to say so; whoever owes it writes it here. */
export function Rectification({ of, owed }: { of: StaffAppraisalView; owed: AppraisalRectificationView }) {
  const [writing, setWriting] = useState(false);
  return (
    <>
      <span className={styles.bar}><h2>{copy.rectification}</h2><StateTag tone={owed.state === 'overdue' ? 'accent' : owed.state === 'published' ? 'ok' : 'warn'} testId="rectification-state">{owed.stateLabel}</StateTag></span>
      {owed.text ? <p className={styles.text}>{owed.text}</p> : <p>{copy.waiting(of.ownerName)}</p>}
      <p className="muted">{owed.publishedOn ? copy.publishedOn(dayWords(owed.publishedOn), owed.late) : owed.dueOn ? copy.due(dayWords(owed.dueOn)) : copy.dueUnknown}</p>
      {of.actions.includes('rectify') ? <Button type="primary" onClick={() => setWriting(true)} data-testid="appraisal-rectify">{copy.rectify}</Button> : null}
      {writing ? <RectifyDialog of={of} onClose={() => setWriting(false)} /> : null}
    </>
  );
}

function RectifyDialog({ of, onClose }: { of: StaffAppraisalView; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [text, setText, forget] = useKept(`appraisal.${of.id}.rectification`, '');
  const send = useMutation({
    mutationFn: () => api.post<StaffAppraisalView>(`/staff/appraisals/${of.id}/rectify`, { text: text.trim(), version: of.version }),
    onSuccess: (view) => { forget(); client.setQueryData(['appraisal', of.id], view); void client.invalidateQueries({ queryKey: ['appraisals'] }); void message.success(copy.rectified); onClose(); },
    onError: (error) => { void message.error(sentenceOfStep(error)); void client.invalidateQueries({ queryKey: ['appraisal', of.id] }); },
  });
  return (
    <Modal open title={copy.rectifyTitle} okText={copy.rectify} cancelText={copy.rectifyLater} onCancel={onClose} onOk={() => send.mutate()} confirmLoading={send.isPending} okButtonProps={{ disabled: text.trim().length < RECTIFICATION_LENGTH.least, 'data-testid': 'rectify-send' }}>
      <div className={styles.form}>
        <p className="muted">{copy.rectifyLead}</p>
        <label><span>{copy.rectifyWords}</span><Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 10 }} maxLength={RECTIFICATION_LENGTH.most} showCount value={text} onChange={(event) => setText(event.target.value)} data-testid="rectify-text" /></label>
      </div>
    </Modal>
  );
}
