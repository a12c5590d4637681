import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { appConfigOf, BUILT_WEAPP } from '../weapp-host/packing/pages-of.ts';
import type { Figure } from './figure.ts';
import { rounded } from './statistics.ts';

const KB = 1024;
const REACH = { main: 420 * KB, sub: 150 * KB, whole: 1.5 * KB * KB };
/** What the developer tool reads and does not upload. */
const NOT_UPLOADED = /(\.map|^project\.config\.json)$/;

/** What a phone downloads, package by package, from the production build; throws when it is not built. */
export function run(): Promise<Figure[]> {
  const roots = (appConfigOf().subPackages ?? []).map(({ root }) => root);
  const files = filesBelow(BUILT_WEAPP).map((file) => ({ path: relative(BUILT_WEAPP, file).replaceAll('\\', '/'), bytes: statSync(file).size })).filter(({ path }) => !NOT_UPLOADED.test(path));
  const weigh = (belongs: (path: string) => boolean) => files.filter(({ path }) => belongs(path)).reduce((sum, { bytes }) => sum + bytes, 0);
  const main = weigh((path) => !roots.some((root) => path.startsWith(`${root}/`)));
  const subs = roots.map((root) => ({ root, bytes: weigh((path) => path.startsWith(`${root}/`)) })).sort((a, b) => b.bytes - a.bytes);
  const whole = weigh(() => true);
  return Promise.resolve([
    { name: 'weapp-size, main package', value: kilobytes(main), unit: 'KB', reach: '≤ 420 KB', ok: main <= REACH.main, note: 'production build, as uploaded' },
    { name: 'weapp-size, largest subpackage', value: kilobytes(subs[0]!.bytes), unit: 'KB', reach: '≤ 150 KB', ok: subs[0]!.bytes <= REACH.sub, note: subs.map(({ root, bytes }) => `${root} ${kilobytes(bytes)}`).join(', ') },
    { name: 'weapp-size, whole', value: kilobytes(whole), unit: 'KB', reach: '≤ 1.5 MB', ok: whole <= REACH.whole, note: `${files.length} files` },
  ]);
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));

const kilobytes = (bytes: number): number => rounded(bytes / KB, 1);
