import { guideSteps, listWords } from './matter.view.ts';

const materials = [{ asked: null, dataShared: false }, { asked: null, dataShared: true }, { asked: { question: 'who', options: ['yes'] }, dataShared: false }];

it('says how long the list is, all of it first and then one’s own', () => {
  expect(listWords(materials, {})).toContain('全部 2 份');
  expect(listWords(materials, { who: 'yes' })).toBe('您要带 2 份。');
  expect(listWords(materials, { who: 'no' })).toBe('您要带 1 份。');
  expect(listWords(materials, { other: 'x' })).toBe('您要带 1 份，还有 1 份看情况，请把上面选完。');
  expect(listWords(materials.slice(1, 2), { other: 'x' })).toBe('您不用带材料。');
});

it('lists the steps as yet to be taken', () => {
  expect(guideSteps(['取号', '签字'])).toEqual([{ key: '0', title: '取号', state: 'ahead' }, { key: '1', title: '签字', state: 'ahead' }]);
});
