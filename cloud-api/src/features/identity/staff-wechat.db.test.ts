import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { MINUTE, SECOND } from '@hall/shared/kernel/day';
import type { StaffRole } from '@hall/shared/identity/permissions';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Passwords } from '../../platform/crypto/password.ts';
import { Totp } from '../../platform/crypto/totp.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { SessionView } from './identity.dto.ts';
import type { ScanLookView, ScanSignInView, ScanStateView, StaffAccountView, WechatBindingList } from './staff-wechat.dto.ts';

const PASSWORD = 'correct horse';
type Refusal = { code: string };

onEveryDatabase((database) => {
  let hall: TestApp;
  let wechat: WechatDouble;
  let passwordHash: string;
  let at = MORNING;
  beforeAll(async () => {
    const clock = { now: () => at };
    wechat = await startWechatDouble({ clock: { now: () => clock.now() } });
    hall = await TestApp.start(database.url, { environment: { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret } });
    clock.now = () => hall.clock.now();
    passwordHash = await hall.app.get(Passwords).hash(PASSWORD);
  }, 60_000);
  // Each test begins in a new half minute, in which nobody has given a code yet.
  beforeEach(() => { at += 10 * MINUTE; hall.clock.set(at); });
  afterAll(async () => {
    await hall.close();
    await wechat.close();
  });

  const employ = async (roles: StaffRole[], name: string) => {
    const { actor, token } = await hall.staff(roles, name);
    const userName = `u-${actor.id.slice(-8)}`;
    const secret = hall.app.get(Totp).newSecret();
    await hall.work((work) => work.execute('UPDATE staff SET password_hash = ?, user_name = ?, totp_secret_cipher = ? WHERE id = ?', [passwordHash, userName, hall.app.get(CryptoPort).encryptField(secret, `staff.totp:${actor.id}`), actor.id]));
    return { id: actor.id, userName, token, code: () => hall.app.get(Totp).codeAt(secret), name };
  };
  /** Somebody who works here, signed in on their own phone by WeChat. */
  const onThePhone = async (roles: StaffRole[], name: string) => {
    const who = await employ(roles, name);
    return { ...who, console: who.token, token: (await bind(who, `${name}的手机`)).body.token };
  };
  type Employed = Awaited<ReturnType<typeof employ>>;
  const bind = (who: Employed, person: string, more: object = {}) =>
    hall.call<SessionView & Refusal>('POST', '/public/staff/wechat-binding', { body: { userName: who.userName, password: PASSWORD, secondFactor: who.code(), code: wechat.control.issueLoginCode(person), ...more } });
  const byWechat = (person: string) => hall.call<SessionView & Refusal>('POST', '/public/staff/wechat-sign-in', { body: { code: wechat.control.issueLoginCode(person) } });
  const nextCode = () => hall.clock.advance(31 * SECOND);

  const begin = async () => (await hall.call<ScanSignInView>('POST', '/public/staff/scan-sign-in', { body: {}, headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36' } })).body;
  const state = async ({ scene, secret }: ScanSignInView) => (await hall.call<ScanStateView & Refusal>('GET', `/public/staff/scan-sign-in/${scene}/state`, { headers: { 'x-scan-secret': secret } })).body;
  const claim = ({ scene, secret }: ScanSignInView) => hall.call<SessionView & Refusal>('POST', `/public/staff/scan-sign-in/${scene}/claim`, { body: { secret } });
  const step = (token: string, { scene }: ScanSignInView, what: 'look' | 'confirm' | 'refuse') => hall.call<ScanLookView & Refusal>('POST', `/staff/scan-sign-ins/${scene}/${what}`, { token, body: {} });
  const audited = async (action: string, id: string) => Number((await hall.dataSource.query('SELECT COUNT(*) AS n FROM audit_entry WHERE action = ? AND subject_id = ?', [action, id]))[0].n);

  describe('a WeChat of one\'s own', () => {
    test('is tied to the account with both factors, opens it from then on for half an hour at a time, and its owner is told', async () => {
      const sun = await employ(['leader'], '孙局长');
      expect((await byWechat('孙')).body).toMatchObject({ code: 'STAFF_WECHAT_NOT_BOUND' });
      expect((await bind(sun, '孙')).status).toBe(200);
      const { body } = await byWechat('孙');
      expect(body).toMatchObject({ accountId: sun.id, renewalToken: '', expiresAt: hall.clock.now() + 30 * MINUTE });
      expect((await hall.call<StaffAccountView>('GET', '/staff/me/account', { token: body.token })).body).toEqual({ userName: sun.userName, wechatBoundAt: hall.clock.now(), maskedPhone: null, hasSecondFactor: true });
      await hall.deliver();
      expect((await hall.call('GET', '/staff/inbox', { token: body.token })).body).toMatchObject({ items: [{ title: '您的账号绑定了微信' }] });
      expect(await audited('staff.bind-wechat', sun.id)).toBe(1);
      expect(JSON.stringify(await hall.dataSource.query('SELECT * FROM staff_wechat'))).not.toContain(wechat.control.openidOf('孙'));
    });

    test('is not tied with a wrong password, a wrong code or a code already used; guessing shuts out whoever guesses, and not a WeChat that is tied', async () => {
      const li = await employ(['head'], '李科长');
      expect((await bind(li, '李', { password: 'wrong' })).body.code).toBe('PASSWORD_WRONG');
      expect((await bind(li, '李', { secondFactor: li.code() === '000000' ? '000001' : '000000' })).body.code).toBe('SECOND_FACTOR_WRONG');
      expect((await bind(li, '李')).status).toBe(200);
      expect((await bind(li, '李')).body.code).toBe('SECOND_FACTOR_WRONG');
      for (let guess = 0; guess < 5; guess += 1) await bind(li, '李', { password: 'wrong' });
      nextCode();
      expect((await bind(li, '李')).body.code).toBe('ACCOUNT_LOCKED');
      expect((await byWechat('李')).status).toBe(200);
    });

    test('is one for one account, both ways; the same tie made again is the same', async () => {
      const [zhou, wu] = [await employ(['head'], '周科长'), await employ(['head'], '吴科长')];
      expect((await bind(zhou, '周')).status).toBe(200);
      expect((await bind(wu, '周')).body.code).toBe('STAFF_WECHAT_TAKEN');
      nextCode();
      expect((await bind(zhou, '周的另一个微信')).body.code).toBe('STAFF_ACCOUNT_BOUND');
      nextCode();
      expect((await bind(zhou, '周')).status).toBe(200);
      expect(await audited('staff.bind-wechat', zhou.id)).toBe(1);
    });

    test('two phones that tie one account at the same moment: one of them is refused', async () => {
      const qian = await employ(['head'], '钱科长');
      const results = await Promise.all(['钱甲', '钱乙'].map((person) => bind(qian, person)));
      expect(results.map(({ status }) => status).sort()).not.toEqual([200, 200]);
      expect(Number((await hall.dataSource.query('SELECT COUNT(*) AS n FROM staff_wechat WHERE staff_id = ?', [qian.id]))[0].n)).toBeLessThanOrEqual(1);
    });

    test('untied by its owner it opens nothing, and what it had opened is closed; the console goes on', async () => {
      const feng = await employ(['leader'], '冯局长');
      await bind(feng, '冯');
      const phone = (await byWechat('冯')).body.token;
      expect((await hall.call('DELETE', '/staff/me/wechat', { token: feng.token })).body).toMatchObject({ wechatBoundAt: null });
      expect((await hall.call('GET', '/staff/me', { token: phone })).status).toBe(401);
      expect((await hall.call('GET', '/staff/me', { token: feng.token })).status).toBe(200);
      expect((await byWechat('冯')).body.code).toBe('STAFF_WECHAT_NOT_BOUND');
      expect(await audited('staff.unbind-wechat', feng.id)).toBe(1);
    });

    test('untied at the moment it signs in, it leaves no session behind', async () => {
      const xin = await employ(['leader'], '辛局长');
      for (let round = 0; round < 8; round += 1) {
        nextCode();
        expect((await bind(xin, '辛')).status).toBe(200);
        const [entered] = await Promise.all([byWechat('辛'), hall.call('DELETE', '/staff/me/wechat', { token: xin.token }), byWechat('辛')]);
        if (entered.status === 200) expect((await hall.call('GET', '/staff/me', { token: entered.body.token })).status).toBe(401);
        else expect(entered.body.code).toBe('STAFF_WECHAT_NOT_BOUND');
      }
      const open = await hall.dataSource.query('SELECT COUNT(*) AS n FROM session WHERE subject_id = ? AND ended_at IS NULL', [xin.id]);
      expect(Number(open[0].n)).toBe(1);
    });

    test('is asked for from one address only so often, each asking being a question to WeChat', async () => {
      const asked = await Promise.all(Array.from({ length: 64 }, () => hall.call('POST', '/public/staff/wechat-sign-in', { body: { code: 'no-such-code' } })));
      expect(asked.filter(({ status }) => status === 429)).toHaveLength(4);
    });

    test('of somebody who lost the phone is untied by the security administrator, who also ends every session', async () => {
      const chu = await employ(['leader'], '褚局长');
      const admin = await hall.staff(['security-admin'], '安全管理员');
      await bind(chu, '褚');
      const listed = (await hall.call<WechatBindingList>('GET', '/staff/wechat-bindings', { token: admin.token })).body.items;
      expect(listed).toContainEqual({ staffId: chu.id, name: '褚局长', post: '经办员', boundAt: hall.clock.now() });
      expect((await hall.call('POST', `/staff/wechat-bindings/${chu.id}/unbind`, { token: chu.token, body: {} })).status).toBe(403);
      await hall.call('POST', `/staff/wechat-bindings/${chu.id}/unbind`, { token: admin.token, body: {} });
      expect((await hall.call('GET', '/staff/me', { token: chu.token })).status).toBe(401);
      expect((await byWechat('褚')).body.code).toBe('STAFF_WECHAT_NOT_BOUND');
    });

    test('opens nothing once its owner no longer works here', async () => {
      const wei = await employ(['clerk'], '卫');
      await bind(wei, '卫');
      await hall.work((work) => work.execute('UPDATE staff SET active = 0 WHERE id = ?', [wei.id]));
      expect((await byWechat('卫')).body.code).toBe('STAFF_ACCOUNT_CLOSED');
    });

    test('a number for text messages is kept encrypted and shown masked', async () => {
      const jiang = await employ(['leader'], '蒋局长');
      const set = (phone: string | null) => hall.call<StaffAccountView & Refusal>('PUT', '/staff/me/phone', { token: jiang.token, body: { phone } });
      expect((await set('12')).body.code).toBe('PHONE_INVALID');
      expect((await set('139 0000 2222')).body.maskedPhone).toBe('139****2222');
      expect(JSON.stringify(await hall.dataSource.query('SELECT phone_cipher FROM staff WHERE id = ?', [jiang.id]))).not.toContain('13900002222');
      expect((await set(null)).body.maskedPhone).toBeNull();
    });
  });

  describe('signing in to the console by scanning', () => {
    test('the phone sees who asks, confirms, and the console has its session, once', async () => {
      const sun = await onThePhone(['head'], '沈科长');
      const scan = await begin();
      expect(scan).toMatchObject({ scene: expect.stringMatching(/^[\w-]{16}$/), expiresAt: hall.clock.now() + 2 * MINUTE, picture: expect.stringMatching(/^data:image\//), link: null });
      expect(await state(scan)).toEqual({ state: 'waiting' });
      expect((await claim(scan)).body.code).toBe('SCAN_NOT_CONFIRMED');
      expect((await step(sun.token, scan, 'look')).body).toMatchObject({ browser: 'Windows 电脑，谷歌内核浏览器', place: '本机', staffName: '沈科长' });
      expect(await state(scan)).toEqual({ state: 'looked' });
      expect((await claim(scan)).body.code).toBe('SCAN_NOT_CONFIRMED');
      expect((await step(sun.token, scan, 'confirm')).status).toBe(200);
      expect(await state(scan)).toEqual({ state: 'confirmed' });
      const claims = await Promise.all([claim(scan), claim(scan), claim(scan)]);
      expect(claims.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
      const { body } = claims.find(({ status }) => status === 200)!;
      expect((await hall.call('GET', '/staff/me', { token: body.token })).body).toMatchObject({ id: sun.id });
      expect(await state(scan)).toEqual({ state: 'over' });
      expect(await audited('staff.scan-confirmed', sun.id)).toBe(1);
    });

    test('whoever photographed the code has no secret, and whoever guesses one learns nothing', async () => {
      const han = await onThePhone(['head'], '韩科长');
      const scan = await begin();
      await step(han.token, scan, 'look');
      await step(han.token, scan, 'confirm');
      const thief = { ...scan, secret: (await begin()).secret };
      expect(await state(thief)).toMatchObject({ code: 'NOT_FOUND' });
      expect((await claim(thief)).body.code).toBe('NOT_FOUND');
      expect((await claim({ ...scan, scene: 'AAAAAAAAAAAAAAAA' })).body.code).toBe('NOT_FOUND');
      expect((await claim(scan)).status).toBe(200);
    });

    test('after two minutes the code is nothing to anybody, before and after confirming', async () => {
      const yang = await onThePhone(['head'], '杨科长');
      const [early, late] = [await begin(), await begin()];
      await step(yang.token, late, 'look');
      await step(yang.token, late, 'confirm');
      hall.clock.advance(2 * MINUTE);
      expect((await step(yang.token, early, 'look')).body.code).toBe('SCAN_CODE_OVER');
      expect((await claim(late)).body.code).toBe('SCAN_CODE_OVER');
      expect([await state(early), await state(late)]).toEqual([{ state: 'over' }, { state: 'over' }]);
    });

    test('a code serves whoever looked first: nobody else looks, confirms or refuses it, and nobody confirms unseen or twice', async () => {
      const [zhu, qin] = [await onThePhone(['head'], '朱科长'), await onThePhone(['head'], '秦科长')];
      const scan = await begin();
      expect((await step(zhu.token, scan, 'confirm')).body.code).toBe('SCAN_CODE_OVER');
      await step(zhu.token, scan, 'look');
      expect((await step(qin.token, scan, 'look')).body.code).toBe('SCAN_CODE_TAKEN');
      expect((await step(qin.token, scan, 'confirm')).body.code).toBe('SCAN_CODE_OVER');
      expect((await step(qin.token, scan, 'refuse')).body.code).toBe('SCAN_CODE_OVER');
      expect((await step(zhu.token, scan, 'look')).status).toBe(200);
      expect((await step(zhu.token, scan, 'confirm')).status).toBe(200);
      expect((await step(zhu.token, scan, 'confirm')).body.code).toBe('SCAN_CODE_OVER');
      expect((await step(zhu.token, scan, 'refuse')).body.code).toBe('SCAN_CODE_OVER');
      await claim(scan);
      expect((await step(zhu.token, scan, 'look')).body.code).toBe('SCAN_CODE_OVER');
    });

    test('a console vouches for no other computer: whoever finds one unlocked takes nothing away', async () => {
      const cui = await onThePhone(['head'], '崔科长');
      const scan = await begin();
      expect((await step(cui.console, scan, 'look')).status).toBe(200);
      expect((await step(cui.console, scan, 'confirm')).body.code).toBe('SCAN_NEEDS_PHONE');
      expect((await claim(scan)).body.code).toBe('SCAN_NOT_CONFIRMED');
      expect((await step(cui.token, scan, 'confirm')).status).toBe(200);
      const again = await begin();
      const claimed = (await claim(scan)).body.token;
      await step(claimed, again, 'look');
      expect((await step(claimed, again, 'confirm')).body.code).toBe('SCAN_NEEDS_PHONE');
    });

    test('a phone whose session was ended at another process a moment ago confirms nothing', async () => {
      const tao = await onThePhone(['head'], '陶科长');
      const scan = await begin();
      await step(tao.token, scan, 'look');
      await hall.work((work) => work.execute('UPDATE session SET ended_at = ? WHERE subject_id = ?', [work.now, tao.id]));
      expect((await step(tao.token, scan, 'confirm')).body.code).toBe('SIGN_IN_NEEDED');
      expect((await claim(scan)).body.code).toBe('SCAN_NOT_CONFIRMED');
    });

    test('what a lost phone has confirmed is claimed by nobody once it is untied', async () => {
      const hua = await onThePhone(['leader'], '花局长');
      const admin = await hall.staff(['security-admin'], '安全管理员');
      const scan = await begin();
      await step(hua.token, scan, 'look');
      await step(hua.token, scan, 'confirm');
      await hall.call('POST', `/staff/wechat-bindings/${hua.id}/unbind`, { token: admin.token, body: {} });
      expect((await claim(scan)).body.code).toBe('SCAN_CODE_OVER');
      expect(await state(scan)).toEqual({ state: 'refused' });
    });

    test('"不是我" ends it: the console hears so and gets nothing', async () => {
      const you = await onThePhone(['head'], '尤科长');
      const scan = await begin();
      await step(you.token, scan, 'look');
      await step(you.token, scan, 'refuse');
      expect(await state(scan)).toEqual({ state: 'refused' });
      expect((await claim(scan)).body.code).toBe('SCAN_CODE_OVER');
      expect(await audited('staff.scan-refused', you.id)).toBe(1);
    });

    test('a resident\'s session confirms nothing, and a dismissed person\'s confirmation counts for nothing', async () => {
      const he = await onThePhone(['head'], '何科长');
      const scan = await begin();
      expect((await step((await hall.resident()).token, scan, 'look')).status).toBe(403);
      await step(he.token, scan, 'look');
      await step(he.token, scan, 'confirm');
      await hall.work((work) => work.execute('UPDATE staff SET active = 0 WHERE id = ?', [he.id]));
      expect((await claim(scan)).body.code).toBe('STAFF_ACCOUNT_CLOSED');
    });

    test('neither scene nor secret is stored, and a day later nobody can say who signed in from where', async () => {
      const scan = await begin();
      const rows = JSON.stringify(await hall.dataSource.query('SELECT * FROM scan_sign_in'));
      expect([rows.includes(scan.scene), rows.includes(scan.secret), rows.includes('127.0.0.1')]).toEqual([false, false, false]);
      hall.clock.set(at = hall.clock.now() + 25 * 60 * MINUTE);
      await hall.app.get(Jobs).runNow('identity.forget-scans');
      expect(await hall.dataSource.query('SELECT id FROM scan_sign_in')).toEqual([]);
    });

    test('while WeChat is away there is no picture, and the page still answers', async () => {
      wechat.control.failNext('/wxa/getwxacodeunlimit', { status: 502 }, 2);
      expect((await begin()).picture).toBeNull();
    });

    test('an address that asks for codes without end is slowed down', async () => {
      const asked = await Promise.all(Array.from({ length: 61 }, () => hall.call('POST', '/public/staff/scan-sign-in', { body: {}, headers: { 'x-forwarded-for': '10.1.1.1' } })));
      expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    });
  });

  describe('the second factor given anew', () => {
    const stepUp = (token: string, code: string) => hall.call<{ until: number } & Refusal>('POST', '/staff/me/step-up', { token, body: { code } });
    const download = async (token: string) => (await hall.call<Refusal>('GET', '/staff/batches/none.xlsx', { token })).body.code;

    test('opens what asks for it for ten minutes, in this session alone', async () => {
      const lv = await employ(['head'], '吕科长');
      const other = await hall.staff(['head']);
      expect(await download(lv.token)).toBe('STEP_UP_NEEDED');
      expect((await stepUp(lv.token, lv.code())).body).toEqual({ until: hall.clock.now() + 10 * MINUTE });
      expect(await download(lv.token)).toBe('NOT_FOUND');
      expect(await download(other.token)).toBe('STEP_UP_NEEDED');
      hall.clock.advance(10 * MINUTE);
      expect(await download(lv.token)).toBe('STEP_UP_NEEDED');
    });

    test('cannot be guessed by whoever knows the password: signing in or unlocking again forgives no wrong code', async () => {
      const yun = await employ(['head'], '云科长');
      const wrong = () => (yun.code() === '000000' ? '000001' : '000000');
      const told: string[] = [];
      const unlocked: number[] = [];
      for (let guess = 0; guess < 12; guess += 1) {
        if (guess > 0 && guess % 5 === 0) hall.clock.advance(5 * MINUTE + SECOND);
        told.push((await stepUp(yun.token, wrong())).body.code);
        unlocked.push((await hall.call('POST', '/staff/unlock', { token: yun.token, body: { password: PASSWORD } })).status);
      }
      expect(unlocked.slice(0, 10)).toEqual([200, 200, 200, 200, 423, 200, 200, 200, 200, 423]);
      expect(told).toEqual([...Array<string>(10).fill('STEP_UP_WRONG'), 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
      expect((await bind(yun, '云', { secondFactor: wrong() })).status).toBe(429);
      expect((await stepUp(yun.token, yun.code())).status).toBe(429);
    });

    test('is no permission: a clerk who gave it may still not', async () => {
      const clerk = await employ(['clerk'], '施');
      await stepUp(clerk.token, clerk.code());
      expect(await download(clerk.token)).toBe('NOT_ALLOWED');
    });

    test('is good once, guessed at it locks the account, and without one there is nothing to give', async () => {
      const zhang = await employ(['head'], '张科长');
      const code = zhang.code();
      await stepUp(zhang.token, code);
      expect(await stepUp(zhang.token, code)).toMatchObject({ status: 422, body: { code: 'STEP_UP_WRONG' } });
      for (let guess = 0; guess < 4; guess += 1) await stepUp(zhang.token, '000000');
      nextCode();
      expect((await stepUp(zhang.token, zhang.code())).body.code).toBe('ACCOUNT_LOCKED');
      const without = await hall.staff(['head']);
      expect((await stepUp(without.token, '123456')).body.code).toBe('SECOND_FACTOR_NOT_SET');
    });
  });
});
