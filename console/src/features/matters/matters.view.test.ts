import { ENROLMENT_MATERIALS } from '@hall/shared/enrolment/materials.rules';
import { blankMatter } from '@hall/shared/matter/matter-content';
import { blankMaterial, freeCode, guideOf, moved, optionsOf, problemAt, typed } from './matters.view.ts';

it('gives a new part a code nobody has', () => {
  expect(freeCode('material', [{ code: 'material-2' }])).toBe('material-3');
  expect(blankMaterial([]).code).toBe('material-1');
});

it('keeps the code of an option as long as its words stay', () => {
  const before = [{ code: 'here', label: '本人到厅' }, { code: 'home', label: '上门' }];
  expect(optionsOf(['上门', ' 网上 ', ''], before)).toEqual([{ code: 'home', label: '上门' }, { code: expect.stringMatching(/^option-\d$/), label: '网上' }]);
  expect(new Set(optionsOf(['甲', '乙', '丙'], []).map(({ code }) => code)).size).toBe(3);
});

it('moves a material by one place and never off the list', () => {
  expect([moved(['a', 'b', 'c'], 2, -1), moved(['a', 'b'], 0, -1), moved(['a', 'b'], 1, 1)]).toEqual([['a', 'c', 'b'], ['a', 'b'], ['a', 'b']]);
});

it('shows what is unsaid as an empty box, and a problem at the place it belongs to', () => {
  expect([typed('待本地填写'), typed('第十条')]).toEqual(['', '第十条']);
  const problems = [{ path: 'materials.1.label', code: 'X', message: '写名称' }];
  expect([problemAt(problems, 'materials.1'), problemAt(problems, 'materials.10'), problemAt(problems, 'name')]).toEqual(['写名称', null, null]);
});

it('previews the checklist of whoever answers', () => {
  const content = { ...blankMatter('参保'), prefill: true, steps: ['来', ''], materials: [...ENROLMENT_MATERIALS] };
  const shown = (situation: Record<string, string>) => guideOf(content, situation).checklist.map(({ material, open }) => `${material.code}${open ? '?' : ''}`);
  expect(shown({})).toEqual(['citizen-id-card', 'household-register', 'special-group-proof?', 'entrustment?']);
  expect(shown({ 'when-替家人办理时': 'no', 'when-属于特殊参保群体时': 'yes' })).toEqual(['citizen-id-card', 'household-register', 'special-group-proof']);
  expect(guideOf(content, {}).steps).toEqual(['来']);
});
