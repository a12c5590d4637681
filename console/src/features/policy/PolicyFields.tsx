import { isDay } from '@hall/shared/kernel/day';
import { Checkbox, Input, Select } from 'antd';
import { policyCopy as copy } from '../../kit/copy/policy.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { dayWord } from '../../kit/sheet/cells.view.ts';
import type { Draft, FieldName, Placed } from './policy.view.ts';
import styles from './Policy.module.css';

interface FieldsProps { draft: Draft; problems: Placed['fields']; onChange: (part: Partial<Draft>) => void }

const DAYS: readonly FieldName[] = ['effectiveFrom', 'effectiveTo'];
const WIDE: readonly FieldName[] = ['name', 'source'];

function Field({ name, draft, problems, onChange }: FieldsProps & { name: FieldName }) {
  const write = (word: string) => onChange({ fields: { ...draft.fields, [name]: word } });
  const about = { value: draft.fields[name], status: problems[name] ? 'error' as const : '' as const, 'data-testid': `policy-field-${name}` };
  return (
    <label className={`${styles.field} ${WIDE.includes(name) ? styles.wide : ''}`}>
      <span>{copy.fields[name]}</span>
      {name === 'beyond' ? <Select {...about} onChange={write} options={Object.entries(copy.beyond).map(([value, label]) => ({ value, label }))} />
        : DAYS.includes(name) ? <DayField value={isDay(dayWord(draft.fields[name])) ? dayWord(draft.fields[name]) : null} wrong={problems[name] !== undefined} {...(name === 'effectiveTo' ? { open: copy.noEnd } : {})} onChange={(day) => write(day ?? '')} testId={`policy-field-${name}`} />
          : <Input {...about} onChange={(event) => write(event.target.value)} />}
      {problems[name] ? <em>{problems[name]}</em> : null}
    </label>
  );
}

/** Name, source and dates of a version. */
export function Basics(props: FieldsProps) {
  return (
    <div className={styles.fields}>
      {(['name', 'source', 'id', 'effectiveFrom', 'effectiveTo', 'disclaimer'] as const).map((name) => <Field key={name} name={name} {...props} />)}
      <Checkbox checked={props.draft.example} onChange={(event) => props.onChange({ example: event.target.checked })}>{copy.isExample}</Checkbox>
    </div>
  );
}

/** The amounts a pension is estimated with. */
export function PensionRules(props: FieldsProps) {
  return (
    <div className={styles.fields}>
      {(['basePensionMonthly', 'divisor', 'fullYears', 'from', 'upTo', 'monthlyPerYear', 'monthlyPerYearBeyond', 'beyond'] as const).map((name) => <Field key={name} name={name} {...props} />)}
    </div>
  );
}
