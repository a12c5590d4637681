import { monthsToBegin, monthsToTry, pointsOf, sumOf, weightOf } from './formula.view.ts';

describe('the months of a formula', () => {
  it('begin with one that has not begun, over the turn of the year too', () => expect(monthsToBegin('2026-11-22')).toEqual(['2026-12', '2027-01', '2027-02']));
  it('can be tried on this month and on those before, over the turn of the year too', () => expect(monthsToTry('2027-02-01')).toEqual(['2027-02', '2027-01', '2026-12', '2026-11']));
  it('weigh all their parts together', () => expect(sumOf({ five: 400, pace: 600 })).toBe(1000));
  it('are weighed in points of a hundred, as a card tells them, and kept in whole thousandths', () => expect([pointsOf(300), weightOf(30), weightOf(32.3), weightOf(null)]).toEqual([30, 300, 323, 0]));
});
