import type { AccountOpenWorkView, AccountView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { api } from '../../kit/api/api.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from '../../kit/house/house.module.css';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { stepDraft } from './accounts.view.ts';
import { OpenWork } from './OpenWork.tsx';

const copy = adminCopy.accounts;
export type AccountStepName = 'reset' | 'close' | 'reopen';
const WORDS: Record<AccountStepName, { title: (name: string) => string; lead: string }> = {
  reset: { title: copy.resetTitle, lead: copy.resetLead }, close: { title: copy.closeTitle, lead: copy.closeLead }, reopen: { title: copy.reopenTitle, lead: copy.reopenLead },
};

/** Resetting, closing or reopening an account, with its reason; before closing, what is still in the person's hands and who takes it over. */
export function StepDialog({ account, step, colleagues, busy, onGo, onClose }: { account: AccountView; step: AccountStepName; colleagues: readonly AccountView[]; busy: boolean; onGo: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useKept(stepDraft(account.id, step), '');
  const open = useQuery({ queryKey: ['open-work', account.id], queryFn: () => api.get<AccountOpenWorkView>(`/staff/accounts/${account.id}/open-work`), enabled: step === 'close', staleTime: 0 });
  const free = step !== 'close' || open.data?.items.length === 0;
  return (
    <Modal open width={step === 'close' ? 680 : 520} title={WORDS[step].title(account.name)} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={() => onGo(reason.trim())} confirmLoading={busy} okButtonProps={{ danger: step !== 'reopen', disabled: !free || reason.trim().length < 2, 'data-testid': 'step-ok' }}>
      <div className={styles.form}>
        <p>{WORDS[step].lead}</p>
        <label><span>{copy.reason}</span><Input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="step-reason" /></label>
        {step === 'close' ? <Loaded query={open} lines={2}>{({ items }) => <OpenWork account={account} items={items} colleagues={colleagues} reason={reason} />}</Loaded> : null}
      </div>
    </Modal>
  );
}
