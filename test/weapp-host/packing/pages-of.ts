import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The mini-program as `npm run build:weapp` leaves it. */
export const BUILT_WEAPP = resolve(import.meta.dirname, '../../../miniapp/dist/weapp');

interface AppConfig { pages: string[]; subPackages?: { root: string; pages: string[] }[] }

export const appConfigOf = (weapp = BUILT_WEAPP): AppConfig => JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')) as AppConfig;

/** Every page of a build, the tabs first. */
export function allPagesOf(weapp = BUILT_WEAPP): string[] {
  const { pages, subPackages = [] } = appConfigOf(weapp);
  return [...pages, ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`))];
}
