import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Repository } from 'typeorm';
import type { KeyRoomView } from '../../features/identity/keys.dto.ts';
import { People } from '../../features/identity/people.ts';
import { Resident } from '../../features/identity/resident.entity.ts';
import { CryptoPort } from './crypto.port.ts';
import { KeyRotation } from './key-rotation.ts';
import { Jobs } from '../jobs/jobs.ts';
import { FileStorage } from '../storage/file-storage.ts';
import { sealedColumns } from '../persistence/sealed.ts';
import { onEveryDatabase } from '../persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { aesSuite } from './aes-suite.ts';
import { generateKeyRing } from './key-ring.ts';

const WOMAN = { name: '王桂英', citizenId: '420606195003150023' };

test('the rotation knows every column that holds ciphertext', () => {
  expect(sealedColumns().map(({ place }) => place).sort()).toEqual([
    'activity-sign-up.name', 'activity-sign-up.phone', 'application.assessment', 'application.content', 'application.rejection', 'application.returned-content', 'booking.contact-phone', 'case-batch-row.content', 'case-step.note',
    'enquiry-draft.text', 'enquiry-step.words', 'enquiry.asker-name', 'enquiry.asker-phone', 'ledger-key.private', 'once-only-notice.content', 'rating-case.words', 'rating-objection.words', 'rating-question.answer', 'rating.comment',
    'relative.citizen-id', 'relative.name', 'resident-identity.subject', 'resident.citizen-id', 'resident.name', 'resident.phone', 'review-mark.sentence', 'rights-step.words', 'rights.name', 'rights.phone', 'rights.words',
    'staff-wechat.openid', 'staff.phone', 'staff.totp', 'star-objection.words', 'suggestion-answer.text', 'suggestion-note.text', 'suggestion-step.words', 'suggestion.text', 'time-dispute.answer', 'time-dispute.words', 'visit-matter.person-name',
  ]);
});

onEveryDatabase((database) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hall-rotation-'));
  afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

  test('with a new key in the ring everything is written anew, and afterwards the old key is not needed', async () => {
    const first = generateKeyRing(aesSuite, 'k1');
    const index = /index=\S+/.exec(first)![0];
    const both = `active=k2 ${/k1=\S+/.exec(first)![0]} ${/k2=\S+/.exec(generateKeyRing(aesSuite, 'k2'))![0]} ${index}`;
    const onlySecond = `active=k2 ${/k2=\S+/.exec(both)![0]} ${index}`;

    const before = await TestApp.start(database.url, { keyRing: first, dataFolder });
    const { actor } = await before.resident(WOMAN);
    const file = await before.app.get(FileStorage).save(Buffer.from('a picture'));
    await before.close();

    const during = await TestApp.start(database.url, { keyRing: both, dataFolder, hallId: before.hallId });
    const { token: early } = await during.staff(['security-admin'], '安全管理员');
    expect((await during.call<KeyRoomView>('GET', '/staff/keys', { token: early })).body).toMatchObject({ keys: [{ id: 'k2' }, { id: 'k1', texts: 2, mayLeave: false }], waiting: [{ place: 'resident.name', total: 1, old: 1 }, { place: 'resident.citizen-id', total: 1, old: 1 }] });
    const report = await during.app.get(KeyRotation).rotate();
    expect(report).toEqual({ texts: 2, files: 1 });
    expect(await during.app.get(KeyRotation).rotate()).toEqual({ texts: 0, files: 0 });
    const { token } = await during.staff(['security-admin'], '安全管理员');
    const room = async () => (await during.call<KeyRoomView>('GET', '/staff/keys', { token })).body;
    expect(await room()).toMatchObject({ keys: [{ id: 'k2', active: true, mayLeave: false }, { id: 'k1', active: false, texts: 0, mayLeave: true }], lost: 0, waiting: [], running: null, actions: ['rotate'] });
    await during.close();

    const after = await TestApp.start(database.url, { keyRing: onlySecond, dataFolder, hallId: before.hallId });
    expect(await after.app.get(People).resident(actor.id)).toMatchObject(WOMAN);
    expect((await after.app.get(FileStorage).read(file.id)).toString()).toBe('a picture');
    const residents: Repository<Resident> = after.dataSource.getRepository(Resident);
    const row = await residents.findOneByOrFail({ id: actor.id });
    expect(() => after.app.get(CryptoPort).decryptField(row.nameCipher!, 'resident.name:somebody-else')).toThrow('not what was written in this place');

    // Somebody asks for it, sees that it waits and that it is over; names are told, and no secret.
    const { token: security } = await after.staff(['security-admin'], '赵安全');
    const ask = async () => (await after.call<KeyRoomView>('POST', '/staff/keys/rotation', { token: await after.steppedUp(security) })).body;
    const asked = await ask();
    expect(asked).toMatchObject({ running: { byName: '赵安全', begunAt: null, endedAt: null }, actions: [] });
    expect((await ask()).running!.id).toBe(asked.running!.id);
    await after.app.get(Jobs).runNow('platform.rotate-keys');
    const over = (await after.call<KeyRoomView>('GET', '/staff/keys', { token: security })).body;
    expect(over).toMatchObject({ keys: [{ id: 'k2' }], running: null, actions: ['rotate'] });
    expect(over.walks.find(({ id }) => id === asked.running!.id)).toMatchObject({ keyId: 'k2', endedAt: expect.any(Number) });
    for (const secret of both.match(/(?<=aes256gcm\.)[\w-]+/g)!) expect(JSON.stringify(over)).not.toContain(secret);
    expect((await after.call('GET', '/staff/keys', await after.staff(['system-admin'], '系统管理员'))).status).toBe(403);
    await after.close();
  }, 60_000);
});
