import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { startWechatDouble } from '@hall/doubles/wechat/wechat-double';
import type { WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { fitSubscribeValue } from './subscribe-value.ts';
import { WechatClient } from './wechat.client.ts';
import { isPushFromWechat, readMediaVerdict } from './wechat.push.ts';

const SECRET = 'app-secret-that-must-stay-secret';
let now: number;
let lines: string[];
let double: WechatDouble;
let client: WechatClient;

const newClient = (more = {}) => new WechatClient({
  baseUrl: double.url, appId: double.appId, appSecret: SECRET, clock: { now: () => now }, pause: async () => {}, timeoutMs: 20_000,
  log: { info: (facts, sentence) => { lines.push(JSON.stringify(facts) + sentence); }, warn: (facts, sentence) => { lines.push(JSON.stringify(facts) + sentence); } }, ...more,
});
/** Gives a silent server up soon; everywhere else a busy machine must not look like one. */
const impatient = () => newClient({ timeoutMs: 300 });
const counts = (path: string) => double.control.callCounts()[path] ?? 0;

beforeEach(async () => {
  now = 1_790_000_000_000;
  lines = [];
  double = await startWechatDouble({ appSecret: SECRET, clock: { now: () => now } });
  client = newClient();
});
afterEach(() => double.close());

describe('signing in', () => {
  it('a login code tells who holds the telephone', async () => {
    const session = await client.codeToSession(double.control.issueLoginCode('王桂兰'));
    expect(session).toEqual({ openid: double.control.openidOf('王桂兰'), sessionKey: expect.any(String), unionid: null });
  });

  it('a code used, expired or made up asks for another tap; an account at risk is sent to the window', async () => {
    const code = double.control.issueLoginCode('王桂兰');
    await client.codeToSession(code);
    await expect(client.codeToSession(code)).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' });
    await expect(client.codeToSession('made-up')).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' });
    double.control.markAtRisk('李明');
    await expect(client.codeToSession(double.control.issueLoginCode('李明'))).rejects.toMatchObject({ code: 'WECHAT_ACCOUNT_AT_RISK' });
  });

  it('a phone code gives the number, once', async () => {
    const code = double.control.issuePhoneCode('王桂兰', '13812345678');
    await expect(client.getPhoneNumber(code)).resolves.toEqual({ phone: '13812345678', countryCode: '86' });
    await expect(client.getPhoneNumber(code)).rejects.toMatchObject({ code: 'WECHAT_CODE_INVALID' });
  });

  it('a server that is silent, cut off, broken or busy is "away", and a login code is not spent twice on it', async () => {
    client = impatient();
    for (const failure of ['silence', 'cut', { status: 502 }, { errcode: -1 }] as const) {
      const before = counts('/sns/jscode2session');
      double.control.failNext('/sns/jscode2session', failure);
      await expect(client.codeToSession(double.control.issueLoginCode('王桂兰'))).rejects.toMatchObject({ code: 'WECHAT_AWAY', status: 503 });
      expect(counts('/sns/jscode2session')).toBe(before + 1);
    }
  });

  it('a wrong secret is our own fault and is called a refusal', async () => {
    await expect(newClient({ appSecret: 'other' }).codeToSession(double.control.issueLoginCode('王桂兰'))).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
  });
});

describe('the access token', () => {
  const openid = async () => (await client.codeToSession(double.control.issueLoginCode('王桂兰'))).openid;
  const say = async (id: string) => client.checkText({ openid: id, scene: 2, content: '好' });

  it('twenty calls at once fetch it once', async () => {
    const id = await openid();
    await Promise.all(Array.from({ length: 20 }, () => say(id)));
    expect(counts('/cgi-bin/stable_token')).toBe(1);
    expect(counts('/wxa/msg_sec_check')).toBe(20);
  });

  it('is fetched again five minutes before its end, and the old one serves when that fails', async () => {
    await say(await openid());
    now += 7200_000 - 5 * 60_000 - 1;
    await say(await openid());
    expect(counts('/cgi-bin/stable_token')).toBe(1);
    now += 1;
    double.control.failNext('/cgi-bin/stable_token', { errcode: -1 }, 2);
    await say(await openid());
    expect(double.control.tokensIssued()).toBe(1);
    await say(await openid());
    expect(double.control.tokensIssued()).toBe(2);
  });

  it('refused by WeChat, it is replaced once and the call succeeds', async () => {
    const id = await openid();
    await say(id);
    double.control.revokeTokens();
    await expect(say(id)).resolves.toEqual({ suggest: 'pass', label: 100 });
    expect(counts('/wxa/msg_sec_check')).toBe(3);
  });

  it('refused although WeChat still hands it out, it is refreshed by force, not more often than WeChat allows', async () => {
    const id = await openid();
    await say(id);
    double.control.failNext('/wxa/msg_sec_check', { errcode: 42001 });
    await expect(say(id)).resolves.toMatchObject({ suggest: 'pass' });
    expect(double.control.tokensIssued()).toBe(2);
    double.control.failNext('/wxa/msg_sec_check', { errcode: 40001 }, 2);
    await expect(say(id)).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
    expect(double.control.tokensIssued()).toBe(2);
  });
});

describe('subscribe messages', () => {
  const template = 'TEMPLATE';
  const message = async (data: Record<string, string>) => ({ openid: (await client.codeToSession(double.control.issueLoginCode('王桂兰'))).openid, templateId: template, data, page: 'features/booking/detail/index?id=1' });
  beforeEach(() => double.control.defineTemplate(template, ['thing1', 'time2']));

  it('with consent it is sent, without it is an ordinary outcome', async () => {
    const reminder = await message({ thing1: '参保登记', time2: '2026年11月23日 09:30' });
    await expect(client.sendSubscribe(reminder)).resolves.toEqual({ outcome: 'not-consented' });
    double.control.consent('王桂兰', template);
    await expect(client.sendSubscribe(reminder)).resolves.toEqual({ outcome: 'sent' });
    expect(double.control.sentMessages()).toMatchObject([{ data: reminder.data, page: reminder.page, state: 'formal' }]);
  });

  it('what WeChat would refuse every time is told with its reason', async () => {
    const good = await message({ thing1: '参保登记', time2: '09:30' });
    await expect(client.sendSubscribe({ ...good, data: { thing1: '字'.repeat(21), time2: '09:30' } })).resolves.toEqual({ outcome: 'refused', reason: 'argument' });
    await expect(client.sendSubscribe({ ...good, openid: 'nobody' })).resolves.toEqual({ outcome: 'refused', reason: 'recipient' });
    await expect(client.sendSubscribe({ ...good, templateId: 'other' })).resolves.toEqual({ outcome: 'refused', reason: 'template' });
  });

  it('when WeChat was reached and gave no answer, nobody can say whether it arrived, and it is not sent a second time here', async () => {
    client = impatient();
    double.control.consent('王桂兰', template, 2);
    const reminder = await message({ thing1: '参保登记', time2: '09:30' });
    const lost = ['silence', 'cut', { status: 502 }] as const;
    for (const failure of lost) {
      double.control.failNext('/cgi-bin/message/subscribe/send', failure);
      await expect(client.sendSubscribe(reminder)).resolves.toEqual({ outcome: 'unknown' });
    }
    expect(counts('/cgi-bin/message/subscribe/send')).toBe(lost.length);
  });

  it('when WeChat is busy or cannot be reached, the message surely was not sent', async () => {
    double.control.consent('王桂兰', template);
    const reminder = await message({ thing1: '参保登记', time2: '09:30' });
    double.control.failNext('/cgi-bin/message/subscribe/send', { errcode: -1 });
    await expect(client.sendSubscribe(reminder)).rejects.toMatchObject({ code: 'WECHAT_AWAY' });
    const nobodyThere = newClient({ baseUrl: 'http://127.0.0.1:1' });
    await expect(nobodyThere.sendSubscribe(reminder)).rejects.toMatchObject({ code: 'WECHAT_AWAY' });
    expect(double.control.sentMessages()).toEqual([]);
  });

  it('a value made to fit is accepted', async () => {
    double.control.consent('王桂兰', template);
    const thing1 = fitSubscribeValue('thing1', '城乡居民基本养老保险参保登记\n及信息采集、核定缴费');
    expect(thing1).toBe('城乡居民基本养老保险参保登记 及信息采…');
    await expect(client.sendSubscribe(await message({ thing1, time2: '09:30' }))).resolves.toEqual({ outcome: 'sent' });
    expect([fitSubscribeValue('thing1', ' '), fitSubscribeValue('time2', '2026年11月23日 09:30'), fitSubscribeValue('character_string9', 'A'.repeat(40))]).toEqual(['-', '2026年11月23日 09:30', 'A'.repeat(32)]);
  });
});

describe('content checks and codes', () => {
  const openid = async () => (await client.codeToSession(double.control.issueLoginCode('王桂兰'))).openid;

  it('a long text is checked by pieces and its gravest part counts', async () => {
    const id = await openid();
    await expect(client.checkText({ openid: id, scene: 3, content: `${'好'.repeat(2600)}测试广告${'好'.repeat(2600)}测试违法` })).resolves.toEqual({ suggest: 'risky', label: 20006 });
    await expect(client.checkText({ openid: id, scene: 3, content: `测试广告${'好'.repeat(2600)}` })).resolves.toEqual({ suggest: 'review', label: 10001 });
    await expect(client.checkText({ openid: id, scene: 3, content: '窗口很热情' })).resolves.toEqual({ suggest: 'pass', label: 100 });
  });

  it('a check is asked again when WeChat was busy once, and given up after the second time', async () => {
    const id = await openid();
    double.control.failNext('/wxa/msg_sec_check', { errcode: -1 });
    await expect(client.checkText({ openid: id, scene: 2, content: '好' })).resolves.toMatchObject({ suggest: 'pass' });
    double.control.failNext('/wxa/msg_sec_check', 'cut', 2);
    await expect(client.checkText({ openid: id, scene: 2, content: '好' })).rejects.toMatchObject({ code: 'WECHAT_AWAY' });
    expect(counts('/wxa/msg_sec_check')).toBe(4);
  });

  it('the verdict on a picture comes later, signed, and is known by its trace id', async () => {
    const id = await openid();
    const { traceId } = await client.checkMedia({ openid: id, scene: 3, mediaType: 'image', mediaUrl: `https://hall.example/${encodeURIComponent('测试广告')}.jpg` });
    const pushes: { query: URLSearchParams; body: string }[] = [];
    const receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => { body += String(piece); });
      request.on('end', () => { pushes.push({ query: new URL(request.url ?? '', 'http://x').searchParams, body }); response.end('success'); });
    });
    await new Promise<void>((resolve) => { receiver.listen(0, '127.0.0.1', resolve); });
    try {
      expect(await double.control.pushMediaVerdicts({ url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/push`, token: 'push-token' })).toBe(1);
    } finally {
      receiver.closeAllConnections();
      await new Promise((resolve) => { receiver.close(resolve); });
    }
    const [push] = pushes;
    const signature = Object.fromEntries(push?.query ?? []) as unknown as { signature: string; timestamp: string; nonce: string };
    expect(isPushFromWechat('push-token', signature)).toBe(true);
    expect(isPushFromWechat('another-token', signature)).toBe(false);
    expect(readMediaVerdict(JSON.parse(push?.body ?? '{}'))).toEqual({ traceId, suggest: 'review', label: 10001 });
    expect(readMediaVerdict({ Event: 'subscribe_msg_popup_event' })).toBeNull();
  });

  it('a picture on a plain http address is never handed to WeChat', async () => {
    await expect(client.checkMedia({ openid: 'o', scene: 3, mediaType: 'image', mediaUrl: 'http://hall.example/a.jpg' })).rejects.toThrow(RangeError);
    expect(counts('/wxa/media_check_async')).toBe(0);
  });

  it('a mini-program code is a picture, and a refusal in its place is noticed', async () => {
    const { contentType, bytes } = await client.getUnlimitedCode({ scene: 'slip=A1b2C3', page: 'features/rating/index', widthPx: 300 });
    expect(contentType).toBe('image/png');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 300, height: 300 });
    await expect(client.getUnlimitedCode({ scene: 'ok', widthPx: 20 })).rejects.toMatchObject({ code: 'WECHAT_REFUSED' });
    double.control.failNext('/wxa/getwxacodeunlimit', { errcode: 45009 });
    await expect(client.getUnlimitedCode({ scene: 'ok' })).rejects.toMatchObject({ code: 'WECHAT_TOO_OFTEN' });
    await expect(client.getUnlimitedCode({ scene: '有汉字' })).rejects.toThrow(RangeError);
    await expect(client.getUnlimitedCode({ scene: 'ok', page: '/a' })).rejects.toThrow(RangeError);
  });
});

it('the log names the calls and their outcomes, never a secret, a code, a token, an openid or a phone', async () => {
  client = impatient();
  const code = double.control.issueLoginCode('王桂兰');
  const session = await client.codeToSession(code);
  await client.codeToSession(code).catch(() => undefined);
  await client.getPhoneNumber(double.control.issuePhoneCode('王桂兰', '13812345678'));
  await client.checkText({ openid: session.openid, scene: 2, content: '不该写进日志' });
  double.control.failNext('/sns/jscode2session', 'cut');
  await client.codeToSession(code).catch(() => undefined);
  double.control.failNext('/sns/jscode2session', 'silence');
  await client.codeToSession(code).catch(() => undefined);
  const log = lines.join('\n');
  expect(log).toMatch(/"call":"\/sns\/jscode2session".*"errcode":40163,"rid":"[0-9a-f-]{26}"/);
  expect(log).toMatch(/TimeoutError/);
  for (const secret of [SECRET, code, session.openid, session.sessionKey, '13812345678', '不该写进日志', 'access_token']) expect(log).not.toContain(secret);
});
