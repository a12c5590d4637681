import { checkBankCard } from '../kernel/bank-card.ts';
import { checkCitizenId } from '../kernel/citizen-id.ts';
import { yearOf } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import { checkPhone } from '../kernel/phone.ts';
import { refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Refusal, Verdict } from '../kernel/verdict.ts';
import { isPersonName } from '../kernel/person-name.ts';
import { checkTier } from './assessment.rules.ts';
import type { ContributionPolicy } from './assessment.rules.ts';
import { checkEligibility } from './eligibility.rules.ts';
import { ENROLMENT_FORM, isEmptyAnswer } from './enrolment.form.ts';
import type { EnrolmentAnswers, FormField, GroupId } from './enrolment.form.ts';

/** The code tables in force, by table name. */
export type CodeTables = Readonly<Record<string, readonly { code: string; label: string }[]>>;
/** What answers are judged against. `profile` is null while no policy is in force: then no tier can be chosen. */
export interface AnswersContext { today: Day; profile: ContributionPolicy | null; codes: CodeTables }

/** Years an assessment may be made for: this one, and from October on the next. */
export const assessmentYears = (today: Day): number[] => (today.slice(5, 7) >= '10' ? [yearOf(today), yearOf(today) + 1] : [yearOf(today)]);

/** Everything that keeps these answers from being submitted, in the order of the form. Paths are field names; of a spell, `otherPensions.<index>.<part>`. */
export const checkAnswers = (answers: EnrolmentAnswers, context: AnswersContext): FieldProblem[] =>
  ENROLMENT_FORM.flatMap((group) => checkGroup(group.id, answers, context));

/** The same rules for one group of questions. The ones across groups are reported where the person can change them. */
export function checkGroup(id: GroupId, answers: EnrolmentAnswers, context: AnswersContext): FieldProblem[] {
  const group = ENROLMENT_FORM.find((candidate) => candidate.id === id);
  if (group === undefined) return [];
  const eligibility = checkEligibility(answers, context.today);
  return group.fields.flatMap((field) => {
    const wrong = checkField(field, answers, context);
    if (wrong.length > 0) return wrong;
    if (eligibility.outcome !== 'not-eligible') return [];
    return eligibility.reasons.filter((reason) => reason.field === field.name).map(({ code, message }) => ({ path: field.name, code, message }));
  });
}

const DECLARATION_NEEDED = '请阅读声明并勾选同意，才能提交。';

const problem = (path: string, code: string, message: string): FieldProblem => ({ path, code, message });

function checkField(field: FormField, answers: EnrolmentAnswers, context: AnswersContext): FieldProblem[] {
  const value = answers[field.name];
  if (isEmptyAnswer(value)) return field.required ? [problem(field.name, 'FIELD_MISSING', missingMessage(field))] : [];
  if (field.kind === 'periods') return checkPeriods(answers, context);
  const refusal = refusalOf(field, answers, context);
  return refusal === null ? [] : [problem(field.name, refusal.code, refusal.message)];
}

function missingMessage(field: FormField): string {
  if (field.name === 'declarationAccepted') return DECLARATION_NEEDED;
  if (field.kind === 'yes-no') return `“${field.label}”还没有选。`;
  const named = field.label.replace(/（.*?）/g, '');
  return ['text', 'citizen-id', 'phone', 'bank-card'].includes(field.kind) ? `请填写${named}。` : `请选择${named}。`;
}

const refusalIn = (verdict: Verdict<unknown>): Refusal | null => (verdict.ok ? null : verdict);

function refusalOf(field: FormField, answers: EnrolmentAnswers, { today, profile, codes }: AnswersContext): Refusal | null {
  const text = String(answers[field.name]);
  if (Array.from(text).length > field.maxLength) return refuse('FIELD_TOO_LONG', `${field.label}太长了，最多 ${field.maxLength} 个字。`);
  switch (field.kind) {
    case 'citizen-id': return refusalIn(checkCitizenId(text, today));
    case 'phone': return refusalIn(checkPhone(text));
    case 'bank-card': return refusalIn(checkBankCard(text));
    case 'code': case 'area': return isCode(codes, field.codeTable, text) ? null : refuse('FIELD_CODE_UNKNOWN', `${field.label}的选项已更新，请重新选择。`);
    case 'tier': return profile === null ? refuse('POLICY_MISSING', '今年的缴费标准还没有公布，请稍后再选或到窗口咨询。') : refusalIn(checkTier(profile, answers));
    case 'year': return assessmentYears(today).includes(Number(text)) ? null : refuse('YEAR_NOT_OPEN', `现在可以办理 ${assessmentYears(today).join('、')} 年度，请重新选择。`);
    case 'yes-no': return field.name === 'declarationAccepted' && answers.declarationAccepted !== true
      ? refuse('DECLARATION_NEEDED', DECLARATION_NEEDED) : null;
    default: return field.name === 'name' ? nameRefusal(text.trim()) : null;
  }
}

const nameRefusal = (name: string): Refusal | null =>
  isPersonName(name) ? null
    : refuse('NAME_FORMAT', '姓名请写身份证上的汉字，至少两个字；少数民族姓名中间的点用“·”。');

const isCode = (codes: CodeTables, table: string | undefined, code: string): boolean =>
  table !== undefined && (codes[table] ?? []).some((entry) => entry.code === code);

const isMonth = (text: string) => /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(text);

function checkPeriods(answers: EnrolmentAnswers, { today, codes }: AnswersContext): FieldProblem[] {
  const thisMonth = today.slice(0, 7);
  return (answers.otherPensions ?? []).flatMap((period, index) => {
    const path = `otherPensions.${index}`;
    const wrong: FieldProblem[] = [];
    if (!isCode(codes, 'otherPension', period.kind)) wrong.push(problem(`${path}.kind`, 'FIELD_CODE_UNKNOWN', '请选择养老保险的种类。'));
    if (!isMonth(period.from) || period.from > thisMonth) wrong.push(problem(`${path}.from`, 'PERIOD_MONTH', '开始月份请写成 2012-03 这样，不能晚于本月。'));
    if (period.to !== null && (!isMonth(period.to) || period.to > thisMonth)) wrong.push(problem(`${path}.to`, 'PERIOD_MONTH', '结束月份请写成 2015-06 这样，不能晚于本月；还在交就留空。'));
    else if (period.to !== null && period.to < period.from) wrong.push(problem(`${path}.to`, 'PERIOD_REVERSED', '结束月份早于开始月份，请检查。'));
    return wrong;
  });
}
