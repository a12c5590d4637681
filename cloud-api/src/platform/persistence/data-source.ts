import { createConnection } from 'mysql2/promise';
import { DataSource, type DataSourceOptions, type LoggerOptions, type MigrationInterface } from 'typeorm';
import { joinReads } from './current-work.ts';
import { isolateSqlite } from './sqlite-single.ts';

export interface DatabaseWish {
  /** `mysql://…` or `sqlite:<path>` (`sqlite::memory:` for one process's throw-away database). */
  url: string;
  poolSize?: number;
  /** Embedded only: fsync at every commit, so that an acknowledged write outlives a power cut. */
  durable?: boolean;
  logging?: LoggerOptions;
}

/** What the rooms of the house keep: told by whoever puts the house together. */
export interface Schema {
  entities: (new () => object)[];
  migrations: (new () => MigrationInterface)[];
}

interface SqliteHandle {
  pragma(sql: string): unknown;
}

interface MysqlPool {
  on(event: 'connection', listener: (connection: { query(sql: string): void }) => void): void;
}

/** MariaDB reports "no default" otherwise than MySQL does; TypeORM must know which of the two it talks to. */
async function serverType(url: string): Promise<'mysql' | 'mariadb'> {
  const connection = await createConnection({ uri: url, connectTimeout: 5000 });
  try {
    const [rows] = await connection.query('SELECT VERSION() AS version');
    return String((rows as { version: string }[])[0]?.version).includes('MariaDB') ? 'mariadb' : 'mysql';
  } finally {
    await connection.end();
  }
}

async function optionsFor(wish: DatabaseWish, schema: Schema): Promise<DataSourceOptions> {
  const common = { ...schema, migrationsRun: false, synchronize: false, logging: wish.logging ?? false };
  if (!wish.url.startsWith('sqlite:')) {
    const poolSize = wish.poolSize ?? 10;
    const url = wish.url.replace(/^mariadb:/, 'mysql:');
    return {
      type: await serverType(url), url, charset: 'utf8mb4', timezone: 'Z', supportBigNumbers: true, bigNumberStrings: false,
      poolSize, connectTimeout: 5000, extra: { maxIdle: poolSize, enableKeepAlive: true, stringifyObjects: true }, ...common,
      // So that a unit of work writes its last rows and commits in one round trip. The text of our SQL is always our own:
      // what people send comes as values only, and a value that is an object never becomes SQL.
      multipleStatements: true,
    };
  }
  const database = wish.url.slice('sqlite:'.length);
  return {
    type: 'better-sqlite3', database, enableWAL: database !== ':memory:', statementCacheSize: 500,
    prepareDatabase: (handle: SqliteHandle) => {
      handle.pragma(`synchronous = ${wish.durable === false ? 'NORMAL' : 'FULL'}`);
      // A second server on the same file would see neither our caches nor our turnstile: the file refuses it.
      handle.pragma('locking_mode = EXCLUSIVE');
      handle.pragma('busy_timeout = 2000');
    },
    ...common,
  };
}

/** Opens the database and brings its schema up to date. */
export async function openDatabase(wish: DatabaseWish, schema: Schema): Promise<DataSource> {
  const dataSource = joinReads(isolateSqlite(new DataSource(await optionsFor(wish, schema))));
  await dataSource.initialize();
  if (dataSource.options.type !== 'better-sqlite3') {
    // Rows are locked on purpose; the gap locks of REPEATABLE READ would only add deadlocks.
    const pool = (dataSource.driver as unknown as { pool: MysqlPool }).pool;
    const isolation = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';
    pool.on('connection', (connection) => connection.query(isolation));
    // The connection that opened the pool was there before anybody could listen.
    await dataSource.query(isolation);
  }
  await dataSource.runMigrations({ transaction: 'each' });
  return dataSource;
}
