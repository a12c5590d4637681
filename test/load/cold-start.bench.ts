import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../servers/child.ts';
import type { Figure } from './figure.ts';

const HOUSE = resolve(import.meta.dirname, '../..');
const REACH_SECONDS = 240;
const GIVE_UP_MS = 12 * 60_000;

/** From a fresh clone to the home page, by the README's first command. What is not committed is not measured. */
export async function run(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hall-cold-start-'));
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', '--local', HOUSE, clone]);
  const port = await freePort();
  const since = performance.now();
  const child = spawn('npm', ['start'], { cwd: clone, env: { ...process.env, PORT: String(port) }, stdio: 'ignore', detached: true });
  try {
    const seconds = await firstPage(port, since, () => child.exitCode !== null);
    return [{ name: 'cold-start', value: seconds, unit: 's', reach: `≤ ${REACH_SECONDS} s`, ok: seconds <= REACH_SECONDS, note: 'fresh clone, packages possibly cached on this machine' }];
  } finally {
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
    await new Promise<void>((done) => (child.exitCode === null ? child.once('exit', () => done()) : done()));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstPage(port: number, since: number, ended: () => boolean): Promise<number> {
  while (performance.now() - since < GIVE_UP_MS) {
    if (ended()) throw new Error('npm start ended before it served a page');
    const page = await fetch(`http://127.0.0.1:${port}/`).then((answer) => (answer.ok ? answer.text() : ''), () => '');
    if (page.includes('<script')) return (performance.now() - since) / 1000;
    await new Promise((wake) => setTimeout(wake, 500));
  }
  throw new Error('no page within twelve minutes');
}
