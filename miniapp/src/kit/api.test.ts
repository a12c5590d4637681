import { phone, type Asked } from './testing/taro-double.ts';
import { ApiError, get, post } from './api.ts';
import { closeSession, currentSession, openSession } from './session.ts';
import { keep, recall } from './storage.ts';

const session = (token: string, lives = 3_600_000) => ({ token, accountId: token, expiresAt: Date.now() + lives, renewalToken: `renew-${token}`, renewalExpiresAt: Date.now() + 86_400_000 });
const ok = (data: unknown) => ({ statusCode: 200, data });
const paths = () => phone.asked.map(({ method, url }) => `${method} ${url.replace(/^.*\/api/, '')}`);
const bearer = ({ header }: Asked) => header.Authorization;

beforeEach(() => {
  phone.reset();
  closeSession(false);
  jest.useFakeTimers({ advanceTimers: 50 });
});
afterEach(() => { jest.useRealTimers(); });

describe('asking the hall', () => {
  test('someone inside WeChat is signed in without being asked, once for all pages that open together', async () => {
    phone.answer = ({ url }) => (url.endsWith('/sign-in/wechat') ? ok(session('first')) : ok({ items: [] }));
    await Promise.all([get('/resident/bookings'), get('/resident/applications'), get('/resident/inbox')]);
    expect(paths().filter((path) => path.includes('/sign-in/'))).toEqual(['POST /public/sign-in/wechat']);
    expect(phone.asked.filter(bearer).map(bearer)).toEqual(['Bearer first', 'Bearer first', 'Bearer first']);
  });

  test('someone who signed out is not signed in again behind their back', async () => {
    closeSession(true);
    await expect(get('/resident/me')).rejects.toMatchObject({ code: 'SIGN_IN_NEEDED', status: 401 });
    expect(phone.asked).toEqual([]);
  });

  test('a session about to end is renewed once, however many ask', async () => {
    openSession(session('old', 10_000));
    phone.answer = ({ url }) => (url.endsWith('/renew') ? ok(session('new')) : ok({}));
    await Promise.all([get('/resident/me'), get('/resident/inbox')]);
    expect(paths().filter((path) => path.endsWith('/renew'))).toHaveLength(1);
    expect(currentSession()?.token).toBe('new');
  });

  test('a token the server refuses is renewed and the question asked again', async () => {
    openSession(session('old'));
    phone.answer = ({ url, header }) => (url.endsWith('/renew') ? ok(session('new')) : header.Authorization === 'Bearer old' ? { statusCode: 401, data: {} } : ok({ id: 'me' }));
    await expect(get('/resident/me')).resolves.toEqual({ id: 'me' });
    expect(phone.asked.map(bearer)).toEqual(['Bearer old', undefined, 'Bearer new']);
  });

  test('a renewal lost on the way does not sign anyone out', async () => {
    openSession(session('old', 10_000));
    phone.answer = ({ url }) => (url.endsWith('/renew') ? 'no network' : ok({ id: 'me' }));
    await expect(get('/resident/me')).resolves.toEqual({ id: 'me' });
    expect(currentSession()?.token).toBe('old');
  });

  test('a question is asked three times on a weak network before the person hears of it', async () => {
    phone.answer = () => 'no network';
    await expect(get('/public/hall')).rejects.toMatchObject({ status: 0, passing: true });
    expect(phone.asked).toHaveLength(3);
  });

  test('an act is repeated only under its key, so that the server can tell it is the same one', async () => {
    phone.answer = () => 'no network';
    await expect(post('/public/slips/x/rating', { level: 5 })).rejects.toBeInstanceOf(ApiError);
    expect(phone.asked).toHaveLength(1);
    phone.asked = [];
    await expect(post('/public/slips/x/rating', { level: 5 }, { key: 'one-wish' })).rejects.toBeInstanceOf(ApiError);
    expect(phone.asked.map(({ header }) => header['Idempotency-Key'])).toEqual(['one-wish', 'one-wish', 'one-wish']);
  });

  test('a refusal is not repeated, and arrives as the sentence of the server with its fields', async () => {
    phone.answer = () => ({ statusCode: 422, data: JSON.stringify({ title: '还有 2 处要补好。', code: 'APPLICATION_INCOMPLETE', fields: [{ path: 'name', code: 'FIELD_MISSING', message: '请填写姓名。' }] }) });
    await expect(post('/public/x', {}, { key: 'k' })).rejects.toMatchObject({ message: '还有 2 处要补好。', code: 'APPLICATION_INCOMPLETE', fields: [{ path: 'name' }], passing: false });
    expect(phone.asked).toHaveLength(1);
  });

  test('a new person on the phone finds nothing of the one before', () => {
    openSession(session('mother'));
    keep('person', 'draft:7', { name: '李桂兰' });
    keep('phone', 'elder', true);
    openSession(session('daughter'));
    expect(recall('person', 'draft:7')).toBeNull();
    expect(recall('phone', 'elder')).toBe(true);
    expect(currentSession()?.token).toBe('daughter');
  });
});
