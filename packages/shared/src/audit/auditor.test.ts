import { canonicalJson } from '../kernel/canonical-json.ts';
import { checkpointText, manifestText } from '../ledger/checkpoint.rules.ts';
import type { Manifest } from '../ledger/checkpoint.rules.ts';
import { NO_ENTRY, entryText } from '../ledger/entry.rules.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import { EMPTY_FRONTIER, grow, leafHash, rootOf } from '../ledger/merkle.rules.ts';
import { plainDigest as digest } from '../ledger/plain-digest.builder.ts';
import { auditor } from './auditor.ts';
import { figureBook } from './figure-book.ts';

/** The hall itself lies here, with its key in hand: a signature says whose it is. */
const sign = (text: string): string => `key signs ${text}`;
const isSigned = (key: string, text: string, signature: string): boolean => signature === `${key} signs ${text}`;

interface Said { kind: LedgerEntry['kind']; day: string; body?: LedgerEntry['body']; /** The day a seal itself is about, where it is another. */ sealed?: string }
const begun: Said = { kind: 'ledger.begun', day: '2026-12-01', body: { format: 1, ledger: 'book', hall: '大厅', key: 'key' } };
const seal = (day: string, sealed = day): Said => ({ kind: 'checkpoint', day, sealed });

/** A whole file, every hash, number, root and signature right. */
function file(said: readonly Said[], more: object = {}): string[] {
  let [prev, tree] = [NO_ENTRY, EMPTY_FRONTIER];
  const lines = said.map(({ kind, day, body = {}, sealed }, at) => {
    const checkpoint = { ledger: 'book', day: sealed ?? day, size: at, root: rootOf(digest, tree) };
    const text = entryText({ seq: at + 1, prev, kind, day, body: sealed === undefined ? body : { ...checkpoint, key: 'key', signature: sign(checkpointText(checkpoint)) } });
    prev = digest(text);
    tree = grow(digest, tree, leafHash(digest, prev));
    return text;
  });
  const manifest: Manifest = { format: 1, ledger: 'book', hall: '大厅', key: 'key', entries: said.length, head: prev };
  return [canonicalJson({ ...manifest, signature: sign(manifestText(manifest)), ...more }), ...lines];
}

function wordsOf(lines: readonly string[]): string[] {
  const reader = auditor({ digest, isSigned, books: [figureBook()] });
  for (const line of lines) reader.line(line);
  return reader.end().findings.map(({ words }) => words);
}

const FIVE = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: false, classes: [], matters: [], departments: [], staff: [] } };
const promise = (day: string, from: string, rule: object = FIVE): Said => ({ kind: 'commitment.published', day, body: { c: 'c', v: 1, wording: '五分钟', holder: { kind: 'hall', code: null }, from, rule: rule as never } });

describe('an auditor in front of a hall that holds the key and lies', () => {
  test('is content with days sealed one after the other', () => {
    expect(wordsOf(file([begun, seal('2026-12-01'), seal('2026-12-02')]))).toEqual([]);
  });

  test('finds a day that was never sealed, such as the last of a month', () => {
    expect(wordsOf(file([begun, seal('2026-12-01'), seal('2026-12-03')]))).toEqual(['2026-12-03 的封账次序不对：每天都要封账，一天也不能少']);
    expect(wordsOf(file([begun, seal('2026-12-02')]))).toHaveLength(1);
  });

  test('finds a seal entered under another day, where no figure was owed', () => {
    expect(wordsOf(file([begun, seal('2026-11-01', '2026-12-01')]))).toHaveLength(1);
  });

  test('finds a promise entered under a day that is sealed already, as if it had been given before what it judges', () => {
    expect(wordsOf(file([begun, seal('2026-12-01'), seal('2026-12-02'), promise('2026-11-20', '2026-11-21'), seal('2026-12-03')]))).toContain('日期写在已经封过账的日子：把后来定的说成了从前定的');
  });

  test('finds a promise by a sum that no hall can give, which would keep a verifier busy for ever', () => {
    expect(wordsOf(file([begun, promise('2026-12-01', '2026-12-02', { ...FIVE, limit: Number.MAX_SAFE_INTEGER }), seal('2026-12-01')]))).toEqual(['承诺的算法不是账本认得的算法']);
  });

  test('finds whatever was written into the manifest beside what is signed', () => {
    expect(wordsOf(file([begun, seal('2026-12-01')], { advice: '这本账已经由上级核对' }))[0]).toBe('第一行不是账本的说明行');
  });

  test.each([
    ['nothing', ''], ['a number', '7'], ['a list', '[]'], ['a word', '"账本"'], ['lists in lists in lists', '['.repeat(200_000)], ['lists in lists, closed again', `{"format":1,"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['half a sign', '{"format":1,"hall":"\\ud800"}'], ['the prototype', '{"__proto__":{"format":1}}'], ['a number beyond all', '{"format":1,"entries":1e999}'], ['a million signs', 'x'.repeat(1_000_000)],
  ])('says what is wrong where a line is %s, and reads on', (_, text) => {
    expect(wordsOf([text, ...file([begun, seal('2026-12-01')]).slice(1)])).toContain('第一行不是账本的说明行');
    expect(wordsOf([...file([begun]), text])).toContain('这一行不是账本的记录');
  });
});
