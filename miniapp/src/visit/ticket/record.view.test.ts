import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { proofOf, leafHash, merkleRoot } from '@hall/shared/ledger/merkle.rules';
import { shortCode } from '@hall/shared/ledger/checkpoint.rules';
import { visitSeal } from '@hall/shared/ledger/visit-proof.rules';
import { proofOutcome } from './ledger-proof.ts';
import { recordLines, tookWords } from './record.view.ts';

const NINE = Date.parse('2026-11-23T01:00:00Z');

test('each recorded moment stands there as a clock, and what was put aside from when to when', () => {
  const steps = [{ event: 'visit.called', label: '叫号', at: NINE }, { event: 'visit.served', label: '办结', at: NINE + 720_000 }];
  expect(recordLines({ steps, parked: [{ from: NINE + 60_000, to: NINE + 180_000 }, { from: NINE + 300_000, to: null }] })).toEqual([['叫号', '09:00'], ['办结', '09:12'], ['暂挂', '09:01 到 09:03'], ['暂挂', '09:05 到 未恢复']]);
});

test('how long it took is told with what does not count, and not at all for whoever was not served', () => {
  expect([tookWords({ serviceSeconds: 600, parkedSeconds: 120 }), tookWords({ serviceSeconds: 65, parkedSeconds: 0 }), tookWords({ serviceSeconds: null, parkedSeconds: 0 })]).toEqual(['从叫号到办结 10 分钟，其中暂挂 2 分钟，不计入', '从叫号到办结 1 分 5 秒', null]);
});

test('the phone itself finds the visit in the ledger, and finds out when it is not there', async () => {
  const digest = (text: string) => bytesToHex(sha256(utf8ToBytes(text)));
  const sealed = { day: '2026-11-23', number: 'B1' };
  const line = JSON.stringify({ body: { seal: visitSeal(digest, 'salt', sealed) } });
  const leaves = ['a', line, 'c'].map((text) => leafHash(digest, digest(text)));
  const root = merkleRoot(digest, leaves);
  const proof = { seq: 2, line, salt: 'salt', sealed, checkpoint: { day: '2026-11-23', root, shortCode: shortCode(root) }, steps: proofOf(digest, leaves, 1) };
  expect(proofOutcome(proof)).toBe('proven');
  expect(proofOutcome({ ...proof, checkpoint: null, steps: [] })).toBe('sealed-tonight');
  expect(proofOutcome({ ...proof, line: line.replace('seal', 'Seal') })).toBe('wrong');
  expect(proofOutcome({ ...proof, steps: proofOf(digest, leaves, 0) })).toBe('wrong');
});
