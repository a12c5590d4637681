import { CheckCircleFilled } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { lengthText } from '../../kit/clock.ts';
import { devicesCopy as copy } from '../../kit/copy/devices.copy.ts';
import { useNow } from '../../kit/use-now.ts';
import styles from './Devices.module.css';

interface PairingCode { code: string; expiresAt: number; deviceId?: string }

/** A name for the screen, then its one-time code, large, until it is used or late. */
export function PairDialog({ devices, onClose }: { devices: readonly { id: string; state: string }[]; onClose: () => void }) {
  const { message } = App.useApp();
  const now = useNow();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => api.create<PairingCode>('/staff/devices/pairing-codes', { kind: 'screen', name: name.trim() }),
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const left = make.data ? (make.data.expiresAt - now) / 1_000 : 0;
  const paired = devices.some((device) => device.id === make.data?.deviceId && device.state === 'paired');
  const submit = (event: FormEvent) => { event.preventDefault(); if (name.trim() !== '') make.mutate(); };
  return (
    <Modal open title={copy.pair} onCancel={onClose} footer={null}>
      {paired ? <div className={styles.code}><p className={styles.good} data-testid="pairing-done"><CheckCircleFilled /> {copy.paired}</p><Button type="primary" onClick={onClose}>{copy.done}</Button></div>
        : make.data && left > 0 ? (
          <div className={styles.code}>
            <p>{copy.codeLead}</p>
            <code>{location.origin}/screen/</code>
            <strong data-testid="pairing-code">{make.data.code.replace(/^(\d{4})(\d{4})$/, '$1 $2')}</strong>
            <small className="muted">{copy.codeFor(lengthText(left))}</small>
            <Button onClick={onClose} data-testid="pairing-close">{copy.done}</Button>
          </div>
        ) : (
          <form className={styles.name} onSubmit={submit}>
            {make.data ? <p className="muted">{copy.codeGone}</p> : null}
            <label><span>{copy.name}</span><Input autoFocus size="large" maxLength={40} value={name} placeholder={copy.namePlaceholder} onChange={(event) => setName(event.target.value)} data-testid="device-name" /></label>
            <Button type="primary" size="large" htmlType="submit" loading={make.isPending} disabled={name.trim() === ''} data-testid="make-code">{copy.makeCode}</Button>
          </form>
        )}
    </Modal>
  );
}
