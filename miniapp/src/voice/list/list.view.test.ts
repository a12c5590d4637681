import { EVERYTHING, isEverything, pathOf } from './list.view.ts';

test('a wish for everything asks for nothing in particular', () => {
  expect(pathOf({ ...EVERYTHING, q: '  ' })).toBe('/public/suggestions');
  expect([isEverything(EVERYTHING), isEverything({ ...EVERYTHING, stage: 'open' })]).toEqual([true, false]);
});

test('words, topic, stage and the place to go on from travel encoded', () => {
  expect(pathOf({ q: '老花镜 ', topic: 'premises', stage: 'closed' }, '2026-11-20.x')).toBe(`/public/suggestions?q=${encodeURIComponent('老花镜')}&topic=premises&stage=closed&cursor=2026-11-20.x`);
});
