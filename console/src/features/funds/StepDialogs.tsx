import type { FundBatchView } from '@hall/shared/api/views';
import { fenFromYuanText } from '@hall/shared/kernel/money';
import type { FailureReason } from '@hall/shared/relays/fund.moves';
import { FAILURE_REASONS, FAILURE_REASON_CODES } from '@hall/shared/relays/fund.moves';
import { App, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { fundsCopy as copy } from '../../kit/copy/funds.copy.ts';
import styles from './Funds.module.css';
import { useStep } from './use-funds.ts';

/** Some whom the bank could not pay, for one reason. */
export function FailDialog({ batch, onClose }: { batch: FundBatchView; onClose: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason] = useState<FailureReason>('account-wrong');
  const [persons, setPersons] = useState(1);
  const [amount, setAmount] = useState('');
  const step = useStep(() => copy.done.fail, onClose);
  const submit = () => {
    const fen = fenFromYuanText(amount);
    if (!fen.ok || fen.value === 0) void message.warning(copy.amountWrong);
    else step.mutate({ id: batch.id, path: 'failures', body: { version: batch.version, reason, persons, amountFen: fen.value } });
  };
  return (
    <Modal open title={copy.failTitle(batch.name)} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={step.isPending} okButtonProps={{ 'data-testid': 'fund-fail-ok' }}>
      <div className={styles.form} data-testid="fund-fail">
        <p className="muted">{copy.failLead}</p>
        <label><span>{copy.fields.reason}</span><Select value={reason} options={FAILURE_REASON_CODES.map((value) => ({ value, label: FAILURE_REASONS[value] }))} onChange={setReason} data-testid="fund-fail-reason" /></label>
        <div className={styles.pair}>
          <label><span>{copy.fields.persons}</span><InputNumber min={1} max={batch.persons} precision={0} style={{ width: '100%' }} value={persons} onChange={(value) => setPersons(value ?? 1)} data-testid="fund-fail-persons" /></label>
          <label><span>{copy.fields.amount}</span><Input inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} data-testid="fund-fail-amount" /></label>
        </div>
      </div>
    </Modal>
  );
}

/** It was entered by mistake. */
export function VoidDialog({ batch, onClose }: { batch: FundBatchView; onClose: () => void }) {
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const step = useStep(() => copy.done.void, onClose);
  const submit = () => { if (reason.trim() === '') void message.warning(copy.reasonNeeded); else step.mutate({ id: batch.id, path: 'void', body: { version: batch.version, reason: reason.trim() } }); };
  return (
    <Modal open title={copy.voidTitle(batch.name)} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={step.isPending} okButtonProps={{ 'data-testid': 'fund-void-ok' }}>
      <div className={styles.form}>
        <p className="muted">{copy.voidLead}</p>
        <label><span>{copy.fields.reason}</span><Input autoFocus maxLength={100} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="fund-void-reason" /></label>
      </div>
    </Modal>
  );
}
