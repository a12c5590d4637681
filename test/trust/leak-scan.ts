import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';

/** Something that may stand nowhere in the clear. */
export interface Secret {
  what: string;
  text: string;
  /** A random token cannot be guessed from its hash, so its bare hash may be kept. */
  random?: true;
}

/** A place that could hold it: `table.column`, a log, a file. */
export interface Place {
  where: string;
  bytes: Buffer;
}

/** The three ways base64 writes a text, depending on what stands before it; what its neighbours colour is cut off. */
function base64Forms(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64').replace(/=+$/, '');
    return whole.slice(before === 0 ? 0 : before + 1, whole.length - (whole.length % 4 === 0 ? 0 : 1));
  });
}

/** How the same secret may be written: plain, escaped, encoded, or as a hash without a key, which can be guessed. */
function writings({ text, random }: Secret): [how: string, written: string][] {
  const bytes = Buffer.from(text);
  const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm): [string, string][] => {
    const digest = createHash(algorithm).update(text).digest();
    return [[`a bare ${algorithm}`, digest.toString('hex')], [`a bare ${algorithm} in base64`, digest.toString('base64').slice(0, 20)], [`a bare ${algorithm} in base64`, digest.toString('base64url').slice(0, 20)]];
  });
  const escaped = Array.from(text, (sign) => (sign.charCodeAt(0) > 127 ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign)).join('');
  const short = bytes.length < 9;
  const forms: [string, string][] = [
    ['plain', text], ['escaped', escaped], ['in a URL', encodeURIComponent(text)], ['hex', bytes.toString('hex')], ['hex', bytes.toString('hex').toUpperCase()], ['UTF-16', Buffer.from(text, 'utf16le').toString('latin1')],
    // A short text's base64 is short enough to turn up by chance.
    ...(short ? [] : base64Forms(text).flatMap((form): [string, string][] => [['base64', form], ['base64', form.replaceAll('+', '-').replaceAll('/', '_')]])),
    ...(random ? [] : hashes),
  ];
  // A number is written the same plain, escaped and in a URL: it is looked for once, under its first name.
  return forms.filter(([, written], index) => forms.findIndex(([, same]) => same === written) === index);
}

interface Needle {
  what: string;
  how: string;
  bytes: Buffer;
}

/** Needles by their first four bytes, so that a place is walked through once, however many there are. */
function needlesOf(secrets: readonly Secret[]): Map<number, Needle[]> {
  const heads = new Map<number, Needle[]>();
  for (const secret of secrets) {
    for (const [how, written] of writings(secret)) {
      const bytes = how === 'UTF-16' ? Buffer.from(written, 'latin1') : Buffer.from(written);
      const head = bytes.readUInt32BE(0);
      heads.set(head, [...(heads.get(head) ?? []), { what: secret.what, how, bytes }]);
    }
  }
  return heads;
}

/** Where any of these secrets stands, in whatever writing: `ID number, base64, in outbox_event.payload`. */
export function findLeaks(places: readonly Place[], secrets: readonly Secret[]): string[] {
  const heads = needlesOf(secrets);
  const found = new Set<string>();
  for (const { where, bytes } of places) {
    let head = 0;
    for (let end = 0; end < bytes.length; end += 1) {
      head = ((head << 8) | bytes[end]!) >>> 0;
      const needles = heads.get(head);
      if (!needles) continue;
      const start = end - 3;
      for (const { what, how, bytes: needle } of needles) if (bytes.subarray(start, start + needle.length).equals(needle)) found.add(`${what}, ${how}, in ${where}`);
    }
  }
  return [...found];
}

/** Everything the database holds, one place per column. */
export async function dump(hall: TestApp): Promise<Place[]> {
  const { dataSource } = hall;
  const embedded = dataSource.options.type === 'better-sqlite3';
  const tables: { name: string }[] = await dataSource.query(embedded ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'" : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()');
  const places: Place[] = [];
  for (const { name } of tables) {
    const rows: Record<string, unknown>[] = await dataSource.query(`SELECT * FROM ${name}`);
    for (const column of Object.keys(rows[0] ?? {})) {
      places.push({ where: `${name}.${column}`, bytes: Buffer.from(rows.map((row) => (row[column] === null ? '' : String(row[column]))).join('\n')) });
    }
  }
  return places;
}

/** Every file below a folder, as it lies on the disk. */
export function filesBelow(folder: string, called: string): Place[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => ({ where: `${called}: ${entry.name.length > 30 ? 'a stored file' : entry.name}`, bytes: readFileSync(join(entry.parentPath, entry.name)) }));
}
