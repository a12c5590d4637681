import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';

type Row = Readonly<Record<string, unknown>>;
/** Everything somebody holds who carried the database, the files and the logs away: each table's rows as they lie. */
export interface Loot {
  tables: Map<string, Row[]>;
  /** By the file's name: what its time of writing claims. */
  fileTimes: Map<string, number>;
  logLines: string[];
}

/** Values that stand in this many rows or more say nothing of one of them. */
const COMMON = 60;
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9a-f]{32}/g;

export async function carryAway(hall: TestApp, folder: string): Promise<Loot> {
  const { dataSource } = hall;
  const embedded = dataSource.options.type === 'better-sqlite3';
  const names: { name: string }[] = await dataSource.query(embedded ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'" : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()');
  const tables = new Map<string, Row[]>();
  for (const { name } of names) {
    // Where the embedded database keeps row numbers, they are part of the loot.
    const rows: Row[] = embedded ? await dataSource.query(`SELECT rowid AS hidden_row_number, * FROM ${name}`).catch(() => dataSource.query(`SELECT * FROM ${name}`)) : await dataSource.query(`SELECT * FROM ${name}`);
    tables.set(name, rows);
  }
  const files = existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  const logs = readdirSync(join(folder, 'logs'), { withFileTypes: true }).flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'));
  return { tables, fileTimes: new Map(files.map((entry) => [entry.name, statSync(join(entry.parentPath, entry.name)).mtimeMs])), logLines: logs };
}

const idsIn = (value: unknown): string[] => (typeof value === 'string' ? value.match(ID) ?? [] : []);
const idsOf = (row: Row): string[] => [...new Set(Object.values(row).flatMap(idsIn))];

/** Which rows name an id, for ids that single something out. */
function indexOf(loot: Loot): Map<string, { table: string; row: Row }[]> {
  const index = new Map<string, { table: string; row: Row }[]>();
  for (const [table, rows] of loot.tables) for (const row of rows) for (const id of idsOf(row)) index.set(id, [...(index.get(id) ?? []), { table, row }]);
  for (const [id, rows] of index) if (rows.length >= COMMON) index.set(id, []);
  return index;
}

/**
 * Follows every id from row to row, as far as it leads, and sees whether it comes to somebody.
 * @param people ids of accounts @returns for each of the things the accounts it leads to
 */
export function follow(loot: Loot, things: readonly string[], people: ReadonlySet<string>): Map<string, Set<string>> {
  const index = indexOf(loot);
  return new Map(things.map((thing) => {
    const seen = new Set([thing]);
    const found = new Set<string>();
    for (let open = [thing], depth = 0; open.length > 0 && depth < 5; depth += 1) {
      const next: string[] = [];
      for (const id of open) {
        for (const { row } of index.get(id) ?? []) {
          for (const other of idsOf(row)) {
            if (people.has(other)) found.add(other);
            else if (!seen.has(other)) { seen.add(other); next.push(other); }
          }
        }
      }
      open = next;
    }
    return [thing, found];
  }));
}

/**
 * Every order the loot could put the things into: by the way rows lie, by each column of each row that leads to them, by the
 * times of their files, by the lines of the log. @returns for each such order the things, first to last
 */
export function orders(loot: Loot, things: readonly string[]): Map<string, string[]> {
  const index = indexOf(loot);
  const owned = new Map<string, string>(things.map((thing) => [thing, thing]));
  // Rows that hang on a thing, and what hangs on those: its pictures, its deadlines, their files.
  for (let depth = 0; depth < 2; depth += 1) for (const [id, thing] of [...owned]) for (const { row } of index.get(id) ?? []) for (const other of idsOf(row)) if (!owned.has(other)) owned.set(other, thing);
  const found = new Map<string, string[]>();
  const keep = (name: string, keyed: { thing: string; key: unknown }[]) => {
    const first = new Map<string, unknown>();
    for (const { thing, key } of keyed) if (!first.has(thing) && key !== null && key !== undefined) first.set(thing, key);
    if (first.size < things.length / 4 || new Set(first.values()).size < 2) return;
    found.set(name, [...first].sort(([, a], [, b]) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0)).map(([thing]) => thing));
  };
  for (const [table, rows] of loot.tables) {
    const mine = rows.flatMap((row, at) => {
      const thing = idsOf(row).map((id) => owned.get(id)).find((each) => each !== undefined);
      return thing === undefined ? [] : [{ thing, row, at }];
    });
    if (mine.length === 0) continue;
    keep(`${table}, as its rows lie`, mine.map(({ thing, at }) => ({ thing, key: at })));
    for (const column of Object.keys(mine[0]!.row)) keep(`${table}.${column}`, mine.map(({ thing, row }) => ({ thing, key: row[column] })));
  }
  keep('the times of the files', [...loot.fileTimes].flatMap(([name, key]) => (owned.has(name) ? [{ thing: owned.get(name)!, key }] : [])));
  keep('the lines of the log', loot.logLines.flatMap((line, key) => (line.match(ID) ?? []).flatMap((id) => (owned.has(id) ? [{ thing: owned.get(id)!, key }] : []))));
  return found;
}

/** How well an order agrees with the true one: 1 the same, −1 turned round, about 0 for none (Spearman). */
export function agreement(order: readonly string[], truth: readonly string[]): number {
  const known = truth.filter((thing) => order.includes(thing));
  const rank = new Map(known.map((thing, at) => [thing, at]));
  const n = order.length;
  const squares = order.reduce((sum, thing, at) => sum + (at - rank.get(thing)!) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}
