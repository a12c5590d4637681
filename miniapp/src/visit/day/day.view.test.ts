import { freeInWords, mayChoose, notesOf, provisionalYears } from './day.view.ts';

const day = { day: '2026-11-24', weekdayLabel: '周二', open: true, note: null, free: 3, provisional: false };

test('a full or closed day says why it cannot be chosen', () => {
  expect([day, { ...day, free: 0 }, { ...day, open: false, note: '元旦', free: 0 }].map((one) => [freeInWords(one), mayChoose(one)])).toEqual([['还有 3 个', true], ['约满', false], ['元旦', false]]);
});

test('a reason too long for its box stands once below the days, with all days it is the reason for', () => {
  const uncovered = { ...day, open: false, free: 0, note: '这一天的放假安排还没有公布，暂时不能预约' };
  const days = [{ ...day, note: '周末休息', open: false }, { ...uncovered, day: '2027-01-04' }, { ...day, note: '14:00–17:00 系统升级' }, { ...uncovered, day: '2027-01-05' }];
  expect(freeInWords(uncovered)).toBe('不能约');
  expect(notesOf(days)).toEqual(['1月4日、1月5日：这一天的放假安排还没有公布，暂时不能预约', '11月24日：14:00–17:00 系统升级']);
});

test('the years that are not announced yet are named once', () => {
  expect(provisionalYears([day, { ...day, day: '2027-01-04', provisional: true }, { ...day, day: '2027-01-05', provisional: true }])).toEqual([2027]);
});
