import { startOfDay } from '../kernel/day.ts';
import { plainDigest as digest } from '../ledger/plain-digest.builder.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import { starBook } from './star-book.ts';

const entry = (kind: LedgerEntry['kind'], day: string, body: LedgerEntry['body'] = {}): LedgerEntry => ({ seq: 1, prev: '', kind, day, body });
const committed = entry('star.committed', '2026-12-01', { c: 'round', month: '2026-11', from: '2026-11-01', to: '2026-11-30', tie: 'shared', opens: startOfDay('2026-12-01') + 1, closes: startOfDay('2026-12-03') + 1, objectionDays: 5, voters: 'verified-and-served', candidates: [] });
const closed = entry('star.closed', '2026-12-03', { c: 'round', root: digest(''), ballots: 0, roll: 0, tallies: [] });
const wordsOf = (...entries: LedgerEntry[]) => {
  const book = starBook(digest);
  return entries.map((each) => book.read(each)).filter((each) => each !== null);
};

test('a round whose votes have ended must be counted before its day is sealed: nobody can sit on an outcome they dislike', () => {
  expect(wordsOf(committed, entry('checkpoint', '2026-12-02'), closed, entry('checkpoint', '2026-12-03'))).toEqual([]);
  expect(wordsOf(committed, entry('checkpoint', '2026-12-02'), entry('checkpoint', '2026-12-03'))).toEqual(['有一次评选已经截止，封账时却没有计票']);
});
