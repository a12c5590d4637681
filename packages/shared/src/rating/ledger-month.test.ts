import fc from 'fast-check';
import { ratingsBook } from '../audit/ratings-book.ts';
import type { Json } from '../kernel/canonical-json.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import { proofOf } from '../ledger/merkle.rules.ts';
import { checkRatingProof, ratingLeaves, ratingSeal, ratingsMonth, ratingsRoot } from './ledger-month.rules.ts';
import type { MonthCounts, RatingSaid, RatingsMonth } from './ledger-month.rules.ts';
import type { RatingLevel } from './rating.rules.ts';
import { LEAST_TOLD } from './published-figures.rules.ts';

/** Short and collision-free enough for a handful of texts; the real one is the caller's. */
const digest = (text: string): string => [...text].reduce((hash, sign) => Math.imul(hash ^ sign.codePointAt(0)!, 16_777_619) >>> 0, 2_166_136_261).toString(16).padStart(8, '0') + text.length.toString(16);

const MONTH = '2026-10';
const counts = fc.tuple(fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }), fc.nat(40), fc.nat(), fc.nat()).map(([each, unrated, a, b]): MonthCounts => {
  const levels = Object.fromEntries(each.map((count, at) => [at + 1, count])) as Record<RatingLevel, number>;
  const rated = each.reduce((sum, count) => sum + count, 0);
  const negative = levels[1] + levels[2];
  const answered = a % (negative + 1);
  const said = a % (rated + 1);
  const dimension = { said, satisfied: b % (said + 1) };
  return { served: rated + unrated, rated, negative, answered, revisited: b % (answered + 1), levels, said: { attitude: dimension, quality: dimension, activities: dimension } };
});
const leavesOf = (rated: number) => ratingLeaves(digest, Array.from({ length: rated }, (_, at) => digest(`rating ${at}`)), 'nothing');
const entry = (body: object, seq: number): LedgerEntry => ({ seq, prev: '', kind: 'ratings.month', day: '2026-11-15', body: body as { [name: string]: Json } });
const read = (told: RatingsMonth, leaves: readonly string[]) => {
  const book = ratingsBook(digest);
  return book.read(entry({ month: MONTH, part: 1, leaves }, 1)) ?? book.read(entry(told, 2));
};

test('whatever is told of a month passes the book, which knows nothing else', () => {
  fc.assert(fc.property(counts, (month) => {
    const leaves = leavesOf(month.rated);
    expect(read(ratingsMonth(MONTH, month, ratingsRoot(digest, leaves), 1), leaves)).toBeNull();
  }));
});

test('no band counts fewer than five, and a level that counts fewer is never a band of its own', () => {
  fc.assert(fc.property(counts, (month) => {
    const { bands, rated, served } = ratingsMonth(MONTH, month, '', 1);
    for (const [from, to, count] of bands ?? []) {
      expect(count).toBeGreaterThanOrEqual(LEAST_TOLD);
      if (from === to) expect(month.levels[from]).toBe(count);
    }
    if (bands) expect(bands.reduce((sum, [, , count]) => sum + count, 0)).toBe(month.rated);
    else expect(rated === null || rated[0] !== rated[1] || served === null).toBe(true);
  }));
});

test('the bands never give away a number of negative ratings that the published rate hides', () => {
  fc.assert(fc.property(counts, (month) => {
    const { bands, good } = ratingsMonth(MONTH, month, '', 1);
    if (bands === null || !bands.some(([, to]) => to === 2)) return;
    expect(good).not.toBeNull();
    expect(good![1] - good![0]).toBeLessThanOrEqual(1);
  }));
});

describe('what was told is changed', () => {
  const month: MonthCounts = { served: 60, rated: 40, negative: 11, answered: 9, revisited: 5, levels: { 1: 5, 2: 6, 3: 7, 4: 10, 5: 12 }, said: { attitude: { said: 0, satisfied: 0 }, quality: { said: 0, satisfied: 0 }, activities: { said: 0, satisfied: 0 } } };
  const leaves = leavesOf(40);
  const told = ratingsMonth(MONTH, month, ratingsRoot(digest, leaves), 1);

  test('each level that counts enough is told by itself', () => {
    expect(told).toMatchObject({ served: 60, rated: [40, 40], bands: [[1, 1, 5], [2, 2, 6], [3, 3, 7], [4, 4, 10], [5, 5, 12]], active: [666, 667], good: [725, 725] });
  });
  test.each<[string, Partial<RatingsMonth>, string]>([
    ['a better rate', { good: [750, 750] }, '好评率不是由各档得来的'], ['a rating moved to a better level', { bands: [[1, 1, 5], [2, 2, 5], [3, 3, 7], [4, 4, 10], [5, 5, 13]] }, '好评率不是由各档得来的'],
    ['a rating left out', { bands: [[1, 1, 5], [2, 2, 5], [3, 3, 7], [4, 4, 10], [5, 5, 12]] }, '各档加起来是 39'], ['more who rated', { active: [800, 800] }, '主动评价率'], ['another root', { root: digest('another') }, '与公布的根不符'], ['a part kept back', { parts: 2 }, '应有 2 部分'],
  ])('%s is found', (_, change, words) => {
    expect(read({ ...told, ...change }, leaves)).toContain(words);
  });
  test('a leaf that is exchanged is found, and so is a month told twice', () => {
    expect(read(told, [digest('another'), ...leaves.slice(1)])).toContain('与公布的根不符');
    const book = ratingsBook(digest);
    expect([book.read(entry({ month: MONTH, part: 1, leaves }, 1)), book.read(entry(told, 2)), book.months]).toEqual([null, null, 1]);
    expect(book.read(entry(told, 3))).toContain('公布了两次');
  });
});

test('who rated finds their rating under the root, with their own level and no other', () => {
  const said: RatingSaid = { month: MONTH, level: 4, attitude: 5, quality: null, activities: null };
  const leaves = ratingLeaves(digest, [ratingSeal(digest, 'salt', said), digest('somebody else')], 'nothing');
  const root = ratingsRoot(digest, leaves);
  const at = leaves.findIndex((_, index) => checkRatingProof(digest, { salt: 'salt', said, steps: proofOf(digest, leaves, index), root }));
  expect(at).toBeGreaterThanOrEqual(0);
  const steps = proofOf(digest, leaves, at);
  expect(checkRatingProof(digest, { salt: 'salt', said: { ...said, level: 5 }, steps, root })).toBe(false);
  expect(checkRatingProof(digest, { salt: 'another', said, steps, root })).toBe(false);
});

test('how long a proof is tells nobody that only two have rated', () => {
  expect([0, 1, 2, 7, 8].map((rated) => leavesOf(rated).length)).toEqual([8, 8, 8, 8, 8]);
  expect(leavesOf(9)).toHaveLength(16);
});
