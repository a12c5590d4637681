import type { HousePlanView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { sentencesOf } from '../api/problem.ts';
import { dayWords, momentText } from '../clock.ts';
import { adminCopy } from '../copy/admin.copy.ts';
import { Card } from '../layout/Page.tsx';
import type { Tone } from '../state/StateTag.tsx';
import { StateTag } from '../state/StateTag.tsx';
import styles from './house.module.css';

const copy = adminCopy.plans;
const TONES: Record<HousePlanView['state'], Tone> = { planned: 'info', applied: 'ok', withdrawn: 'quiet', refused: 'warn' };

/** The latest changes of a room: what is planned may be withdrawn, what stands as it was left may be undone. */
export function Plans<T>({ path, plans, onSaved }: { path: string; plans: readonly HousePlanView[]; onSaved: (room: T) => void }) {
  const { message } = App.useApp();
  const [undone, setUndone] = useState<HousePlanView | null>(null);
  const [reason, setReason] = useState('');
  const fail = (error: unknown) => void message.error(sentencesOf(error).join('；'));
  const withdraw = useMutation({ mutationFn: ({ id, version }: HousePlanView) => api.post<T>(`${path}/plans/${id}/withdraw`, { version }), onSuccess: (room) => { onSaved(room); void message.success(copy.withdrawn); }, onError: fail });
  const undo = useMutation({ mutationFn: ({ id }: HousePlanView) => api.post<T>(`${path}/plans/${id}/undo`, { reason: reason.trim() }), onSuccess: (room) => { onSaved(room); setUndone(null); void message.success(copy.undone); }, onError: fail });
  return (
    <Card testId="plans">
      <h2>{copy.title}</h2>
      {plans.length === 0 ? <p className="muted">{copy.empty}</p> : (
        <ul className={styles.plans}>
          {plans.map((plan) => (
            <li key={plan.id} data-testid={`plan-${plan.id}`}>
              <StateTag tone={TONES[plan.state]}>{plan.stateLabel}</StateTag>
              <div>
                <strong>{plan.label}</strong> {plan.lines.join('；')}
                <br /><small>{copy.by(plan.byName)}{momentText(plan.createdAt)} · {copy.from(dayWords(plan.effectiveFrom))} · {plan.reason}</small>
                {plan.refusal ? <><br /><small>{copy.refused(plan.refusal)}</small></> : null}
              </div>
              {plan.actions.includes('withdraw') ? <Button size="small" loading={withdraw.isPending && withdraw.variables.id === plan.id} onClick={() => withdraw.mutate(plan)} data-testid={`withdraw-${plan.id}`}>{copy.withdraw}</Button> : null}
              {plan.actions.includes('undo') ? <Button size="small" onClick={() => { setReason(''); setUndone(plan); }} data-testid={`undo-${plan.id}`}>{copy.undo}</Button> : null}
            </li>
          ))}
        </ul>
      )}
      <Modal open={undone !== null} title={copy.undoTitle} okText={copy.undo} cancelText={adminCopy.change.cancel} onCancel={() => setUndone(null)} onOk={() => { if (undone) undo.mutate(undone); }} confirmLoading={undo.isPending} okButtonProps={{ disabled: reason.trim().length < 2, 'data-testid': 'undo-ok' }}>
        <div className={styles.form}><p>{copy.undoLead}</p><label><span>{adminCopy.change.reason}</span><Input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="undo-reason" /></label></div>
      </Modal>
    </Card>
  );
}
