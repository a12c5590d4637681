import type { MatterRoomView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Matters.module.css';

/** A version that has not begun is taken back, for a reason. */
export function TakeBackDialog({ id, number, onTaken, onClose }: { id: string; number: number; onTaken: (room: MatterRoomView) => void; onClose: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason, forget] = useKept(`matter-take-back.${id}.${number}`, '');
  const withdraw = useMutation({
    mutationFn: () => api.post<MatterRoomView>(`/staff/matters/${id}/versions/${number}/withdraw`, { reason: reason.trim() }),
    onSuccess: (room) => { forget(); onTaken(room); void message.success(copy.withdrawn); },
    onError: (error) => void message.error(sentencesOf(error).join('；')),
  });
  return (
    <Modal open title={copy.withdrawTitle(number)} okText={copy.withdraw} cancelText={copy.cancel} onCancel={onClose} onOk={() => withdraw.mutate()} confirmLoading={withdraw.isPending} okButtonProps={{ disabled: reason.trim().length < 2, 'data-testid': 'take-back-ok' }}>
      <div className={styles.form}><p>{copy.withdrawLead}</p><label><span>{copy.reason}</span><Input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="take-back-reason" /></label></div>
    </Modal>
  );
}
