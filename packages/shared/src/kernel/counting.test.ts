import { countedWords } from './counting.ts';

test('a list is counted to a thousand, and what holds more says so', () => {
  expect([0, 999, 1_000, 1_001].map(countedWords)).toEqual(['0', '999', '1000+', '1000+']);
});
