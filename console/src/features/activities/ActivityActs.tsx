import type { StaffActivityView } from '@hall/shared/api/views';
import type { ActivityAction } from '@hall/shared/activity/activity.moves';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import styles from './Activities.module.css';

const ASK: Partial<Record<ActivityAction, string>> = { announce: copy.announceAsk, close: copy.closeAsk };

/** What may be done with an activity now. */
export function ActivityActs({ of }: { of: StaffActivityView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [reason, setReason] = useState<string | null>(null);
  const step = useMutation({
    mutationFn: ({ action, body }: { action: ActivityAction; body: object }) => api.post<StaffActivityView>(`/staff/activities/${of.id}/${action}`, { version: of.version, ...body }),
    onSuccess: (view, { action }) => {
      setReason(null);
      void message.success(copy.done[action]);
      client.setQueryData(['activity', of.id], view);
      for (const key of ['activities', 'activity-door']) void client.invalidateQueries({ queryKey: [key] });
    },
    onError: (error) => { void message.error(sentenceOfStep(error)); void client.invalidateQueries({ queryKey: ['activity', of.id] }); },
  });
  const cancel = () => {
    if (reason?.trim()) step.mutate({ action: 'cancel', body: { reason: reason.trim() } });
    else void message.warning(copy.reasonNeeded);
  };
  const button = (action: ActivityAction) => {
    const primary = action === 'announce' || action === 'hold';
    if (action === 'cancel' && of.state === 'draft') return <Popconfirm key={action} title={copy.discardAsk} okText={copy.ok} cancelText={copy.cancel} onConfirm={() => step.mutate({ action, body: { reason: '' } })}><Button data-testid="activity-cancel">{copy.acts.cancel}</Button></Popconfirm>;
    if (action === 'cancel') return <Button key={action} onClick={() => setReason('')} data-testid="activity-cancel">{copy.acts.cancel}</Button>;
    const plain = <Button key={action} type={primary ? 'primary' : 'default'} loading={step.isPending} {...(ASK[action] ? {} : { onClick: () => step.mutate({ action, body: {} }) })} data-testid={`activity-${action}`}>{copy.acts[action]}</Button>;
    return ASK[action] ? <Popconfirm key={action} title={ASK[action]} okText={copy.ok} cancelText={copy.cancel} onConfirm={() => step.mutate({ action, body: {} })}>{plain}</Popconfirm> : plain;
  };
  return (
    <>
      {of.mayEdit ? <Link to={`/activities/${of.id}/edit`} data-testid="activity-edit"><Button>{copy.edit}</Button></Link> : null}
      {[...(of.actions as ActivityAction[])].reverse().map(button)}
      {reason === null ? null : (
        <Modal open title={copy.cancelTitle} okText={copy.acts.cancel} cancelText={copy.cancel} onCancel={() => setReason(null)} onOk={cancel} confirmLoading={step.isPending} okButtonProps={{ 'data-testid': 'activity-cancel-ok' }}>
          <div className={styles.dialog}>
            <p className="muted">{copy.cancelLead}</p>
            <label><span>{copy.reason}</span><Input autoFocus maxLength={100} placeholder={copy.reasonHint} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="activity-cancel-reason" /></label>
          </div>
        </Modal>
      )}
    </>
  );
}
