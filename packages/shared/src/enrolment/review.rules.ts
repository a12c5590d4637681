import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';
import type { ApplicationState } from './application.moves.ts';
import { ENROLMENT_FIELDS, fieldLabel, fieldNamed } from './enrolment.form.ts';

/** `field:<name>`, `picture:<id>` or `material:<code>`. */
export type MarkTargetText = string;
export interface MarkTarget { kind: 'field' | 'picture' | 'material'; id: string }
/** A mark as the rules see it. `materialCode` is the material a marked picture belonged to: the picture itself may be gone by now. */
export interface MarkFact { target: MarkTargetText; materialCode?: string | null; fixed?: boolean }
export interface PictureFact { id: string; materialCode: string; addedSinceReturn?: boolean }

/** Code: MARK_TARGET_INVALID. Whether the picture or material belongs to the case is the caller's to check. */
export function parseTarget(text: MarkTargetText): Verdict<MarkTarget> {
  const match = /^(field|picture|material):([\w-]{1,64})$/.exec(text);
  const target = match === null ? null : { kind: match[1] as MarkTarget['kind'], id: match[2] as string };
  if (target === null || (target.kind === 'field' && fieldNamed(target.id) === undefined)) return refuse('MARK_TARGET_INVALID', '标记的位置不存在，请刷新后重试。', 'target');
  return allow(target);
}

const idsOf = (marks: readonly MarkFact[], kind: MarkTarget['kind']): string[] =>
  marks.filter((mark) => mark.target.startsWith(`${kind}:`)).map((mark) => mark.target.slice(kind.length + 1));

/** Materials to which a marked item lets a resident add pictures: those marked, and those of which a picture is. */
export const materialsOpened = (marks: readonly MarkFact[]): Set<string> =>
  new Set([...idsOf(marks, 'material'), ...marks.flatMap((mark) => (mark.target.startsWith('picture:') && mark.materialCode ? [mark.materialCode] : []))]);

/** How the label of a target reads in a notice. `pageNumber` only for pictures. */
export function targetLabel(target: MarkTarget, materialLabel?: string, pageNumber?: number): string {
  if (target.kind === 'field') return fieldLabel(target.id);
  return target.kind === 'material' ? (materialLabel ?? target.id) : `${materialLabel ?? '材料'}第 ${pageNumber ?? 1} 张`;
}

/**
 * What the resident may change: all of a draft; of a returned case only the marked fields, the materials to which pictures may be added
 * (`material:`) and the pictures that may be removed (`picture:`: the marked ones and those added since); nothing otherwise.
 */
export function editableTargets(state: ApplicationState, marks: readonly MarkFact[], materialCodes: readonly string[], pictures: readonly PictureFact[] = []): MarkTargetText[] {
  if (state === 'draft') {
    return [...ENROLMENT_FIELDS.map((field) => `field:${field.name}`), ...materialCodes.map((code) => `material:${code}`), ...pictures.map((picture) => `picture:${picture.id}`)];
  }
  if (state !== 'returned') return [];
  const opened = materialsOpened(marks);
  const wholeMaterials = new Set(idsOf(marks, 'material'));
  const markedPictures = new Set(idsOf(marks, 'picture'));
  const removable = pictures.filter((picture) => markedPictures.has(picture.id) || wholeMaterials.has(picture.materialCode) || (picture.addedSinceReturn === true && opened.has(picture.materialCode)));
  return [...idsOf(marks, 'field').map((name) => `field:${name}`), ...[...opened].map((code) => `material:${code}`), ...removable.map((picture) => `picture:${picture.id}`)];
}

/** Refuses a change of a returned case that touches a field nobody marked. Code: APPLICATION_FIELD_LOCKED, naming the first one. */
export function refuseLockedChanges(changedFieldNames: readonly string[], marks: readonly MarkFact[]): Verdict {
  const open = new Set(idsOf(marks, 'field'));
  const locked = changedFieldNames.find((name) => !open.has(name));
  return locked === undefined ? allow(true)
    : refuse('APPLICATION_FIELD_LOCKED', `“${fieldLabel(locked)}”这次不用改，只改标出的地方就可以。`, `answers.${locked}`);
}

/**
 * Targets among `marks` that the resident has dealt with since the return: a field whose answer changed, a picture taken away while its
 * material has another one, a material that got a new picture.
 */
export function fixedTargets(marks: readonly MarkFact[], since: { changedFields: readonly string[]; pictures: readonly PictureFact[] }): MarkTargetText[] {
  const changed = new Set(since.changedFields);
  return marks.filter((mark) => {
    const [kind, id] = mark.target.split(':') as [string, string];
    if (kind === 'field') return changed.has(id);
    if (kind === 'material') return since.pictures.some((picture) => picture.materialCode === id && picture.addedSinceReturn === true);
    return !since.pictures.some((picture) => picture.id === id) && since.pictures.some((picture) => picture.materialCode === mark.materialCode && picture.addedSinceReturn === true);
  }).map((mark) => mark.target);
}

/** What a mark is about across rounds: pictures are replaced, so theirs is the material. */
const subjectOf = (mark: MarkFact): string => (mark.target.startsWith('picture:') && mark.materialCode ? `material:${mark.materialCode}` : mark.target);

/**
 * Targets a later return names that no earlier one did: each needs a reason for being late (一次性告知).
 * Pass all marks of all earlier rounds; a first round has none, and then nothing is late.
 */
export function newItemsInSecondReturn(previousMarks: readonly MarkFact[], marks: readonly MarkFact[]): MarkTargetText[] {
  if (previousMarks.length === 0) return [];
  const named = new Set(previousMarks.map(subjectOf));
  return marks.filter((mark) => !named.has(subjectOf(mark))).map((mark) => mark.target);
}
