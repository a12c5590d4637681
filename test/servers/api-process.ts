import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, startChild, untilReady, type Child } from './child.ts';

const HOUSE = resolve(import.meta.dirname, '../..');
const ENTRY = join(HOUSE, 'cloud-api/dist/main.js');
/** All a server may inherit from the shell that runs the tests: nothing that names a real database or secret. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ'];

export interface ApiProcess {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly running: boolean;
  readonly dataDir: string;
  /** The last it wrote to stdout and stderr. */
  lastWords(): string;
  /** Sends the signal and waits for its end; returns the exit code, or the signal's name. */
  kill(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** Starts it again with the same port and data, and the same settings but for those given; the one before is ended first, or it would go on answering. */
  restart(others?: Record<string, string>): Promise<void>;
  /** Ends it and removes its data folder, when it was made here. */
  stop(): Promise<void>;
}

/**
 * Starts the built API as a process of its own and waits until it says it is well.
 * @param settings as in the server's configuration; PORT and DATA_DIR are chosen when not given, HALL_MODE is `test`
 * @param patience milliseconds it may take to come up; the demo furnishes its sample hall first, which takes a minute
 * @throws with its last words when it does not come up
 */
export async function startApi(settings: Record<string, string> = {}, patience = 60_000): Promise<ApiProcess> {
  if (!existsSync(ENTRY)) throw new Error('The server is not built: run `npm test`, or the build script of cloud-api');
  const port = Number(settings.PORT) || (await freePort());
  const ownData = settings.DATA_DIR === undefined;
  const dataDir = settings.DATA_DIR ?? (await mkdtemp(join(tmpdir(), 'hall-data-')));
  const inherited = Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  const env = { ...inherited, HALL_MODE: 'test', HOST: '127.0.0.1', LOG_TO: 'file', ...settings, PORT: String(port), DATA_DIR: dataDir };
  const url = `http://127.0.0.1:${port}`;
  let child: Child;

  const start = async () => {
    child = startChild(process.execPath, [ENTRY], { cwd: HOUSE, env });
    await untilReady(child, 'The API', () => fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) }).then((answer) => answer.ok, () => false), patience);
  };
  await start();

  return {
    url,
    port,
    dataDir,
    get pid() {
      return child.pid;
    },
    get running() {
      return child.running;
    },
    lastWords: () => child.lastWords(),
    kill: (signal = 'SIGTERM') => child.end(signal, 20_000),
    async restart(others = {}) {
      await child.end('SIGTERM', 20_000);
      Object.assign(env, others);
      await start();
    },
    async stop() {
      await child.end('SIGTERM', 10_000);
      if (ownData) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
