import { mayTakeEffect, orphanedMatters, readDepartmentWish, readHallWish, readWindowWish } from './house.rules.ts';

const MATTERS = ['enrolment', 'benefit-enquiry'];
const HALL = { name: '示例大厅', address: '示例路 1 号', phone: '0710-0000000', motto: '微笑服务', smile: '今天你微笑了吗', openFrom: '09:00', openTo: '17:00', lunchFrom: '', lunchTo: '' };

test('a department is taken with its words trimmed, and an empty phone is none', () => {
  expect(readDepartmentWish({ name: ' 参保登记科 ', phone: ' ', position: 1 })).toEqual({ wish: { name: '参保登记科', phone: null, position: 1, closed: false }, problems: [] });
});

test('each wrong field of a department is named', () => {
  expect(readDepartmentWish({ name: '', phone: 'call me', position: 1.5 }).problems.map(({ path }) => path).sort()).toEqual(['name', 'phone', 'position']);
});

test('a counter handles at least one matter of the shelf, listed in the order of the shelf', () => {
  expect(readWindowWish({ label: '1号窗口', skills: ['benefit-enquiry', 'enrolment'], position: 0 }, MATTERS).wish.skills).toEqual(MATTERS);
  expect(readWindowWish({ label: '1号窗口', skills: [], position: 0 }, MATTERS).problems).toHaveLength(1);
  expect(readWindowWish({ label: '1号窗口', skills: ['gone'], position: 0 }, MATTERS).problems).toEqual([{ path: 'skills', message: '有的事项已经不在办事清单里，请重新选择' }]);
});

test('a hall closes later than it opens', () => {
  expect(readHallWish(HALL).problems).toEqual([]);
  expect(readHallWish({ ...HALL, openTo: '08:00' }).problems).toEqual([{ path: 'openTo', message: '关门时间要晚于开门时间' }]);
  expect(readHallWish({ ...HALL, openFrom: '9 o’clock' }).problems.map(({ path }) => path)).toEqual(['openFrom']);
});

test('a hall rests at noon between opening and closing, or not at all', () => {
  expect(readHallWish({ ...HALL, lunchFrom: '12:00', lunchTo: '13:30' }).problems).toEqual([]);
  expect([['12:00', ''], ['13:00', '12:00'], ['08:00', '09:30'], ['noon', 'one']].map(([lunchFrom, lunchTo]) => readHallWish({ ...HALL, lunchFrom, lunchTo }).problems.length > 0)).toEqual([true, true, true, true]);
});

test('a change decided on before lunch could be said leaves lunch as it is', () => {
  const { lunchFrom: _from, lunchTo: _to, ...silent } = HALL;
  expect(readHallWish(silent, { lunchFrom: '12:00', lunchTo: '13:00' }).wish).toMatchObject({ lunchFrom: '12:00', lunchTo: '13:00' });
});

test('a change takes effect today at the earliest and within the year', () => {
  expect(['2026-11-22', '2026-11-23', '2027-11-24', '2027-11-25', 'soon'].map((day) => mayTakeEffect(day, '2026-11-23', '2027-11-24'))).toEqual([false, true, true, false, false]);
});

test('a matter that no open counter handles is found', () => {
  expect(orphanedMatters(MATTERS, [{ skills: ['enrolment'], closed: false }, { skills: ['benefit-enquiry'], closed: true }])).toEqual(['benefit-enquiry']);
});
