import { barsOf, entryWords, excludedShare, heightOf, outlineOf, rateWords } from './sunshine.view.ts';

test('a share is told to a tenth, whole ones without it, and with too few there is none', () => {
  expect([rateWords({ rate: 966 }), rateWords({ rate: 1_000 }), rateWords({ rate: 999 }), rateWords({ rate: null })]).toEqual(['96.6%', '100%', '99.9%', '件数不足 5，只列件数']);
});

test('what was left out never looks smaller than it is', () => {
  expect(excludedShare({ met: 996, broken: 3, excluded: 1 })).toBe('0.1%');
  expect(excludedShare({ met: 20_000, broken: 0, excluded: 1 })).toBe('0.1%');
  expect(excludedShare({ met: 0, broken: 0, excluded: 0 })).toBe('0%');
});

test('a chart in one box leaves out months that tell no share, and one month draws nothing', () => {
  expect(outlineOf([{ rate: null }, { rate: 900 }])).toBeNull();
  expect(outlineOf([{ rate: 500 }, { rate: null }, { rate: 1_000 }])).toBe('polygon(0 100%,0% 96%,100% 0%,100% 100%)');
});

test('what was hardly ever kept still stands as a mark', () => {
  expect([heightOf(0), heightOf(500), heightOf(750), heightOf(1_000)]).toEqual([4, 4, 50, 100]);
});

test('how long it took is drawn beside the most frequent, and steps with nothing in them are left out', () => {
  expect(barsOf([{ label: '当天', count: 40 }, { label: '1 天', count: 0 }, { label: '更久', count: 10 }])).toEqual([{ label: '当天', count: 40, width: '100%' }, { label: '更久', count: 10, width: '25%' }]);
});

test('an entry reads as what happened, and one of a kind nobody foresaw is left to its label', () => {
  expect(entryWords({ kind: 'fact', body: { event: 'visit.called', at: Date.parse('2026-11-24T09:05:00+08:00') } })).toBe('叫号 11月24日 09:05');
  expect(entryWords({ kind: 'fact', body: { event: 'suggestion.replied', at: Date.parse('2026-11-24T00:00:00+08:00') } })).toBe('答复');
  expect(entryWords({ kind: 'day.totals', body: { day: '2026-11-24', classes: [{ last: 12 }, { last: 3 }] } })).toBe('11月24日 发了 15 个号');
  expect(entryWords({ kind: 'star.closed', body: {} })).toBeNull();
});
