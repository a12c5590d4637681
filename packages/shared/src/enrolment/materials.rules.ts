import type { FieldProblem } from '../kernel/verdict.ts';
import type { EnrolmentAnswers, FieldName } from './enrolment.form.ts';
import { isEmptyAnswer } from './enrolment.form.ts';

export type FilledFor = 'self' | 'relative';
/** When a material is asked for. A condition on an answer not given yet does not hold. */
export type MaterialCondition =
  | { kind: 'always' }
  | { kind: 'filled-for'; who: FilledFor }
  | { kind: 'answer'; field: FieldName; op: 'is' | 'is-not'; value: string | number | boolean }
  /** A question of the guide's own: for matters without a form. */
  | { kind: 'question'; question: string; op: 'is' | 'is-not'; option: string };

/** One entry of a matter's checklist 材料清单. `legalBasis` is never empty: 社会保险经办条例 Art. 31 allows no material without one. */
export interface MaterialRule {
  code: string; label: string; form: string; legalBasis: string; guidance: string;
  /** May follow later 容缺; may be replaced by a signed promise 告知承诺. */
  deferrable: boolean; promisable: boolean;
  /** 免交: the hall looks it up with whoever issued it. It is named in the guide and asked of nobody. */
  dataShared: boolean;
  /** Fewer pictures than `minPictures` do not show the paper whole. `pages` names them in the order they are taken; empty where one picture says it all. */
  minPictures: number; maxPictures: number; pages: readonly string[];
  condition: MaterialCondition;
  /** The condition in words, for the guide; null when always asked. */
  when: string | null;
}

/** Enrolment's checklist as the hall starts with it; an editor changes it as data, with versions. */
export const ENROLMENT_MATERIALS: readonly MaterialRule[] = [
  { code: 'citizen-id-card', label: '参保人身份证', form: '原件拍照，人像面和国徽面', legalBasis: '《社会保险经办条例》（国务院令第765号）第三十一条', guidance: '把身份证平放在深色桌面上，人像面（有照片的一面）和国徽面各拍一张，四个角都要拍到，字要看得清。', deferrable: false, promisable: false, dataShared: false, minPictures: 2, maxPictures: 2, pages: ['人像面', '国徽面'], condition: { kind: 'always' }, when: null },
  { code: 'household-register', label: '户口簿', form: '原件拍照，首页和本人页', legalBasis: '《国务院关于建立统一的城乡居民基本养老保险制度的意见》（国发〔2014〕8号）：在户籍地参保', guidance: '拍首页和本人那一页，共两张；一时找不到可以先提交，来窗口时带上。', deferrable: true, promisable: true, dataShared: false, minPictures: 2, maxPictures: 4, pages: ['首页', '本人页'], condition: { kind: 'always' }, when: null },
  { code: 'special-group-proof', label: '特殊参保群体证明', form: '证件或证明拍照', legalBasis: '《国务院关于建立统一的城乡居民基本养老保险制度的意见》（国发〔2014〕8号）：为缴费困难群体代缴', guidance: '拍低保证、特困证、残疾证等能说明身份的证件，姓名和有效期要看得清。', deferrable: true, promisable: false, dataShared: false, minPictures: 1, maxPictures: 5, pages: [], condition: { kind: 'answer', field: 'specialGroup', op: 'is-not', value: 'none' }, when: '属于特殊参保群体时' },
  { code: 'entrustment', label: '代办委托书', form: '签字后拍照', legalBasis: '《社会保险经办条例》（国务院令第765号）第三十条', guidance: '委托书要有委托人签字或手印，写明代办人和委托事项，拍清楚整页。', deferrable: false, promisable: false, dataShared: false, minPictures: 1, maxPictures: 3, pages: [], condition: { kind: 'filled-for', who: 'relative' }, when: '替家人办理时' },
];

function holds(condition: MaterialCondition, answers: EnrolmentAnswers, filledFor: FilledFor): boolean {
  switch (condition.kind) {
    case 'always': return true;
    case 'filled-for': return condition.who === filledFor;
    case 'question': return false;
    case 'answer': {
      const value = answers[condition.field];
      return !isEmptyAnswer(value) && (value === condition.value) === (condition.op === 'is');
    }
  }
}

/** The materials this case asks for, in the order of the checklist. What the hall looks up itself is asked of nobody. */
export const requiredMaterials = <M extends Pick<MaterialRule, 'condition'> & { dataShared?: boolean }>(answers: EnrolmentAnswers, materials: readonly M[], { filledFor }: { filledFor: FilledFor }): M[] =>
  materials.filter((material) => !material.dataShared && holds(material.condition, answers, filledFor));

/** How many pictures there are of each material, by code. An original seen at the window is worth any number: `Infinity`. */
export type PicturesGiven = ReadonlyMap<string, number>;

/** How many pictures a material still needs before it is whole. */
export const picturesLeft = (material: Pick<MaterialRule, 'code' | 'minPictures'>, given: PicturesGiven): number =>
  Math.max(0, material.minPictures - (given.get(material.code) ?? 0));

/** Required ones that are not whole and may not follow later; with `deferred: false` those that may as well. */
export const missingMaterials = <M extends Pick<MaterialRule, 'code' | 'deferrable' | 'minPictures'>>(required: readonly M[], given: PicturesGiven, { deferred = true } = {}): M[] =>
  required.filter((material) => picturesLeft(material, given) > 0 && !(deferred && material.deferrable));

/** What to say of a material that is not whole. Codes: MATERIAL_MISSING, MATERIAL_PICTURES_SHORT. */
export function materialProblem(material: Pick<MaterialRule, 'code' | 'label' | 'minPictures' | 'pages'>, given: PicturesGiven): FieldProblem {
  const { code, label, minPictures, pages } = material;
  const path = `materials.${code}`;
  if ((given.get(code) ?? 0) === 0) {
    return { path, code: 'MATERIAL_MISSING', message: pages.length > 1 ? `请拍照上传“${label}”：${pages.join('、')}，共 ${minPictures} 张。` : `请拍照上传“${label}”。` };
  }
  return { path, code: 'MATERIAL_PICTURES_SHORT', message: `“${label}”要拍${pages.length > 1 ? pages.join('和') : ` ${minPictures} 张`}，还差 ${picturesLeft(material, given)} 张。` };
}
