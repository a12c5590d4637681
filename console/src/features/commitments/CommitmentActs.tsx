import type { StaffCommitmentView } from '@hall/shared/api/views';
import { addDays } from '@hall/shared/kernel/day';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import styles from './Commitments.module.css';

/** What may be done with a promise now: the server says which. */
export function CommitmentActs({ of }: { of: StaffCommitmentView }) {
  const go = useNavigate();
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [from, setFrom] = useState<string | null>(null);
  const may = (...actions: string[]) => actions.some((action) => of.actions.includes(action));
  const step = useMutation({
    mutationFn: ({ path, body }: { path: string; body: object; said: string }) => api.post<StaffCommitmentView>(`/staff/commitments/${of.id}/${path}`, { ...body, version: of.version }),
    onSuccess: (_, { said }) => { setFrom(null); void message.success(said); },
    onError: (error) => void message.error(sentenceOfStep(error)),
    onSettled: () => void client.invalidateQueries({ queryKey: ['commitments'] }),
  });
  const draft = of.state === 'draft';
  const ask = () => modal.confirm({
    title: draft ? copy.discardAsk : copy.withdrawAsk, content: draft ? null : copy.withdrawNote, okText: copy.yes, cancelText: copy.cancel, centered: true, okButtonProps: { 'data-testid': 'withdraw-yes' },
    onOk: () => step.mutateAsync({ path: 'withdraw', body: {}, said: copy.withdrawn }).catch(() => undefined),
  });
  if (of.actions.length === 0) return null;
  return (
    <div className={styles.acts}>
      {of.drafted && may('publish', 'supersede') ? <Button type="primary" onClick={() => setFrom(addDays(dayOf(now()), 1))} data-testid="commitment-publish">{copy.publish}</Button> : null}
      {may('redraft') ? <Button onClick={() => void go(`/commitments/${of.id}/edit`)} data-testid="commitment-redraft">{of.drafted ? copy.editDraft : copy.redraft}</Button> : null}
      {may('withdraw', 'discard') ? <Button onClick={ask} data-testid="commitment-withdraw">{draft ? copy.discard : copy.withdraw}</Button> : null}
      <Modal open={from !== null} title={copy.publishTitle} okText={copy.publish} cancelText={copy.cancel} onCancel={() => setFrom(null)} confirmLoading={step.isPending} okButtonProps={{ 'data-testid': 'publish-yes' }}
        onOk={() => step.mutate({ path: 'publish', body: { inForceFrom: from }, said: copy.published })}>
        <div className={styles.form}><p className="muted">{copy.publishLead}</p><label><span>{copy.publishFrom}</span><DayField value={from} onChange={setFrom} testId="publish-from" /></label></div>
      </Modal>
    </div>
  );
}
