import type { RedFlagFormulaInput, RedFlagMonthView, StaffRedFlagView } from '@hall/shared/api/views';
import { FLAG_PARTS, FLAG_TIES, flagFormulaProblems } from '@hall/shared/assessment/red-flag.rules';
import type { FlagTie } from '@hall/shared/assessment/red-flag.rules';
import { useMutation } from '@tanstack/react-query';
import { App, Button, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { formulaCopy, redFlagsCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { monthsToBegin, monthsToTry } from './formula.view.ts';
import { WeightFields } from './WeightFields.tsx';
import { WindowTable } from './WindowTable.tsx';
import styles from './Assessment.module.css';

/** The next formula: weighed, tried on months that were, and then published for a month that has not begun. */
export function FlagFormulaDialog({ suggested, onClose, onPublished }: { suggested: RedFlagFormulaInput; onClose: () => void; onPublished: (view: StaffRedFlagView) => void }) {
  const { message, modal } = App.useApp();
  const today = dayOf(now());
  const [formula, setFormula] = useState(suggested);
  const [tried, setTried] = useState(monthsToTry(today)[0]!);
  const problems = flagFormulaProblems(formula, today);
  const failed = (error: unknown) => void message.error(sentenceOf(error));
  const trial = useMutation({ mutationFn: () => api.post<RedFlagMonthView>('/staff/red-flags/dry-run', { formula, month: tried }), onError: failed });
  const publish = useMutation({ mutationFn: () => api.create<StaffRedFlagView>('/staff/red-flags/formula', formula), onSuccess: onPublished, onError: failed });
  const ask = () => modal.confirm({ title: copy.dialogTitle, content: formulaCopy.publishAsk, okText: formulaCopy.publish, cancelText: formulaCopy.cancel, centered: true, okButtonProps: { 'data-testid': 'flag-publish-yes' }, onOk: () => publish.mutate() });
  const months = (all: readonly string[]) => all.map((value) => ({ value, label: formulaCopy.month(value) }));
  return (
    <Modal open width={860} title={copy.dialogTitle} okText={formulaCopy.publish} cancelText={formulaCopy.cancel} onCancel={onClose} onOk={ask} confirmLoading={publish.isPending} okButtonProps={{ disabled: problems.length > 0, 'data-testid': 'flag-publish' }}>
      <div className={styles.form} data-testid="flag-formula">
        <p className="muted">{copy.dialogLead}</p>
        <WeightFields parts={FLAG_PARTS} weights={formula.weights} onChange={(weights) => setFormula({ ...formula, weights })} />
        <div className={styles.pair}>
          <label><span>{formulaCopy.from}</span><Select value={formula.from} options={months(monthsToBegin(today))} onChange={(from) => setFormula({ ...formula, from })} data-testid="flag-from" /></label>
          <label><span>{copy.tieLabel}</span><Select<FlagTie> value={formula.tie} options={(Object.keys(FLAG_TIES) as FlagTie[]).map((value) => ({ value, label: FLAG_TIES[value] }))} onChange={(tie) => setFormula({ ...formula, tie })} data-testid="flag-tie" /></label>
          <label><span>{copy.leastLabel}</span><InputNumber min={1} precision={0} value={formula.least} onChange={(least) => setFormula({ ...formula, least: least ?? 1 })} data-testid="flag-least" /></label>
          <label><span>{copy.placesLabel}</span><InputNumber min={1} max={10} precision={0} value={formula.places} onChange={(places) => setFormula({ ...formula, places: places ?? 1 })} data-testid="flag-places" /></label>
        </div>
        <div className={styles.line}>
          <span>{formulaCopy.tryOn}</span>
          <Select value={tried} options={months(monthsToTry(today))} onChange={setTried} style={{ width: 150 }} />
          <Button onClick={() => trial.mutate()} loading={trial.isPending} disabled={problems.length > 0} data-testid="flag-try">{formulaCopy.tryOut}</Button>
        </div>
        {trial.data ? <><p className="muted">{formulaCopy.tried(trial.data.month)}</p><WindowTable of={trial.data} testId="flag-tried" /></> : null}
      </div>
    </Modal>
  );
}
