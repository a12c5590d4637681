import { connect, createServer, type Server, type Socket } from 'node:net';
import { HOUR } from '@hall/shared/kernel/day';
import { Tallies } from '../../cloud-api/src/platform/auth/tallies.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { aesSuite } from '../../cloud-api/src/platform/crypto/aes-suite.ts';
import { generateKeyRing } from '../../cloud-api/src/platform/crypto/key-ring.ts';
import { findRedis } from '../servers/machine.ts';
import { startPrivateRedis, type PrivateRedis } from '../servers/redis.ts';

jest.setTimeout(60_000);

const onThisMachine = findRedis() ? describe : describe.skip;

/** A line to Redis that can fall silent without breaking. */
async function silenceableLine(port: number): Promise<{ url: string; silent(yes: boolean): void; close(): void }> {
  let silent = false;
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) open.add(socket.on('error', () => undefined).on('close', () => near.destroy()));
    near.on('data', (bytes) => { if (!silent) far.write(bytes); });
    far.on('data', (bytes) => near.write(bytes));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `redis://127.0.0.1:${(server.address() as { port: number }).port}`,
    silent: (yes) => { silent = yes; },
    close: () => { server.close(); for (const socket of open) socket.destroy(); },
  };
}

onThisMachine('with Redis between two servers', () => {
  let redis: PrivateRedis;
  let line: Awaited<ReturnType<typeof silenceableLine>>;
  let near: TestApp;
  let far: TestApp;

  beforeAll(async () => {
    redis = await startPrivateRedis();
    line = await silenceableLine(Number(new URL(redis.url).port));
    const keyRing = generateKeyRing(aesSuite);
    near = await TestApp.start('sqlite::memory:', { keyRing, environment: { REDIS_URL: redis.url } });
    far = await TestApp.start('sqlite::memory:', { keyRing, environment: { REDIS_URL: line.url } });
    await counting();
  });
  afterAll(async () => {
    await near.close();
    await far.close();
    line.close();
    await redis.stop();
  });

  /** Waits until each of the two hears what the other has counted. */
  async function counting(): Promise<void> {
    const [a, b] = [near.app.get(Tallies), far.app.get(Tallies)];
    for (let attempt = 0; ; attempt += 1) {
      const name = `hello ${attempt} ${process.hrtime.bigint()}`;
      if ((await a.count(name, HOUR)) === 1 && (await b.count(name, HOUR)) === 2) return;
      if (attempt > 100) throw new Error('the two servers never counted together');
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
  }
  const pair = async (hall: TestApp) => (await hall.call<{ code: string }>('POST', '/public/devices/pair', { body: { code: '00000000' } })).body.code;

  test('thirty guesses at one server leave none at the other', async () => {
    for (let guess = 0; guess < 30; guess += 1) expect(await pair(near)).toBe('PAIRING_CODE_WRONG');
    expect(await pair(far)).toBe('TOO_MANY_REQUESTS');
  });

  test('what is taken back is taken back for both', async () => {
    const [a, b] = [near.app.get(Tallies), far.app.get(Tallies)];
    await a.count('tries', HOUR);
    await a.count('tries', HOUR);
    await a.takeBack('tries');
    expect(await b.count('tries', HOUR)).toBe(2);
  });

  test('a line that has fallen silent keeps nobody waiting, and each server counts alone', async () => {
    const b = far.app.get(Tallies);
    await near.app.get(Tallies).count('silence', HOUR);
    line.silent(true);
    const before = performance.now();
    expect(await b.count('silence', HOUR)).toBe(1);
    expect(performance.now() - before).toBeLessThan(1_000);
    line.silent(false);
  });

  test('with Redis gone nobody is refused for it and each server goes on by its own count; once it is back they count together again', async () => {
    await redis.halt();
    const b = far.app.get(Tallies);
    for (let time = 1; time <= 5; time += 1) expect(await b.count('alone', HOUR)).toBe(time);
    await redis.resume();
    await counting();
  });
});
