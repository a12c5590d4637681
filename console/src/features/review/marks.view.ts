import type { ReasonTemplateView, StaffCaseView } from '@hall/shared/api/views';
import { ENROLMENT_FORM } from '@hall/shared/enrolment/enrolment.form';
import { sheetsOf } from '../../kit/case/case-facts.view.ts';
import { caseCopy } from '../../kit/copy/case.copy.ts';

/** A mark as it is written and saved; the server adds its id and label. */
export interface DraftMark { target: string; reasonCode: string; sentence: string }
/** One thing to look at: a line of the form, a picture, or a whole material. */
export interface Item { target: string; label: string; kind: ReasonTemplateView['appliesTo'] }

/** Everything of a case in the order in which a clerk looks: the form, then each material with its pictures. */
export function itemsOf(kase: StaffCaseView): Item[] {
  const fields = ENROLMENT_FORM.flatMap((group) => group.fields).map((field): Item => ({ target: `field:${field.name}`, label: field.short ?? field.label, kind: 'field' }));
  const sheets = sheetsOf(kase);
  const papers = kase.materials.flatMap((material): Item[] => [
    ...sheets.filter((sheet) => sheet.materialCode === material.code).map((sheet): Item => ({ target: sheet.target, label: caseCopy.pictureOf(sheet.label, sheet.page), kind: 'picture' })),
    ...(material.required || material.pictures.length > 0 ? [{ target: `material:${material.code}`, label: material.label, kind: 'material' } satisfies Item] : []),
  ]);
  return [...fields, ...papers];
}

/** One mark for a target: a second one replaces the first. Marks keep the order of the items. */
export function withMark(marks: readonly DraftMark[], mark: DraftMark, items: readonly Item[]): DraftMark[] {
  const order = new Map(items.map((item, at) => [item.target, at]));
  return [...marks.filter((each) => each.target !== mark.target), mark].sort((a, b) => (order.get(a.target) ?? 0) - (order.get(b.target) ?? 0));
}

export const withoutMark = (marks: readonly DraftMark[], target: string): DraftMark[] => marks.filter((each) => each.target !== target);

export const sameMarks = (a: readonly DraftMark[], b: readonly DraftMark[]): boolean =>
  a.length === b.length && a.every((mark) => b.some((other) => other.target === mark.target && other.reasonCode === mark.reasonCode && other.sentence === mark.sentence));

export const savedMarks = (kase: StaffCaseView): DraftMark[] => kase.draftMarks.map(({ target, reasonCode, sentence }) => ({ target, reasonCode, sentence }));

/** A sentence can be kept once it says something beyond an unfinished template such as “这一项需要修改：”. */
export const isWhole = (sentence: string): boolean => sentence.trim() !== '' && !/[:：]$/.test(sentence.trim());

export const templatesFor = (templates: readonly ReasonTemplateView[], kind: Item['kind']): ReasonTemplateView[] => templates.filter((template) => template.appliesTo === kind);
