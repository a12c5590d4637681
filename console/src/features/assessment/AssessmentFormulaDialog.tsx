import type { AssessmentFormulaInput, AssessmentMonthView, ScorecardList } from '@hall/shared/api/views';
import { CARD_PARTS, assessmentFormulaProblems } from '@hall/shared/assessment/scorecard.rules';
import { useMutation } from '@tanstack/react-query';
import { App, Button, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { assessmentCopy as copy, formulaCopy } from '../../kit/copy/assessment.copy.ts';
import { CardTable } from './CardTable.tsx';
import { monthsToBegin } from './formula.view.ts';
import { WeightFields } from './WeightFields.tsx';
import styles from './Assessment.module.css';

/** The next formula of the scorecards: weighed, tried on the month that runs, and published for one that has not begun. */
export function AssessmentFormulaDialog({ suggested, onClose, onPublished }: { suggested: AssessmentFormulaInput; onClose: () => void; onPublished: (view: AssessmentMonthView) => void }) {
  const { message, modal } = App.useApp();
  const today = dayOf(now());
  const [formula, setFormula] = useState(suggested);
  const problems = assessmentFormulaProblems(formula, today);
  const failed = (error: unknown) => void message.error(sentenceOf(error));
  const trial = useMutation({ mutationFn: (tried: typeof formula) => api.post<ScorecardList>('/staff/assessment/dry-run', tried), onError: failed });
  const publish = useMutation({ mutationFn: () => api.create<AssessmentMonthView>('/staff/assessment/formula', formula), onSuccess: onPublished, onError: failed });
  const ask = () => modal.confirm({ title: copy.dialogTitle, content: formulaCopy.publishAsk, okText: formulaCopy.publish, cancelText: formulaCopy.cancel, centered: true, okButtonProps: { 'data-testid': 'assessment-publish-yes' }, onOk: () => publish.mutate() });
  return (
    <Modal open width={860} title={copy.dialogTitle} okText={formulaCopy.publish} cancelText={formulaCopy.cancel} onCancel={onClose} onOk={ask} confirmLoading={publish.isPending} okButtonProps={{ disabled: problems.length > 0, 'data-testid': 'assessment-publish' }}>
      <div className={styles.form} data-testid="assessment-formula">
        <p className="muted">{copy.dialogLead}</p>
        <WeightFields parts={CARD_PARTS} weights={formula.weights} onChange={(weights) => setFormula({ ...formula, weights })} />
        <div className={styles.pair}>
          <label><span>{formulaCopy.from}</span><Select value={formula.from} options={monthsToBegin(today).map((value) => ({ value, label: formulaCopy.month(value) }))} onChange={(from) => setFormula({ ...formula, from })} data-testid="assessment-from" /></label>
          <label><span>{copy.target}</span><InputNumber min={1} precision={0} value={formula.target} onChange={(target) => setFormula({ ...formula, target: target ?? 1 })} data-testid="assessment-target" /></label>
        </div>
        <Button onClick={() => trial.mutate(formula)} loading={trial.isPending} disabled={problems.length > 0} data-testid="assessment-try" style={{ justifySelf: 'start' }}>{copy.tryNow}</Button>
        {trial.data ? <CardTable of={trial.data.items} formula={trial.variables} testId="assessment-tried" /> : null}
      </div>
    </Modal>
  );
}
