import { barsOf, besideWords, firstState, heldWords, monthsUpTo, rateWords, roomOf, toneOf } from './commitments.view.ts';

test('a rate is told with one decimal, never as all when one is missing, and below five only the number', () => {
  expect([rateWords({ rate: 966, met: 29, broken: 1 }), rateWords({ rate: 999, met: 1_999, broken: 1 }), rateWords({ rate: 1_000, met: 9, broken: 0 }), rateWords({ rate: null, met: 3, broken: 1 })]).toEqual(['96.6%', '99.9%', '100%', '4 件（件数不足 5，只列件数）']);
});

test('doubts, and how often the clock stood still, are told beside the figure only where there are any', () => {
  expect([besideWords({ paused: 0, disputed: 0, upheld: 0 }), besideWords({ paused: 0, disputed: 3, upheld: 1 }), besideWords({ paused: 2, disputed: 1, upheld: 0 })]).toEqual([null, '有异议 3 件，成立 1 件', '停过表 2 件 · 有异议 1 件，成立 0 件']);
});

test('what took longer than promised is drawn as late; days are only long', () => {
  const spread = [4, 0, 2, 0, 1].map((count, at) => ({ label: String(at), count }));
  expect(barsOf({ spread }, 'minutes').map(({ width, late }) => [width, late])).toEqual([[100, false], [0, false], [50, false], [0, false], [25, true]]);
  expect(barsOf({ spread }, 'working-days').some(({ late }) => late)).toBe(false);
});

test('each time leads to the thing itself, a visit to its record', () => {
  expect([roomOf({ subjectKind: 'suggestion', subjectId: 's' }), roomOf({ subjectKind: 'application', subjectId: 'a' }), roomOf({ subjectKind: 'visit', subjectId: 't' })]).toEqual(['/suggestions/s', '/cases/a', null]);
  expect(toneOf('broken')).toBe('accent');
});

test('a year of months is offered across the turn of the year, and the one a link names', () => {
  expect(monthsUpTo('2026-02', '2026-02').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect([monthsUpTo('2026-02', '2026-02').length, monthsUpTo('2026-02', '2020-05')[0]]).toEqual([12, '2020-05']);
});

test('a promise taken back before its first day is said never to have held, not to have ended before it began', () => {
  expect(heldWords({ inForceFrom: '2026-11-24', inForceTo: '2026-11-23' })).toContain('没有执行');
  expect([heldWords({ inForceFrom: '2026-11-24', inForceTo: null }), heldWords({ inForceFrom: null, inForceTo: null })]).toEqual(['11月24日 周二起执行', '']);
});

test('the times of a promise open at what went wrong, in a good month at the first that has something', () => {
  const none = { broken: 0, met: 0, pending: 0, ended: 0, excluded: 0 };
  expect([firstState({ ...none, broken: 1, met: 9 }), firstState({ ...none, met: 3, pending: 2 }), firstState({ ...none, excluded: 1 }), firstState(none)]).toEqual(['broken', 'met', 'excluded', 'broken']);
});
