import { ENROLMENT_MATERIALS, materialProblem, missingMaterials, requiredMaterials } from './materials.rules.ts';
import { REASON_TEMPLATES, reasonTemplate } from './reason-templates.ts';
import { editableTargets, fixedTargets, newItemsInSecondReturn, parseTarget, refuseLockedChanges, targetLabel } from './review.rules.ts';
import type { MarkFact } from './review.rules.ts';

const codes = (materials: readonly { code: string }[]) => materials.map(({ code }) => code);
const NAME: MarkFact = { target: 'field:name' };
const CARD_FRONT: MarkFact = { target: 'picture:p1', materialCode: 'citizen-id-card' };
const REGISTER: MarkFact = { target: 'material:household-register' };

test('every material has its basis in law', () => {
  for (const material of ENROLMENT_MATERIALS) expect(material.legalBasis.length).toBeGreaterThan(5);
});

test('the checklist follows the person’s situation', () => {
  expect(codes(requiredMaterials({}, ENROLMENT_MATERIALS, { filledFor: 'self' }))).toEqual(['citizen-id-card', 'household-register']);
  expect(codes(requiredMaterials({ specialGroup: 'none' }, ENROLMENT_MATERIALS, { filledFor: 'self' }))).not.toContain('special-group-proof');
  expect(codes(requiredMaterials({ specialGroup: 'destitute' }, ENROLMENT_MATERIALS, { filledFor: 'relative' }))).toEqual(['citizen-id-card', 'household-register', 'special-group-proof', 'entrustment']);
});

test('a condition may also ask for one certain answer', () => {
  const certificate = { code: 'student', condition: { kind: 'answer', field: 'isStudent', op: 'is', value: true } } as const;
  expect([{ isStudent: true }, { isStudent: false }, {}].map((answers) => requiredMaterials(answers, [certificate], { filledFor: 'self' }).length)).toEqual([1, 0, 0]);
});

test('a deferrable material may follow later and does not hold up the case', () => {
  const required = requiredMaterials({}, ENROLMENT_MATERIALS, { filledFor: 'self' });
  expect(codes(missingMaterials(required, new Map()))).toEqual(['citizen-id-card']);
  expect(codes(missingMaterials(required, new Map(), { deferred: false }))).toEqual(['citizen-id-card', 'household-register']);
  expect(missingMaterials(required, new Map([['citizen-id-card', 2]]))).toEqual([]);
});

test('an ID card has two sides: one picture is not the card, and the sentence says which and how many are left', () => {
  const card = ENROLMENT_MATERIALS[0]!;
  const said = (pictures: number) => {
    const given = new Map([[card.code, pictures]]);
    return missingMaterials([card], given).map((material) => materialProblem(material, given));
  };
  expect(said(0)).toEqual([{ path: 'materials.citizen-id-card', code: 'MATERIAL_MISSING', message: '请拍照上传“参保人身份证”：人像面、国徽面，共 2 张。' }]);
  expect(said(1)).toEqual([{ path: 'materials.citizen-id-card', code: 'MATERIAL_PICTURES_SHORT', message: '“参保人身份证”要拍人像面和国徽面，还差 1 张。' }]);
  expect([said(2), said(Infinity)]).toEqual([[], []]);
});

test('a paper of one page is whole with its one picture, and where the pages have no names they are counted', () => {
  const paper = { code: 'p', label: '证明', deferrable: false, minPictures: 1, pages: [] };
  expect(materialProblem(paper, new Map()).message).toBe('请拍照上传“证明”。');
  expect(missingMaterials([paper], new Map([['p', 1]]))).toEqual([]);
  expect(materialProblem({ ...paper, minPictures: 3 }, new Map([['p', 1]])).message).toBe('“证明”要拍 3 张，还差 2 张。');
});

test('the pages that are named are as many as are asked for, and no more may be asked than fit', () => {
  for (const { minPictures, maxPictures, pages } of ENROLMENT_MATERIALS) expect([[0, minPictures].includes(pages.length), minPictures <= maxPictures]).toEqual([true, true]);
});

test('a mark points at a field of the form, a picture or a material, and nothing else', () => {
  expect(parseTarget('field:name')).toEqual({ ok: true, value: { kind: 'field', id: 'name' } });
  expect(parseTarget('picture:0190-ab').ok).toBe(true);
  expect(['field:salary', 'field:', 'name', 'picture:../x', 'note:1'].filter((text) => parseTarget(text).ok)).toEqual([]);
});

test('targets read as people call them', () => {
  expect([targetLabel({ kind: 'field', id: 'name' }), targetLabel({ kind: 'picture', id: 'p1' }, '户口簿', 2), targetLabel({ kind: 'material', id: 'm' }, '户口簿')]).toEqual(['姓名', '户口簿第 2 张', '户口簿']);
});

test('only the marked items can be edited when a case comes back', () => {
  const pictures = [{ id: 'p1', materialCode: 'citizen-id-card' }, { id: 'p2', materialCode: 'citizen-id-card' }, { id: 'p3', materialCode: 'citizen-id-card', addedSinceReturn: true }, { id: 'p4', materialCode: 'household-register' }];
  expect(editableTargets('returned', [NAME, CARD_FRONT], ['citizen-id-card', 'household-register'], pictures)).toEqual(['field:name', 'material:citizen-id-card', 'picture:p1', 'picture:p3']);
  expect(editableTargets('returned', [REGISTER], [], pictures)).toEqual(['material:household-register', 'picture:p4']);
});

test('a draft is wholly open, and a case in the hall’s hands wholly closed', () => {
  expect(editableTargets('draft', [], ['citizen-id-card'], [])).toEqual(expect.arrayContaining(['field:name', 'field:declarationAccepted', 'material:citizen-id-card']));
  for (const state of ['submitted', 'ready', 'handled', 'rejected', 'completed'] as const) expect(editableTargets(state, [NAME], ['citizen-id-card'])).toEqual([]);
});

test('a change of an unmarked field is refused by name', () => {
  expect(refuseLockedChanges(['name'], [NAME])).toEqual({ ok: true, value: true });
  expect(refuseLockedChanges(['name', 'phone'], [NAME])).toMatchObject({ code: 'APPLICATION_FIELD_LOCKED', path: 'answers.phone', message: expect.stringContaining('手机号码') });
});

test('a mark is fixed by changing its field, replacing its picture or adding to its material', () => {
  const marks = [NAME, CARD_FRONT, REGISTER];
  const fixed = (changedFields: string[], pictures: { id: string; materialCode: string; addedSinceReturn?: boolean }[]) => fixedTargets(marks, { changedFields, pictures });
  expect(fixed([], [{ id: 'p1', materialCode: 'citizen-id-card' }])).toEqual([]);
  expect(fixed(['name'], [])).toEqual(['field:name']);
  expect(fixed([], [{ id: 'p1', materialCode: 'citizen-id-card' }, { id: 'p9', materialCode: 'citizen-id-card', addedSinceReturn: true }])).toEqual([]);
  expect(fixed([], [{ id: 'p2', materialCode: 'citizen-id-card' }])).toEqual([]);
  expect(fixed([], [{ id: 'p9', materialCode: 'citizen-id-card', addedSinceReturn: true }, { id: 'p8', materialCode: 'household-register', addedSinceReturn: true }])).toEqual(['picture:p1', 'material:household-register']);
});

test('a second return that names something new is late, and the replaced picture of the same material is not new', () => {
  expect(newItemsInSecondReturn([], [NAME])).toEqual([]);
  expect(newItemsInSecondReturn([NAME, CARD_FRONT], [NAME, { target: 'picture:p9', materialCode: 'citizen-id-card' }, { target: 'field:phone' }, REGISTER])).toEqual(['field:phone', 'material:household-register']);
});

test('each kind of target has ready reasons, each code once', () => {
  for (const kind of ['field', 'picture', 'material'] as const) expect(REASON_TEMPLATES.filter((template) => template.appliesTo === kind).length).toBeGreaterThan(2);
  expect(new Set(REASON_TEMPLATES.map((template) => template.code)).size).toBe(REASON_TEMPLATES.length);
  expect(reasonTemplate('picture-blurred', 'picture')?.sentence).toContain('重拍');
  expect(reasonTemplate('picture-blurred', 'field')).toBeUndefined();
});
