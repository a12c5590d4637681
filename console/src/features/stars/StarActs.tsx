import type { StaffStarRoundView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { starsCopy as copy } from '../../kit/copy/stars.copy.ts';
import { spanText } from './stars.view.ts';
import styles from './Stars.module.css';

type Step = keyof typeof copy.done;

/** What may be done with a round now. Opening says plainly what can never be changed afterwards. */
export function StarActs({ of }: { of: StaffStarRoundView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [opening, setOpening] = useState(false);
  const step = useMutation({
    mutationFn: (action: Step) => api.post<StaffStarRoundView>(`/staff/stars/${of.id}/${action}`, { version: of.version }),
    onSuccess: (view, action) => { setOpening(false); void message.success(copy.done[action]); client.setQueryData(['star', of.id], view); void client.invalidateQueries({ queryKey: ['stars'] }); },
    onError: (error) => { void message.error(sentenceOfStep(error)); void client.invalidateQueries({ queryKey: ['star', of.id] }); },
  });
  const may = (action: string) => of.actions.includes(action);
  const fixed: [string, string][] = [
    [copy.fixed.candidates, of.candidates.map(({ name }) => name).join('、')], [copy.fixed.time, spanText(of)], [copy.fixed.voters, copy.fixed.votersWords], [copy.fixed.tie, of.tieLabel], [copy.fixed.objection, copy.days(of.objectionDays)],
  ];
  return (
    <>
      {may('discard') ? <Popconfirm title={copy.discardAsk} okText={copy.ok} cancelText={copy.cancel} onConfirm={() => step.mutate('discard')}><Button data-testid="star-discard">{copy.acts.discard}</Button></Popconfirm> : null}
      {may('revise') ? <Link to={`/stars/${of.id}/edit`}><Button data-testid="star-revise">{copy.acts.revise}</Button></Link> : null}
      {may('open') ? <Button type="primary" onClick={() => setOpening(true)} data-testid="star-open">{copy.acts.open}</Button> : null}
      {may('publish') ? <Popconfirm title={copy.publishAsk} okText={copy.ok} cancelText={copy.cancel} onConfirm={() => step.mutate('publish')}><Button type="primary" loading={step.isPending} data-testid="star-publish">{copy.acts.publish}</Button></Popconfirm> : null}
      {opening ? (
        <Modal open title={copy.openTitle} okText={copy.openYes} cancelText={copy.cancel} onCancel={() => setOpening(false)} onOk={() => step.mutate('open')} confirmLoading={step.isPending} okButtonProps={{ 'data-testid': 'star-open-yes' }}>
          <div className={styles.dialog} data-testid="star-open-fixed">
            <p>{copy.openLead}</p>
            <dl className={styles.facts}>{fixed.map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
          </div>
        </Modal>
      ) : null}
    </>
  );
}
