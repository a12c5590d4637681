import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { startApi, type ApiProcess } from '../servers/api-process.ts';
import { allPagesOf } from './packing/pages-of.ts';
import { Phone } from './phone.ts';

const pages = allPagesOf();

/** What may cross to the view before a page stands. */
const FIRST_PAINT = { calls: 2, bytes: 8 * 1024 };

let wechat: WechatDouble;
let api: ApiProcess | undefined;
let phone: Phone | undefined;

beforeAll(async () => {
  wechat = await startWechatDouble();
  api = await startApi({ HALL_MODE: 'demo', WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret }, 170_000);
  phone = new Phone({ api: api.url, wechat: wechat.control, name: 'a resident who looks around' });
  await phone.start();
}, 180_000);

const held = (): Phone => phone!;
afterAll(async () => {
  // What comes first may have failed; what was started is stopped all the same.
  await phone?.close();
  await api?.stop();
  await wechat.close();
});

test('WeChat knows the resident from the first page on', async () => {
  await held().waitFor(async () => wechat.control.callCounts()['/sns/jscode2session'] === 1);
  expect((await held().route()).path).toBe(pages[0]);
});

test.each(pages)('the page %s stands after at most two small steps, without an error', async (page) => {
  await held().open(`/${page}`);
  const { pages: opened, faults } = await held().ledger();
  const first = opened.find((record) => record.path === page)?.first;
  expect(faults).toEqual([]);
  expect(await held().text()).not.toBe('');
  expect(first?.calls).toBeLessThanOrEqual(FIRST_PAINT.calls);
  expect(first?.bytes).toBeLessThanOrEqual(FIRST_PAINT.bytes);
});
