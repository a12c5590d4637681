import { FUND_KINDS, FUND_KIND_CODES, FUND_NAME_LENGTH } from '@hall/shared/relays/fund.moves';
import { useMutation } from '@tanstack/react-query';
import { App, Input, InputNumber, Modal, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { fundsCopy as copy } from '../../kit/copy/funds.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import type { Typed } from './funds.view.ts';
import { wishOf } from './funds.view.ts';
import styles from './Funds.module.css';
import { useAfter } from './use-funds.ts';

/** One batch by hand. */
export function EnterDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp();
  const { done, fail } = useAfter();
  const [typed, setTyped, forget] = useKept<Typed>('fund-enter', { name: '', kind: 'pension', dueDay: dayOf(now()), persons: null, amount: '' });
  const enter = useMutation({ mutationFn: (batches: object[]) => api.create('/staff/funds', { batches }), onSuccess: () => { forget(); done(copy.done.entered); onClose(); }, onError: fail });
  const submit = () => { const read = wishOf(typed); if (read.ok) enter.mutate([read.wish]); else void message.warning(read.message); };
  return (
    <Modal open title={copy.enterTitle} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={enter.isPending} okButtonProps={{ 'data-testid': 'fund-enter-ok' }}>
      <div className={styles.form} data-testid="fund-form">
        <label><span>{copy.fields.name}</span><Input autoFocus maxLength={FUND_NAME_LENGTH} placeholder={copy.hints.name} value={typed.name} onChange={(event) => setTyped({ ...typed, name: event.target.value })} data-testid="fund-name" /></label>
        <div className={styles.pair}>
          <label><span>{copy.fields.kind}</span><Select value={typed.kind} options={FUND_KIND_CODES.map((value) => ({ value, label: FUND_KINDS[value] }))} onChange={(kind) => setTyped({ ...typed, kind })} data-testid="fund-kind" /></label>
          <label><span>{copy.fields.due}</span><DayField value={typed.dueDay} onChange={(day) => setTyped({ ...typed, dueDay: day ?? '' })} testId="fund-due" /></label>
          <label><span>{copy.fields.persons}</span><InputNumber min={1} precision={0} style={{ width: '100%' }} value={typed.persons} onChange={(persons) => setTyped({ ...typed, persons })} data-testid="fund-persons" /></label>
          <label><span>{copy.fields.amount}</span><Input inputMode="decimal" value={typed.amount} onChange={(event) => setTyped({ ...typed, amount: event.target.value })} data-testid="fund-amount" /></label>
        </div>
      </div>
    </Modal>
  );
}
