import WebSocket from 'ws';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { ApiProcess } from '../servers/api-process.ts';
import { findMariadb, findRedis } from '../servers/machine.ts';
import { startPrivateMariadb, type PrivateMariadb } from '../servers/private-mariadb.ts';
import { startPrivateRedis, type PrivateRedis } from '../servers/redis.ts';
import { PATIENCE, tell } from '../trust/dose.ts';
import { Asking, type Answered } from './asking.ts';
import { PreparedHall } from './prepared-hall.ts';

jest.setTimeout(PATIENCE);

const when = (found: unknown) => (found ? describe : describe.skip);
const MOST_MS = 30_000;

/** Asks again and again until the answer is as hoped. */
async function until<T>(ask: () => Promise<T>, hoped: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + MOST_MS;
  for (;;) {
    const answer = await ask();
    if (hoped(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${MOST_MS} ms: ${JSON.stringify(answer).slice(0, 300)}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}

when(findMariadb())('while the database is away', () => {
  let mariadb: PrivateMariadb;
  let prepared: PreparedHall;
  let api: ApiProcess;
  const asking = new Asking();
  const hold = (person: number, key: string = newId()): Promise<Answered<{ id: string; title: string }>> =>
    asking.ask(api.url, 'POST', '/resident/bookings/hold', prepared.residents[person]!.token, { key, body: { slotId: prepared.slotIds[0], matters: [{ matterId: 'enrolment' }] } });
  const health = () => fetch(`${api.url}/api/health`).then((answer) => answer.status);

  beforeAll(async () => {
    mariadb = await startPrivateMariadb();
    prepared = await PreparedHall.furnish(await mariadb.freshDatabase('hall_away'), { slots: { minutes: 60, places: 20 }, residents: 4 });
    api = await prepared.run();
  });
  afterAll(async () => {
    asking.close();
    await prepared?.clearAway();
    await mariadb.stop();
  });

  test('everybody is told plainly that the hall is recovering, and when it is back the same process goes on with everything it had promised', async () => {
    const before = await hold(0);
    expect(before.status).toBe(200);
    const { pid } = api;

    await mariadb.halt('SIGKILL');
    const key = newId();
    const away = await hold(1, key);
    expect(away).toMatchObject({ status: 503, body: { code: 'DATABASE_AWAY', title: expect.stringMatching(/[一-龥]/) } });
    expect(await health()).toBe(503);

    const since = performance.now();
    await mariadb.resume();
    await until(health, (status) => status === 200);
    const back = performance.now() - since;
    expect((await hold(1, key)).status).toBe(200);
    expect((await asking.ask<{ id: string }>(api.url, 'GET', `/resident/bookings/${before.body.id}`, prepared.residents[0]!.token)).body.id).toBe(before.body.id);
    // The clockwork has come back too: what is confirmed now is told.
    const third = await hold(2);
    await asking.ask(api.url, 'POST', `/resident/bookings/${third.body.id}/confirm`, prepared.residents[2]!.token, { body: { version: 1 } });
    await until(() => asking.ask<{ items: unknown[] }>(api.url, 'GET', '/resident/inbox', prepared.residents[2]!.token), ({ body }) => body.items.length === 1);
    expect([api.running, api.pid]).toEqual([true, pid]);
    tell(`database killed and restarted: 503 meanwhile, well again ${Math.round(back)} ms after the restart began, same process, nothing lost`);
  });
});

when(findMariadb() && findRedis())('while Redis is away', () => {
  let redis: PrivateRedis;
  let prepared: PreparedHall;
  let mariadb: PrivateMariadb;
  let processes: ApiProcess[];
  const asking = new Asking();
  const watchers: { socket: WebSocket; version: number }[] = [];
  const take = (at: number) => asking.ask<{ number: string }>(processes[at]!.url, 'POST', '/staff/tickets', prepared.clerks[0]!.token, { key: newId(), body: { cls: 'walkin', matterIds: ['enrolment'] } });
  const board = (at: number) => fetch(`${processes[at]!.url}/api/public/board`).then((answer) => answer.json() as Promise<{ version: number }>);

  beforeAll(async () => {
    [redis, mariadb] = await Promise.all([startPrivateRedis(), startPrivateMariadb()]);
    prepared = await PreparedHall.furnish(await mariadb.freshDatabase('hall_redis'), { slots: { minutes: 60, places: 20 }, residents: 2, clerksAtWindows: 1 });
    processes = [await prepared.run({ REDIS_URL: redis.url }), await prepared.run({ REDIS_URL: redis.url })];
    for (const { url } of processes) {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live`);
      const watcher = { socket, version: -1 };
      socket.on('message', (text: Buffer) => (watcher.version = Math.max(watcher.version, (JSON.parse(text.toString()) as { version: number }).version)));
      await new Promise((opened) => socket.once('open', opened));
      socket.send(JSON.stringify({ subscribe: 'board', since: -1 }));
      watchers.push(watcher);
    }
  });
  afterAll(async () => {
    for (const { socket } of watchers) socket.terminate();
    asking.close();
    await prepared?.clearAway();
    await Promise.all([redis.stop(), mariadb.stop()]);
  });

  const pushed = (): number[] => watchers.map((watcher) => watcher.version);

  /** Both processes show the newest board to whoever polls, and push it to those of their own watchers who are named. */
  async function seen(pushedAt: readonly number[]): Promise<void> {
    expect((await take(0)).status).toBe(200);
    const { version } = await board(0);
    for (const at of [0, 1]) await until(() => board(at), (view) => view.version >= version);
    for (const at of pushedAt) await until(() => Promise.resolve(pushed()[at]!), (one) => one >= version);
  }

  test('bookings and calls go on, everybody who polls sees everything, and once it is back every process pushes to every watcher again', async () => {
    await seen([0, 1]);
    await redis.halt('SIGKILL');
    const held = await asking.ask(processes[0]!.url, 'POST', '/resident/bookings/hold', prepared.residents[0]!.token, { key: newId(), body: { slotId: prepared.slotIds[0], matters: [{ matterId: 'enrolment' }] } });
    expect(held.status).toBe(200);
    expect((await asking.ask(processes[1]!.url, 'POST', '/staff/desk/next', prepared.clerks[0]!.token, { body: {} })).status).toBe(200);
    await seen([]);
    // Only the process that tells the events pushes now: the other one's watchers must poll, which shows that Redis carried.
    const { version } = await board(0);
    await until(() => Promise.resolve(pushed()), (versions) => Math.max(...versions) >= version);
    expect(Math.min(...pushed())).toBeLessThan(version);
    await redis.resume();
    await until(async () => ((await take(0)).status === 200 ? (await board(0)).version : 0), (newest) => newest > 0 && pushed().every((one) => one >= newest - 1));
    tell('Redis killed and restarted: bookings and calls went on, polling saw everything, pushes reach both processes again');
  });
});
