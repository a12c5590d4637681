import type { DeadlineTakerList, DeadlineView } from '@hall/shared/api/views';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { deadlinesCopy as copy } from '../../kit/copy/deadlines.copy.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import styles from './Deadlines.module.css';

/** What lies in a colleague's hands passes to another of the department, who is told; the day stays. */
export function HandOnDialog({ item, onRefused, onClose, onDone }: { item: DeadlineView; /** What it was about may have moved on: look again. */ onRefused: () => void; onClose: () => void; onDone: (words: string) => void }) {
  const { message } = App.useApp();
  const [toStaffId, setTaker] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const takers = useQuery({ queryKey: ['deadline-takers', item.id], queryFn: () => api.get<DeadlineTakerList>(`/staff/deadlines/${item.id}/takers`), staleTime: 0 });
  const give = useMutation({
    mutationFn: () => api.post(`/staff/deadlines/${item.id}/hand-on`, { toStaffId, reason: reason.trim(), version: item.version }),
    onSuccess: () => onDone(copy.handOnDone(takers.data?.items.find(({ id }) => id === toStaffId)?.name ?? '')),
    onError: (error) => { void message.error(sentenceOfStep(error)); onRefused(); },
  });
  const submit = () => {
    if (toStaffId === null) void message.warning(copy.takerNeeded);
    else if (reason.trim().length < 2) void message.warning(copy.reasonNeeded);
    else give.mutate();
  };
  return (
    <Modal open title={copy.handOnTitle(item.title)} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={give.isPending} okButtonProps={{ disabled: !takers.data?.items.length, 'data-testid': 'hand-on-ok' }}>
      <div className={styles.form} data-testid="hand-on">
        <p className="muted">{copy.handOnLead(item.ownerName ?? copy.nobody)}</p>
        <Loaded query={takers} lines={2}>
          {({ items }) => (items.length === 0 ? <p>{copy.noTaker}</p> : (
            <>
              <label><span>{copy.taker}</span><Select<string> showSearch optionFilterProp="label" value={toStaffId} onChange={setTaker} options={items.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))} data-testid="hand-on-taker" /></label>
              <label><span>{copy.reason}</span><Input.TextArea rows={2} maxLength={200} showCount placeholder={copy.handOnHint} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="hand-on-reason" /></label>
            </>
          ))}
        </Loaded>
      </div>
    </Modal>
  );
}
