import { percentWords } from './percent-words.ts';

test('a share is told with one decimal where it has one, and never as all when one is missing', () => {
  expect([966, 999, 1_000, 970, 0].map(percentWords)).toEqual(['96.6%', '99.9%', '100%', '97%', '0%']);
});
