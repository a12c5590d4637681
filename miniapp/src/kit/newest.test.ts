import { ApiError } from './api.ts';
import { orNewest } from './newest.ts';

const page = () => { const of = { loads: 0, reload: async () => { of.loads += 1; } }; return of; };
const refused = (code: string) => () => Promise.reject(new ApiError(409, code, '内容刚刚有了变化，请刷新后再试'));

test('a step that came too late shows what is there now, and asks the person to look', async () => {
  const of = page();
  await expect(orNewest(of, refused('STALE_VERSION'))).rejects.toMatchObject({ code: 'STALE_VERSION', message: '这里刚刚有了新进展，已经为您换成最新的，请看过再选。' });
  expect(of.loads).toBe(1);
});

test('any other refusal, and a step that was taken, leave the page as it is', async () => {
  const of = page();
  await expect(orNewest(of, refused('MOVE_NOT_ALLOWED'))).rejects.toMatchObject({ message: '内容刚刚有了变化，请刷新后再试' });
  await expect(orNewest(of, () => Promise.resolve('done'))).resolves.toBe('done');
  expect(of.loads).toBe(0);
});
