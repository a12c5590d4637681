import type { AccountOpenWorkView, AccountView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import styles from '../../kit/house/house.module.css';
import { Loaded } from '../../kit/state/Loaded.tsx';

const copy = adminCopy.accounts;

/** Resetting or closing an account, with its reason; before closing, what is still in the person's hands. */
export function StepDialog({ account, step, busy, onGo, onClose }: { account: AccountView; step: 'reset' | 'close'; busy: boolean; onGo: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const open = useQuery({ queryKey: ['open-work', account.id], queryFn: () => api.get<AccountOpenWorkView>(`/staff/accounts/${account.id}/open-work`), enabled: step === 'close', staleTime: 0 });
  const free = step === 'reset' || open.data?.items.length === 0;
  return (
    <Modal open title={step === 'reset' ? copy.resetTitle(account.name) : copy.closeTitle(account.name)} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={() => onGo(reason.trim())} confirmLoading={busy} okButtonProps={{ danger: true, disabled: !free || reason.trim().length < 2, 'data-testid': 'step-ok' }}>
      <div className={styles.form}>
        <p>{step === 'reset' ? copy.resetLead : copy.closeLead}</p>
        {step === 'close' ? <Loaded query={open} lines={2}>{({ items }) => (items.length === 0 ? <p className="muted">{copy.nothingOpen}</p> : <Alert type="warning" showIcon title={copy.openTitle} description={<ul className={styles.problems}>{items.map(({ text }) => <li key={text}>{text}</li>)}</ul>} data-testid="open-work" />)}</Loaded> : null}
        <label><span>{copy.reason}</span><Input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="step-reason" /></label>
      </div>
    </Modal>
  );
}
