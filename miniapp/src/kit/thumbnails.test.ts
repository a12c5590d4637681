import { phone } from './testing/taro-double.ts';
import { openSession } from './session.ts';
import { thumbnailOf, withThumbnails } from './thumbnails.ts';

const HOUR = 3_600_000;
const links = () => phone.asked.filter(({ url }) => url.endsWith('/link')).length;

beforeEach(() => {
  phone.reset();
  openSession({ token: 't', accountId: 'me', expiresAt: Date.now() + HOUR, renewalToken: 'r', renewalExpiresAt: Date.now() + HOUR });
});

test('each picture is asked for once while its link is good, in small', async () => {
  phone.answer = ({ url }) => ({ statusCode: 200, data: { url: `/api/public/files/${/pictures\/(.+)\/link/.exec(url)?.[1]}`, expiresAt: Date.now() + 120_000 } });
  expect(await withThumbnails('the page', ['p1', 'p2'])).toBe('the page');
  await withThumbnails('the page', ['p1', 'p2']);
  expect([thumbnailOf('p1')?.endsWith('/api/public/files/p1?variant=thumb'), links()]).toEqual([true, 2]);
});

test('a picture that cannot be had keeps nobody from the page', async () => {
  phone.answer = () => ({ statusCode: 404, data: {} });
  expect(await withThumbnails('the page', ['p3'])).toBe('the page');
  expect(thumbnailOf('p3')).toBeNull();
});
