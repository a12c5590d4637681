import { startWechatDouble } from './wechat-double.ts';
import type { WechatDouble } from './wechat-double.ts';

let now = 1_790_000_000_000;
let double: WechatDouble;
beforeEach(async () => { double = await startWechatDouble({ clock: { now: () => now } }); });
afterEach(() => double.close());

const get = async (path: string, query: Record<string, string>) => (await fetch(`${double.url}${path}?${new URLSearchParams(query)}`)).json() as Promise<Record<string, unknown>>;
const post = async (path: string, body: unknown) => (await fetch(double.url + path, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<Record<string, unknown>>;
const login = (code: string, more = {}) => get('/sns/jscode2session', { appid: double.appId, secret: double.appSecret, grant_type: 'authorization_code', js_code: code, ...more });
const token = async (force = false) => (await post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: double.appId, secret: double.appSecret, force_refresh: force }))['access_token'] as string;
const errcode = async (answer: Promise<Record<string, unknown>>) => (await answer)['errcode'];

it('a login code is good once and for five minutes', async () => {
  const code = double.control.issueLoginCode('王桂兰');
  const session = await login(code);
  expect(session).toEqual({ openid: double.control.openidOf('王桂兰'), session_key: expect.any(String) });
  expect(await login(code)).toEqual({ errcode: 40163, errmsg: expect.stringMatching(/rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) });
  const late = double.control.issueLoginCode('王桂兰');
  now += 5 * 60_000 + 1;
  expect(await errcode(login(late))).toBe(40029);
});

it('each thing wrong with a login has its own code', async () => {
  const fresh = () => double.control.issueLoginCode('李明');
  expect(await errcode(login(fresh(), { appid: '' }))).toBe(41002);
  expect(await errcode(login(fresh(), { appid: 'wx1' }))).toBe(40013);
  expect(await errcode(login(fresh(), { secret: '' }))).toBe(41004);
  expect(await errcode(login(fresh(), { secret: 'x' }))).toBe(40125);
  expect(await errcode(login(''))).toBe(41008);
  double.control.markAtRisk('李明');
  expect(await errcode(login(fresh()))).toBe(40226);
});

it('the stable token stays the same until five minutes before its end, then both work', async () => {
  const first = await token();
  expect(await token()).toBe(first);
  now += 7200_000 - 5 * 60_000;
  const second = await token();
  expect(second).not.toBe(first);
  const ask = (access: string) => errcode(post(`/wxa/business/getuserphonenumber?access_token=${access}`, { code: 'x' }));
  expect([await ask(first), await ask(second), await ask('made-up')]).toEqual([40029, 40029, 40001]);
  now += 5 * 60_000;
  expect(await ask(first)).toBe(42001);
});

it('a forced refresh ends the old token, but not twice within thirty seconds, nor more than twenty times a day', async () => {
  const first = await token();
  const forced = await token(true);
  expect(forced).not.toBe(first);
  expect(await errcode(post(`/wxa/msg_sec_check?access_token=${first}`, {}))).toBe(40001);
  expect(await token(true)).toBe(forced);
  for (let i = 0; i < 19; i += 1) { now += 30_000; await token(true); }
  now += 30_000;
  expect(await token(true)).toBeUndefined();
});

it('a message is sent once for each consent, and only with values its fields can hold', async () => {
  const access = await token();
  double.control.defineTemplate('T1', ['thing1', 'time2', 'phrase3']);
  await login(double.control.issueLoginCode('王桂兰'));
  const send = (data: Record<string, string>, person = '王桂兰', template = 'T1') => errcode(post(`/cgi-bin/message/subscribe/send?access_token=${access}`, {
    touser: double.control.openidOf(person), template_id: template, data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
  }));
  const good = { thing1: '参保登记', time2: '2026年11月23日 09:30', phrase3: '待办理' };
  expect(await send(good)).toBe(43101);
  double.control.consent('王桂兰', 'T1');
  expect(await send({ ...good, thing1: '字'.repeat(21) })).toBe(47003);
  expect(await send({ ...good, phrase3: 'ready' })).toBe(47003);
  expect(await send({ thing1: '参保登记', time2: '09:30' })).toBe(47003);
  expect(await send(good, '没有来过的人')).toBe(40003);
  expect(await send(good, '王桂兰', 'T2')).toBe(40037);
  expect(double.control.sentMessages()).toEqual([]);
  expect(await send(good)).toBe(0);
  expect(await send(good)).toBe(43101);
  expect(double.control.sentMessages()).toMatchObject([{ data: good, templateId: 'T1' }]);
});

it('text is judged by trigger words, only for someone seen within two hours', async () => {
  const access = await token();
  const check = (content: string) => post(`/wxa/msg_sec_check?access_token=${access}`, { version: 2, scene: 2, openid: double.control.openidOf('李明'), content });
  expect(await check('窗口很热情')).toMatchObject({ errcode: 61010 });
  await login(double.control.issueLoginCode('李明'));
  expect(await check('窗口很热情')).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
  expect(await check('这是测试违法的话')).toMatchObject({ result: { suggest: 'risky', label: 20006 } });
  expect(await check('字'.repeat(2501))).toMatchObject({ errcode: 47001 });
  now += 2 * 3_600_000 + 1;
  expect(await errcode(post(`/wxa/msg_sec_check?access_token=${await token()}`, { version: 2, scene: 2, openid: double.control.openidOf('李明'), content: '好' }))).toBe(61010);
});

it('failures can be written into the script, over HTTP as well', async () => {
  const steer = (name: string, ...given: unknown[]) => post(`/control/${name}`, given);
  const { result: code } = await steer('issueLoginCode', '王桂兰');
  await steer('failNext', '/sns/jscode2session', { errcode: -1 });
  await steer('failNext', '/sns/jscode2session', 'cut');
  expect(await errcode(login(code as string))).toBe(-1);
  await expect(login(code as string)).rejects.toThrow();
  expect(await login(code as string)).toHaveProperty('openid');
  expect(await steer('callCounts')).toEqual({ result: { '/sns/jscode2session': 3 } });
  expect(await steer('toString')).toHaveProperty('error');
});
