import { barOf, pointsOf } from './figures.view.ts';

const figure = (code: string, low: number | null, high: number | null) => ({ code, label: '', how: '', n: 20, nMost: null, unit: '人次', low, high, words: 'x' });

describe('the figures of ratings, drawn', () => {
  it('shows what is certain and, beside it, what lies between the bounds', () => {
    expect(barOf({ low: 0.75, high: 0.75 })).toEqual({ sure: 75, open: 0 });
    expect(barOf({ low: 0.75, high: 1 })).toEqual({ sure: 75, open: 25 });
    expect(barOf({ low: null, high: null })).toBeNull();
  });

  it('leaves a month that is not told out of the line, in its place', () => {
    const trend = [{ month: '2026-08', figures: [figure('good', 0.5, 0.5)] }, { month: '2026-09', figures: [figure('good', null, null)] }, { month: '2026-10', figures: [figure('good', 0.75, 1)] }];
    expect(pointsOf(trend, 'good').map(({ month, x, low, high }) => [month, x, low, high])).toEqual([['2026-08', 0, 50, 50], ['2026-10', 100, 25, 0]]);
    expect(pointsOf(trend, 'active')).toEqual([]);
  });
});
