import { startOfDay } from '../kernel/day.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import { totalsBook } from './totals-book.ts';

const DAY = '2026-11-24';
const entry = (kind: LedgerEntry['kind'], body: LedgerEntry['body'], day = DAY): LedgerEntry => ({ seq: 1, prev: '', kind, day, body });
const fact = (s: string, event: string, cls = 'N') => entry('fact', { s, event, at: startOfDay(DAY) + 36_000_000, of: { cls } });
const totals = (classes: { cls: string; last: number; served?: number; left?: number; unserved?: number; open?: number }[]) => entry('day.totals', { day: DAY, classes: classes.map((each) => ({ served: 0, left: 0, unserved: 0, open: 0, ...each })) });
const seal = entry('checkpoint', {});
const wordsOf = (...entries: LedgerEntry[]) => {
  const book = totalsBook();
  return entries.map((each) => book.read(each)).filter((each) => each !== null);
};
const served = (s: string) => [fact(s, 'visit.taken'), fact(s, 'visit.called'), fact(s, 'visit.served')];

describe('the book of the days’ totals', () => {
  test('is content when everybody who took a number stands in the facts with how it ended', () => {
    expect(wordsOf(...served('a'), fact('b', 'visit.taken'), fact('b', 'visit.left'), fact('c', 'visit.taken'), totals([{ cls: 'N', last: 3, served: 1, left: 1, open: 1 }]), seal)).toEqual([]);
  });

  test('finds a served visit whose call was left out, so that nobody could tell how long it took', () => {
    expect(wordsOf(fact('a', 'visit.taken'), fact('a', 'visit.served'), totals([{ cls: 'N', last: 1, served: 1 }]))).toEqual([`${DAY} 有一次来访办结了却没有叫号，算不出用时`]);
  });

  test('finds a visit told as ended otherwise than the totals say', () => {
    expect(wordsOf(fact('a', 'visit.taken'), fact('a', 'visit.called'), fact('a', 'visit.left'), totals([{ cls: 'N', last: 1, served: 1 }]))).toEqual([`${DAY} 的号票对不上：公布办结 1 个，账上有 0 个`]);
  });

  test('waits for whoever was not served before the hall closed: a server that was away tells of it a moment later', () => {
    expect(wordsOf(fact('a', 'visit.taken'), totals([{ cls: 'N', last: 1, unserved: 1 }]), seal, fact('a', 'visit.unserved'))).toEqual([]);
    expect(wordsOf(fact('a', 'visit.taken'), fact('a', 'visit.unserved'), totals([{ cls: 'N', last: 1, open: 1 }]))).toHaveLength(1);
  });

  test('finds visits that were made up after the day was added up, to make a rate look better', () => {
    expect(wordsOf(...served('a'), totals([{ cls: 'N', last: 1, served: 1 }]), seal, ...served('made-up'))).toEqual([`${DAY} 的号票总数已经公布，后来又添了一次来访`]);
  });

  test('finds a class that the totals do not name, a day told twice, and totals told under another day', () => {
    expect(wordsOf(fact('a', 'visit.taken', 'P'), totals([]))).toEqual([`${DAY} 有来访没有算进号票总数`]);
    expect(wordsOf(totals([]), totals([]))).toHaveLength(1);
    expect(wordsOf({ ...totals([]), day: '2026-11-25' })).toHaveLength(1);
  });

  test('finds a day that was sealed without its totals', () => {
    expect(wordsOf(seal)).toEqual([`${DAY} 封了账，却没有公布号票总数`]);
  });
});
