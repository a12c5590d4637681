import type { InsightPeriodView } from '@hall/shared/api/views';
import { fulfilmentChart, ratingsChart, visitsChart } from './charts.view.ts';
import { into, quickOf, stepFor, stretchOf } from './insight.view.ts';

const TODAY = '2026-11-23';
const bucket = (from: string, to: string, taken = 0) => ({ from, to, label: from, taken, served: taken, left: 0, unserved: 0, medianWait: taken || null, longWait: taken || null, medianService: null, suggestionsReceived: 0, suggestionsReplied: 0, enquiriesAsked: 0, enquiriesAnswered: 0 });

test('what the address cannot ask becomes the last thirty days', () => {
  expect(stretchOf({ from: '2026-11-01', to: '2026-11-10', by: 'day' }, TODAY)).toEqual({ from: '2026-11-01', to: '2026-11-10', by: 'day' });
  for (const words of [{ from: '', to: '', by: '' }, { from: '2026-11-31', to: TODAY, by: 'day' }, { from: TODAY, to: '2026-11-01', by: 'day' }, { from: '2020-01-01', to: TODAY, by: 'month' }]) expect(stretchOf(words, TODAY)).toEqual({ from: '2026-10-25', to: TODAY, by: 'day' });
});

test('every quick stretch can be asked for', () => {
  for (const quick of ['week', 'month', 'quarter', 'year'] as const) expect(stretchOf(quickOf(quick, TODAY), TODAY)).toEqual(quickOf(quick, TODAY));
});

test('days too many for a column each are drawn by the week, and more by the month', () => {
  expect([stepFor('2026-11-01', '2026-11-23', 'day'), stepFor('2026-08-01', '2026-11-23', 'day'), stepFor('2025-12-01', '2026-11-23', 'day')]).toEqual(['day', 'week', 'month']);
});

test('a column leads to its days, a day among others to itself, and a single day no further', () => {
  const buckets = [bucket('2026-11-16', '2026-11-22'), bucket('2026-11-23', '2026-11-29')];
  expect(into({ buckets, by: 'week' }, 1)).toEqual({ from: '2026-11-23', to: '2026-11-29', by: 'day' });
  expect(into({ buckets: [bucket(TODAY, TODAY)], by: 'day' }, 0)).toBeNull();
  expect(into({ buckets, by: 'week' }, 9)).toBeNull();
});

test('where too few were judged a line is broken off, not drawn at nought', () => {
  const of = { buckets: [bucket('a', 'a', 3), bucket('b', 'b')], promises: [{ commitmentId: 'c', wording: '五分钟', points: [{ from: 'a', met: 29, broken: 1, excluded: 0, rate: 966 }, { from: 'b', met: 1, broken: 0, excluded: 0, rate: null }], whole: { from: 'a', met: 30, broken: 1, excluded: 0, rate: 967 } }] } as unknown as InsightPeriodView;
  expect(fulfilmentChart(of).series[0]!.values).toEqual([96.6, null]);
  expect(visitsChart(of).series.map(({ values }) => values[1])).toEqual([0, 0, 0, null, null]);
  expect(ratingsChart({ ratings: [{ month: '2026-10', figures: [{ code: 'good', label: '好评率', low: 0.92, high: 1 } as never, { code: 'active', label: '主动评价率', low: null, high: null } as never] }] }).series.map(({ values }) => values)).toEqual([[92], [null]]);
});
