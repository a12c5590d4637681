import { hourColumns, minutesWords, owedBars, waitingBars } from './today.view.ts';

test('the longest line fills the bar, a single person is still seen, and nobody is no bar', () => {
  const waiting = [{ cls: 'care' as const, label: '爱心号', count: 1, lowMinutes: 3, highMinutes: 5 }, { cls: 'booked' as const, label: '预约号', count: 0, lowMinutes: null, highMinutes: null }, { cls: 'walkin' as const, label: '普通号', count: 40, lowMinutes: 30, highMinutes: 45 }];
  expect(waitingBars({ waiting }).map(({ share, words }) => [share, words])).toEqual([[4, '爱心号 · 1 人 · 约 3–5 分钟'], [0, '预约号 · 0 人'], [100, '普通号 · 40 人 · 约 30–45 分钟']]);
});

test('what is late comes first and says how many', () => {
  const owedByKind = [{ code: 'review' as const, label: '网上预审', open: 9, overdue: 0 }, { code: 'enquiry.answer' as const, label: '答复咨询', open: 2, overdue: 2 }];
  expect(owedBars({ owedByKind }).map(({ words, late }) => [words, late])).toEqual([['答复咨询 · 2 件 · 超期 2', true], ['网上预审 · 9 件', false]]);
});

test('a long day names every second hour, and an hour without a service stands flat', () => {
  const columns = hourColumns([9, 10, 11, 12, 13, 14, 15, 16].map((hour) => ({ hour, count: hour === 10 ? 8 : 0 })));
  expect(columns.map(({ label }) => label).filter(Boolean)).toEqual(['9点', '11点', '13点', '15点']);
  expect(hourColumns([8, 9, 10, 11, 12, 13, 14, 15, 16].map((hour) => ({ hour, count: 1 }))).filter(({ label }) => label).map(({ span }) => span)).toEqual([2, 2, 2, 2, 1]);
  expect(columns.map(({ height }) => height)).toEqual([0, 100, 0, 0, 0, 0, 0, 0]);
});

test('minutes are told with one decimal at the most', () => {
  expect([minutesWords(null), minutesWords(12), minutesWords(3.5), minutesWords(0)]).toEqual(['—', '12 分钟', '3.5 分钟', '0 分钟']);
});
