import { instantAt } from '../kernel/day.ts';
import { entryFields } from './entry-words.ts';

test('a visit in the ledger reads as what was done, when, and under which names', () => {
  expect(entryFields('fact', { s: 'K3', event: 'visit.called', at: instantAt('2026-11-23', '09:05'), of: { cls: 'walkin', ready: true, window: 'W7' } })).toEqual([
    ['做了什么', '叫号'], ['什么时候', '2026年11月23日 09:05'], ['哪一件（随机代号）', 'K3'], ['情况', '号别 普通号\n材料备齐 是\n窗口 W7'],
  ]);
  expect(entryFields('fact', { s: 'Q1', event: 'enquiry.asked', at: instantAt('2026-11-23', '00:00'), of: {} })).toContainEqual(['什么时候', '2026年11月23日']);
});

test('a figure reads as its share and its counts; what is not told is left out', () => {
  const figure = { c: 'C1', v: 2, period: '2026-11', asOf: '2026-11-23', met: 6, broken: 0, rate: 1_000 };
  expect(entryFields('figure.published', figure)).toEqual([['哪段时间', '2026年11月'], ['截至', '2026年11月23日'], ['兑现率', '100%'], ['达标', '6 件'], ['未达标', '0 件'], ['承诺代号', 'C1'], ['第几版', '2']]);
  expect(entryFields('figure.published', { ...figure, period: 'last-90-days', rate: null })!.map(([, words]) => words)).toEqual(['近 90 天', '2026年11月23日', '6 件', '0 件', 'C1', '2']);
});

test('a list is told by how many it holds, bounds as bounds, and an unknown kind not at all', () => {
  expect(entryFields('star.ballots', { c: 'S', part: 1, ballots: [['a', 'x'], ['b', 'x']] })).toEqual([['选票', '2 张'], ['第几部分', '1'], ['评选代号', 'S']]);
  expect(entryFields('ratings.month', { month: '2026-10', rated: [20, 20], good: [920, 1_000] })).toEqual([['哪个月', '2026年10月'], ['评价', '20 条'], ['好评率', '92% 到 100%']]);
  expect(entryFields('weather', { day: '2026-11-23' })).toBeNull();
});
