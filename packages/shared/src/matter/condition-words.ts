import { ENROLMENT_FIELDS, type FieldName } from '../enrolment/enrolment.form.ts';
import type { MaterialCondition } from '../enrolment/materials.rules.ts';
import type { MatterQuestion } from './matter-content.ts';

type Value = string | boolean;
/** A question of the form a material may depend on, with what may be answered. */
export interface ConditionField { name: FieldName; label: string; options: { value: Value; label: string }[] }
/** What the conditions of one matter may speak of. A matter with a form speaks of its answers, others of their own questions. */
export interface ConditionWords { prefill: boolean; fields: readonly ConditionField[]; questions: readonly MatterQuestion[] }

const LONGEST_LIST = 20;
const YES_NO = [{ value: true, label: '是' }, { value: false, label: '否' }];

/** The questions of the form with few enough answers to depend on. @param tables what may be chosen, by code table */
export const conditionFields = (tables: Readonly<Record<string, readonly { code: string; label: string }[]>>): ConditionField[] =>
  ENROLMENT_FIELDS.filter(({ kind, name }) => (kind === 'code' || kind === 'yes-no') && name !== 'declarationAccepted').flatMap(({ name, short, label, kind, codeTable }) => {
    const options = kind === 'yes-no' ? YES_NO : (tables[codeTable ?? ''] ?? []).map(({ code, label: word }) => ({ value: code, label: word }));
    return options.length === 0 || options.length > LONGEST_LIST ? [] : [{ name, label: short ?? label, options }];
  });

const ALWAYS = '都要';
const FILLED_FOR = { self: '本人办理', relative: '替家人办理' } as const;
const SIGNS = { is: '＝', 'is-not': '≠' } as const;

/** Each condition a material of this matter may have, with its words. */
export function conditionChoices({ prefill, fields, questions }: ConditionWords): [string, MaterialCondition][] {
  const ops = ['is', 'is-not'] as const;
  const ofForm = fields.flatMap(({ name, label, options }) => ops.flatMap((op) => options.map(({ value, label: word }): [string, MaterialCondition] => [`${label}${SIGNS[op]}${word}`, { kind: 'answer', field: name, op, value }])));
  const ofGuide = questions.flatMap(({ code, text, options }) => ops.flatMap((op) => options.map((option): [string, MaterialCondition] => [`${text}${SIGNS[op]}${option.label}`, { kind: 'question', question: code, op, option: option.code }])));
  const forWhom = Object.entries(FILLED_FOR).map(([who, word]): [string, MaterialCondition] => [word, { kind: 'filled-for', who: who as 'self' | 'relative' }]);
  return [[ALWAYS, { kind: 'always' }], ...(prefill ? [...forWhom, ...ofForm] : ofGuide)];
}

/** When a material is asked for, as it is written in a sheet. */
export function conditionWords(condition: MaterialCondition, about: ConditionWords): string {
  const same = JSON.stringify(sorted(condition));
  return conditionChoices(about).find(([, each]) => JSON.stringify(sorted(each)) === same)?.[0] ?? '（未定）';
}

/** @returns null for words that mean nothing here */
export const readCondition = (words: string, about: ConditionWords): MaterialCondition | null => {
  const plain = (text: string) => text.replaceAll(/\s/g, '').replaceAll('=', '＝').replaceAll('!＝', '≠');
  return words.trim() === '' ? { kind: 'always' } : (conditionChoices(about).find(([each]) => plain(each) === plain(words))?.[1] ?? null);
};

export const knowsCondition = (condition: MaterialCondition, about: ConditionWords): boolean => {
  const same = JSON.stringify(sorted(condition));
  return conditionChoices(about).some(([, each]) => JSON.stringify(sorted(each)) === same);
};

const sorted = (condition: MaterialCondition): [string, unknown][] => Object.entries(condition).sort(([a], [b]) => (a < b ? -1 : 1));
