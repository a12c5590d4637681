import type { ApplicationView, CodeTablesView, EnrolmentAnswers, FieldError } from '@hall/shared/api/views';
import { ENROLMENT_FORM, type FormField, type GroupId } from '@hall/shared/enrolment/enrolment.form';
import { dayInFull } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/enrolment.ts';
import { groupOfPath } from '../form/form.view.ts';

export interface PaperLine { key: string; label: string; value: string }
export interface PaperSection { id: GroupId; title: string; lines: PaperLine[] }

/** The paper form: every group with its answers in words; what the ID number tells stands where the paper has it. */
export function paperOf(application: Pick<ApplicationView, 'answers' | 'derived'>, tables: CodeTablesView): PaperSection[] {
  return ENROLMENT_FORM.filter((group) => group.id !== 'declaration').map((group) => ({
    id: group.id, title: group.title,
    lines: group.fields.flatMap((field) => [
      { key: field.name, label: field.short ?? field.label, value: answerInWords(field, application.answers, tables) },
      ...(field.name === 'citizenId' ? derivedLines(application.derived) : []),
    ]),
  }));
}

function derivedLines({ sex, birthDay }: ApplicationView['derived']): PaperLine[] {
  return [
    ...(sex ? [{ key: 'sex', label: copy.review.sex, value: sex === 'male' ? copy.review.male : copy.review.female }] : []),
    ...(birthDay ? [{ key: 'birth', label: copy.review.birth, value: dayInFull(birthDay) }] : []),
  ];
}

/** One answer as a person would write it; a dash where there is none yet. */
export function answerInWords(field: FormField, answers: EnrolmentAnswers, tables: CodeTablesView): string {
  const value = answers[field.name];
  const label = (table: string, code: string) => [...(tables.tables[table] ?? []), ...(tables.closed?.[table] ?? [])].find((entry) => entry.code === code)?.label ?? code;
  switch (field.kind) {
    case 'periods': return answers.otherPensions?.length
      ? answers.otherPensions.map((period) => (period.kind === '' || period.from === '' ? copy.review.unfinished : `${label(field.codeTable ?? '', period.kind)} ${period.from} ${period.to === null ? copy.review.ongoing : copy.review.until(period.to)}`)).join('；') : copy.review.none;
    case 'yes-no': return value === undefined ? '—' : value ? copy.review.yes : copy.review.no;
    case 'tier': return answers.tierYuan === undefined ? '—' : copy.review.tier(answers.tierYuan);
    case 'year': return answers.assessmentYear === undefined ? '—' : copy.form.year(answers.assessmentYear);
    case 'code': case 'area': return value === undefined ? '—' : label(field.codeTable ?? '', String(value));
    case 'citizen-id': return spaced(String(value ?? '—'), [6, 8, 4]);
    case 'phone': return spaced(String(value ?? '—'), [3, 4, 4]);
    case 'bank-card': return String(value ?? '—').replace(/(.{4})(?=.)/g, '$1 ');
    default: return value === undefined || value === '' ? '—' : String(value);
  }
}

/** Long numbers are compared in groups. */
function spaced(text: string, groups: readonly number[]): string {
  let at = 0;
  return groups.map((length) => text.slice(at, (at += length))).concat(text.slice(at)).filter(Boolean).join(' ');
}

export interface Repair { key: string; message: string; page: 'form' | 'pictures'; group: GroupId | null }

/** What keeps the paper from being handed in, and where each can be repaired. The declaration is made on this very page. */
export const repairs = (problems: readonly FieldError[]): Repair[] =>
  problems.filter((problem) => problem.path !== 'declarationAccepted').map(({ path, message }) => {
    const group = groupOfPath(path);
    return { key: path, message, group, page: group === null ? 'pictures' : 'form' };
  });
