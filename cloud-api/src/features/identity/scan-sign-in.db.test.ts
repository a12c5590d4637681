import { MINUTE } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import type { SessionView } from './identity.dto.ts';
import type { ScanLookView, ScanSignInView, ScanStateView } from './staff-wechat.dto.ts';
import { StaffWithPhones, type Refusal } from './testing/staff-with-phones.ts';

onEveryDatabase((database) => {
  let house: StaffWithPhones;
  beforeAll(async () => { house = await StaffWithPhones.start(database.url); }, 60_000);
  beforeEach(() => house.beginAnew());
  afterAll(() => house.close());

  const begin = async () => (await house.hall.call<ScanSignInView>('POST', '/public/staff/scan-sign-in', { body: {}, headers: { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36' } })).body;
  const state = async ({ scene, secret }: ScanSignInView) => (await house.hall.call<ScanStateView & Refusal>('GET', `/public/staff/scan-sign-in/${scene}/state`, { headers: { 'x-scan-secret': secret } })).body;
  const claim = ({ scene, secret }: ScanSignInView) => house.hall.call<SessionView & Refusal>('POST', `/public/staff/scan-sign-in/${scene}/claim`, { body: { secret } });
  const step = (token: string, { scene }: ScanSignInView, what: 'look' | 'confirm' | 'refuse') => house.hall.call<ScanLookView & Refusal>('POST', `/staff/scan-sign-ins/${scene}/${what}`, { token, body: {} });

  describe('signing in to the console by scanning', () => {
    test('the phone sees who asks, confirms, and the console has its session, once', async () => {
      const sun = await house.onThePhone(['head'], '沈科长');
      const scan = await begin();
      expect(scan).toMatchObject({ scene: expect.stringMatching(/^[\w-]{16}$/), expiresAt: house.hall.clock.now() + 2 * MINUTE, picture: expect.stringMatching(/^data:image\//), link: null });
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
      expect((await house.hall.call('GET', '/staff/me', { token: body.token })).body).toMatchObject({ id: sun.id });
      expect(await state(scan)).toEqual({ state: 'over' });
      expect(await house.audited('staff.scan-confirmed', sun.id)).toBe(1);
    });

    test('whoever photographed the code has no secret, and whoever guesses one learns nothing', async () => {
      const han = await house.onThePhone(['head'], '韩科长');
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
      const yang = await house.onThePhone(['head'], '杨科长');
      const [early, late] = [await begin(), await begin()];
      await step(yang.token, late, 'look');
      await step(yang.token, late, 'confirm');
      house.hall.clock.advance(2 * MINUTE);
      expect((await step(yang.token, early, 'look')).body.code).toBe('SCAN_CODE_OVER');
      expect((await claim(late)).body.code).toBe('SCAN_CODE_OVER');
      expect([await state(early), await state(late)]).toEqual([{ state: 'over' }, { state: 'over' }]);
    });

    test('a code serves whoever looked first: nobody else looks, confirms or refuses it, and nobody confirms unseen or twice', async () => {
      const [zhu, qin] = [await house.onThePhone(['head'], '朱科长'), await house.onThePhone(['head'], '秦科长')];
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
      const cui = await house.onThePhone(['head'], '崔科长');
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
      const tao = await house.onThePhone(['head'], '陶科长');
      const scan = await begin();
      await step(tao.token, scan, 'look');
      await house.hall.work((work) => work.execute('UPDATE session SET ended_at = ? WHERE subject_id = ?', [work.now, tao.id]));
      expect((await step(tao.token, scan, 'confirm')).body.code).toBe('SIGN_IN_NEEDED');
      expect((await claim(scan)).body.code).toBe('SCAN_NOT_CONFIRMED');
    });

    test('what a lost phone has confirmed is claimed by nobody once it is untied', async () => {
      const hua = await house.onThePhone(['leader'], '花局长');
      const admin = await house.hall.staff(['security-admin'], '安全管理员');
      const scan = await begin();
      await step(hua.token, scan, 'look');
      await step(hua.token, scan, 'confirm');
      await house.hall.call('POST', `/staff/wechat-bindings/${hua.id}/unbind`, { token: admin.token, body: {} });
      expect((await claim(scan)).body.code).toBe('SCAN_CODE_OVER');
      expect(await state(scan)).toEqual({ state: 'refused' });
    });

    test('"不是我" ends it: the console hears so and gets nothing', async () => {
      const you = await house.onThePhone(['head'], '尤科长');
      const scan = await begin();
      await step(you.token, scan, 'look');
      await step(you.token, scan, 'refuse');
      expect(await state(scan)).toEqual({ state: 'refused' });
      expect((await claim(scan)).body.code).toBe('SCAN_CODE_OVER');
      expect(await house.audited('staff.scan-refused', you.id)).toBe(1);
    });

    test('a resident\'s session confirms nothing, and a dismissed person\'s confirmation counts for nothing', async () => {
      const he = await house.onThePhone(['head'], '何科长');
      const scan = await begin();
      expect((await step((await house.hall.resident()).token, scan, 'look')).status).toBe(403);
      await step(he.token, scan, 'look');
      await step(he.token, scan, 'confirm');
      await house.hall.work((work) => work.execute('UPDATE staff SET active = 0 WHERE id = ?', [he.id]));
      expect((await claim(scan)).body.code).toBe('STAFF_ACCOUNT_CLOSED');
    });

    test('neither scene nor secret is stored, and a day later nobody can say who signed in from where', async () => {
      const scan = await begin();
      const rows = JSON.stringify(await house.hall.dataSource.query('SELECT * FROM scan_sign_in'));
      expect([rows.includes(scan.scene), rows.includes(scan.secret), rows.includes('127.0.0.1')]).toEqual([false, false, false]);
      house.sleep(25 * 60 * MINUTE);
      await house.hall.app.get(Jobs).runNow('identity.forget-scans');
      expect(await house.hall.dataSource.query('SELECT id FROM scan_sign_in')).toEqual([]);
    });

    test('while WeChat is away there is no picture, and the page still answers', async () => {
      house.wechat.control.failNext('/wxa/getwxacodeunlimit', { status: 502 }, 2);
      expect((await begin()).picture).toBeNull();
    });

    test('an address that asks for codes without end is slowed down', async () => {
      const asked = await Promise.all(Array.from({ length: 61 }, () => house.hall.call('POST', '/public/staff/scan-sign-in', { body: {}, headers: { 'x-forwarded-for': '10.1.1.1' } })));
      expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    });
  });
});
