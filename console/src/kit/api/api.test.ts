import { signedIn, signedOut, session } from '../session/session.store.ts';
import { stepUpAsked, stepUpEnded } from '../session/step-up.store.ts';
import { network } from '../network/network.store.ts';
import { api } from './api.ts';
import { nonce } from './nonce.ts';
import { NetworkLost, Refusal, sentenceOf, sentenceOfStep } from './problem.ts';

const sessionOf = (token: string) => ({ token, accountId: 'wang', expiresAt: 1, renewalToken: `renew-${token}`, renewalExpiresAt: 2 });
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

beforeAll(() => {
  const kept = new Map<string, string>();
  Object.assign(globalThis, { sessionStorage: { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => kept.set(k, v), removeItem: (k: string) => kept.delete(k) } });
});
afterEach(() => { jest.restoreAllMocks(); signedOut(); });

describe('the door to the API', () => {
  it('renews a session that ran out and sends the same message again, once for all askers', async () => {
    signedIn('li.fang', sessionOf('old'));
    const seen: string[] = [];
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
      const token = new Headers(init?.headers).get('authorization');
      seen.push(`${String(url)} ${token ?? '-'}`);
      if (String(url).endsWith('/renew')) return answer(200, sessionOf('new'));
      return token === 'Bearer new' ? answer(200, { ok: true }) : answer(401, { code: 'SESSION_EXPIRED' });
    });
    await expect(Promise.all([api.get('/staff/desk'), api.get('/staff/me')])).resolves.toEqual([{ ok: true }, { ok: true }]);
    expect(seen.filter((line) => line.includes('/renew'))).toHaveLength(1);
  });

  it('keeps a request waiting while the clerk signs in again, so nothing typed is lost', async () => {
    signedIn('li.fang', sessionOf('old'));
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
      if (String(url).endsWith('/renew')) return answer(401, {});
      return new Headers(init?.headers).get('authorization') === 'Bearer again' ? answer(200, { saved: true }) : answer(401, {});
    });
    const saving = api.put('/staff/applications/a/marks', { version: 1, marks: [] });
    await new Promise((resolve) => session.subscribe(() => resolve(null)));
    expect(session.get().phase).toBe('expired');
    signedIn('li.fang', sessionOf('again'));
    await expect(saving).resolves.toEqual({ saved: true });
  });

  const guarded = () => jest.spyOn(globalThis, 'fetch').mockImplementation(async () => (stepped ? answer(200, { merged: true }) : answer(403, { code: 'STEP_UP_NEEDED', title: '这一步需要再输入一次动态口令' })));
  let stepped = false;
  const asked = () => new Promise((resolve) => stepUpAsked.subscribe(() => resolve(null)));

  it('asks for the second factor where the server wants it and then sends the same message again', async () => {
    stepped = false;
    signedIn('li.fang', sessionOf('t'));
    const sent = guarded();
    const merging = api.post('/staff/applications/a/merge-account', { version: 1 });
    await asked();
    stepped = true;
    stepUpEnded(true);
    await expect(merging).resolves.toEqual({ merged: true });
    expect(sent).toHaveBeenCalledTimes(2);
    expect(sent.mock.calls[1]).toEqual(sent.mock.calls[0]);
  });

  it('lets the refusal stand when the clerk would rather not, or leaves', async () => {
    stepped = false;
    signedIn('li.fang', sessionOf('t'));
    guarded();
    for (const end of [() => stepUpEnded(false), signedOut]) {
      const merging = api.post('/staff/applications/a/merge-account', { version: 1 });
      const refused = expect(merging).rejects.toMatchObject({ code: 'STEP_UP_NEEDED' });
      await asked();
      end();
      await refused;
    }
  });

  it('says that the password was wrong instead of ending the session of a locked screen', async () => {
    signedIn('li.fang', sessionOf('t'));
    jest.spyOn(globalThis, 'fetch').mockResolvedValue(answer(401, { code: 'PASSWORD_WRONG', title: '用户名或密码不对' }));
    await expect(api.post('/staff/unlock', { password: 'x' })).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    expect(session.get().phase).toBe('signed-in');
  });

  it('creates with one key even when the first answer is lost on the way', async () => {
    signedIn('li.fang', sessionOf('t'));
    const keys: (string | null)[] = [];
    jest.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
      keys.push(new Headers(init?.headers).get('idempotency-key'));
      if (keys.length === 1) throw new TypeError('Failed to fetch');
      return answer(201, { id: 'b1' });
    });
    await expect(api.create('/staff/batches')).resolves.toEqual({ id: 'b1' });
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
  });

  it('says that the network is lost and notices when it is back', async () => {
    signedIn('li.fang', sessionOf('t'));
    const fetching = jest.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await expect(api.get('/staff/desk')).rejects.toBeInstanceOf(NetworkLost);
    expect(network.get().lost).toBe(true);
    fetching.mockResolvedValueOnce(answer(200, {}));
    await api.get('/staff/desk');
    expect(network.get().lost).toBe(false);
  });

  it('passes on the sentence of the first wrong field', async () => {
    const refusal = new Refusal(422, { title: '填写有误', code: 'X', fields: [{ path: 'name', code: 'NAME', message: '请填写姓名' }] });
    expect(sentenceOf(refusal)).toBe('请填写姓名');
    expect(sentenceOf(new Refusal(409, { code: 'QUEUE_EMPTY', title: '现在没有人在等候' }))).toBe('现在没有人在等候');
  });

  it('asks nobody to refresh a page that has just read itself anew', () => {
    const stale = new Refusal(409, { code: 'STALE_VERSION', title: '内容刚刚有了变化，请刷新后再试' });
    expect([sentenceOfStep(stale), sentenceOfStep(new Refusal(409, { code: 'X', title: '现在不能这样做' }))]).toEqual(['别处刚刚改动了这一件，已为您换成最新内容，请再确认一次。', '现在不能这样做']);
  });

  it('makes keys that are well-formed and not repeated', () => {
    const made = new Set(Array.from({ length: 200 }, nonce));
    expect(made.size).toBe(200);
    for (const key of made) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
