import type { DoorList } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import styles from './Activities.module.css';

/** Somebody without a phone, or without a sign-up while there is room. */
export function AddDialog({ base, onClose, onAdded }: { base: string; onClose: () => void; onAdded: (list: DoorList) => void }) {
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const add = useMutation({ mutationFn: () => api.create<DoorList>(base, { name: name.trim(), phone: phone.trim() || null }), onSuccess: onAdded, onError: (error) => void message.error(sentenceOf(error)) });
  const submit = () => { if (name.trim() === '') void message.warning(copy.nameNeeded); else add.mutate(); };
  return (
    <Modal open title={copy.addTitle} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={add.isPending} okButtonProps={{ 'data-testid': 'door-add-ok' }}>
      <div className={styles.dialog} data-testid="door-add-form">
        <p className="muted">{copy.addLead}</p>
        <label><span>{copy.name}</span><Input autoFocus maxLength={30} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={submit} data-testid="door-name" /></label>
        <label><span>{copy.phone}</span><Input maxLength={20} inputMode="numeric" value={phone} onChange={(event) => setPhone(event.target.value)} data-testid="door-phone" /></label>
      </div>
    </Modal>
  );
}
