import type { RightsOpenedView, RightsOwnerList, StaffRightsView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Select } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOfStep } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { rightsCopy as copy } from '../../kit/copy/rights.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { toneOf } from './rights.view.ts';
import styles from './Rights.module.css';
import { StepForm } from './StepForm.tsx';

/** One case: whose it is, what was done to them and what was done about it; beside it what to do now. */
export function RightsCasePage() {
  const { id = '' } = useParams();
  // Every reading is written down, so it is not read again merely because the window was looked at.
  const query = useQuery({ queryKey: ['rights-case', id], queryFn: () => api.get<StaffRightsView>(`/staff/rights/${id}`), refetchOnWindowFocus: false });
  return <Loaded query={query} lines={10}>{(of) => <Case of={of} onStale={() => void query.refetch()} />}</Loaded>;
}

function Case({ of, onStale }: { of: StaffRightsView; onStale: () => void }) {
  const client = useQueryClient();
  const overdue = of.deadlines.some((deadline) => deadline.overdue);
  const took = (view: StaffRightsView) => { client.setQueryData(['rights-case', of.id], view); void client.invalidateQueries({ queryKey: ['rights'] }); };
  const facts: [string, string][] = [[copy.facts.topic, of.topicLabel], [copy.facts.name, of.name], [copy.facts.phone, of.phone], [copy.facts.way, of.wayLabel], ...(of.suggestionNumber ? [[copy.facts.suggestion, of.suggestionNumber] as [string, string]] : []), [copy.facts.opened, momentText(of.openedAt)]];
  return (
    <Page title={`${copy.title} ${of.number}`} lead={<Link to="/rights">{copy.back}</Link>} testId="rights-case" action={<StateTag tone={toneOf({ state: of.state, overdue })} testId="rights-state">{of.stateLabel}</StateTag>}>
      <div className={styles.case}>
        <div className={styles.column}>
          <Card>
            <dl className={styles.facts}>
              {facts.map(([label, value]) => <div key={label} style={{ display: 'contents' }}><dt>{label}</dt><dd>{value}</dd></div>)}
              <dt>{copy.facts.words}</dt><dd><p>{of.words}</p></dd>
            </dl>
            {of.hasAccount ? null : <p className="muted">{copy.noAccount}</p>}
          </Card>
          <Card testId="rights-steps">
            <h2>{copy.steps}</h2>
            <div className={styles.steps}>
              {of.steps.map((step, index) => (
                <div key={index} className={`${styles.step} ${step.internal ? styles.internal : ''}`}>
                  <header><strong>{step.label}</strong><small>{step.byName} {momentText(step.at)}{step.internal ? ` · ${copy.internal}` : ''}</small></header>
                  {step.words ? <p>{step.words}</p> : null}
                </div>
              ))}
            </div>
          </Card>
        </div>
        <div className={styles.column}>
          <Card testId="rights-now"><StepForm key={of.version} of={of} onTaken={took} onStale={onStale} /></Card>
          <Card>
            <dl className={styles.facts}>
              <dt>{copy.facts.owner}</dt><dd>{of.ownerName}{of.actingName ? `（${copy.acting(of.actingName)}）` : ''}</dd>
              <dt>{copy.deadlines}</dt>
              <dd>{of.deadlines.map((deadline) => <p key={deadline.id} className={deadline.overdue ? styles.late : ''}>{deadline.endedAt === null && deadline.dueAt !== null ? copy.deadline(deadline.stepLabel, momentText(deadline.dueAt)) : copy.deadlineMet(deadline.stepLabel, deadline.stateLabel)}</p>)}</dd>
            </dl>
            {of.mayAssign ? <Assign of={of} onStale={onStale} /> : null}
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** Whoever gives a case away may not be able to read it any more. */
function Assign({ of, onStale }: { of: StaffRightsView; onStale: () => void }) {
  const { message, modal } = App.useApp();
  const go = useNavigate();
  const owners = useQuery({ queryKey: ['rights-owners'], queryFn: () => api.get<RightsOwnerList>('/staff/rights/owners') }).data?.items ?? [];
  const assign = useMutation({
    mutationFn: (ownerId: string) => api.post<RightsOpenedView>(`/staff/rights/${of.id}/assign`, { ownerId, version: of.version }),
    onSuccess: ({ readable }) => { void message.success(copy.assigned); if (readable) onStale(); else void go('/rights'); },
    onError: (error) => { void message.error(sentenceOfStep(error)); onStale(); },
  });
  const ask = (id: string | null) => {
    const owner = owners.find((each) => each.id === id);
    if (owner) modal.confirm({ title: copy.assignAsk(owner.name), content: copy.assignNote, okText: copy.assign, cancelText: copy.cancel, centered: true, okButtonProps: { 'data-testid': 'rights-assign-yes' }, onOk: () => assign.mutate(owner.id) });
  };
  return (
    <Select style={{ width: '100%', marginTop: 12 }} showSearch={{ optionFilterProp: 'label' }} placeholder={copy.assign} value={null} loading={assign.isPending} onChange={ask}
      options={owners.filter((owner) => owner.id !== of.ownerId).map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))} data-testid="rights-assign" />
  );
}
