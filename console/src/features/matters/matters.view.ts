import type { MatterProblemView } from '@hall/shared/api/views';
import type { MaterialRule } from '@hall/shared/enrolment/materials.rules';
import { askedFor, ownChecklist, questionsOf, type Situation } from '@hall/shared/matter/checklist.rules';
import type { MatterContent, MatterQuestion } from '@hall/shared/matter/matter-content';
import { UNSAID } from '@hall/shared/matter/matter-limit';

/** A code nobody in the list has yet, such as `material-3`. */
export function freeCode(stem: string, taken: readonly { code: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ code }) => code === `${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export const blankMaterial = (materials: readonly MaterialRule[]): MaterialRule => ({
  code: freeCode('material', materials), label: '', form: '原件，现场查验', legalBasis: UNSAID, guidance: '', deferrable: false, promisable: false, dataShared: false, minPictures: 1, maxPictures: 2, pages: [], condition: { kind: 'always' }, when: null,
});

export const blankQuestion = (questions: readonly MatterQuestion[]): MatterQuestion => ({ code: freeCode('question', questions), text: '', options: [] });

/** The options of a question as they are typed: what keeps its words keeps its code, so that conditions go on meaning the same. */
export function optionsOf(labels: readonly string[], before: MatterQuestion['options']): MatterQuestion['options'] {
  const options: MatterQuestion['options'] = [];
  for (const label of labels.map((each) => each.trim()).filter((each) => each !== '')) {
    options.push(before.find((each) => each.label === label) ?? { code: freeCode('option', [...before, ...options]), label });
  }
  return options;
}

/** A list with the one at `at` moved by a place; as it was when there is no such place. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const next = [...list];
  const [one] = next.splice(at, 1);
  if (one === undefined || at + by < 0 || at + by >= list.length) return [...list];
  next.splice(at + by, 0, one);
  return next;
}

/** Lines of a box of text as a list, and back. Empty lines stay while they are typed; the server leaves them out. */
export const linesOf = (text: string): string[] => text.split('\n');

/** What is not said yet is typed into an empty box. */
export const typed = (basis: string): string => (basis === UNSAID ? '' : basis);

/** Problems by the place they belong to. */
export const problemAt = (problems: readonly MatterProblemView[], path: string): string | null => problems.find((each) => each.path === path || each.path.startsWith(`${path}.`))?.message ?? null;

/** The guide of a draft, as the phone would show it to somebody in this situation. */
export function guideOf(content: MatterContent, situation: Situation) {
  const materials = content.materials.map((material) => ({ ...material, asked: askedFor(material, content.questions) }));
  return { questions: questionsOf(content), checklist: ownChecklist(materials, situation), steps: content.steps.filter((each) => each.trim() !== ''), notes: content.notes.filter((each) => each.trim() !== '') };
}
