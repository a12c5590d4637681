import type { AppraisalDepartmentList, StaffAppraisalView } from '@hall/shared/api/views';
import { APPRAISAL_DAYS, APPRAISAL_QUESTIONS, APPRAISAL_QUESTION_KEYS, INVITED, MOST_QUESTIONS, appraisalPlanProblems, closingDay, enoughPeople } from '@hall/shared/appraisal/appraisal.rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { appraisalsCopy as copy } from '../../kit/copy/appraisals.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { BLANK, toggled, type Form } from './appraisals.view.ts';
import styles from './Appraisals.module.css';

/** Everything that is fixed by the opening, on one sheet. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form, setForm, forget] = useKept<Form>('appraisal-open', BLANK);
  const [shown, setShown] = useState(false);
  const departments = useQuery({ queryKey: ['appraisal-departments'], queryFn: () => api.get<AppraisalDepartmentList>('/staff/appraisals/departments') });
  const set = (more: Partial<Form>) => setForm({ ...form, ...more });
  const problems = appraisalPlanProblems(form);
  const wrong = (path: string) => (shown ? problems.find((problem) => problem.path === path)?.message : undefined);
  const chosen = departments.data?.items.find(({ id }) => id === form.departmentId);
  const enough = chosen ? enoughPeople(chosen.people) : null;
  const whyNot = chosen?.running ? copy.form.running : enough && !enough.ok ? enough.message : null;
  const open = useMutation({
    mutationFn: () => api.create<StaffAppraisalView>('/staff/appraisals', form),
    onSuccess: (view) => { forget(); client.setQueryData(['appraisal', view.id], view); void client.invalidateQueries({ queryKey: ['appraisals'] }); void message.success(copy.opened); void go(`/appraisals/${view.id}`); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const submit = () => { setShown(true); if (form.departmentId !== null && problems.length === 0 && whyNot === null) open.mutate(); };
  return (
    <Modal open width={640} title={copy.form.title} okText={copy.form.yes} cancelText={copy.form.cancel} onCancel={onClose} onOk={submit} confirmLoading={open.isPending} okButtonProps={{ disabled: whyNot !== null, 'data-testid': 'appraisal-open' }}>
      <div className={styles.form} data-testid="appraisal-form">
        <p className="muted">{copy.form.lead}</p>
        <Loaded query={departments} lines={2}>
          {({ items }) => (
            <label><span>{copy.form.department}</span>
              <Select<string> value={form.departmentId} options={items.map(({ id, name }) => ({ value: id, label: name }))} onChange={(departmentId) => set({ departmentId })} data-testid="appraisal-department" />
              {whyNot ? <em data-testid="appraisal-why-not">{whyNot}</em> : chosen ? <small>{copy.form.people(chosen.people)}</small> : shown ? <em>{copy.form.missing}</em> : null}
            </label>
          )}
        </Loaded>
        <div className={styles.questions}>
          <span>{copy.form.questions}</span>
          {APPRAISAL_QUESTION_KEYS.map((key) => (
            <Checkbox key={key} checked={form.questions.includes(key)} disabled={!form.questions.includes(key) && form.questions.length >= MOST_QUESTIONS} onChange={() => set({ questions: toggled(form.questions, key) })} data-testid={`question-${key}`}>
              {APPRAISAL_QUESTIONS[key].title} <small>{APPRAISAL_QUESTIONS[key].ask}</small>
            </Checkbox>
          ))}
          <em>{wrong('questions')}</em>
        </div>
        <div className={styles.pair}>
          <label><span>{copy.form.days}</span><InputNumber min={APPRAISAL_DAYS.least} max={APPRAISAL_DAYS.most} precision={0} value={form.days} onChange={(days) => set({ days: days ?? APPRAISAL_DAYS.least })} data-testid="appraisal-days" /><small>{copy.form.daysHint(dayWords(closingDay(dayOf(now()), form.days)))}</small><em>{wrong('days')}</em></label>
          <label><span>{copy.form.invite}</span><InputNumber min={INVITED.least} max={INVITED.most} precision={0} value={form.invite} onChange={(invite) => set({ invite: invite ?? INVITED.least })} data-testid="appraisal-invite" /><small>{copy.form.inviteHint}</small><em>{wrong('invite')}</em></label>
        </div>
      </div>
    </Modal>
  );
}
