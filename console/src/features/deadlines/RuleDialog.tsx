import type { DeadlineRuleInput, DeadlineRuleList, DeadlineRuleView } from '@hall/shared/api/views';
import { ruleProblems } from '@hall/shared/deadline/deadline.rules';
import type { DeadlineCode } from '@hall/shared/deadline/deadline.rules';
import { addDays } from '@hall/shared/kernel/day';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { rulesCopy as copy } from '../../kit/copy/deadlines.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import styles from './Deadlines.module.css';

type Numbered = 'workingDays' | 'warnDays' | 'leaderAfter' | 'directorAfter' | 'extensionDays';

/** A new version of one rule, from a later day on, checked by the same rule the server asks. */
export function RuleDialog({ rule, onClose, onSaved }: { rule: DeadlineRuleView; onClose: () => void; onSaved: (list: DeadlineRuleList) => void }) {
  const { message } = App.useApp();
  const { workingDays, warnDays, leaderAfter, directorAfter, extensionDays, basis } = rule;
  const today = dayOf(now());
  const [input, setInput] = useState<DeadlineRuleInput>({ inForceFrom: addDays(today, 1), workingDays, warnDays, leaderAfter, directorAfter, extensionDays, basis });
  const [shown, setShown] = useState(false);
  const ladder = input.leaderAfter === null || input.directorAfter === null ? null : { leaderAfter: input.leaderAfter, directorAfter: input.directorAfter };
  const problems = ruleProblems({ ...input, code: rule.code as DeadlineCode, ladder }, today);
  const save = useMutation({
    mutationFn: () => api.put<DeadlineRuleList>(`/staff/deadline-rules/${rule.code}`, input),
    onSuccess: onSaved,
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const submit = () => { setShown(true); if (problems.length === 0) save.mutate(); };
  const number = (key: Numbered, label: string) => (input[key] === null ? null : <label><span>{label}</span><InputNumber min={0} max={60} precision={0} value={input[key]} onChange={(value) => setInput({ ...input, [key]: value ?? 0 })} data-testid={`rule-${key}`} /></label>);
  return (
    <Modal open width={620} title={copy.editTitle(rule.label)} okText={copy.save} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={save.isPending} okButtonProps={{ 'data-testid': 'rule-save' }}>
      <div className={styles.form} data-testid="rule">
        <div className={styles.pair}>
          <label><span>{copy.from}</span><DayField value={input.inForceFrom} onChange={(day) => setInput({ ...input, inForceFrom: day ?? '' })} testId="rule-from" /></label>
          {number('workingDays', copy.workingDays)}
          {number('warnDays', copy.warnDays)}
          {number('extensionDays', copy.extensionDays)}
          {number('leaderAfter', copy.leaderAfter)}
          {number('directorAfter', copy.directorAfter)}
        </div>
        <label><span>{copy.basisLabel}</span><Input maxLength={120} value={input.basis} onChange={(event) => setInput({ ...input, basis: event.target.value })} data-testid="rule-basis" /></label>
        {shown && problems.length > 0 ? <Alert type="error" showIcon title={problems.map((problem) => problem.message).join('；')} data-testid="rule-problems" /> : null}
      </div>
    </Modal>
  );
}
