import type { EnrolmentAnswers, FieldName, FormField } from '@hall/shared/enrolment/enrolment.form';
import { ENROLMENT_FIELDS, changedFields, fieldNamed, mergeAnswers, NO_SPECIAL_GROUP } from '@hall/shared/enrolment/enrolment.form';
import type { ContributionPolicy } from '@hall/shared/enrolment/assessment.rules';
import { tierLabel, tiersOpenTo } from '@hall/shared/enrolment/assessment.rules';
import type { AnswersContext } from '@hall/shared/enrolment/answers.rules';
import { assessmentYears, checkAnswers } from '@hall/shared/enrolment/answers.rules';
import type { FieldError } from '@hall/shared/api/views';

/** Kinds whose answer is chosen, never typed: it can be changed but not taken away. */
const CHOSEN: readonly FormField['kind'][] = ['yes-no', 'tier', 'year'];

/** What was changed since `saved`, as the draft endpoint wants it: a cleared text as empty text, cleared spells as an empty list. */
export function changeSince(saved: EnrolmentAnswers, typed: EnrolmentAnswers): EnrolmentAnswers {
  const change: Record<string, unknown> = {};
  for (const name of changedFields(saved, typed)) {
    const value = typed[name] ?? (name === 'otherPensions' ? [] : '');
    if (value !== '' || !CHOSEN.includes(fieldNamed(name)?.kind ?? 'text')) change[name] = value;
  }
  return change as EnrolmentAnswers;
}

/** The server's answers with what is still being typed laid over them: a save that comes back never undoes a keystroke. */
export const rebase = (server: EnrolmentAnswers, saved: EnrolmentAnswers, typed: EnrolmentAnswers): EnrolmentAnswers => mergeAnswers(server, changeSince(saved, typed));

/**
 * What the clerk would choose for nearly everyone, filled in before asking: no special group and this year. Whatever
 * decides who may take part is left open on purpose, so that it is really asked.
 */
export const usualAnswers = (today: string): EnrolmentAnswers => ({ specialGroup: NO_SPECIAL_GROUP, ...(assessmentYears(today)[0] === undefined ? {} : { assessmentYear: assessmentYears(today)[0] as number }) });

/** One answer changed; an empty text takes it away. */
export const answer = (answers: EnrolmentAnswers, name: FieldName, value: unknown): EnrolmentAnswers => mergeAnswers(answers, { [name]: value ?? '' } as EnrolmentAnswers);

/** ID number, phone and bank card come from the server masked (`138****0001`); such a value stands for the one kept there. */
const isMasked = (value: unknown, served: unknown): boolean => typeof value === 'string' && value.includes('*') && value === served;

/**
 * What is still wrong with the form: judged here while it is typed, so that a complaint never waits for the network.
 * Of a value that is only here masked the server is the judge.
 */
export function problemsOf(typed: EnrolmentAnswers, served: { answers: EnrolmentAnswers; problems: readonly FieldError[] }, context: AnswersContext): FieldError[] {
  const hidden = new Set<string>(ENROLMENT_FIELDS.map((field) => field.name).filter((name) => isMasked(typed[name], served.answers[name])));
  return [...checkAnswers(typed, context).filter((problem) => !hidden.has(problem.path)), ...served.problems.filter((problem) => hidden.has(problem.path))];
}

export interface Option { value: string | number; label: string }

/** The choices of a field, from its code table, the policy, or the calendar. */
export function optionsOf(field: FormField, answers: EnrolmentAnswers, codes: Record<string, readonly { code: string; label: string }[]>, policy: ContributionPolicy | null, today: string): Option[] {
  if (field.kind === 'tier') return policy ? tiersOpenTo(policy, answers).map((tier) => ({ value: tier.yuan, label: tierLabel(tier) })) : [];
  if (field.kind === 'year') return assessmentYears(today).map((year) => ({ value: year, label: String(year) }));
  return (codes[field.codeTable ?? ''] ?? []).map(({ code, label }) => ({ value: code, label }));
}

/** The first problem in the order of the form, as the name of its field. */
export const firstProblem = (problems: readonly { path: string }[]): string | null => {
  const names = new Set(problems.map((problem) => problem.path.split('.')[0]));
  return ENROLMENT_FIELDS.find((field) => names.has(field.name))?.name ?? null;
};
