import { phone } from './testing/taro-double.ts';
import { get, post } from './api.ts';
import { closeStaffSession, currentStaffSession, openStaffSession, proveStaff, staffAccount, staffRefusal } from './staff-session.ts';
import { readyToAskStepUp } from './step-up.ts';
import { keep, recall } from './storage.ts';
import { keepUnsent, recallUnsent } from './unsent.ts';

const session = (token: string, lives = 1_800_000) => ({ token, accountId: 'sun', expiresAt: Date.now() + lives, renewalToken: '', renewalExpiresAt: 0 });
const ok = (data: unknown) => ({ statusCode: 200, data });
const asked = () => phone.asked.map(({ method, url }) => `${method} ${url.replace(/^.*\/api/, '')}`);

beforeEach(() => {
  phone.reset();
  closeStaffSession();
});

test('a bound WeChat opens the staff\'s session without a word, once for all pages that open together', async () => {
  phone.answer = ({ url }) => (url.endsWith('/wechat-sign-in') ? ok(session('short')) : ok({}));
  await Promise.all([get('/staff/me'), get('/staff/inbox')]);
  expect(asked().filter((line) => line.includes('sign-in'))).toEqual(['POST /public/staff/wechat-sign-in']);
  expect(phone.asked.filter(({ header }) => header.Authorization).map(({ header }) => header.Authorization)).toEqual(['Bearer short', 'Bearer short']);
});

test('a session that has run out, or that the server refuses, is replaced by another', async () => {
  openStaffSession(session('old', 10_000));
  phone.answer = ({ url, header }) => (url.endsWith('/wechat-sign-in') ? ok(session('new')) : header.Authorization === 'Bearer refused' ? { statusCode: 401, data: { code: 'SIGN_IN_NEEDED' } } : ok({}));
  await get('/staff/me');
  expect(currentStaffSession()?.token).toBe('new');
  openStaffSession(session('refused'));
  await expect(get('/staff/me')).resolves.toEqual({});
});

test('a WeChat nobody has bound is told so, and is not asked for ever', async () => {
  phone.answer = () => ({ statusCode: 403, data: { code: 'STAFF_WECHAT_NOT_BOUND', title: '这个微信还没有绑定工作人员账号，请先绑定' } });
  await expect(get('/staff/me')).rejects.toMatchObject({ code: 'STAFF_SIGN_IN_NEEDED', message: '这个微信还没有绑定工作人员账号，请先绑定' });
  expect([staffRefusal()?.code, phone.asked.length]).toEqual(['STAFF_WECHAT_NOT_BOUND', 1]);
});

test('a lost network ends nothing: the next question tries again', async () => {
  openStaffSession(session('old', 10_000));
  phone.answer = () => 'no network';
  await expect(get('/staff/me')).rejects.toMatchObject({ status: 0 });
  expect(currentStaffSession()?.token).toBe('old');
});

test('binding sends both factors with a fresh code of WeChat\'s, and its refusal is told', async () => {
  phone.answer = () => ({ statusCode: 401, data: { code: 'PASSWORD_WRONG', title: '用户名或密码不对' } });
  expect(await proveStaff({ userName: 'sun', password: 'x', secondFactor: '123456' })).toMatchObject({ status: 401 });
  phone.answer = () => ok(session('bound'));
  expect(await proveStaff({ userName: 'sun', password: 'right', secondFactor: '123456' })).toBeNull();
  expect(phone.asked[phone.asked.length - 1]!.data).toEqual({ userName: 'sun', password: 'right', secondFactor: '123456', code: 'login-code' });
  expect(currentStaffSession()?.token).toBe('bound');
});

test('a step that needs the second factor asks for it and then goes on by itself; without it the refusal is told', async () => {
  openStaffSession(session('short'));
  let given = false;
  phone.answer = ({ url }) => (url.endsWith('/judge') && !given ? { statusCode: 403, data: { code: 'STEP_UP_NEEDED', title: '这一步需要再输入一次动态口令' } } : ok({ judged: true }));
  await expect(post('/staff/rating-cases/1/judge', { agree: true })).rejects.toMatchObject({ code: 'STEP_UP_NEEDED' });
  const away = readyToAskStepUp(() => { given = true; return Promise.resolve(true); });
  await expect(post('/staff/rating-cases/1/judge', { agree: true })).resolves.toEqual({ judged: true });
  expect(asked().filter((line) => line.endsWith('/judge'))).toHaveLength(3);
  away();
});

test('what one colleague read leaves the phone before another signs in, and what they wrote stays theirs', () => {
  openStaffSession(session('short'));
  keep('person', 'state:staff:sun:home', { data: {}, at: 1 });
  keepUnsent(staffAccount(), 'answer', '写到一半', 1);
  openStaffSession({ ...session('other'), accountId: 'zhou' });
  expect([recall('person', 'state:staff:sun:home'), recallUnsent(staffAccount(), 'answer'), recallUnsent('staff:sun', 'answer')]).toEqual([null, null, '写到一半']);
});
