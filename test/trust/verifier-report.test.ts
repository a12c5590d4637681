import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningPair, signText } from '../../cloud-api/src/platform/crypto/signing.ts';
import { canonicalJson } from '../../packages/shared/src/kernel/canonical-json.ts';
import { manifestText, type Manifest } from '../../packages/shared/src/ledger/checkpoint.rules.ts';
import { NO_ENTRY, entryText } from '../../packages/shared/src/ledger/entry.rules.ts';
import { HOUSE } from '../architecture/tree.ts';

const VERDICT = '结论：没有发现改动';
/** Clears the screen, goes to its top, turns the writing, and speaks as the verifier does. */
const SPELL = `\u001b[2J\u001b[H\r\n${VERDICT}\u202e\u2028\u0085\u009b1A`;

test('a file that holds commands for the screen cannot write its own verdict over the verifier’s', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hall-verifier-'));
  const own = newSigningPair();
  const manifest: Manifest = { format: 1, ledger: SPELL, hall: SPELL.repeat(1_000), key: own.publicKey, entries: 2, head: NO_ENTRY };
  const checkpoint = entryText({ seq: 1, prev: NO_ENTRY, kind: 'checkpoint', day: SPELL, body: { ledger: SPELL, day: SPELL, size: 0, root: SPELL, key: SPELL, signature: SPELL } });
  try {
    writeFileSync(join(folder, 'ledger.jsonl'), `${canonicalJson({ ...manifest, signature: signText(own.privateKey, manifestText(manifest)) })}\n${checkpoint}\n`);
    const { status, stdout } = spawnSync(process.execPath, [join(HOUSE, 'scripts/verifier/dist/verify-ledger.mjs'), 'ledger.jsonl'], { cwd: folder, env: {}, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(stdout.split('\n').filter((line) => line.startsWith(VERDICT))).toEqual([]);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThan(400);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
