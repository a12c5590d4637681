import type { MaterialRule } from '../enrolment/materials.rules.ts';
import { limitText } from './matter-limit.ts';
import type { MatterContent, MatterQuestion } from './matter-content.ts';

const yes = (flag: boolean): string => (flag ? '是' : '否');
const FIELDS: readonly (readonly [word: string, read: (content: MatterContent) => string])[] = [
  ['名称', ({ name }) => name], ['简介', ({ summary }) => summary], ['状态', ({ offered }) => (offered ? '办理' : '停办')],
  ['法定时限', ({ statutory }) => limitText(statutory)], ['承诺时限', ({ promised }) => limitText(promised)],
  ['材料齐时的分钟数', ({ minutesReady }) => String(minutesReady)], ['材料不齐时的分钟数', ({ minutesNotReady }) => String(minutesNotReady)],
];
const MATERIAL_FIELDS: readonly (readonly [word: string, read: (material: MaterialRule) => string])[] = [
  ['名称', ({ label }) => label], ['形式', ({ form }) => form], ['设定依据', ({ legalBasis }) => legalBasis], ['说明', ({ guidance }) => guidance],
  ['容缺受理', ({ deferrable }) => yes(deferrable)], ['告知承诺', ({ promisable }) => yes(promisable)], ['数据共享免交', ({ dataShared }) => yes(dataShared)],
  ['最少张数', ({ minPictures }) => String(minPictures)], ['最多张数', ({ maxPictures }) => String(maxPictures)], ['每张拍什么', ({ pages }) => pages.join('、')],
  ['什么时候要', ({ when, condition }) => when ?? (condition.kind === 'always' ? '都要' : '按情况')],
];

const EMPTY = '（空）';
const between = <T>(before: T, after: T, fields: readonly (readonly [string, (of: T) => string])[]): string[] => fields.flatMap(([word, read]) => {
  const [was, is] = [read(before), read(after)];
  return was === is ? [] : [`${word}：${was || EMPTY} → ${is || EMPTY}`];
});
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Of two lists whose parts have codes: what came, went and changed, in words. */
function lists<T extends { code: string }>(word: string, nameOf: (each: T) => string, before: readonly T[], after: readonly T[], changes: (was: T, is: T) => string[]): string[] {
  const [came, went] = [after.filter(({ code }) => !before.some((each) => each.code === code)), before.filter(({ code }) => !after.some((each) => each.code === code))];
  const changed = after.flatMap((is) => {
    const was = before.find(({ code }) => code === is.code);
    const lines = was ? changes(was, is) : [];
    return lines.length === 0 ? [] : [`${word}“${nameOf(was!)}”：${lines.join('；')}`];
  });
  const kept = (list: readonly T[], other: readonly T[]) => list.filter(({ code }) => other.some((each) => each.code === code)).map(({ code }) => code);
  const moved = same(kept(before, after), kept(after, before)) ? [] : [`${word}的先后顺序有变化`];
  return [...came.map((each) => `新增${word}“${nameOf(each)}”`), ...went.map((each) => `不再有${word}“${nameOf(each)}”`), ...changed, ...moved];
}

const questionChanges = (was: MatterQuestion, is: MatterQuestion): string[] => between(was, is, [['问法', ({ text }) => text], ['选项', ({ options }) => options.map(({ label }) => label).join('、')]]);
function materialChanges(was: MaterialRule, is: MaterialRule): string[] {
  const lines = between(was, is, MATERIAL_FIELDS);
  return lines.some((line) => line.startsWith('什么时候要')) || same(was.condition, is.condition) ? lines : [...lines, '需要这份材料的条件有变化'];
}

/** What is new in a version, in words, a line a thing; of a matter that was not there before, what it begins with. Empty when nothing changes. */
export function differenceOf(before: MatterContent | null, after: MatterContent): string[] {
  if (before === null) return [`新事项“${after.name}”：材料 ${after.materials.length} 份，步骤 ${after.steps.length} 步`];
  const texts = (word: string, was: readonly string[], is: readonly string[]) => (same(was, is) ? [] : [...is.filter((each) => !was.includes(each)).map((each) => `${word}新增：${each}`), ...was.filter((each) => !is.includes(each)).map((each) => `${word}删去：${each}`), ...(same([...was].sort(), [...is].sort()) ? [`${word}的先后顺序有变化`] : [])]);
  return [
    ...between(before, after, FIELDS), ...texts('步骤', before.steps, after.steps), ...texts('注意', before.notes, after.notes),
    ...lists('问题', ({ text }) => text, before.questions, after.questions, questionChanges), ...lists('材料', ({ label }) => label, before.materials, after.materials, materialChanges),
  ];
}
