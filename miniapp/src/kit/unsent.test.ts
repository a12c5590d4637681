import { phone } from './testing/taro-double.ts';
import { get } from './api.ts';
import { closeSession, openSession, owner } from './session.ts';
import { recall } from './storage.ts';
import { keepUnsent, recallUnsent } from './unsent.ts';

const DAY = 86_400_000;
const session = (accountId: string, lives = DAY) => ({ token: `token-${accountId}-${lives}`, accountId, expiresAt: Date.now() + lives, renewalToken: 'renew', renewalExpiresAt: Date.now() + 30 * DAY });
const ok = (data: unknown) => ({ statusCode: 200, data });
const write = (account: string, words: object) => keepUnsent(account, 'draft:7', words, Date.now());
const found = (account: string) => recallUnsent(account, 'draft:7');

beforeEach(() => { closeSession(true); phone.reset(); });

describe('what was written and not yet sent', () => {
  test('survives a renewal the server refuses, when WeChat says it is the same person', async () => {
    openSession(session('mother', 10_000));
    write('mother', { name: '李桂兰' });
    phone.answer = ({ url }) => (url.endsWith('/renew') ? { statusCode: 401, data: {} } : ok(url.endsWith('/wechat') ? session('mother') : { id: 'me' }));
    await get('/resident/me');
    expect([owner(), found('mother')]).toEqual(['mother', { name: '李桂兰' }]);
  });

  test('waits while nobody is signed in, and is the same person\'s again after they signed in', () => {
    openSession(session('mother'));
    write('mother', { name: '李桂兰' });
    closeSession(false);
    expect([recall('person', 'session'), owner()]).toEqual([null, 'mother']);
    openSession(session('mother'));
    expect(found(owner()!)).toEqual({ name: '李桂兰' });
  });

  test('is never the next person\'s, and the first one has it again afterwards', () => {
    openSession(session('mother'));
    write('mother', { name: '李桂兰' });
    closeSession(false);
    openSession(session('daughter'));
    expect([owner(), found(owner()!)]).toEqual(['daughter', null]);
    closeSession(true);
    openSession(session('mother'));
    expect(found(owner()!)).toEqual({ name: '李桂兰' });
  });

  test('is forgotten when its writer signs out by choice', () => {
    openSession(session('mother'));
    write('mother', { name: '李桂兰' });
    closeSession(true);
    expect([owner(), found('mother')]).toEqual([null, null]);
  });

  test('leaves the phone after a fortnight, and at once when it has been sent', () => {
    keepUnsent('mother', 'draft:7', { name: '李桂兰' }, Date.now() - 15 * DAY);
    keepUnsent('mother', 'draft:8', { name: '李桂兰' }, Date.now() - 13 * DAY);
    openSession(session('daughter'));
    expect([recallUnsent('mother', 'draft:7'), recallUnsent('mother', 'draft:8')]).toEqual([null, { name: '李桂兰' }]);
    keepUnsent('mother', 'draft:8', null, Date.now());
    expect(recallUnsent('mother', 'draft:8')).toBeNull();
  });
});
