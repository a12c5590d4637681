import { keyChangeText } from '../ledger/checkpoint.rules.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import { keyChain } from './key-chain.ts';

/** Stands in for Ed25519: nobody in this test forges, so a signature may say whose it is. */
const signed = (key: string, text: string): string => `${key} signs ${text}`;
const chain = () => keyChain((key, text, signature) => signature === signed(key, text));

const entry = (seq: number, kind: LedgerEntry['kind'], body: LedgerEntry['body']): LedgerEntry => ({ seq, prev: '0'.repeat(64), kind, day: `2026-12-0${seq}`, body });
const begun = entry(1, 'ledger.begun', { format: 1, ledger: 'book', hall: '大厅', key: 'first' });
function change(seq: number, old: string, key: string, more: Partial<Record<'ledger' | 'byOld' | 'byNew', string>> = {}): LedgerEntry {
  const text = keyChangeText({ ledger: 'book', old, key });
  return entry(seq, 'ledger.key', { ledger: 'book', old, key, byOld: signed(old, text), byNew: signed(key, text), ...more });
}

test('a ledger is signed with its first key until that hands over, and the key after it hands over in turn', () => {
  const keys = chain();
  expect(keys.present()).toBeNull();
  expect([keys.read(begun), keys.read(change(2, 'first', 'second')), keys.read(change(3, 'second', 'third'))]).toEqual([null, null, null]);
  expect(keys.all()).toEqual([{ key: 'first', from: '2026-12-01' }, { key: 'second', from: '2026-12-02' }, { key: 'third', from: '2026-12-03' }]);
});

test.each([
  ['without the old key’s signature', change(2, 'first', 'thief', { byOld: signed('thief', keyChangeText({ ledger: 'book', old: 'first', key: 'thief' })) }), '没有原密钥的签名'],
  ['to a key nobody has shown to hold', change(2, 'first', 'second', { byNew: 'nothing' }), '没有新密钥的签名'],
  ['from a key that was never in use', change(2, 'another', 'second'), '不是当时在用的那一把'],
  ['taken out of another hall’s ledger', change(2, 'first', 'second', { ledger: 'theirs' }), '不是当时在用的那一把'],
  ['back to a key that was used before', change(2, 'first', 'first'), '用过的旧密钥'],
])('a change %s is found and changes nothing', (_, forged, words) => {
  const keys = chain();
  keys.read(begun);
  expect(keys.read(forged)).toContain(words);
  expect(keys.present()).toBe('first');
});

test('a ledger begins once, with its first entry', () => {
  const keys = chain();
  keys.read(begun);
  expect(keys.read({ ...begun, seq: 2 })).toContain('只能启用一次');
});
