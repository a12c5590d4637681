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

test('an API that cannot start says why', async () => {
  await expect(startApi({ HALL_MODE: 'production' })).rejects.toThrow(/WECHAT_SECRET/);
});
