import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder this project lives in. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

export const inHouse = (...parts) => join(ROOT, ...parts);

/** The project's own Node, there once the packages are installed. */
export const PINNED_NODE = inHouse('node_modules', '.bin', 'node');

/** The one place the package manager's version is written is the root package.json. */
export function pnpmVersion() {
  return JSON.parse(readFileSync(inHouse('package.json'), 'utf8')).config.pnpm;
}

/**
 * The environment of every tool we start: the pinned Node and the tools of the package come before whatever the
 * machine has.
 * @param {string} [folder] a package's folder, relative to the root
 */
export function toolEnvironment(folder = '.', environment = process.env) {
  const path = [inHouse(folder, 'node_modules', '.bin'), inHouse('node_modules', '.bin'), environment.PATH ?? ''];
  return { ...environment, PATH: [...new Set(path)].join(delimiter) };
}
