import { ENROLMENT_MATERIALS } from '../enrolment/materials.rules.ts';
import { askedFor, ownChecklist, questionsOf } from './checklist.rules.ts';
import { conditionFields, conditionWords, readCondition } from './condition-words.ts';
import { blankMatter, matterInFull, type MatterContent } from './matter-content.ts';
import { differenceOf } from './matter-difference.ts';
import { draftOf, draftProblems, gapsOf } from './matter-draft.rules.ts';
import { limitText, readLimit } from './matter-limit.ts';
import { dayProblemOf, standOf, versionOn } from './matter-versions.rules.ts';

const enrolment: MatterContent = matterInFull({
  name: '居民养老保险参保', summary: '登记、采集、核定一次办完。', prefill: true, statutoryLimit: '10 个工作日（《社会保险经办条例》第六条）', promisedLimit: '资料带齐的，窗口 5 分钟内办结',
  minutesReady: 5, minutesNotReady: 15, steps: ['填表'], notes: [], materials: ENROLMENT_MATERIALS,
});
const change: MatterContent = { ...blankMatter('信息变更'), summary: '电话地址变了来改。', steps: ['带材料来'], questions: [{ code: 'what', text: '要改什么？', options: [{ code: 'phone', label: '电话' }, { code: 'bank', label: '银行卡' }] }], materials: [
  { ...ENROLMENT_MATERIALS[0]!, legalBasis: '待本地填写' }, { ...ENROLMENT_MATERIALS[1]!, code: 'bank-card', label: '银行卡', condition: { kind: 'question', question: 'what', op: 'is', option: 'bank' }, when: '改银行卡时' },
] };
const paths = (content: MatterContent, fields = conditionFields({})) => draftProblems(content, fields).map(({ path }) => path);

describe('a limit', () => {
  test.each(['10 个工作日（《社会保险经办条例》第六条）', '资料带齐的，窗口 5 分钟内办结', '20 个工作日（《社会保险经办条例》第十八条，自受理申领起）', '当场办结', '待本地填写'])('“%s” is taken apart and reads as before', (text) => {
    expect(limitText(readLimit(text))).toBe(text);
  });
  test('knows its days and where they stand', () => {
    expect(readLimit('10 个工作日（《社会保险经办条例》第六条）')).toMatchObject({ amount: 10, unit: 'working-days', basis: '《社会保险经办条例》第六条' });
    expect(readLimit('当场办结')).toMatchObject({ amount: null, before: '当场办结' });
  });
});

describe('versions', () => {
  const term = (versionNumber: number, effectiveFrom: string, withdrawnAt: number | null = null) => ({ versionNumber, effectiveFrom, effectiveTo: null, withdrawnAt });
  const all = [term(1, '2026-01-01'), term(2, '2026-12-01'), term(3, '2026-11-25'), term(4, '2026-11-24', 5)];
  test('what began last holds, whenever it was written; what was taken back never does', () => {
    expect(['2025-12-31', '2026-11-24', '2026-11-25', '2026-12-01'].map((day) => versionOn(all, day)?.versionNumber ?? null)).toEqual([null, 1, 3, 2]);
    expect(all.map((each) => standOf(each, all, '2026-11-26'))).toEqual(['past', 'upcoming', 'in-force', 'withdrawn']);
  });
  test('begin tomorrow at the earliest, within a year, and not two on one day', () => {
    const problem = (day: string) => dayProblemOf(day, all, '2026-11-23', '2027-11-23');
    expect([problem('2026-11-23'), problem('2026-12-01'), problem('2027-12-01'), problem('soon')].map((each) => each !== null)).toEqual([true, true, true, true]);
    // The day of a version taken back is free again.
    expect(problem('2026-11-24')).toBeNull();
  });
});

describe('one’s own checklist', () => {
  const shown = (content: MatterContent, situation: Record<string, string>) =>
    ownChecklist(content.materials.map((material) => ({ code: material.code, asked: askedFor(material, content.questions) })), situation).map(({ material, open }) => (open ? `${material.code}?` : material.code));
  test('keeps what depends on an answer not given yet, and drops what the answers rule out', () => {
    expect(shown(change, {})).toEqual(['citizen-id-card', 'bank-card?']);
    expect(shown(change, { what: 'phone' })).toEqual(['citizen-id-card']);
    expect(shown(change, { what: 'bank' })).toEqual(['citizen-id-card', 'bank-card']);
  });
  test('of a matter with a form asks in plain words what the form decides', () => {
    expect(questionsOf(enrolment).map(({ text }) => text)).toEqual(['属于特殊参保群体吗？', '替家人办理吗？']);
    expect(shown(enrolment, { 'when-替家人办理时': 'yes', 'when-属于特殊参保群体时': 'no' })).toEqual(['citizen-id-card', 'household-register', 'entrustment']);
  });
});

describe('a condition', () => {
  const about = { prefill: true, fields: conditionFields({ specialGroup: [{ code: 'none', label: '不属于' }] }), questions: [] };
  test('is written in words and read again', () => {
    for (const { condition } of ENROLMENT_MATERIALS) expect(readCondition(conditionWords(condition, about), about)).toEqual(condition);
    expect(conditionWords(ENROLMENT_MATERIALS[2]!.condition, about)).toBe('特殊群体≠不属于');
    expect(readCondition('在校学生=是', about)).toEqual({ kind: 'answer', field: 'isStudent', op: 'is', value: true });
    expect([readCondition('下雨时', about), readCondition('', about)]).toEqual([null, { kind: 'always' }]);
  });
});

describe('a draft', () => {
  test('of what was published comes back as it was and has nothing wrong', () => {
    expect(draftOf(JSON.parse(JSON.stringify(enrolment)) as Record<string, unknown>, true)).toEqual(enrolment);
    expect(paths(enrolment, conditionFields({ specialGroup: [{ code: 'none', label: '不属于' }] }))).toEqual([]);
    expect(paths(change)).toEqual([]);
  });
  test('may be kept half done, and says place by place what is missing', () => {
    expect(paths(draftOf({ name: '甲' }, false))).toEqual(['name', 'summary', 'minutesReady', 'minutesNotReady', 'steps', 'materials']);
    const torn = draftOf({ ...change, questions: [], materials: [{ ...change.materials[0]!, code: 'A B', minPictures: 3, maxPictures: 2, pages: ['一'] }, change.materials[1]!, change.materials[1]!] }, false);
    expect(paths(torn)).toEqual(['materials.0.code', 'materials.0.maxPictures', 'materials.0.pages', 'materials.1.condition', 'materials.2.code', 'materials.2.condition']);
  });
  test('names what only the hall can say', () => {
    expect(gapsOf(change)).toEqual(['法定时限未填', '承诺时限未填', expect.stringContaining('“参保人身份证”的设定依据未填')]);
    expect(gapsOf(enrolment)).toEqual([]);
  });
});

test('the difference between two versions is told in words, and there is none between the same', () => {
  expect(differenceOf(enrolment, JSON.parse(JSON.stringify(enrolment)) as MatterContent)).toEqual([]);
  const [card, register, ...rest] = enrolment.materials;
  const after: MatterContent = { ...enrolment, minutesReady: 6, notes: ['自带笔'], materials: [register!, { ...card!, minPictures: 1, dataShared: true }, ...rest.slice(1)] };
  expect(differenceOf(enrolment, after)).toEqual(['材料齐时的分钟数：5 → 6', '注意新增：自带笔', '不再有材料“特殊参保群体证明”', '材料“参保人身份证”：数据共享免交：否 → 是；最少张数：2 → 1', '材料的先后顺序有变化']);
  expect(differenceOf(null, change)).toEqual(['新事项“信息变更”：材料 2 份，步骤 1 步']);
});
