import { once } from 'node:events';
import { WebSocket } from 'ws';
import { startApi } from './api-process.ts';

test('the API answers as a process of its own, survives being killed and leaves nothing behind', async () => {
  const api = await startApi();
  const health = () => fetch(`${api.url}/api/health`).then((answer) => answer.status, () => 'gone');
  const before = await health();
  const ended = await api.kill('SIGKILL');
  const between = await health();
  await api.restart();
  const after = await health();
  await api.stop();
  expect({ before, ended, between, after, finally: await health() }).toEqual({ before: 200, ended: 'SIGKILL', between: 'gone', after: 200, finally: 'gone' });
});

test('the API stops when it is asked to, even while screens and phones watch its board and one of them is dead', async () => {
  const api = await startApi();
  const watchers = [1, 2].map(() => new WebSocket(`${api.url.replace('http', 'ws')}/api/live`));
  await Promise.all(watchers.map((watcher) => once(watcher, 'open')));
  watchers[1]!.pause();
  const toldGoodbye = once(watchers[0]!, 'close');
  expect(await api.kill('SIGTERM')).toBe(0);
  expect((await toldGoodbye)[0]).toBe(1001);
  watchers[1]!.terminate();
  await api.stop();
});

test('an API that cannot start says why', async () => {
  await expect(startApi({ HALL_MODE: 'production' })).rejects.toThrow(/WECHAT_SECRET/);
});
