import { provisionalYearsOf } from './provisional.view.ts';

const years = [{ year: 2026, provisional: false }, { year: 2027, provisional: true }];

test('days of a year without an official notice are said to be provisional, once a year', () => {
  expect(provisionalYearsOf(['2026-12-31', '2027-01-04', '2027-01-05'], years)).toEqual([2027]);
});

test('days of an official year, and of one that is not loaded at all, carry no such label', () => {
  expect(provisionalYearsOf(['2026-12-31', '2028-01-04'], years)).toEqual([]);
});
