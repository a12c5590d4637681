import type { ApplicationMaterialView, ApplicationView, MarkView } from '@hall/shared/api/views';
import { fieldNamed, type FormField } from '@hall/shared/enrolment/enrolment.form';

export type FixItem =
  | { kind: 'field'; key: string; field: FormField; sentence: string; fixed: boolean }
  | { kind: 'material'; key: string; material: ApplicationMaterialView; sentence: string; fixed: boolean };

/**
 * What must be mended, in the order the clerk named it. Marks on pictures of one material become one item: the person
 * takes new pictures of that material. A picture already taken away is found by the label the clerk gave it.
 */
export function fixItems(application: Pick<ApplicationView, 'marks' | 'materials'>): FixItem[] {
  const items: FixItem[] = [];
  for (const mark of application.marks) {
    const [kind, id = ''] = mark.target.split(':');
    const field = kind === 'field' ? fieldNamed(id) : undefined;
    if (field) { items.push({ kind: 'field', key: mark.target, field, sentence: mark.sentence, fixed: mark.fixed }); continue; }
    const material = materialOf(mark, application.materials);
    if (!material) continue;
    const same = items.find((item) => item.kind === 'material' && item.material.code === material.code);
    if (same) { same.sentence = `${same.sentence} ${mark.sentence}`; same.fixed = same.fixed && mark.fixed; }
    else items.push({ kind: 'material', key: `material:${material.code}`, material, sentence: mark.sentence, fixed: mark.fixed });
  }
  return items;
}

function materialOf(mark: MarkView, materials: readonly ApplicationMaterialView[]): ApplicationMaterialView | undefined {
  const [kind, id = ''] = mark.target.split(':');
  if (kind === 'material') return materials.find((material) => material.code === id);
  return materials.find((material) => material.pictures.some((picture) => picture.id === id)) ?? materials.find((material) => mark.targetLabel.startsWith(material.label));
}

/** Marks still open, by the server's count. */
export const leftToFix = (application: Pick<ApplicationView, 'marks'>): number => application.marks.filter((mark) => !mark.fixed).length;
