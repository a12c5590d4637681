import fc from 'fast-check';
import { addMonths, baseWords, lastDayOf, LEAST_TOLD, matterKeyOf, publishedOn, shareWords, tell, tellFigures, tellMatters, tellSaid, type MatterCounts, type RatingCounts, type ToldMatter, type ToldShare } from './published-figures.rules.ts';

const counts = (more: Partial<RatingCounts>): RatingCounts => ({ served: 100, rated: 50, negative: 10, answered: 10, revisited: 10, ...more });
/** What a reader concludes of the count behind a share: every whole number that fits. */
const readOff = ({ n, low, high }: ToldShare): { low: number; high: number } | null => (n === null || low === null || high === null ? null : { low: Math.round(low * n), high: Math.round(high * n) });

test('a count and its rest are told exactly only when both are at least five', () => {
  expect([tell(5, 10), tell(4, 10), tell(6, 10), tell(3, 9)]).toEqual([{ low: 5, high: 5 }, { low: 0, high: 4 }, { low: 6, high: 10 }, null]);
  expect([tell(0, 50), tell(4, 50)].map((told) => told?.high)).toEqual([4, 4]);
});

test('an unrated service is never counted as good: the share of good ones is of the rated, the unrated stand beside it', () => {
  const told = tellFigures(counts({}));
  expect(told.good).toEqual({ n: 50, nMost: null, low: 0.8, high: 0.8 });
  expect([told.active.low, told.unrated.low, told.unrated.n]).toEqual([0.5, 0.5, 100]);
  expect(shareWords(tellFigures(counts({ rated: 0, negative: 0, answered: 0, revisited: 0 })).good)).toBe('不公布');
});

test('a month in which nearly everybody was content tells a bound and not the two who were not', () => {
  const { good, answered } = tellFigures(counts({ negative: 2, answered: 2, revisited: 2 }));
  expect(shareWords(good)).toBe('92% 以上');
  expect(good).toEqual(tellFigures(counts({ negative: 0, answered: 0, revisited: 0 })).good);
  expect(shareWords(answered)).toBe('不公布');
});

test('those answered but not yet revisited are not given away by two figures beside each other', () => {
  const { answered, revisited } = tellFigures(counts({ rated: 90, served: 200, negative: 40, answered: 20, revisited: 18 }));
  expect([readOff(answered), readOff(revisited)]).toEqual([{ low: 20, high: 20 }, { low: 16, high: 20 }]);
});

test('a satisfaction nearly everybody spoke of has a bound for its base as well', () => {
  expect(tellSaid({ said: 30, satisfied: 20 }, 50, true)).toEqual({ n: 30, nMost: null, low: 1 - 10 / 30, high: 1 - 10 / 30 });
  const most = tellSaid({ said: 49, satisfied: 39 }, 50, true);
  expect([most.n, most.nMost, baseWords(most, '人次'), shareWords(most)]).toEqual([46, 50, '共 46 至 50 人次', '78.2% 至 80%']);
  expect([tellSaid({ said: 4, satisfied: 4 }, 50, true).n, tellSaid({ said: 30, satisfied: 29 }, 50, false).n]).toEqual([null, null]);
});

test('a matter with four services is put together with the next smallest', () => {
  const rows = tellMatters([{ keys: ['a'], served: 40, rated: 20, negative: 6 }, { keys: ['b'], served: 30, rated: 15, negative: 5 }, { keys: ['c'], served: 4, rated: 2, negative: 0 }]);
  expect(rows.map(({ keys, active }) => [keys.join(), active.n])).toEqual([['a', 40], ['b,c', 34]]);
});

test('where the total would give one small count away, a second matter is left untold', () => {
  const rows = tellMatters([{ keys: ['a'], served: 90, rated: 60, negative: 12 }, { keys: ['b'], served: 80, rated: 50, negative: 9 }, { keys: ['c'], served: 70, rated: 40, negative: 1 }]);
  expect(rows.map(({ good }) => shareWords(good))).toEqual(['80%', '人数太少，不公布', '90% 以上']);
});

const parts = fc.nat(18).chain((served) => fc.nat(served).chain((rated) => fc.nat(rated).map((negative) => ({ served, rated, negative }))));
const table = fc.array(parts, { minLength: 1, maxLength: 4 }).map((rows): MatterCounts[] => rows.map((row, at) => ({ keys: [`m${at}`], ...row })));

interface Range { low: number; high: number }
/** Every vector within the ranges whose sum lies in `total`. */
function* within(ranges: readonly Range[], total: Range, at = 0): Generator<number[]> {
  if (at === ranges.length) { if (total.low <= 0 && total.high >= 0) yield []; return; }
  for (let value = ranges[at]!.low; value <= ranges[at]!.high; value += 1) {
    if (value > total.high) return;
    for (const rest of within(ranges, { low: total.low - value, high: total.high - value }, at + 1)) yield [value, ...rest];
  }
}

/** All a reader can conclude who knows the rules and puts every published number together: for each row, what each count could be. */
function conclusions(rows: readonly ToldMatter[], total: ReturnType<typeof tellFigures>): { rated: Set<number>; unrated: Set<number>; negative: Set<number>; good: Set<number> }[] {
  const found = rows.map(() => ({ rated: new Set<number>(), unrated: new Set<number>(), negative: new Set<number>(), good: new Set<number>() }));
  const served = rows.map(({ active }) => active.n!);
  const all = served.reduce((sum, n) => sum + n, 0);
  for (const rated of within(rows.map(({ active }, at) => readOff(active) ?? { low: 0, high: served[at]! }), readOff(total.active) ?? { low: 0, high: all })) {
    const most = rated.reduce((sum, n) => sum + n, 0);
    const good = readOff(total.good);
    const ranges = rows.map((row, at) => {
      const told = row.good.n === null ? null : readOff(row.good);
      return told ? { low: rated[at]! - told.high, high: rated[at]! - told.low } : { low: 0, high: rated[at]! };
    });
    const negative = good ? { low: total.good.n! - good.high, high: total.good.n! - good.low } : { low: 0, high: most };
    const [lows, highs] = [ranges.reduce((sum, range) => sum + range.low, 0), ranges.reduce((sum, range) => sum + range.high, 0)];
    if (lows > negative.high || highs < negative.low) continue;
    ranges.forEach((range, at) => {
      found[at]!.rated.add(rated[at]!);
      found[at]!.unrated.add(served[at]! - rated[at]!);
      // One sum binds the rows, so each takes every value between its two ends.
      for (let value = Math.max(range.low, negative.low - (highs - range.high)); value <= Math.min(range.high, negative.high - (lows - range.low)); value += 1) {
        found[at]!.negative.add(value);
        found[at]!.good.add(rated[at]! - value);
      }
    });
  }
  return found;
}

test('whoever puts all published numbers of a month together still cannot tell any count below five', () => {
  fc.assert(fc.property(table, (matters) => {
    const rows = tellMatters(matters);
    const sum = matters.reduce((all, row) => ({ served: all.served + row.served, rated: all.rated + row.rated, negative: all.negative + row.negative }), { served: 0, rated: 0, negative: 0 });
    const total = tellFigures({ ...sum, answered: 0, revisited: 0 });
    const concluded = conclusions(rows, total);
    rows.forEach((row, at) => {
      const truth = matters.filter(({ keys }) => row.keys.includes(keys[0]!)).reduce((all, one) => ({ served: all.served + one.served, rated: all.rated + one.rated, negative: all.negative + one.negative }), { served: 0, rated: 0, negative: 0 });
      const small = { rated: truth.rated, unrated: truth.served - truth.rated, negative: truth.negative, good: truth.rated - truth.negative };
      expect(row.active.n).toBeGreaterThanOrEqual(LEAST_TOLD);
      for (const cell of ['rated', 'unrated', 'negative', 'good'] as const) {
        expect([...concluded[at]![cell]]).toContain(small[cell]);
        if (small[cell] < LEAST_TOLD) expect(concluded[at]![cell].size).toBeGreaterThanOrEqual(LEAST_TOLD);
      }
    });
  }), { numRuns: 2_000 });
});

test('the hall counts as many as its matters: nothing is lost by putting together', () => {
  fc.assert(fc.property(table, (matters) => {
    const rows = tellMatters(matters);
    const served = matters.reduce((sum, row) => sum + row.served, 0);
    if (rows.length > 0) expect(rows.reduce((sum, row) => sum + row.active.n!, 0)).toBe(served);
    else expect(served).toBeLessThan(LEAST_TOLD);
  }));
});

test('a month is published when its last invitation has run out', () => {
  expect([publishedOn('2026-10', 15), publishedOn('2026-12', 15), lastDayOf('2028-02'), addMonths('2026-01', -1)]).toEqual(['2026-11-16', '2027-01-16', '2028-02-29', '2025-12']);
});

test('a service of several matters belongs to none of them alone', () => {
  expect([matterKeyOf(['a']), matterKeyOf(['a', 'b']), matterKeyOf([])]).toEqual(['a', 'several', 'several']);
});
