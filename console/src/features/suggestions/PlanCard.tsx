import type { SuggestionPlanView } from '@hall/shared/api/views';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { dayWords } from '../../kit/clock.ts';
import { suggestionsCopy, planWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { LeafProps } from './leaf-props.ts';
import { MeasureDialog } from './MeasureDialog.tsx';
import { outcomesOf } from './plan.view.ts';
import { PhonePreview } from './PhonePreview.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import styles from './Suggestion.module.css';
import { stepOf } from './suggestions.api.ts';

/** A plan that stands, and its next step: approved or returned, carried out, measured. */
export function PlanCard({ suggestion, plan, step, keys }: LeafProps & { plan: SuggestionPlanView }) {
  const [asked, setAsked] = useState<'publish' | 'return' | 'measure' | null>(null);
  const may = (action: string) => (suggestion.planActions as readonly string[]).includes(action);
  const outcomes = outcomesOf(suggestion.planActions);
  const { id } = suggestion;
  const { version } = plan;
  const close = () => setAsked(null);
  useKeys({ g: may('publish') ? () => setAsked('publish') : outcomes.includes('held') ? () => setAsked('measure') : undefined }, keys && asked === null);
  return (
    <section className={styles.block} data-testid="plan-card" data-state={plan.state}>
      <h3><StateTag tone={plan.state === 'held' ? 'ok' : plan.state === 'fell-short' ? 'accent' : plan.state === 'proposed' ? 'warn' : 'info'}>{plan.stateLabel}</StateTag></h3>
      <PlanFacts plan={plan} />
      {plan.state === 'observing' && plan.observeUntil && !may('hold') ? <p className="muted">{copy.observing(dayWords(plan.observeUntil))}</p> : null}
      <div className={styles.choice}>
        {may('publish') ? <Button type="primary" onClick={() => setAsked('publish')} data-testid="plan-publish">{copy.approve}<Key of="G" /></Button> : null}
        {may('return') ? <Button onClick={() => setAsked('return')} data-testid="plan-return">{copy.return}</Button> : null}
        {may('carry-out') ? (
          <Popconfirm title={copy.carryOutAsk} okText={copy.yes} cancelText={copy.no} okButtonProps={{ 'data-testid': 'carry-out-yes' }} onConfirm={() => step.mutate({ run: () => stepOf(id, 'plan/carry-out', { version }), done: copy.carriedOut })}>
            <Button loading={step.isPending} data-testid="plan-carry-out">{copy.carryOut}</Button>
          </Popconfirm>
        ) : null}
        {may('vouch') ? (
          <Popconfirm title={copy.vouchAsk} okText={copy.vouchYes} cancelText={copy.no} okButtonProps={{ 'data-testid': 'vouch-yes' }} onConfirm={() => step.mutate({ run: () => stepOf(id, 'plan/vouch', { version }), done: copy.vouched })}>
            <Button loading={step.isPending} data-testid="plan-vouch">{copy.vouch}</Button>
          </Popconfirm>
        ) : null}
        {outcomes.length > 0 ? <Button type={outcomes.includes('held') ? 'primary' : 'default'} onClick={() => setAsked('measure')} data-testid="plan-measure-open">{outcomes.includes('held') ? copy.measureAct : copy.measureShort}{outcomes.includes('held') ? <Key of="G" /> : null}</Button> : null}
      </div>
      {asked === 'publish' ? (
        <PhonePreview title={copy.approveTitle} lead={copy.approveLead} ok={copy.approveOk} state="planned" suggestion={suggestion} texts={[plan.measure]} busy={step.isPending} onClose={close}
          onPublish={() => step.mutate({ run: () => stepOf(id, 'plan/publish', { version }), done: copy.approved, then: close })}><PlanFacts plan={plan} /></PhonePreview>
      ) : null}
      {asked === 'return' ? (
        <ReasonDialog name={`return.${plan.id}`} busy={step.isPending} onClose={close} words={{ title: copy.returnTitle, lead: copy.returnLead, words: suggestionsCopy.reason, hint: copy.returnHint, ok: copy.return }}
          onDone={(reason, forget) => step.mutate({ run: () => stepOf(id, 'plan/return', { version, reason }), done: copy.returnedDone, then: () => { forget(); close(); } })} />
      ) : null}
      {asked === 'measure' ? (
        <MeasureDialog plan={plan} outcomes={outcomes} busy={step.isPending} onClose={close}
          onDone={(given, forget) => step.mutate({ run: () => stepOf(id, 'plan/measure', { version, ...given }), done: copy.measureDone[given.outcome], then: () => { forget(); close(); } })} />
      ) : null}
    </section>
  );
}
