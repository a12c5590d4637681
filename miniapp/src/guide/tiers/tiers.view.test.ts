import { bandsOf } from './tiers.view.ts';

const tiers = (...pairs: [number, number][]) => pairs.map(([yuan, subsidyYuan]) => ({ yuan, subsidyYuan, label: '' }));

test('fifty tiers with one subsidy read as a single line that names the step', () => {
  const many = tiers([400, 45], ...Array.from({ length: 56 }, (_, at): [number, number] => [500 + at * 100, 60]));
  expect(bandsOf(many).map(({ pay, subsidy }) => [pay, subsidy])).toEqual([['400 元', '45 元'], ['500–6000 元，每 100 元一档', '60 元']]);
});

test('a change of the step begins a new line, so that no tier is promised that does not exist', () => {
  expect(bandsOf(tiers([900, 60], [1000, 60], [1500, 60], [2000, 60])).map(({ pay }) => pay)).toEqual(['900 元、1000 元', '1500 元、2000 元']);
});

test('without tiers there is no line', () => {
  expect(bandsOf([])).toEqual([]);
});
