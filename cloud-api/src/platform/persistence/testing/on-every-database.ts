import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

/** One engine a test is run on. `url` is a `DATABASE_URL` of an empty database, there from `beforeAll` to `afterAll`. */
export interface TestDatabase {
  readonly name: 'embedded' | 'MariaDB';
  readonly url: string;
}

function onEmbedded(define: (database: TestDatabase) => void): void {
  describe('on the embedded database', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hall-embedded-'));
    define({ name: 'embedded', url: `sqlite:${join(folder, 'hall.db')}` });
    // Hooks run in the order they are written: the test closes its connections first.
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
  });
}

function onMariadb(server: string, define: (database: TestDatabase) => void): void {
  describe('on MariaDB', () => {
    const name = `hall_${randomBytes(8).toString('hex')}`;
    const ask = async (statement: string) => {
      const connection = await createConnection(server);
      await connection.query(statement);
      await connection.end();
    };
    beforeAll(() => ask(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`));
    define({ name: 'MariaDB', url: `${server}/${name}` });
    afterAll(() => ask(`DROP DATABASE IF EXISTS ${name}`));
  });
}

/**
 * Defines the same tests once per engine, each on an empty database of its own that is gone afterwards. Close your
 * connections in an `afterAll` inside `define`. Without a MariaDB on the machine that half is reported as skipped.
 */
export function onEveryDatabase(define: (database: TestDatabase) => void): void {
  onEmbedded(define);
  const server = process.env.HALL_TEST_MARIADB_URL;
  if (server) onMariadb(server, define);
  else describe.skip('on MariaDB', () => test('is skipped: this machine has no MariaDB', () => undefined));
}
