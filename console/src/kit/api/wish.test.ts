import { signedIn, signedOut } from '../session/session.store.ts';
import { api } from './api.ts';
import { NetworkLost } from './problem.ts';

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

beforeAll(() => {
  const kept = new Map<string, string>();
  Object.assign(globalThis, { sessionStorage: { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => kept.set(k, v), removeItem: (k: string) => kept.delete(k) } });
});
beforeEach(() => signedIn('zhou', { token: 't', accountId: 'zhou', expiresAt: 1, renewalToken: 'r', renewalExpiresAt: 2 }));
afterEach(() => { jest.restoreAllMocks(); jest.useRealTimers(); signedOut(); });

const keysOf = (sent: jest.SpiedFunction<typeof fetch>) => sent.mock.calls.map(([, init]) => new Headers(init?.headers).get('idempotency-key'));

describe('a wish of a hurried clerk', () => {
  it('is sent once for a double click, and both clicks get its answer', async () => {
    const sent = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => answer(200, { id: 'a' }));
    await expect(Promise.all([api.create('/staff/commitments', { wording: '五分钟' }), api.create('/staff/commitments', { wording: '五分钟' })])).resolves.toEqual([{ id: 'a' }, { id: 'a' }]);
    await Promise.all([api.post('/staff/commitments/a/publish', { version: 1 }), api.post('/staff/commitments/a/publish', { version: 1 })]);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  it('is another one when it says something else, or comes after the answer', async () => {
    const sent = jest.spyOn(globalThis, 'fetch').mockImplementation(async () => answer(200, {}));
    await Promise.all([api.create('/staff/batches', { day: 1 }), api.create('/staff/batches', { day: 2 })]);
    await api.create('/staff/batches', { day: 2 });
    expect(new Set(keysOf(sent)).size).toBe(3);
  });

  it('keeps its key while the server is down, so that pressing again once it is back creates nothing twice', async () => {
    jest.useFakeTimers();
    const sent = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const lost = expect(api.create('/staff/stars', { month: '2026-11' })).rejects.toBeInstanceOf(NetworkLost);
    await jest.runAllTimersAsync();
    await lost;
    sent.mockImplementation(async () => answer(200, { id: 's' }));
    await api.create('/staff/stars', { month: '2026-11' });
    await api.create('/staff/stars', { month: '2026-11' });
    const [first, again, back, later] = keysOf(sent);
    expect([again, back]).toEqual([first, first]);
    expect(later).not.toBe(first);
  });

  it('of somebody who left is not waited for by whoever comes next', async () => {
    const sent = jest.spyOn(globalThis, 'fetch').mockImplementationOnce(() => new Promise(() => undefined));
    void api.post('/staff/desk/next');
    signedOut();
    signedIn('wu', { token: 'w', accountId: 'wu', expiresAt: 1, renewalToken: 'r', renewalExpiresAt: 2 });
    sent.mockImplementation(async () => answer(200, { called: 'A1' }));
    await expect(api.post('/staff/desk/next')).resolves.toEqual({ called: 'A1' });
  });
});
