import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inHouse } from './house.mjs';

const NOT_INPUT = new Set(['node_modules', 'dist', '.cache', '.swc']);

/** Every file below the given files and folders (relative to the root), sorted, without what is made from others. */
export function filesUnder(inputs) {
  const found = [];
  const visit = (path) => {
    const absolute = inHouse(path);
    if (!existsSync(absolute)) return;
    if (!statSync(absolute).isDirectory()) {
      found.push(path);
      return;
    }
    for (const name of readdirSync(absolute).sort()) if (!NOT_INPUT.has(name)) visit(join(path, name));
  };
  for (const input of inputs) visit(input);
  return found;
}

/**
 * A fingerprint of the names and contents of these files, and of a few values that matter beside them.
 * @param {string[]} inputs files and folders
 * @param {(string | undefined)[]} [values]
 * @param {string[]} [without] folders among them that do not count
 */
export function fingerprint(inputs, values = [], without = []) {
  const hash = createHash('sha256');
  for (const value of values) hash.update(`${value ?? ''}\0`);
  const files = filesUnder(inputs).filter((file) => !without.some((folder) => file.startsWith(`${folder}/`)));
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(inHouse(file))).update('\0');
  return hash.digest('hex');
}

/** Remembers, in a small file, the fingerprint something was made from. */
export class Stamp {
  /** @param {string} file relative to the root */
  constructor(file) {
    this.file = inHouse(file);
  }

  matches(print) {
    return existsSync(this.file) && readFileSync(this.file, 'utf8') === print;
  }

  write(print) {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, print);
  }

  remove() {
    rmSync(this.file, { force: true });
  }
}
