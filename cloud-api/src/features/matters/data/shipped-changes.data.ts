import { ENROLMENT_MATERIALS } from '@hall/shared/enrolment/materials.rules';
import type { StoredMatter } from '@hall/shared/matter/matter-content';

interface ShippedChange {
  /** Never used again for another change. */
  key: string;
  matterId: string;
  note: string;
  /** The version with the change laid over it, whatever else the hall has written; null when it is in already. */
  apply(content: StoredMatter): StoredMatter | null;
}

const PICTURES = new Map(ENROLMENT_MATERIALS.map(({ code, form, guidance, minPictures, maxPictures, pages }) => [code, { form, guidance, minPictures, maxPictures, pages }]));

/** What changed in the matters that come with the programme after halls had them. Each is drafted once, for the head to look at and publish. */
export const SHIPPED_CHANGES: readonly ShippedChange[] = [
  {
    key: 'pictures-of-both-sides', matterId: 'enrolment', note: '随系统更新：身份证要拍两面，户口簿要拍首页和本人页',
    apply: (content) => {
      const silent = (material: StoredMatter['materials'][number]) => material.minPictures === undefined && PICTURES.has(material.code);
      if (!content.materials.some(silent)) return null;
      return { ...content, materials: content.materials.map((material) => (silent(material) ? { ...material, ...PICTURES.get(material.code) } : material)) };
    },
  },
];
