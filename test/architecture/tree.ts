import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const HOUSE = resolve(import.meta.dirname, '../..');

/** Made from other files, or belonging to one machine only: no part of what is written here. */
const NOT_OURS = new Set(['node_modules', 'dist', '.cache', '.swc', '.git', 'artefacts']);
const BINARY = /\.(png|jpe?g|gif|ico|ttf|otf|woff2?|opus|mp3|xlsx|pdf|node)$/i;

/** Every file written by us below `folder`, relative to the root, with `/` between folders. */
export function filesOf(folder = '.'): string[] {
  return readdirSync(join(HOUSE, folder), { withFileTypes: true }).flatMap((entry) => {
    // ./data belongs to the running hall; a folder of that name deeper down is ours.
    if (NOT_OURS.has(entry.name) || (folder === '.' && entry.name === 'data')) return [];
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesOf(path) : entry.isFile() ? [path] : [];
  });
}

export const isText = (path: string) => !BINARY.test(path);
export const textOf = (path: string) => readFileSync(join(HOUSE, path), 'utf8');
