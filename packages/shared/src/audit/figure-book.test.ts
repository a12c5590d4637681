import { startOfDay } from '../kernel/day.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import { NO_COUNTS, figureOf } from '../commitment/figures.rules.ts';
import { figureBook } from './figure-book.ts';

const DAY = '2026-12-02';
const at = startOfDay(DAY) + 36_000_000;
const entry = (kind: LedgerEntry['kind'], body: LedgerEntry['body'], day = DAY): LedgerEntry => ({ seq: 1, prev: '', kind, day, body });
const rule = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: false, classes: [], matters: [], departments: [], staff: [] } };
const promise = entry('commitment.published', { c: 'c', v: 1, wording: '五分钟', holder: { kind: 'hall', code: null }, from: DAY, rule }, '2026-12-01');
const visit = [entry('fact', { s: 'v', event: 'visit.called', at, of: { staff: 'first' } }), entry('fact', { s: 'v', event: 'visit.served', at: at + 600_000, of: { staff: 'second' } })];
const leftOut = (by: readonly string[] | string) => entry('exclusion.made', { c: 'c', v: 1, s: 'v', ordinal: 0, reason: 'system-outage', by });
const wordsOf = (...entries: LedgerEntry[]) => {
  const book = figureBook();
  return entries.map((each) => book.read(each)).filter((each) => each !== null);
};

describe('the book of figures', () => {
  test('is content with a time that two others agreed to leave out', () => {
    expect(wordsOf(promise, ...visit, leftOut(['head', 'leader']))).toEqual([]);
  });

  test('finds one that somebody left out who had a hand in it, even if another finished it', () => {
    for (const own of ['first', 'second']) expect(wordsOf(promise, ...visit, leftOut(['head', own]))).toEqual(['剔除由当时经办的人自己提出或同意']);
  });

  test('finds one that one person left out, or a word that only looks like two', () => {
    expect(wordsOf(promise, ...visit, leftOut(['head', 'head']))).toHaveLength(1);
    expect(wordsOf(promise, ...visit, leftOut(['head']))).toHaveLength(1);
    expect(wordsOf(promise, ...visit, leftOut('ab'))).toHaveLength(1);
  });

  test('finds a figure that is told as of another day than its own', () => {
    const figure = { ...figureOf('c', 1, '2026-12', '2026-12-01', NO_COUNTS) };
    expect(wordsOf(promise, entry('figure.published', { ...figure, spread: [...figure.spread] }))).toEqual(['兑现数据的截止日不是它公布的那天']);
  });

  test('finds more facts about one visit than a visit can have', () => {
    const facts = Array.from({ length: 1_001 }, () => visit[0]!);
    expect(wordsOf(promise, ...facts)).toEqual(['同一件事的记录多得不合情理']);
  });
});
