import { spawn, type SpawnOptions } from 'node:child_process';
import { createServer, type Socket } from 'node:net';

/** A port on the loopback nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** A process a test has started: its last words are kept, and it can be waited for and ended by its own id. */
export interface Child {
  readonly pid: number;
  readonly running: boolean;
  /** The last 64 KiB of what it wrote. */
  lastWords(): string;
  /** Settles when it is gone, with its exit code or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Sends the signal and waits for the end; SIGKILL follows after `patience` ms. */
  end(signal?: NodeJS.Signals, patience?: number): Promise<number | NodeJS.Signals>;
}

const KEPT = 65_536;

/**
 * A test run that is killed can clean nothing up. So a tiny shell holds the other end of a pipe: when that closes,
 * for whatever reason, it ends the server.
 */
function guard(pid: number): () => void {
  const guardian = spawn('sh', ['-c', `cat > /dev/null; kill -9 ${pid} 2> /dev/null`], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guardian.unref();
  (guardian.stdin as Socket).unref();
  guardian.stdin.on('error', () => undefined);
  return () => guardian.kill('SIGKILL');
}

/** A server somebody forgot keeps nobody waiting: it does not hold the event loop, and goes when the run goes. */
export function startChild(command: string, args: string[], options: SpawnOptions = {}): Child {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  let running = true;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-KEPT);
    });
    (stream as Socket | null)?.unref();
  }
  child.unref();
  const dismiss = child.pid === undefined ? () => undefined : guard(child.pid);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    const over = (how: number | NodeJS.Signals) => {
      running = false;
      dismiss();
      resolve(how);
    };
    child.once('error', (error) => {
      words += error.message;
      over(127);
    });
    child.once('exit', (code, signal) => over(signal ?? code ?? 1));
  });
  return {
    pid: child.pid ?? -1,
    get running() {
      return running;
    },
    lastWords: () => words,
    ended,
    async end(signal = 'SIGTERM', patience = 10_000) {
      if (!running) return ended;
      child.kill(signal);
      const impatience = setTimeout(() => child.kill('SIGKILL'), patience);
      const how = await ended;
      clearTimeout(impatience);
      return how;
    },
  };
}

/**
 * Asks again and again until `ready` says yes.
 * @throws with the child's last words when it ends first or `limit` milliseconds have passed
 */
export async function untilReady(child: Child, what: string, ready: () => Promise<boolean>, limit = 30_000): Promise<void> {
  const deadline = performance.now() + limit;
  while (!(await ready())) {
    if (!child.running) throw new Error(`${what} ended before it was ready:\n${child.lastWords()}`);
    if (performance.now() > deadline) {
      await child.end('SIGKILL');
      throw new Error(`${what} was not ready within ${limit} ms:\n${child.lastWords()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
