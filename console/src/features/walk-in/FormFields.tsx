import type { FieldError, StaffCaseView } from '@hall/shared/api/views';
import type { ContributionPolicy } from '@hall/shared/enrolment/assessment.rules';
import type { EnrolmentAnswers, FormField } from '@hall/shared/enrolment/enrolment.form';
import { ENROLMENT_FORM } from '@hall/shared/enrolment/enrolment.form';
import { Checkbox, Input, Radio, Select } from 'antd';
import { derivedWords } from '../../kit/case/case-facts.view.ts';
import { caseCopy } from '../../kit/copy/case.copy.ts';
import { walkInCopy as copy } from '../../kit/copy/walk-in.copy.ts';
import { answer, optionsOf } from './fill.view.ts';
import { Spells } from './Spells.tsx';
import styles from './WalkIn.module.css';

interface Props {
  kase: StaffCaseView; answers: EnrolmentAnswers; onChange: (answers: EnrolmentAnswers) => void;
  codes: Record<string, readonly { code: string; label: string }[]>; policy: ContributionPolicy | null; today: string;
  problems: readonly FieldError[]; seen: ReadonlySet<string>; onSeen: (name: string) => void;
}

/** The shared form as data, laid out for a keyboard. A field complains once it has been left. */
export function FormFields(props: Props) {
  return (
    <>
      {ENROLMENT_FORM.map((group) => (
        <fieldset key={group.id} className={styles.group} data-testid={`group-${group.id}`}>
          <legend>{group.title}</legend>
          {group.fields.map((field) => <Field key={field.name} field={field} {...props} />)}
        </fieldset>
      ))}
    </>
  );
}

function Field({ field, ...props }: Props & { field: FormField }) {
  const { kase, answers, problems, seen, onSeen } = props;
  const problem = seen.has(field.name) || [...seen].some((path) => path.startsWith(`${field.name}.`)) ? problems.find((each) => each.path === field.name || each.path.startsWith(`${field.name}.`)) : undefined;
  const mark = kase.marks.find((each) => each.target === `field:${field.name}` && !each.fixed);
  const note = field.name === 'citizenId' ? derivedWords(kase) : '';
  const wide = field.kind === 'yes-no' || field.kind === 'periods' || field.maxLength > 60;
  return (
    <div className={`${styles.field} ${wide ? styles.wide : ''}`} data-field={field.name} data-testid={`field-${field.name}`} onBlur={() => { if (answers[field.name] !== undefined || seen.size > 0) onSeen(field.name); }}>
      {field.name === 'declarationAccepted' ? null : <span>{field.label}{note ? <small>{note}</small> : null}</span>}
      <Control field={field} wrong={problem !== undefined} {...props} />
      {problem ? <em role="alert">{problem.message}</em> : mark ? <em>{mark.sentence}</em> : null}
    </div>
  );
}

function Control({ field, answers, onChange, codes, policy, today, wrong }: Props & { field: FormField; wrong: boolean }) {
  const set = (value: unknown) => onChange(answer(answers, field.name, value));
  const status = wrong ? 'error' : '';
  const value = answers[field.name];
  const testId = `input-${field.name}`;
  switch (field.kind) {
    case 'yes-no':
      return field.name === 'declarationAccepted'
        ? <Checkbox checked={value === true} onChange={(event) => set(event.target.checked)} data-testid={testId}>{copy.declaration}：{field.label}</Checkbox>
        : <Radio.Group optionType="button" buttonStyle="solid" value={value ?? null} onChange={(event) => set(event.target.value)} options={[{ value: false, label: caseCopy.no }, { value: true, label: caseCopy.yes }]} data-testid={testId} />;
    case 'code': case 'area': case 'tier': case 'year':
      return <Select status={status} showSearch={{ optionFilterProp: 'label' }} value={(value as string | number | undefined) ?? null} placeholder={copy.choose} options={optionsOf(field, answers, codes, policy, today)} onChange={set} data-testid={testId} />;
    case 'periods':
      return <Spells spells={answers.otherPensions ?? []} kinds={codes[field.codeTable ?? ''] ?? []} onChange={set} />;
    default:
      return <Input status={status} autoComplete="off" inputMode={field.kind === 'text' ? 'text' : 'numeric'} maxLength={field.maxLength} value={String(value ?? '')} placeholder={field.example ?? ''} onFocus={(event) => { if (event.target.value.includes('*')) event.target.select(); }} onChange={(event) => set(event.target.value)} data-testid={testId} />;
  }
}
