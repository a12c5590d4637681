import fc from 'fast-check';
import { LEAST_TOLD, shareWords } from './published-figures.rules.ts';
import { dayShare } from './rating-day.rules.ts';

const levels = (good: number, bad: number): number[] => [...Array<number>(good).fill(5), ...Array<number>(bad).fill(1)];

test('of fewer than five ratings of today nothing is told, and below ten only how many', () => {
  expect(dayShare(levels(4, 0))).toMatchObject({ counted: 0, good: { n: null } });
  expect(dayShare(levels(7, 2))).toMatchObject({ counted: 5, good: { n: 5, low: null } });
  expect(shareWords(dayShare(levels(20, 0)).good)).toBe('80% 以上');
  expect(shareWords(dayShare(levels(25, 5)).good)).toBe('83.3%');
});

test('one more rating tells nothing of itself: what is shown changes only with a whole step', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 }), fc.integer({ min: 1, max: 5 }), (given, next) => {
    const [before, after] = [dayShare(given), dayShare([...given, next])];
    return after.counted !== before.counted || JSON.stringify(after) === JSON.stringify(before);
  }));
});

test('an exact share never rests on fewer than five people on either side', () => {
  fc.assert(fc.property(fc.nat(40), fc.nat(40), (good, bad) => {
    const { counted, good: { low, high } } = dayShare(levels(good, bad));
    const negative = Math.max(0, counted - good);
    return low === null || low !== high || (negative >= LEAST_TOLD && counted - negative >= LEAST_TOLD);
  }));
});
