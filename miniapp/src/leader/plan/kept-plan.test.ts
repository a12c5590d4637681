import { theirsOf } from './kept-plan.ts';

const words = { measure: '添椅子', ownerId: 'w', dueOn: '2026-12-01', metric: '站着等的人', target: '不超过三人', observeDays: 30 };

test('a colleague\'s newer draft is shown beside one\'s own, unless both say the same', () => {
  expect(theirsOf({ words, version: 1 }, { words: { ...words, target: '没有' }, version: 2 })).toMatchObject({ target: '没有' });
  expect(theirsOf({ words, version: 1 }, { words, version: 2 })).toBeNull();
  expect(theirsOf({ words, version: 2 }, { words: { ...words, target: '没有' }, version: 2 })).toBeNull();
});
