import { body, chooseLevel, EMPTY, reasonsFor, toggleReason, twoLines } from './rate.form.ts';

test('nothing is sent before a level is chosen', () => {
  expect(body(EMPTY)).toBeNull();
});

test('another level drops the reasons of the one before; the same level keeps them', () => {
  const unhappy = toggleReason(chooseLevel(EMPTY, 2), 'slow');
  expect(chooseLevel(unhappy, 2).reasons).toEqual(['slow']);
  expect(chooseLevel(unhappy, 5).reasons).toEqual([]);
  expect(toggleReason(unhappy, 'slow').reasons).toEqual([]);
});

test('what was left empty is not sent', () => {
  expect(body({ level: 4, reasons: [], dimensions: { attitude: 5 }, comment: '  ' })).toEqual({ level: 4, reasons: [], attitude: 5 });
  expect(body({ level: 1, reasons: ['slow'], dimensions: {}, comment: ' 等了很久 ' })).toEqual({ level: 1, reasons: ['slow'], comment: '等了很久' });
});

test('each level has reasons of its own', () => {
  const reasonOptions = [{ level: 2, reasons: [{ code: 'slow', label: '办得慢' }] }];
  expect(reasonsFor({ reasonOptions }, 2)).toHaveLength(1);
  expect(reasonsFor({ reasonOptions }, 3)).toEqual([]);
  expect(reasonsFor({ reasonOptions }, null)).toEqual([]);
});

test('the word of each small face breaks where one would pause', () => {
  expect(['非常满意', '满意', '基本满意', '不满意', '非常不满意'].map(twoLines)).toEqual(['非常\n满意', '满意', '基本\n满意', '不满意', '非常\n不满意']);
});
