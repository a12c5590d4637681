import type { LedgerEntry } from '../ledger/entry.rules.ts';
import { disputeBook } from './dispute-book.ts';

const entry = (kind: LedgerEntry['kind'], body: LedgerEntry['body']): LedgerEntry => ({ seq: 1, prev: '', kind, day: '2026-11-24', body });
const fact = (event: string, staff = 'clerk') => entry('fact', { s: 'v', event, at: 0, of: { staff } });
const raised = entry('dispute.raised', { s: 'v' });
const answered = (by: string, outcome = 'explained') => entry('dispute.answered', { s: 'v', outcome, by });
const read = (...entries: LedgerEntry[]) => {
  const book = disputeBook();
  return { words: entries.map((each) => book.read(each)).filter((each) => each !== null), disputes: book.disputes };
};

describe('the book of disputes', () => {
  test('is content with one that is raised after the visit and answered by another', () => {
    expect(read(fact('visit.called'), fact('visit.served'), raised, answered('head'))).toEqual({ words: [], disputes: 1 });
  });

  test('finds one about a visit that never was, or was not over', () => {
    expect(read(raised).words).toHaveLength(1);
    expect(read(fact('visit.called'), raised).words).toHaveLength(1);
  });

  test('finds a second one about the same visit, a second answer, and one without a question', () => {
    expect(read(fact('visit.served'), raised, raised).words).toHaveLength(1);
    expect(read(fact('visit.served'), raised, answered('head'), answered('head')).words).toHaveLength(1);
    expect(read(fact('visit.served'), answered('head')).words).toHaveLength(1);
  });

  test('finds an answer by somebody who had a hand in the visit, and one that says neither', () => {
    expect(read(fact('visit.called', 'first'), fact('visit.served'), raised, answered('first')).words).toEqual(['时间异议由当时经办的人自己答复']);
    expect(read(fact('visit.served'), raised, answered('head', 'refused')).words).toHaveLength(1);
  });
});
