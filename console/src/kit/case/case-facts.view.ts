import type { CodeTablesView, MarkView, StaffCaseView } from '@hall/shared/api/views';
import type { FormField } from '@hall/shared/enrolment/enrolment.form';
import { ENROLMENT_FORM, isEmptyAnswer } from '@hall/shared/enrolment/enrolment.form';
import { caseCopy as copy } from '../copy/case.copy.ts';
import type { SecretField } from './case.api.ts';
import type { PictureSheet } from './picture.view.ts';

/** One line of the form as the clerk reads it. `secret` is masked until asked for. */
export interface Fact { target: string; label: string; value: string; empty: boolean; secret: SecretField | null; mark: MarkView | null }
export interface FactGroup { id: string; title: string; facts: Fact[] }

const SECRETS: Partial<Record<string, SecretField>> = { citizenId: 'citizenId', phone: 'phone', bankCard: 'bankCard' };

function masked(kase: StaffCaseView, secret: SecretField): string | null {
  if (secret === 'citizenId') return kase.maskedCitizenId;
  return secret === 'phone' ? kase.maskedPhone : kase.maskedBankCard;
}

/** A code's label in its table; the code itself when the table no longer lists it. */
export const labelOf = (tables: CodeTablesView | undefined, table: string | undefined, code: string): string =>
  [...(tables?.tables[table ?? ''] ?? []), ...(tables?.closed?.[table ?? ''] ?? [])].find((entry) => entry.code === code)?.label ?? code;

function wordsOf(field: FormField, kase: StaffCaseView, tables: CodeTablesView | undefined): string {
  const value = kase.answers[field.name];
  switch (field.kind) {
    case 'yes-no': return value === true ? copy.yes : copy.no;
    case 'tier': return copy.yuan(Number(value));
    case 'year': return copy.year(Number(value));
    case 'code': case 'area': return labelOf(tables, field.codeTable, String(value));
    case 'periods': return (kase.answers.otherPensions ?? []).map((spell) => copy.spell(labelOf(tables, field.codeTable, spell.kind), spell.from, spell.to)).join('；');
    default: return String(value);
  }
}

/** What was asked for and has been mended needs nobody's eyes any more. */
const openMarks = (kase: StaffCaseView): MarkView[] => kase.marks.filter((mark) => !mark.fixed);

/** The whole form of a case in reading order, with the marks that belong to its lines. */
export function factsOf(kase: StaffCaseView, tables: CodeTablesView | undefined, marks: readonly MarkView[] = openMarks(kase)): FactGroup[] {
  return ENROLMENT_FORM.map((group) => ({
    id: group.id,
    title: group.title,
    facts: group.fields.map((field) => {
      const target = `field:${field.name}`;
      const secret = SECRETS[field.name] ?? null;
      const hidden = secret ? masked(kase, secret) : null;
      const empty = hidden === null && isEmptyAnswer(kase.answers[field.name]);
      return { target, label: field.short ?? field.label, empty, secret: empty ? null : secret, value: empty ? copy.empty : hidden ?? wordsOf(field, kase, tables), mark: marks.find((mark) => mark.target === target) ?? null };
    }),
  }));
}

/** One picture in the order of the checklist. */
export interface Sheet extends PictureSheet { target: string; materialCode: string }

export const sheetsOf = (kase: StaffCaseView, marks: readonly { target: string }[] = openMarks(kase)): Sheet[] =>
  kase.materials.flatMap((material) => material.pictures.map((picture) => ({
    id: picture.id, target: `picture:${picture.id}`, materialCode: material.code, label: material.label, page: picture.pageNumber,
    marked: marks.some((mark) => mark.target === `picture:${picture.id}` || mark.target === `material:${material.code}`),
  })));

/** What the ID number already says: `女 · 76 周岁 · 1950-03-15`. */
export function derivedWords({ derived }: StaffCaseView): string {
  const words = [derived.sex ? copy.sex[derived.sex] : null, derived.age === null ? null : copy.age(derived.age), derived.birthDay];
  return words.filter((word) => word !== null).join(' · ');
}
