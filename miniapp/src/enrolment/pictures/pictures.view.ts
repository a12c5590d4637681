import type { ApplicationMaterialView, ApplicationView } from '@hall/shared/api/views';
import { materialProblem, missingMaterials, type PicturesGiven } from '@hall/shared/enrolment/materials.rules';
import { copy } from '../../kit/copy/enrolment.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { IconName } from '../../kit/ui/icon.tsx';

const givenOf = (materials: readonly ApplicationMaterialView[]): PicturesGiven => new Map(materials.map(({ code, pictures }) => [code, pictures.length]));

/** What keeps the pictures from being whole, a sentence each, by the rule the server uses too. */
export function missing(materials: readonly ApplicationMaterialView[]): string[] {
  const given = givenOf(materials);
  return missingMaterials(materials.filter((material) => material.required), given).map((material) => materialProblem(material, given).message);
}

/** The ids of all pictures of a case. */
export const pictureIdsOf = ({ materials }: Pick<ApplicationView, 'materials'>): string[] => materials.flatMap(({ pictures }) => pictures.map(({ id }) => id));

/** Where one material stands: how many of its pictures are there, or whether it may wait. */
export function standing({ pictures, minPictures, required, deferrable }: ApplicationMaterialView): { tone: Tone; icon: IconName; words: string } {
  const later = deferrable || !required;
  if (pictures.length >= minPictures) return { tone: 'ok', icon: 'circle-check', words: copy.pictures.whole(pictures.length) };
  if (pictures.length > 0) return { tone: later ? 'plain' : 'warn', icon: later ? 'clock' : 'camera', words: copy.pictures.count(pictures.length, minPictures) };
  return later ? { tone: 'plain', icon: 'clock', words: copy.pictures.optional } : { tone: 'warn', icon: 'file-text', words: minPictures > 1 ? copy.pictures.requiredMany(minPictures) : copy.pictures.required };
}

/** What the next picture should show, such as 国徽面; null when one picture says it all or every page is there. */
export function nextPage({ pictures, pages }: Pick<ApplicationMaterialView, 'pictures' | 'pages'>): string | null {
  return pictures.length >= pages.length ? null : pages.find((_, at) => !pictures.some((picture) => picture.pageNumber === at + 1)) ?? null;
}

/** Whether the server lets this target (`picture:<id>`, `material:<code>`) be changed now. */
export const mayChange = (application: Pick<ApplicationView, 'editable'>, target: string): boolean => application.editable.includes(target);
