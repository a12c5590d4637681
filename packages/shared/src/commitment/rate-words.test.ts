import { figureInWords, rateWords } from './rate-words.rules.ts';

test('a figure never reads as all when one is missing, and tells no share of a handful', () => {
  expect(figureInWords({ met: 1_999, broken: 1, rate: 999 })).toBe('99.9%（2000 件中 1999 件达标）');
  expect(figureInWords({ met: 3, broken: 0, rate: null })).toBe('3 件（件数不足 5，只列件数）');
  expect(figureInWords({ met: 0, broken: 0, rate: null })).toBe('还没有可计算的');
  expect(figureInWords({ met: 6, broken: 0, rate: 1_000 })).toBe('100%（6 件中 6 件达标）');
  expect(rateWords(null)).toBe('件数不足 5，只列件数');
});
