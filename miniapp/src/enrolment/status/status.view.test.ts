import { nextAction, stepsOf } from './status.view.ts';

test('the last entry of the time line is where the case stands', () => {
  const at = Date.parse('2026-11-23T01:00:00Z');
  const timeline = [{ at, state: 'draft', label: '开始填写', by: null, note: null }, { at, state: 'returned', label: '退回补正', by: '王晓梅', note: '有两处要改' }];
  expect(stepsOf({ timeline }, '2026-11-23').map(({ title, state, detail, note }) => [title, state, detail, note])).toEqual([['开始填写', 'done', '今天 09:00', null], ['退回补正', 'now', '今天 09:00 · 王晓梅', '有两处要改']]);
});

test('there is at most one thing to do next, and none while it is the turn of the hall', () => {
  expect((['draft', 'submitted', 'returned', 'ready', 'handled', 'completed', 'rejected', 'withdrawn', 'lapsed'] as const).map((state) => nextAction({ id: '7', state })?.id ?? null))
    .toEqual(['continue', null, 'fix', 'book', null, null, 'book', 'start-again', 'start-again']);
});
