import { newerVersion } from './live.ts';

test('only a newer board wakes the page; old, foreign and broken messages do not', () => {
  const message = (part: object) => JSON.stringify({ topic: 'board', version: 8, state: {}, ...part });
  expect([newerVersion(message({}), 7), newerVersion(message({}), 8), newerVersion(message({ topic: 'desk' }), 1), newerVersion('{', 1)]).toEqual([8, null, null, null]);
});
