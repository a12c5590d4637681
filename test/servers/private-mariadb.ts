import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection } from 'mysql2/promise';
import { freePort, startChild, untilReady, type Child } from './child.ts';
import { findMariadb } from './machine.ts';

const execute = promisify(execFile);

export interface PrivateMariadb {
  /** `mysql://…` without a database name. */
  readonly serverUrl: string;
  readonly port: number;
  readonly pid: number;
  /** Makes an empty database of this name (dropping an older one) and returns its url. */
  freshDatabase(name: string): Promise<string>;
  /** Ends the server as a power cut or an administrator would, keeping the data. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port and data. */
  resume(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

const exists = (path: string) => stat(path).then(() => true, () => false);

/** Preparing a data folder takes seconds and gives the same result each time, so it is kept, one per version. */
async function preparedData(server: string, installer: string): Promise<string> {
  const { stdout } = await execute(server, ['--version']);
  const version = /Ver (\S+)/.exec(stdout)?.[1] ?? 'unknown';
  const kept = join(tmpdir(), `hall-mariadb-${userInfo().username}-${version}`);
  if (await exists(kept)) return kept;
  const made = await mkdtemp(`${kept}-`);
  await execute(installer, ['--no-defaults', `--datadir=${made}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--innodb-log-file-size=16M', `--user=${userInfo().username}`]);
  // Two runs may prepare at once: the first to rename wins, the other throws its own away.
  await rename(made, kept).catch(() => rm(made, { recursive: true, force: true }));
  return kept;
}

/**
 * Starts a MariaDB of our own on a free loopback port, in a temporary folder, with the durability of production
 * (every commit is flushed). It is reached as root without a password, from this machine only.
 * @throws when this machine has no MariaDB; ask `findMariadb()` first
 */
export async function startPrivateMariadb(options: { flags?: string[] } = {}): Promise<PrivateMariadb> {
  const found = findMariadb();
  if (!found) throw new Error('There is no MariaDB on this machine');
  const folder = await mkdtemp(join(tmpdir(), 'hall-db-'));
  const data = join(folder, 'data');
  await cp(await preparedData(found.server, found.installer), data, { recursive: true });
  // A server clears its scratch folder of temporary tables when it starts: shared with another one, it would take that one's.
  const scratch = join(folder, 'scratch');
  await mkdir(scratch);
  const port = await freePort();
  const login = { host: '127.0.0.1', port, user: 'root' };
  let child: Child;

  const start = async () => {
    child = startChild(found.server, [
      '--no-defaults', `--datadir=${data}`, `--tmpdir=${scratch}`, `--socket=${join(folder, 's')}`, `--pid-file=${join(folder, 'pid')}`, `--port=${port}`, '--bind-address=127.0.0.1', `--user=${userInfo().username}`,
      '--skip-name-resolve', '--innodb-flush-log-at-trx-commit=1', '--innodb-log-file-size=16M', '--innodb-buffer-pool-size=256M', '--max-connections=400',
      '--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci', ...(options.flags ?? []),
    ]);
    await untilReady(child, 'MariaDB', async () => {
      const connection = await createConnection(login).catch(() => null);
      await connection?.end();
      return connection !== null;
    });
  };
  await start();

  return {
    serverUrl: `mysql://root@127.0.0.1:${port}`,
    port,
    get pid() {
      return child.pid;
    },
    async freshDatabase(name) {
      if (!/^[a-z0-9_]{1,64}$/.test(name)) throw new Error(`Not a database name: ${name}`);
      const connection = await createConnection(login);
      await connection.query(`DROP DATABASE IF EXISTS ${name}`);
      await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
      await connection.end();
      return `mysql://root@127.0.0.1:${port}/${name}`;
    },
    async halt(signal = 'SIGTERM') {
      await child.end(signal, 30_000);
    },
    resume: start,
    async stop() {
      await child.end('SIGTERM', 15_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
