import { freeInWords, mayChoose } from './day.view.ts';

const day = { day: '2026-11-24', weekdayLabel: '周二', open: true, note: null, free: 3 };

test('a full or closed day says why it cannot be chosen', () => {
  expect([day, { ...day, free: 0 }, { ...day, open: false, note: '元旦', free: 0 }].map((one) => [freeInWords(one), mayChoose(one)])).toEqual([['余 3', true], ['约满', false], ['元旦', false]]);
});
