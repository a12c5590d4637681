import { findMariadb } from './machine.ts';
import { startPrivateMariadb, type PrivateMariadb } from './private-mariadb.ts';

declare global {
  // Setup and teardown run in the same process and have no other way to hand something over.
  var hallMariadb: PrivateMariadb | undefined;
}

/** Variables that could point a test at something real. */
const REAL = ['DATABASE_URL', 'REDIS_URL', 'DATA_DIR', 'WECHAT_URL', 'WECHAT_APPID', 'WECHAT_SECRET', 'KEY_RING'];

/** One MariaDB for the whole run, shared by all workers through HALL_TEST_MARIADB_URL; each test file makes databases of its own. */
export default async function prepare(): Promise<void> {
  for (const name of REAL) delete process.env[name];
  delete process.env.HALL_TEST_MARIADB_URL;
  if (!findMariadb()) return;
  globalThis.hallMariadb = await startPrivateMariadb();
  process.env.HALL_TEST_MARIADB_URL = globalThis.hallMariadb.serverUrl;
}
