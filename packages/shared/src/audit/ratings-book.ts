import type { LedgerEntry } from '../ledger/entry.rules.ts';
import type { Digest } from '../ledger/merkle.rules.ts';
import { LEAST_TOLD } from '../rating/published-figures.rules.ts';
import { leavesFor, ratingsRoot, shareOfCounts } from '../rating/ledger-month.rules.ts';
import type { Between, RatingLeaves, RatingsMonth } from '../rating/ledger-month.rules.ts';

export interface RatingsBook { read(entry: LedgerEntry): string | null; readonly months: number }

/** Adds up what was said of each month's ratings: the single ones are nobody's to read, but the sums must fit each other, and the rates must follow from them. */
export function ratingsBook(digest: Digest): RatingsBook {
  const said = new Set<string>();
  const parts = new Map<string, { count: number; leaves: string[] }>();
  let months = 0;
  const readPart = ({ month, part, leaves }: RatingLeaves): string | null => {
    const before = parts.get(month) ?? { count: 0, leaves: [] };
    if (said.has(month)) return `${month} 的好差评公布之后又添了内容`;
    if (part !== before.count + 1) return `${month} 的好差评少了一部分：应为第 ${before.count + 1} 部分，这里是第 ${part} 部分`;
    parts.set(month, { count: part, leaves: [...before.leaves, ...leaves] });
    return null;
  };
  return {
    read({ kind, body, day }) {
      if (kind !== 'ratings.month') return null;
      if ('part' in body) return readPart(body as unknown as RatingLeaves);
      const told = body as unknown as RatingsMonth;
      if (said.has(told.month)) return `${told.month} 的好差评公布了两次`;
      if (day <= `${told.month}-31`) return `${told.month} 还没有过完就公布了好差评`;
      said.add(told.month);
      const wrong = wrongLeaves(digest, told, parts.get(told.month)) ?? wrongIn(told);
      if (wrong !== null) return `${told.month} 的好差评对不上：${wrong}`;
      months += 1;
      return null;
    },
    get months() { return months; },
  };
}

/** Each rating has a leaf; how many leaves there are follows from how many rated. */
function wrongLeaves(digest: Digest, { root, parts, rated }: RatingsMonth, found = { count: 0, leaves: [] as string[] }): string | null {
  if (found.count !== parts) return `应有 ${parts} 部分评价摘要，账上有 ${found.count} 部分`;
  if (ratingsRoot(digest, found.leaves) !== root) return '评价摘要与公布的根不符';
  return rated === null || (leavesFor(rated[0]) <= found.leaves.length && found.leaves.length <= leavesFor(rated[1])) ? null : '评价摘要的个数与评价数不符';
}

function wrongIn({ served, rated, bands, active, good }: RatingsMonth): string | null {
  if (served === null) return rated === null && bands === null && active === null && good === null ? null : '办过业务的人次没有公布，却公布了比率';
  if (served < LEAST_TOLD) return `公布了不足 ${LEAST_TOLD} 的人次`;
  if (rated === null) return bands === null && active === null && good === null ? null : '评价数没有公布，却公布了比率';
  if (rated[0] > rated[1] || rated[1] > served) return '评价的比办过业务的多';
  if (!same(active, shareOfCounts(rated, served))) return '主动评价率不是由评价数得来的';
  if (rated[0] !== rated[1]) return bands === null && good === null ? null : '评价数只是一个范围，却公布了各档的数';
  return wrongBands(rated[0], bands, good);
}

/** What is wrong with bands that should put all `rated` levels together, nothing below five told. @param good null where no share is told beside them */
export function wrongBands(rated: number, bands: RatingsMonth['bands'], good: Between | null): string | null {
  if (bands === null) return '缺少各档评价的数';
  let next = 1;
  let sum = 0;
  for (const [from, to, count] of bands) {
    if (from !== next || to < from) return '各档没有连在一起';
    if (count < LEAST_TOLD) return `有一档不足 ${LEAST_TOLD} 人`;
    next = to + 1;
    sum += count;
  }
  if (next !== 6 || sum !== rated) return `各档加起来是 ${sum}，公布的评价数是 ${rated}`;
  if (good === null) return null;
  // Where a band ends with level two, the number of negative ratings follows from the bands; else it is known only as a bound.
  if (!bands.some(([, to]) => to === 2)) return good[1] === 1_000 || good[0] === 0 ? null : '好评率不是由各档得来的';
  const negative = bands.filter(([, to]) => to <= 2).reduce((all, [, , count]) => all + count, 0);
  return good[0] === Math.floor(((rated - negative) * 1_000) / rated) && good[1] === Math.ceil(((rated - negative) * 1_000) / rated) ? null : '好评率不是由各档得来的';
}

const same = (a: Between | null, b: Between): boolean => a !== null && a[0] === b[0] && a[1] === b[1];
