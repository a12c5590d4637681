import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startChild, untilReady, type Child } from './child.ts';
import { findRedis } from './machine.ts';

export interface PrivateRedis {
  readonly url: string;
  /** Ends the server; the port stays ours to resume on. */
  halt(signal?: NodeJS.Signals): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const pongs = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (bytes) => {
      socket.destroy();
      resolve(bytes.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });

/**
 * Starts a Redis that keeps nothing, on a free loopback port.
 * @throws when this machine has none; ask `findRedis()` first
 */
export async function startPrivateRedis(): Promise<PrivateRedis> {
  const server = findRedis();
  if (!server) throw new Error('There is no Redis on this machine');
  const folder = await mkdtemp(join(tmpdir(), 'hall-redis-'));
  const port = await freePort();
  let child: Child;
  const start = async () => {
    child = startChild(server, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]);
    await untilReady(child, 'Redis', () => pongs(port));
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    async halt(signal = 'SIGTERM') {
      await child.end(signal);
    },
    resume: start,
    async stop() {
      await child.end('SIGTERM', 3_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
