import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HOUSE } from './tree.ts';

export interface Violation { law: string; from: string; to: string }

const CRUISER = join(HOUSE, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
const TREES = ['cloud-api/src', 'console/src', 'miniapp/src', 'packages/shared/src', 'packages/doubles/src'];

/** Judges a tree by the import law. @param root the folder that holds `cloud-api`, `console` … */
export function cruise(root: string): Promise<Violation[]> {
  const trees = TREES.filter((tree) => existsSync(join(root, tree)));
  const args = [CRUISER, '--config', join(HOUSE, '.dependency-cruiser.mjs'), '--output-type', 'json', ...trees];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (!stdout.startsWith('{')) return reject(new Error(stderr || String(error)));
      const found = (JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } }).summary.violations;
      resolve(found.map(({ rule, from, to }) => ({ law: rule.name, from, to })));
    });
  });
}

const PACKAGE = { 'packages/shared/package.json': '{"name":"@hall/shared","exports":{"./*":"./src/*.ts"}}', 'packages/doubles/package.json': '{"name":"@hall/doubles","exports":{"./*":"./src/*.ts"}}', 'node_modules/typeorm/package.json': '{"name":"typeorm","main":"index.js"}', 'node_modules/typeorm/index.js': '' };

/** Builds a tiny house of these files, judges it and takes it down again. */
export async function cruiseOf(files: Record<string, string>): Promise<Violation[]> {
  const root = await mkdtemp(join(tmpdir(), 'hall-law-'));
  try {
    for (const [path, text] of Object.entries({ ...PACKAGE, ...files })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return await cruise(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
