import type { DutyShiftView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { api } from '../../kit/api/api.ts';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Duty.module.css';
import { useAfter } from './use-duty.ts';

/** What the next leader must know. */
export function HandOverDialog({ shift, onClose }: { shift: DutyShiftView; onClose: () => void }) {
  const { message } = App.useApp();
  const { done, fail } = useAfter();
  const [note, setNote, forget] = useKept(`hand-over.${shift.id}`, '');
  const hand = useMutation({ mutationFn: () => api.post(`/staff/duty/shifts/${shift.id}/hand-over`, { version: shift.version, note: note.trim() }), onSuccess: () => { forget(); done(copy.handedOver); onClose(); }, onError: fail });
  const submit = () => { if (note.trim() === '') void message.warning(copy.noteNeeded); else hand.mutate(); };
  return (
    <Modal open title={copy.handOverTitle} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={hand.isPending} okButtonProps={{ 'data-testid': 'hand-over-ok' }}>
      <div className={styles.form} data-testid="hand-over">
        <p className="muted">{copy.handOverLead}</p>
        <Input.TextArea autoFocus rows={4} maxLength={500} showCount placeholder={copy.handOverHint} value={note} onChange={(event) => setNote(event.target.value)} data-testid="hand-over-note" />
      </div>
    </Modal>
  );
}
