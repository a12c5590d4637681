import { NO_VISITS, addParts, addVisits, bucketsOf, fits, minutesWithin } from './period.rules.ts';

describe('a stretch of time in columns', () => {
  test('weeks begin on Monday and the first and last are cut', () => {
    expect(bucketsOf('week', '2026-11-25', '2026-12-08').map(({ from, to }) => [from, to])).toEqual([['2026-11-25', '2026-11-29'], ['2026-11-30', '2026-12-06'], ['2026-12-07', '2026-12-08']]);
  });

  test('months end with their own last day, in February and at the end of the year too', () => {
    expect(bucketsOf('month', '2027-12-15', '2028-03-01').map(({ to, label }) => [to, label])).toEqual([['2027-12-31', '2027年12月'], ['2028-01-31', '2028年1月'], ['2028-02-29', '2028年2月'], ['2028-03-01', '2028年3月']]);
  });

  test('so many columns that nobody reads them are too many, and none is no stretch', () => {
    expect([fits('day', '2026-11-01', '2027-01-01'), fits('day', '2026-11-01', '2027-01-02'), fits('day', '2026-11-02', '2026-11-01'), fits('month', '2026-01-05', '2027-12-31'), fits('month', '2026-01-05', '2028-01-01')]).toEqual([true, false, false, true, false]);
  });
});

describe('minutes', () => {
  test('half and nine tenths of them', () => {
    const minutes = { 1: 5, 7: 4, 30: 1 };
    expect([minutesWithin(minutes, 0.5), minutesWithin(minutes, 0.9), minutesWithin(minutes, 1), minutesWithin({}, 0.5)]).toEqual([1, 7, 30, null]);
  });

  test('of several days are put together before they are looked at', () => {
    const day = (wait: number) => ({ ...NO_VISITS, taken: 1, waits: { [wait]: 1 } });
    expect(addVisits(addVisits(day(2), day(2)), day(9))).toMatchObject({ taken: 3, waits: { 2: 2, 9: 1 } });
    expect(addParts([{ a: day(1) }, { a: day(1), b: day(3) }])).toMatchObject({ a: { taken: 2, waits: { 1: 2 } }, b: { taken: 1 } });
  });
});
