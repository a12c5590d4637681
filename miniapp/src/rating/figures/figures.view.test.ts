import { barOf, besides } from './figures.view.ts';

test('a share told as a bound shows what is certain and what is open', () => {
  expect(barOf({ low: 0.8, high: 1 })).toEqual({ sure: '80%', open: '20%' });
  expect(barOf({ low: null, high: null })).toBeNull();
});

test('one leafs through the published months, and not beyond', () => {
  const months = ['2026-10', '2026-09', '2026-08'];
  expect([besides({ month: '2026-10', months }), besides({ month: '2026-09', months }), besides({ month: '2026-08', months })])
    .toEqual([{ earlier: '2026-09', later: null }, { earlier: '2026-08', later: '2026-10' }, { earlier: null, later: '2026-09' }]);
});
