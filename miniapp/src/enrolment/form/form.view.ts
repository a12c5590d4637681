import type { EnrolmentAnswers, FieldError } from '@hall/shared/api/views';
import { checkGroup, type AnswersContext } from '@hall/shared/enrolment/answers.rules';
import { ENROLMENT_FORM, type FormGroup, type GroupId } from '@hall/shared/enrolment/enrolment.form';
import { ageOn, birthDayOf, checkCitizenId, sexOf } from '@hall/shared/kernel/citizen-id';
import type { Day } from '@hall/shared/kernel/day';
import { dayInFull } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/enrolment.ts';

/** The groups asked page by page. The declaration is made where the whole paper can be read. */
export const PAGES: readonly FormGroup[] = ENROLMENT_FORM.filter((group) => group.id !== 'declaration');

/** Pages of questions, then the pictures, then the paper. */
export const TOTAL_STEPS = PAGES.length + 2;

/** The page a group is on; the first one when the name is unknown. */
export const pageOf = (group: string | undefined): number => Math.max(0, PAGES.findIndex((page) => page.id === group));

/** Where someone who comes back goes on: the first page with something left to answer, the last one when nothing is. */
export function pageToGoOn(answers: EnrolmentAnswers, context: AnswersContext): number {
  const at = PAGES.findIndex((page) => checkGroup(page.id, answers, context).length > 0);
  return at < 0 ? PAGES.length - 1 : at;
}

/** The group in which a problem can be solved, or null for one that lies with the pictures or the declaration. */
export function groupOfPath(path: string): GroupId | null {
  const name = path.replace(/^answers\./, '').split('.')[0];
  return ENROLMENT_FORM.find((group) => group.fields.some((field) => field.name === name))?.id ?? null;
}

/** Problems by path, the first one of each. */
export function byPath(problems: readonly FieldError[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { path, message } of problems) found[path] ??= message;
  return found;
}

/** What the ID number already tells, so that it is never asked; null while the number is not whole. */
export function derivedInWords(citizenId: string, today: Day): string | null {
  const id = checkCitizenId(citizenId, today);
  if (!id.ok) return null;
  const birth = birthDayOf(id.value);
  return copy.form.derived(sexOf(id.value) === 'male' ? copy.form.male : copy.form.female, dayInFull(birth), ageOn(birth, today));
}
