import { auditor } from '@hall/shared/audit/auditor';
import { addDays, dayOf, instantAt } from '@hall/shared/kernel/day';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import type { LedgerKeyRoomView, LedgerStateView } from './ledger.dto.ts';
import { LedgerKey } from './ledger.entity.ts';
import { LedgerSequencer } from './ledger-sequencer.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  let security: string;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await signIn();
  });
  afterAll(() => hall.close());

  const signIn = async () => {
    ({ token: security } = await hall.staff(['security-admin'], '安全管理员'));
    await hall.steppedUp(security);
  };
  const room = async () => (await hall.call<LedgerKeyRoomView>('GET', '/staff/ledger-key', { token: security })).body;
  const change = async (seen: string) => hall.call<LedgerKeyRoomView & { code: string }>('POST', '/staff/ledger-key/change', { token: await hall.steppedUp(security), body: { reason: '每年换一次', seen } });
  const publicKey = async () => (await hall.call<LedgerStateView>('GET', '/public/ledger')).body.publicKey!;
  const seal = async () => {
    hall.clock.set(instantAt(addDays(dayOf(hall.clock.now()), 1), '00:10'));
    await hall.app.get(LedgerSequencer).seal();
    // The session of the day before is over.
    await signIn();
  };
  const audit = async (key: string) => {
    const reader = auditor({ digest: (text) => hall.app.get(CryptoPort).hash(text), isSigned, publicKey: key, books: [] });
    for (const line of (await hall.app.inject({ url: '/api/public/ledger/export' })).payload.trimEnd().split('\n')) reader.line(line);
    return reader.end();
  };

  test('a new key is handed over to by the old one, signs from the next seal on, and leaves nothing of the old one to sign with', async () => {
    expect((await change('none yet')).body).toMatchObject({ code: 'LEDGER_NOT_BEGUN' });
    await hall.app.get(LedgerSequencer).sequence();
    await seal();
    const first = await publicKey();
    expect((await change('MCowBQYDK2VwAyEA')).body).toMatchObject({ code: 'LEDGER_KEY_CHANGED' });
    const changed = await change(first);
    expect(changed.body).toMatchObject({ mayChange: false, keys: [{ state: 'next', seals: 0 }, { publicKey: first, state: 'last-seal', seals: 1, retiredAt: expect.any(Number) }] });
    const second = changed.body.keys[0]!.publicKey;
    expect((await change(second)).body).toMatchObject({ code: 'LEDGER_KEY_UNSEALED' });
    // Until the next seal everything that is published is the old key's, the file as well as what is shown of it.
    expect([await publicKey(), (await audit(first)).sound]).toEqual([first, true]);

    await seal();
    expect(await room()).toMatchObject({ mayChange: true, keys: [{ publicKey: second, state: 'in-use', seals: 1 }, { publicKey: first, state: 'destroyed', seals: 1 }] });
    expect(await publicKey()).toBe(second);
    for (const key of [first, second]) expect(await audit(key)).toMatchObject({ sound: true, keyFrom: 'outside', keys: [{ key: first }, { key: second }] });
    expect((await audit('MCowBQYDK2VwAyEA')).findings).toMatchObject([{ words: '签名用的不是您给出的公钥' }]);
    expect((await hall.dataSource.manager.find(LedgerKey, { order: { madeAt: 'ASC' } })).map(({ privateKeyCipher }) => privateKeyCipher === '')).toEqual([true, false]);
  });
});
