import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import type { Settings } from '../config/settings.ts';
import { CodePictures } from './code-pictures.ts';
import { WechatClient } from './wechat.client.ts';

const CALL = '/wxa/getwxacodeunlimit';
const PAGE = 'lights/card/index';
let wechat: WechatDouble;
beforeAll(async () => { wechat = await startWechatDouble({}); });
afterAll(() => wechat.close());

const pictures = (settings: Partial<Settings> = {}) => {
  const client = new WechatClient({ baseUrl: wechat.url, appId: wechat.appId, appSecret: wechat.appSecret, clock: { now: () => Date.parse('2026-11-23T09:00:00+08:00') }, pause: () => Promise.resolve() });
  return new CodePictures(client, { WECHAT_APPID: wechat.appId, isDemo: false, ...settings } as Settings);
};
const asked = () => wechat.control.callCounts()[CALL] ?? 0;

test('each badge has its own mini-program code, and a second printing asks WeChat for none', async () => {
  const codes = pictures();
  const first = await codes.of(PAGE, ['abcdefghijklmnopqrst', 'bcdefghijklmnopqrstu']);
  expect([...first.values()].map(({ contentType, bytes }) => [contentType, bytes.subarray(1, 4).toString()])).toEqual([['image/png', 'PNG'], ['image/png', 'PNG']]);
  expect(first.get('abcdefghijklmnopqrst')!.bytes.equals(first.get('bcdefghijklmnopqrstu')!.bytes)).toBe(false);
  const before = asked();
  expect((await codes.of(PAGE, ['abcdefghijklmnopqrst'])).size).toBe(1);
  expect(asked()).toBe(before);
});

test('when WeChat is away nobody waits for it badge after badge, and the next printing asks again', async () => {
  const codes = pictures();
  wechat.control.failNext(CALL, { status: 502 }, 2);
  const before = asked();
  expect((await codes.of(PAGE, ['aaaaaa1', 'aaaaaa2', 'aaaaaa3'])).size).toBe(0);
  expect(asked() - before).toBe(2);
  expect((await codes.of(PAGE, ['aaaaaa1', 'aaaaaa2', 'aaaaaa3'])).size).toBe(3);
});

test('a hall without WeChat, and the demo whose codes no telephone reads, print the address instead', async () => {
  const before = asked();
  for (const settings of [{ isDemo: true }, { WECHAT_APPID: undefined }]) expect((await pictures(settings as Partial<Settings>).of(PAGE, ['aaaaaa4'])).size).toBe(0);
  expect(asked()).toBe(before);
});
