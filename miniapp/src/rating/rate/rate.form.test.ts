import { body, chooseLevel, EMPTY, reasonsFor, toggleReason } from './rate.form.ts';

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
