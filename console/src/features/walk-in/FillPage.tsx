import { CheckCircleFilled, CloudOutlined } from '@ant-design/icons';
import type { StaffCaseView } from '@hall/shared/api/views';
import { App, Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { NetworkLost, sentenceOf } from '../../kit/api/problem.ts';
import { useCase, useCodeTables, usePolicy } from '../../kit/case/case.api.ts';
import { counterOf } from '../../kit/case/counter.view.ts';
import { CaseFacts } from '../../kit/case/CaseFacts.tsx';
import { CounterSteps } from '../../kit/case/CounterSteps.tsx';
import { clockText, dayOf, now } from '../../kit/clock.ts';
import { caseCopy } from '../../kit/copy/case.copy.ts';
import { walkInCopy as copy } from '../../kit/copy/walk-in.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { PrintButton } from '../../kit/print/PrintButton.tsx';
import { ServiceClock } from '../../kit/service/ServiceClock.tsx';
import { useVisitor } from '../../kit/service/use-visitor.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { firstProblem, problemsOf } from './fill.view.ts';
import { FormFields } from './FormFields.tsx';
import { Papers } from './Papers.tsx';
import { useDraft } from './use-draft.ts';
import styles from './WalkIn.module.css';

/** The whole case at the window: form, pictures and the counter's steps on one screen. */
export function FillPage() {
  const { id = '' } = useParams();
  return <Loaded query={useCase(id)} lines={10}>{(kase) => <Fill key={kase.id} kase={kase} />}</Loaded>;
}

function Fill({ kase }: { kase: StaffCaseView }) {
  const go = useNavigate();
  const { message } = App.useApp();
  const codes = useCodeTables().data?.tables ?? NO_TABLES;
  const policy = usePolicy().data ?? null;
  const draft = useDraft(kase);
  const [seen, setSeen] = useState<ReadonlySet<string>>(NOTHING_SEEN);
  const [camera, setCamera] = useState(false);
  const visitor = useVisitor(kase.id);
  const { settled } = counterOf(kase);
  const today = dayOf(now());
  const problems = useMemo(() => problemsOf(draft.answers, kase, { today, profile: policy, codes }), [codes, draft.answers, kase, policy, today]);
  const first = firstProblem(problems);
  const toProblem = () => {
    setSeen(new Set(problems.map((problem) => problem.path)));
    enter(first);
  };
  const known = codes !== NO_TABLES;
  // The hands are on the keyboard: the first open question takes them, once.
  useEffect(() => {
    if (known && !settled) enter(first);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [known]);
  const back = () => void draft.flush().then(() => go('/desk'), (error: unknown) => void message.warning(sentenceOf(error)));
  useKeys({ d: settled ? back : undefined }, !camera);

  return (
    <div className={styles.fill} data-testid="walk-in-fill" onKeyDown={(event) => { if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur(); }}>
      <header className={styles.head}>
        <div><h1 title={kase.personName}>{kase.personName}</h1><small>{kase.caseNumber} · {kase.matterName}</small></div>
        <SaveState kase={kase} dirty={draft.dirty} fault={draft.fault} />
        <StateTag tone={settled ? 'ok' : 'quiet'} testId="case-state">{kase.stateLabel}</StateTag>
      </header>
      <div className={styles.form}>
        {settled ? <CaseFacts kase={kase} /> : <FormFields kase={kase} answers={draft.answers} onChange={draft.change} codes={codes} policy={policy} today={today} problems={problems} seen={seen} onSeen={(name) => setSeen((old) => new Set(old).add(name))} />}
      </div>
      <Papers kase={kase} locked={settled} onCamera={setCamera} />
      <aside className={styles.side}>
        {visitor ? <ServiceClock ticket={visitor} /> : null}
        <div className={styles.steps}>
          {settled ? <p className={styles.good}><CheckCircleFilled /> {copy.handled}</p> : (
            <p className={styles.progress} data-testid="form-problems">{copy.problems(problems.length)}{first ? <Button size="small" type="link" onClick={toProblem} data-testid="to-problem">{copy.toProblem}</Button> : null}</p>
          )}
          <CounterSteps kase={kase} keys={!camera} before={draft.flush} />
        </div>
        <div className={styles.prints}>
          <PrintButton path={`/staff/applications/${kase.id}/form.pdf`} label={caseCopy.print.form} testId="print-form" />
          <PrintButton path={`/staff/applications/${kase.id}/receipt.pdf`} label={caseCopy.print.receipt} testId="print-receipt" disabled={!settled} />
        </div>
        <Button size="large" block type={settled ? 'primary' : 'default'} onClick={back} data-testid="back-to-desk">{copy.back}{settled ? <Key of="D" /> : null}</Button>
        <small className="muted">{copy.keysHint}</small>
      </aside>
    </div>
  );
}

const NO_TABLES = {};
const enter = (field: string | null) => document.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea, button)`)?.focus();
const NOTHING_SEEN: ReadonlySet<string> = new Set();

function SaveState({ kase, dirty, fault }: { kase: StaffCaseView; dirty: boolean; fault: unknown }) {
  const lost = fault instanceof NetworkLost;
  const words = lost ? copy.unsaved : fault !== null ? sentenceOf(fault) : dirty ? copy.saving : copy.saved(clockText(kase.savedAt));
  return <small className={fault === null ? 'muted' : styles.unsaved} data-testid="save-state" data-dirty={dirty}><CloudOutlined /> {words}</small>;
}
