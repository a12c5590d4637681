import { normaliseBankCard } from '../kernel/bank-card.ts';
import { normaliseCitizenId } from '../kernel/citizen-id.ts';
import { normalisePhone } from '../kernel/phone.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';
import { ENROLMENT_FIELDS, MAX_OTHER_PENSIONS, fieldNamed } from './enrolment.form.ts';
import type { EnrolmentAnswers, FormField, OtherPension } from './enrolment.form.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Answers as they came over the wire, checked for shape only and written the way they are stored. Refuses what is not a form,
 * an unknown field, a wrong type or a text too long, naming the field. Codes: ANSWERS_SHAPE, ANSWERS_UNKNOWN_FIELD, ANSWERS_TYPE, ANSWERS_TOO_LONG.
 */
export function sanitiseAnswers(raw: unknown): Verdict<EnrolmentAnswers> {
  if (!isRecord(raw)) return refuse('ANSWERS_SHAPE', '提交的内容不是一份表单。', 'answers');
  const clean: Record<string, unknown> = {};
  for (const name of Object.keys(raw)) {
    if (fieldNamed(name) === undefined) return refuse('ANSWERS_UNKNOWN_FIELD', `表单里没有“${name.slice(0, 40)}”这一项。`, `answers.${name.slice(0, 40)}`);
  }
  for (const field of ENROLMENT_FIELDS) {
    if (!Object.hasOwn(raw, field.name) || raw[field.name] === undefined) continue;
    const value = sanitiseField(field, raw[field.name]);
    if (!value.ok) return value;
    clean[field.name] = value.value;
  }
  return allow(clean as EnrolmentAnswers);
}

function sanitiseField(field: FormField, value: unknown): Verdict<unknown> {
  const path = `answers.${field.name}`;
  const wrongType = refuse('ANSWERS_TYPE', `“${field.label}”的格式不对。`, path);
  switch (field.kind) {
    case 'yes-no': return typeof value === 'boolean' ? allow(value) : wrongType;
    case 'tier': case 'year': return Number.isSafeInteger(value) ? allow(value) : wrongType;
    case 'periods': return sanitisePeriods(field, value);
    default: {
      if (typeof value !== 'string') return wrongType;
      if (Array.from(value).length > field.maxLength) return refuse('ANSWERS_TOO_LONG', `“${field.label}”太长了，最多 ${field.maxLength} 个字。`, path);
      return allow(TIDY[field.kind]?.(value) ?? value.trim());
    }
  }
}

const TIDY: Partial<Record<FormField['kind'], (text: string) => string>> = {
  'citizen-id': normaliseCitizenId, phone: normalisePhone, 'bank-card': normaliseBankCard,
};

function sanitisePeriods(field: FormField, value: unknown): Verdict<OtherPension[]> {
  const path = `answers.${field.name}`;
  if (!Array.isArray(value)) return refuse('ANSWERS_TYPE', `“${field.label}”的格式不对。`, path);
  if (value.length > MAX_OTHER_PENSIONS) return refuse('ANSWERS_TOO_LONG', `“${field.label}”最多填 ${MAX_OTHER_PENSIONS} 段。`, path);
  const periods: OtherPension[] = [];
  for (const [index, period] of (value as unknown[]).entries()) {
    const at = `${path}.${index}`;
    if (!isRecord(period)) return refuse('ANSWERS_TYPE', `“${field.label}”的第 ${index + 1} 段格式不对。`, at);
    const unknownKey = Object.keys(period).find((key) => key !== 'kind' && key !== 'from' && key !== 'to');
    if (unknownKey !== undefined) return refuse('ANSWERS_UNKNOWN_FIELD', `“${field.label}”里没有“${unknownKey.slice(0, 40)}”这一项。`, `${at}.${unknownKey.slice(0, 40)}`);
    const { kind, from, to = null } = period;
    if (typeof kind !== 'string' || kind.length > 32) return refuse('ANSWERS_TYPE', '请选择养老保险的种类。', `${at}.kind`);
    if (typeof from !== 'string' || from.length > field.maxLength) return refuse('ANSWERS_TYPE', '开始月份请写成 2012-03 这样。', `${at}.from`);
    if (to !== null && (typeof to !== 'string' || to.length > field.maxLength)) return refuse('ANSWERS_TYPE', '结束月份请写成 2015-06 这样。', `${at}.to`);
    periods.push({ kind, from: from.trim(), to: to === null || to.trim() === '' ? null : to.trim() });
  }
  return allow(periods);
}
