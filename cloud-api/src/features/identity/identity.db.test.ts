import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { LiveHub } from '../../platform/realtime/live.hub.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Totp } from '../../platform/crypto/totp.ts';
import { Passwords } from '../../platform/crypto/password.ts';
import { SmsPort } from '../../platform/sms/sms.port.ts';
import type { DemoInboxSms } from '../../platform/sms/demo-inbox.sms.ts';
import { TestApp } from '../../testing/test-app.ts';
import { aPhotograph } from '../enrolment/testing/case.builder.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import type { ConsentList, MeView, PairingCodeView, RelativeView, SessionView, StaffMeView, StaffSignInView } from './identity.dto.ts';
import { People } from './people.ts';

const PHONE = '13800138000';
const MAN = { name: '李建国', citizenId: '420606199001011239' };
const WOMAN = { name: '王桂英', citizenId: '420606195003150023' };

onEveryDatabase((database) => {
  let hall: TestApp;
  let correctHorse: string;

  beforeAll(async () => {
    // One proxy in front: addresses come by its header.
    hall = await TestApp.start(database.url, { environment: { TRUST_PROXY_HOPS: '1' } });
    correctHorse = await hall.app.get(Passwords).hash('correct horse');
  }, 60_000);
  afterAll(() => hall.close());

  const sentCode = () => /(\d{6})/.exec((hall.app.get(SmsPort) as DemoInboxSms).list()[0]!.text)![1]!;

  const signInByPhone = async (phone: string): Promise<SessionView> => {
    hall.clock.advance(61_000);
    await hall.call('POST', '/public/sign-in/phone-code', { body: { phone } });
    return (await hall.call<SessionView>('POST', '/public/sign-in/phone', { body: { phone, code: sentCode() } })).body;
  };

  test('a resident signs in with the code sent to the phone, and the code is good once', async () => {
    expect((await hall.call('POST', '/public/sign-in/phone-code', { body: { phone: PHONE } })).body).toEqual({ sent: true, retryAfterSeconds: 60 });
    const code = sentCode();
    const session = await hall.call<SessionView>('POST', '/public/sign-in/phone', { body: { phone: PHONE, code } });
    expect(session.status).toBe(200);
    const me = await hall.call<MeView>('GET', '/resident/me', { token: session.body.token });
    expect(me.body).toMatchObject({ assurance: 'phone', maskedPhone: '138****8000', maskedName: null });
    expect((await hall.call('POST', '/public/sign-in/phone', { body: { phone: PHONE, code } })).body).toMatchObject({ code: 'PHONE_CODE_WRONG' });
  });

  test('a second code within a minute and a sixth guess are refused', async () => {
    const phone = '13900139000';
    await hall.call('POST', '/public/sign-in/phone-code', { body: { phone } });
    expect((await hall.call('POST', '/public/sign-in/phone-code', { body: { phone } })).body).toMatchObject({ code: 'PHONE_CODE_TOO_SOON' });
    const right = sentCode();
    const wrong = right === '000000' ? '111111' : '000000';
    for (let guess = 0; guess < 5; guess += 1) expect((await hall.call('POST', '/public/sign-in/phone', { body: { phone, code: wrong } })).status).toBe(401);
    expect((await hall.call('POST', '/public/sign-in/phone', { body: { phone, code: right } })).body).toMatchObject({ code: 'PHONE_CODE_WRONG' });
  });

  test('a session is renewed silently, and the old renewal token is worth nothing afterwards', async () => {
    const first = await signInByPhone('13700137000');
    const renewed = await hall.call<SessionView>('POST', '/public/sign-in/renew', { body: { renewalToken: first.renewalToken } });
    expect((await hall.call('GET', '/resident/me', { token: renewed.body.token })).status).toBe(200);
    expect((await hall.call('POST', '/public/sign-in/renew', { body: { renewalToken: first.renewalToken } })).status).toBe(401);
  });

  test('a wrong ID number is refused beside its field, in plain words', async () => {
    const { token } = await hall.resident();
    const answer = await hall.call('PUT', '/resident/me/declaration', { token, body: { name: '李建国', citizenId: '420606199001011230' } });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'CITIZEN_ID_INVALID', fields: [{ path: 'citizenId', message: expect.stringMatching(/[一-龥]/) }] });
  });

  test('consent is given to a wording, can be withdrawn, and an old wording cannot be agreed to', async () => {
    const { token } = await signInByPhone('13600136000');
    const give = (version: string) => hall.call<ConsentList>('POST', '/resident/consents', { token, body: { kind: 'sensitive-data', version } });
    expect((await give('1999-1')).body).toMatchObject({ code: 'CONSENT_VERSION_OLD' });
    expect((await give('2026-1')).body.items).toContainEqual(expect.objectContaining({ kind: 'sensitive-data', current: true }));
    const withdrawn = await hall.call<ConsentList>('POST', '/resident/consents/withdraw', { token, body: { kind: 'sensitive-data' } });
    expect(withdrawn.body.items).toContainEqual(expect.objectContaining({ kind: 'sensitive-data', current: false, withdrawnAt: expect.any(Number) }));
  });

  test('a daughter adds her mother once, even when she taps twice, and never herself', async () => {
    const { token } = await hall.resident(MAN);
    const input = { relation: 'mother', ...WOMAN };
    const [first, second] = await Promise.all([1, 2].map(() => hall.call<RelativeView>('POST', '/resident/relatives', { token, body: input, key: 'tap-tap-1234' })));
    expect(second!.body.id).toBe(first!.body.id);
    expect(first!.body).toMatchObject({ relationLabel: '母亲', age: 76, maskedName: '王*英' });
    expect(JSON.stringify(first!.body)).not.toContain(WOMAN.citizenId);
    expect((await hall.call('POST', '/resident/relatives', { token, body: input })).body).toMatchObject({ code: 'RELATIVE_TWICE' });
    expect((await hall.call('POST', '/resident/relatives', { token, body: { relation: 'other', ...MAN } })).body).toMatchObject({ code: 'RELATIVE_IS_SELF' });
  });

  test('somebody else\'s relative is not there', async () => {
    const owner = await hall.resident();
    const stranger = await hall.resident();
    const { body } = await hall.call<RelativeView>('POST', '/resident/relatives', { token: owner.token, body: { relation: 'mother', ...WOMAN } });
    expect((await hall.call('DELETE', `/resident/relatives/${body.id}`, { token: stranger.token })).status).toBe(404);
  });

  test('one citizen ID has one verified account; the other is merged into it and signed out', async () => {
    const old = await hall.resident(WOMAN);
    const fresh = await hall.resident(WOMAN);
    const people = hall.app.get(People);
    expect(await hall.work((work) => people.verify(work, old.actor.id, WOMAN))).toBeNull();
    expect(await hall.work((work) => people.verify(work, fresh.actor.id, WOMAN))).toEqual({ otherResidentId: old.actor.id });
    await hall.work(async (work) => {
      await people.merge(work, old.actor.id, fresh.actor.id);
      expect(await people.verify(work, fresh.actor.id, WOMAN)).toBeNull();
    });
    expect((await hall.call('GET', '/resident/me', { token: old.token })).status).toBe(401);
    expect((await hall.call<MeView>('GET', '/resident/me', { token: fresh.token })).body.assurance).toBe('verified');
  });

  test('five wrong passwords shut out whoever typed them for five minutes, right password or not, and not the clerk elsewhere', async () => {
    const { attempt } = await clerkWithPassword(false);
    const from = (address: string) => (password: string) => attempt(password, address);
    const [prankster, desk] = [from('10.1.0.1'), from('10.1.0.2')];
    for (let guess = 0; guess < 5; guess += 1) expect((await prankster('wrong')).body).toMatchObject({ code: 'PASSWORD_WRONG' });
    expect((await prankster('correct horse')).body).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    expect((await desk('correct horse')).body.state).toBe('signed-in');
    hall.clock.advance(301_000);
    expect((await prankster('correct horse')).body.state).toBe('signed-in');
  });

  test('a name nobody has is refused as any other, so that trying tells no names', async () => {
    const told = [];
    for (let guess = 0; guess < 6; guess += 1) told.push((await hall.call<{ code: string }>('POST', '/public/staff/sign-in', { body: { userName: 'nobody-here', password: 'wrong' }, headers: { 'x-forwarded-for': '10.1.0.3' } })).body.code);
    expect(told).toEqual([...Array<string>(5).fill('PASSWORD_WRONG'), 'ACCOUNT_LOCKED']);
  });

  const clerkWithPassword = async (withSecondFactor: boolean) => {
    const { actor } = await hall.staff(['clerk']);
    const userName = `clerk-${actor.id.slice(-8)}`;
    const secret = hall.app.get(Totp).newSecret();
    await hall.work((work) => work.execute('UPDATE staff SET password_hash = ?, user_name = ?, totp_secret_cipher = ? WHERE id = ?', [correctHorse, userName, withSecondFactor ? hall.app.get(CryptoPort).encryptField(secret, `staff.totp:${actor.id}`) : null, actor.id]));
    return { secret, attempt: (password: string, address = '10.2.0.1') => hall.call<StaffSignInView & { code?: string }>('POST', '/public/staff/sign-in', { body: { userName, password }, headers: { 'x-forwarded-for': address } }) };
  };

  test('forty passwords tried at the same moment are no more than five tries', async () => {
    const { attempt } = await clerkWithPassword(false);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, guess) => attempt(`wrong ${guess}`)));
    expect(answers.filter(({ body }) => body.code === 'PASSWORD_WRONG')).toHaveLength(5);
    expect(answers.filter(({ body }) => body.code === 'ACCOUNT_LOCKED')).toHaveLength(35);
  });

  test('knowing the password does not wipe out wrong second factors: the fifth locks the account', async () => {
    const { attempt, secret } = await clerkWithPassword(true);
    const right = hall.app.get(Totp).codeAt(secret);
    const wrong = (guess: number) => (right === String(100_000 + guess) ? '999999' : String(100_000 + guess));
    const guess = async (number: number) => {
      const { body } = await attempt('correct horse');
      return hall.call('POST', '/public/staff/second-factor', { body: { challenge: body.challenge, code: wrong(number) } });
    };
    for (let number = 0; number < 5; number += 1) expect((await guess(number)).body).toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    expect((await attempt('correct horse')).body).toMatchObject({ code: 'ACCOUNT_LOCKED' });
    hall.clock.advance(301_000);
    const { body } = await attempt('correct horse');
    const code = hall.app.get(Totp).codeAt(secret);
    expect((await hall.call<StaffSignInView>('POST', '/public/staff/second-factor', { body: { challenge: body.challenge, code } })).body.state).toBe('signed-in');
  });

  test('twenty requests at once send a phone one code', async () => {
    const phone = '13500135000';
    const before = (hall.app.get(SmsPort) as DemoInboxSms).list().length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => hall.call<{ code?: string }>('POST', '/public/sign-in/phone-code', { body: { phone } })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((hall.app.get(SmsPort) as DemoInboxSms).list()).toHaveLength(before + 1);
  });

  test('a name that turns the direction of writing, or piles marks up, does not get as far as the hall\'s screen', async () => {
    const { token } = await hall.resident();
    for (const name of ['\u202e李建国', '李\u0301\u0301\u0301国', '<b>李国</b>', '李', '李\u200b国']) {
      expect((await hall.call('PUT', '/resident/me/declaration', { token, body: { ...MAN, name } })).body).toMatchObject({ code: 'NAME_INVALID', fields: [{ path: 'name' }] });
      expect((await hall.call('POST', '/resident/relatives', { token, body: { ...WOMAN, relation: 'mother', name } })).body).toMatchObject({ code: 'NAME_INVALID' });
    }
    expect((await hall.call<MeView>('PUT', '/resident/me/declaration', { token, body: { ...MAN, name: '阿依古丽·买买提' } })).body.maskedName).toBe('阿******提');
  });

  test('what is told to one person is kept by no browser and no proxy', async () => {
    const { token } = await hall.resident(MAN);
    for (const url of ['/api/resident/me', '/api/resident/inbox', '/api/resident/applications']) {
      const { headers } = await hall.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });
      expect(headers['cache-control']).toBe('no-store');
    }
  });

  test('a hall screen is paired by a code that works once, and a revoked screen is out', async () => {
    const { token } = await hall.staff(['head']);
    const { body: pairing } = await hall.call<PairingCodeView>('POST', '/staff/devices/pairing-codes', { token, body: { kind: 'screen', name: '大厅屏' } });
    const paired = await hall.call<{ token: string }>('POST', '/public/devices/pair', { body: { code: pairing.code } });
    expect(paired.status).toBe(200);
    expect((await hall.call('POST', '/public/devices/pair', { body: { code: pairing.code } })).body).toMatchObject({ code: 'PAIRING_CODE_WRONG' });
    const told: string[] = [];
    hall.app.get(LiveHub).onPublished((topic, { state }) => told.push(`${topic} ${JSON.stringify(state)}`));
    expect((await hall.call<{ items: { name: string; state: string }[] }>('PUT', `/staff/devices/${pairing.deviceId}/name`, { token, body: { name: ' 正门屏 ' } })).body.items).toMatchObject([{ name: '正门屏', state: 'paired' }]);
    await hall.call('POST', `/staff/devices/${pairing.deviceId}/revoke`, { token });
    expect(await hall.call('PUT', `/staff/devices/${pairing.deviceId}/name`, { token, body: { name: '后门屏' } })).toMatchObject({ status: 409, body: { code: 'DEVICE_REVOKED' } });
    expect(told).toEqual([`device:${pairing.deviceId} {"revoked":true}`]);
    expect((await hall.call('GET', '/device/screen', { token: paired.body.token })).status).toBeGreaterThanOrEqual(401);
  });

  test('a clerk’s portrait opens in any page without signing in, and no longer once she has left', async () => {
    const { token, actor } = await hall.staff(['clerk']);
    expect((await hall.call<StaffMeView>('GET', '/staff/me', { token })).body.photoUrl).toBeNull();
    const pictures = hall.app.get(Pictures);
    const stored = await pictures.store({ bytes: await aPhotograph(), fileName: 'a.jpg' });
    const { id: pictureId } = await hall.work((work) => pictures.keep(work, stored, { subjectKind: 'staff-photo', subjectId: actor.id, ownerResidentId: null, hallId: hall.hallId }));
    const url = `/api/public/portraits/${pictureId}`;
    const show = () => hall.app.inject({ method: 'GET', url });
    expect((await show()).statusCode).toBe(404);
    await hall.work((work) => work.execute('UPDATE staff SET photo_picture_id = ? WHERE id = ?', [pictureId, actor.id]));
    expect((await hall.call<StaffMeView>('GET', '/staff/me', { token })).body.photoUrl).toBe(url);
    const shown = await show();
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([200, 'image/jpeg', 'public, max-age=3600']);
    expect(shown.rawPayload.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    await hall.work((work) => work.execute('UPDATE staff SET active = 0 WHERE id = ?', [actor.id]));
    expect((await show()).statusCode).toBe(404);
  });
});
