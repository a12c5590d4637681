import type { CodeTablesView, CodeView, EnrolmentAnswers, PolicyProfileView } from '@hall/shared/api/views';
import { addressNote } from '@hall/shared/enrolment/address.rules';
import { assessmentYears } from '@hall/shared/enrolment/answers.rules';
import { sixtyNote } from '@hall/shared/enrolment/eligibility.rules';
import { tiersOpenTo } from '@hall/shared/enrolment/assessment.rules';
import type { FormField } from '@hall/shared/enrolment/enrolment.form';
import { bankCardWarning } from '@hall/shared/kernel/bank-card';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { today } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/enrolment.ts';
import { Notice } from '../kit/ui/card.tsx';
import { Choice } from '../kit/ui/choice.tsx';
import { CodePicker, Field, TextInput } from '../kit/ui/field.tsx';
import { derivedInWords } from './form/form.view.ts';
import { Periods } from './periods.tsx';

const copy = words.form;

export interface EditorContext { answers: EnrolmentAnswers; tables: CodeTablesView; profile: PolicyProfileView | null; errors: Readonly<Record<string, string>>; change: (part: EnrolmentAnswers) => void; leave: (name: string) => void }

/** Codes up to this many are shown at once; longer lists go into a picker. */
const SEEN_AT_ONCE = 8;

/** One question of the form, asked in the way that suits its kind. The control has the id of the field's name. */
export function FieldEditor({ field, context }: { field: FormField; context: EditorContext }) {
  const { answers, errors, profile } = context;
  const [left, setLeft] = useState(false);
  const hint = [field.help, field.example && copy.example(field.example)].filter(Boolean).join('；') || undefined;
  const card = field.kind === 'bank-card' ? bankCardWarning(answers.bankCard ?? '') : null;
  const derived = field.kind === 'citizen-id' ? derivedInWords(answers.citizenId ?? '', today()) : null;
  const sixty = field.kind === 'citizen-id' ? sixtyNote(answers.citizenId, today()) : null;
  // Advice waits until the person has stopped writing.
  const address = field.name === 'householdAddress' && left ? addressNote(answers.householdAddress) : null;
  return (
    <Field id={`field-${field.name}`} label={field.label} hint={hint} error={errors[field.name]} optional={!field.required}>
      <Control field={field} context={{ ...context, leave: (name) => { setLeft(true); context.leave(name); } }} />
      {derived && <Notice id='derived' tone='info'>{derived}</Notice>}
      {sixty && <Notice id='sixty' tone='warn'>{sixty}</Notice>}
      {card && <Notice tone='warn'>{card}</Notice>}
      {address && <Notice id='address-note' tone='info'>{address}</Notice>}
      {field.kind === 'tier' && profile?.example && <Notice tone='sun'>{copy.exampleProfile(profile.name)}</Notice>}
    </Field>
  );
}

function Control({ field, context }: { field: FormField; context: EditorContext }) {
  const { answers, tables, profile, change, leave } = context;
  const value = answers[field.name];
  const text = (next: string) => change({ [field.name]: next });
  const whole = (next: string) => { change({ [field.name]: Number(next) }); leave(field.name); };
  switch (field.kind) {
    case 'yes-no':
      return <Choice id={field.name} label={field.label} tight options={[{ value: 'true', label: copy.yes }, { value: 'false', label: copy.no }]} chosen={value === undefined ? [] : [String(value)]} onChoose={(next) => { change({ [field.name]: next === 'true' }); leave(field.name); }} />;
    case 'code': case 'area':
      return <Codes field={field} options={tables.tables[field.codeTable ?? ''] ?? []} value={value as string | undefined} choose={(code) => { text(code); leave(field.name); }} />;
    case 'tier':
      return profile === null ? <View className='secondary'>{copy.noProfile}</View>
        : <CodePicker id={field.name} label={field.label} options={tiersOpenTo(profile, answers).map((tier) => ({ code: String(tier.yuan), label: copy.tier(tier.yuan, tier.subsidyYuan) }))} value={value === undefined ? undefined : String(value)} onChange={whole} />;
    case 'year':
      return <Choice id={field.name} label={field.label} tight options={assessmentYears(today()).map((year) => ({ value: String(year), label: copy.year(year) }))} chosen={value === undefined ? [] : [String(value)]} onChoose={whole} />;
    case 'periods':
      return <Periods kinds={tables.tables[field.codeTable ?? ''] ?? []} periods={answers.otherPensions ?? []} errors={context.errors} onChange={(otherPensions) => change({ otherPensions })} />;
    default:
      return <TextInput id={field.name} label={field.label} value={(value as string | undefined) ?? ''} maxLength={field.maxLength} onChange={text} onLeave={() => leave(field.name)}
        type={field.kind === 'citizen-id' ? 'idcard' : field.kind === 'phone' || field.kind === 'bank-card' ? 'number' : 'text'} />;
  }
}

function Codes({ field, options, value, choose }: { field: FormField; options: readonly CodeView[]; value: string | undefined; choose: (code: string) => void }) {
  if (options.length > SEEN_AT_ONCE) return <CodePicker id={field.name} label={field.label} options={options} value={value} onChange={choose} />;
  const tight = options.length <= 3;
  return <Choice id={field.name} label={field.label} tight={tight} options={options.map((option) => ({ value: option.code, label: option.label }))} chosen={value === undefined ? [] : [value]} onChoose={choose} />;
}
