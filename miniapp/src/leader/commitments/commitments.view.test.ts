import { headingOf, inForce, monthLine, monthTone, monthWord, toDecide } from './commitments.view.ts';

const figure = { period: '2026-11', asOf: '2026-11-23', met: 29, broken: 1, ended: 0, excluded: 2, disputed: 1, upheld: 0, paused: 0, rate: 966, spread: [] };

test('a month says its rate with everything that stands beside it', () => {
  expect([monthWord(figure), monthLine(figure, 3)]).toEqual(['96.6%', '达标 29 · 未达标 1 · 剔除 2 · 有异议 1 件，成立 0 件 · 进行中 3 件']);
  expect([monthWord({ ...figure, rate: null }), monthWord(null), monthLine(null, 0)]).toEqual(['件数不足 5，只列件数', '本月还没有', '']);
});

test('one that was broken is marked, and one of which nothing is known is not praised', () => {
  expect([monthTone(figure), monthTone({ met: 9, broken: 0 }), monthTone({ met: 0, broken: 0 }), monthTone(null)]).toEqual(['warn', 'ok', 'plain', 'plain']);
  expect(inForce([{ state: 'published' }, { state: 'draft' }, { state: 'withdrawn' }] as never)).toHaveLength(1);
});

test('a broken time is headed by who had it in hand, and by what it was where nobody had', () => {
  expect(headingOf({ staffName: '李文静', windowLabel: '2号窗口', title: '窗口办事 · 11月24日' })).toEqual(['李文静 · 2号窗口', '窗口办事 · 11月24日']);
  expect(headingOf({ staffName: null, windowLabel: null, title: '咨询 · 11月19日' })).toEqual(['咨询 · 11月19日', null]);
});

test('a leader is asked about what somebody else proposed to leave out, and not about what is decided or their own', () => {
  expect(toDecide([{ id: 'open', actions: ['agree', 'refuse'] }, { id: 'own or decided', actions: [] }]).map(({ id }) => id)).toEqual(['open']);
});
