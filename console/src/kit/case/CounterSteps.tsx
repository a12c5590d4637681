import { CheckCircleFilled } from '@ant-design/icons';
import type { StaffCaseView } from '@hall/shared/api/views';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { hasCode } from '../api/problem.ts';
import { caseCopy as copy } from '../copy/case.copy.ts';
import { Key } from '../keys/Key.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { caseKey, caseSteps, useCaseStep } from './case.api.ts';
import { checkOriginalsAndPerson, mergeAndVerify } from './counter.acts.ts';
import { counterOf, tick } from './counter.view.ts';
import { MergeDialog } from './MergeDialog.tsx';
import styles from './case.module.css';

/**
 * What to do for a case at the window, in order: originals, the person, the assessment, the confirmation. `O` ticks
 * originals and person in one press, `H` confirms, so that a ready case takes four presses from call to done.
 * `before` runs first, so that what is still being typed is saved before a step is taken on it.
 */
export function CounterSteps({ kase, keys, before, onConfirmed }: { kase: StaffCaseView; keys: boolean; before?: () => Promise<StaffCaseView>; onConfirmed?: (kase: StaffCaseView) => void }) {
  const client = useQueryClient();
  const keep = (done: StaffCaseView) => { client.setQueryData(caseKey(done.id), done); return done; };
  const step = useCaseStep((done) => { if (counterOf(done).settled) onConfirmed?.(done); });
  const { materials, seen, originalsDone, identityDone, next, settled } = counterOf(kase);
  const open = !settled && kase.actions.includes('handle');
  const fresh = async () => (before ? before() : kase);

  const checkAll = () => step.mutate(async () => checkOriginalsAndPerson(await fresh(), keep));
  const checkPerson = () => step.mutate(async () => caseSteps.identity(await fresh()));
  const checkOne = (code: string, on: boolean) => step.mutate(async () => caseSteps.originals(await fresh(), tick(seen, code, on)));
  const confirm = () => step.mutate(async () => caseSteps.handle(await fresh()));
  const [asked, setAsked] = useState(false);
  const mergeDue = hasCode(step.error, 'IDENTITY_MERGE_NEEDED') || (asked && step.isPending);
  const merging = asked && step.isPending;
  const merge = () => { setAsked(true); step.mutate(async () => mergeAndVerify(await fresh(), keep), { onSettled: () => setAsked(false) }); };
  const mayCheck = open && !step.isPending && !(originalsDone && identityDone);
  const mayConfirm = open && !step.isPending && next === 'confirm';
  useKeys({ o: mayCheck ? checkAll : undefined, h: mayConfirm ? confirm : undefined }, keys && !mergeDue);

  return (
    <div className={styles.steps} data-testid="counter-steps">
      <Step title={copy.steps.originals} done={originalsDone} now={next === 'originals'} testId="step-originals">
        {materials.map((material) => (
          <div key={material.code} className={styles.tick}>
            <Checkbox checked={material.originalSeen} disabled={!open || step.isPending} onChange={(event) => checkOne(material.code, event.target.checked)} data-testid={`original-${material.code}`}>{material.label}</Checkbox>
            {material.deferrable ? <small className="muted">{copy.steps.deferrable}</small> : null}
          </div>
        ))}
      </Step>
      <Step title={identityDone ? copy.steps.identityDone : copy.steps.identity} done={identityDone} now={next === 'identity'} testId="step-identity">
        {kase.agentName ? <small>{copy.agent(kase.agentName)}{kase.authority ? ` · ${copy.authority[kase.authority.state]}` : ''} · {copy.steps.identityAgent}</small> : null}
        {originalsDone && !identityDone ? <Button size="small" disabled={!mayCheck} onClick={checkPerson} data-testid="verify-identity">{copy.steps.identityAct}</Button> : null}
      </Step>
      <Step title={copy.steps.assessment} done={kase.assessment !== null} now={false} testId="step-assessment">
        {kase.assessment ? (
          <>
            <div className={styles.money}><span>{copy.steps.resident}</span><strong data-testid="resident-pays">¥{kase.assessment.residentPaysYuan}</strong></div>
            <ul className={styles.lines} title={kase.assessment.disclaimer}>{kase.assessment.lines.slice(0, 3).map((line) => <li key={line}>{line}</li>)}{kase.assessment.example ? <li>{copy.steps.example} · {kase.assessment.profileName}</li> : null}</ul>
          </>
        ) : <small className="muted">{copy.steps.assessmentNone}</small>}
      </Step>
      {open && !(originalsDone && identityDone) ? <Button className={styles.act ?? ''} size="large" type="primary" loading={step.isPending} disabled={!mayCheck} onClick={checkAll} data-testid="check-all">{copy.steps.originalsAll}<Key of="O" /></Button> : null}
      {open && originalsDone && identityDone ? <Button className={styles.act ?? ''} size="large" type="primary" loading={step.isPending} disabled={!mayConfirm} onClick={confirm} data-testid="confirm">{copy.steps.confirm}<Key of="H" /></Button> : null}
      {mergeDue ? <MergeDialog name={kase.personName} busy={merging} onCancel={() => step.reset()} onMerge={merge} /> : null}
    </div>
  );
}

function Step({ title, done, now, children, testId }: { title: string; done: boolean; now: boolean; children: ReactNode; testId: string }) {
  return (
    <section className={`${styles.step} ${now ? styles.now : ''}`} data-testid={testId} data-done={done}>
      <h3>{done ? <CheckCircleFilled /> : null}{title}</h3>
      {children}
    </section>
  );
}
