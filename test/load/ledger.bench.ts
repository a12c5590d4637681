import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOUSE } from '../architecture/tree.ts';
import type { Figure } from './figure.ts';
import { writeLedger } from './ledger-file.ts';

const ENTRIES = 1_000_000;
const REACH = 50_000;
const MB = 1_024 * 1_024;

interface Report { sound: boolean; entries: number; seconds: number; cpuSeconds: number; peakMemory: number; books: { agreed: number }[] }

/** How fast anybody's Node checks a large ledger with the file people download: every line, seal and figure. */
export async function run(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hall-ledger-'));
  try {
    const file = join(folder, 'ledger.jsonl');
    const written = writeLedger(file, ENTRIES);
    const { stdout } = await promisify(execFile)(process.execPath, [join(HOUSE, 'scripts/verifier/dist/verify-ledger.mjs'), file, '--json']);
    const { sound, entries, seconds, cpuSeconds, peakMemory, books } = JSON.parse(stdout) as Report;
    if (!sound || entries !== written) throw new Error(`a sound ledger was not believed: ${stdout.slice(0, 2_000)}`);
    const rate = entries / seconds;
    const note = `${entries} entries, ${Math.round((await stat(file)).size / MB)} MB, ${books.reduce((sum, { agreed }) => sum + agreed, 0)} published numbers recomputed; ${Math.round(entries / cpuSeconds)} a second of processor time, Node ${process.versions.node}`;
    return [
      { name: 'ledger, verify', value: Math.round(rate), unit: 'entries/s', reach: `≥ ${REACH} entries/s`, ok: rate >= REACH, note },
      { name: 'ledger, memory of the verifier', value: Math.round(peakMemory / MB), unit: 'MB', reach: '≤ 1024 MB', ok: peakMemory <= 1_024 * MB, note: 'at its highest, one pass over the file' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
