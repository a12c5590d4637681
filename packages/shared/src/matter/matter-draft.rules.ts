import type { MaterialCondition, MaterialRule } from '../enrolment/materials.rules.ts';
import type { FieldProblem } from '../kernel/verdict.ts';
import { knowsCondition, type ConditionField } from './condition-words.ts';
import type { MatterContent, MatterQuestion } from './matter-content.ts';
import { LIMIT_UNITS, UNSAID, limitText, type LimitUnit, type MatterLimit } from './matter-limit.ts';

type Loose = Readonly<Record<string, unknown>>;
export const MATTER_LIMITS = { name: 30, summary: 200, line: 200, lines: 20, questions: 8, options: 6, materials: 30, label: 40, form: 60, basis: 200, guidance: 300, when: 40, page: 20, pictures: 9, minutes: 240 } as const;
const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;

const isRecord = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const records = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text).filter((each) => each !== '') : []);
const whole = (value: unknown): number => (typeof value === 'number' && Number.isInteger(value) ? value : Number.NaN);
const lengthOf = (words: string): number => Array.from(words).length;

/** Whatever was sent, as the content of a draft: nothing is refused here, so that half a draft can be kept. @param prefill of the matter: the wording does not decide it */
export function draftOf(said: Loose, prefill: boolean): MatterContent {
  return {
    name: text(said['name']), summary: text(said['summary']), prefill, offered: said['offered'] !== false, statutory: limitOf(said['statutory']), promised: limitOf(said['promised']),
    minutesReady: whole(said['minutesReady']) || 0, minutesNotReady: whole(said['minutesNotReady']) || 0, steps: texts(said['steps']), notes: texts(said['notes']),
    questions: records(said['questions']).map(questionOf), materials: records(said['materials']).map(materialOf),
  };
}

function limitOf(said: unknown): MatterLimit {
  const { before, amount, unit, after, basis } = isRecord(said) ? said : {};
  return { before: text(before), amount: whole(amount) > 0 ? whole(amount) : null, unit: Object.keys(LIMIT_UNITS).find((each): each is LimitUnit => each === unit) ?? 'working-days', after: text(after), basis: text(basis) };
}

const questionOf = (said: Loose): MatterQuestion => ({ code: text(said['code']), text: text(said['text']), options: records(said['options']).map(({ code, label }) => ({ code: text(code), label: text(label) })) });

function materialOf(said: Loose): MaterialRule {
  const condition = isRecord(said['condition']) ? (said['condition'] as unknown as MaterialCondition) : { kind: 'always' } as const;
  const pages = texts(said['pages']);
  return {
    code: text(said['code']), label: text(said['label']), form: text(said['form']), legalBasis: text(said['legalBasis']) || UNSAID, guidance: text(said['guidance']),
    deferrable: said['deferrable'] === true, promisable: said['promisable'] === true, dataShared: said['dataShared'] === true,
    minPictures: whole(said['minPictures']) || 1, maxPictures: whole(said['maxPictures']) || 1, pages, condition, when: condition.kind === 'always' ? null : text(said['when']),
  };
}

/** What keeps a draft from being published, place by place. */
export function draftProblems(content: MatterContent, fields: readonly ConditionField[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const demand = (right: boolean, path: string, message: string): void => { if (!right) problems.push({ path, code: 'MATTER_INVALID', message }); };
  const within = (words: string, path: string, most: number, what: string, least = 1): void => demand(lengthOf(words) >= least && lengthOf(words) <= most, path, least === 0 ? `${what}最多 ${most} 个字` : `${what}请写 ${least} 到 ${most} 个字`);
  const { name, summary, statutory, promised, minutesReady, minutesNotReady, steps, notes, questions, materials, prefill } = content;
  within(name, 'name', MATTER_LIMITS.name, '事项名称', 2);
  within(summary, 'summary', MATTER_LIMITS.summary, '简介', 4);
  for (const [path, limit, what] of [['statutory', statutory, '法定时限'], ['promised', promised, '承诺时限']] as const) within(limitText(limit), path, MATTER_LIMITS.basis, what, 0);
  const minutes = (value: number) => Number.isInteger(value) && value >= 1 && value <= MATTER_LIMITS.minutes;
  demand(minutes(minutesReady), 'minutesReady', `分钟数请写 1 到 ${MATTER_LIMITS.minutes} 的整数`);
  demand(minutes(minutesNotReady) && minutesNotReady >= minutesReady, 'minutesNotReady', '材料不齐时的分钟数不会比材料齐时少');
  demand(steps.length >= 1, 'steps', '请至少写一步怎么办');
  for (const [path, list] of [['steps', steps], ['notes', notes]] as const) {
    demand(list.length <= MATTER_LIMITS.lines, path, `最多 ${MATTER_LIMITS.lines} 条`);
    list.forEach((line, at) => within(line, `${path}.${at}`, MATTER_LIMITS.line, '每一条'));
  }
  demand(!prefill || questions.length === 0, 'questions', '能在家预填的事项按填表的回答列材料，不用另设问题');
  demand(questions.length <= MATTER_LIMITS.questions, 'questions', `最多 ${MATTER_LIMITS.questions} 个问题`);
  questions.forEach((question, at) => checkQuestion(question, `questions.${at}`, questions.findIndex(({ code }) => code === question.code) === at, demand, within));
  demand(materials.length >= 1, 'materials', '请至少列一份材料');
  demand(materials.length <= MATTER_LIMITS.materials, 'materials', `最多 ${MATTER_LIMITS.materials} 份材料`);
  materials.forEach((material, at) => {
    checkMaterial(material, `materials.${at}`, materials.findIndex(({ code }) => code === material.code) === at, demand, within);
    demand(knowsCondition(material.condition, { prefill, fields, questions }), `materials.${at}.condition`, '需要的条件已经不在选项里，请重新选择');
  });
  return problems;
}

type Demand = (right: boolean, path: string, message: string) => void;
type Within = (words: string, path: string, most: number, what: string, least?: number) => void;

function checkQuestion({ code, text: words, options }: MatterQuestion, path: string, first: boolean, demand: Demand, within: Within): void {
  demand(CODE.test(code) && first, `${path}.code`, '编号重复或写法不对，只用小写字母、数字和短横线');
  within(words, `${path}.text`, MATTER_LIMITS.label, '问题', 4);
  demand(options.length >= 2 && options.length <= MATTER_LIMITS.options, `${path}.options`, `请列 2 到 ${MATTER_LIMITS.options} 个选项`);
  options.forEach(({ code: option, label }, at) => {
    demand(CODE.test(option) && options.findIndex((each) => each.code === option) === at, `${path}.options.${at}`, '选项的编号重复或写法不对');
    within(label, `${path}.options.${at}`, 20, '选项');
  });
}

function checkMaterial({ code, label, form, legalBasis, guidance, minPictures, maxPictures, pages, condition, when }: MaterialRule, path: string, first: boolean, demand: Demand, within: Within): void {
  demand(CODE.test(code), `${path}.code`, '编号只用小写字母、数字和短横线，最多 40 个');
  demand(first, `${path}.code`, '编号和前面的材料重复了');
  within(label, `${path}.label`, MATTER_LIMITS.label, '材料名称', 2);
  within(form, `${path}.form`, MATTER_LIMITS.form, '形式');
  within(legalBasis, `${path}.legalBasis`, MATTER_LIMITS.basis, '设定依据');
  within(guidance, `${path}.guidance`, MATTER_LIMITS.guidance, '说明', 0);
  const count = (value: number) => Number.isInteger(value) && value >= 1 && value <= MATTER_LIMITS.pictures;
  demand(count(minPictures), `${path}.minPictures`, `最少张数请写 1 到 ${MATTER_LIMITS.pictures}`);
  demand(count(maxPictures) && maxPictures >= minPictures, `${path}.maxPictures`, '最多张数不能少于最少张数，也不能多于 9 张');
  demand(pages.length === 0 || pages.length === minPictures, `${path}.pages`, '“每张拍什么”要和最少张数一样多，或者空着');
  pages.forEach((page) => within(page, `${path}.pages`, MATTER_LIMITS.page, '每张拍什么'));
  demand(condition.kind === 'always' || (when !== null && lengthOf(when) >= 2 && lengthOf(when) <= MATTER_LIMITS.when), `${path}.when`, `请写什么时候要这份材料，例如“替家人办理时”，${MATTER_LIMITS.when} 个字以内`);
}

/** What only the hall can say and has not said yet: it may be published, and it is named. */
export function gapsOf({ statutory, promised, materials }: MatterContent): string[] {
  const bare = materials.filter(({ legalBasis }) => legalBasis.includes(UNSAID)).map(({ label }) => `“${label}”`);
  return [
    ...(limitText(statutory) === UNSAID ? ['法定时限未填'] : statutory.basis === '' ? ['法定时限的依据未填'] : []), ...(limitText(promised) === UNSAID ? ['承诺时限未填'] : []),
    ...(bare.length > 0 ? [`${bare.join('、')}的设定依据未填：没有依据的材料不得要求群众提供（《社会保险经办条例》第三十一条）`] : []),
  ];
}
