import { MINUTE } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import type { StaffAccountView, WechatBindingList } from './staff-wechat.dto.ts';
import { StaffWithPhones, type Refusal } from './testing/staff-with-phones.ts';

onEveryDatabase((database) => {
  let house: StaffWithPhones;
  beforeAll(async () => { house = await StaffWithPhones.start(database.url); }, 60_000);
  beforeEach(() => house.beginAnew());
  afterAll(() => house.close());

  describe('a WeChat of one\'s own', () => {
    test('is tied to the account with both factors, opens it from then on for half an hour at a time, and its owner is told', async () => {
      const sun = await house.employ(['leader'], '孙局长');
      expect((await house.byWechat('孙')).body).toMatchObject({ code: 'STAFF_WECHAT_NOT_BOUND' });
      expect((await house.bind(sun, '孙')).status).toBe(200);
      const { body } = await house.byWechat('孙');
      expect(body).toMatchObject({ accountId: sun.id, renewalToken: '', expiresAt: house.hall.clock.now() + 30 * MINUTE });
      expect((await house.hall.call<StaffAccountView>('GET', '/staff/me/account', { token: body.token })).body).toEqual({ userName: sun.userName, wechatBoundAt: house.hall.clock.now(), maskedPhone: null, hasSecondFactor: true });
      await house.hall.deliver();
      expect((await house.hall.call('GET', '/staff/inbox', { token: body.token })).body).toMatchObject({ items: [{ title: '您的账号绑定了微信' }] });
      expect(await house.audited('staff.bind-wechat', sun.id)).toBe(1);
      expect(JSON.stringify(await house.hall.dataSource.query('SELECT * FROM staff_wechat'))).not.toContain(house.wechat.control.openidOf('孙'));
    });

    test('is not tied with a wrong password, a wrong code or a code already used; guessing shuts out whoever guesses, and not a WeChat that is tied', async () => {
      const li = await house.employ(['head'], '李科长');
      expect((await house.bind(li, '李', { password: 'wrong' })).body.code).toBe('PASSWORD_WRONG');
      expect((await house.bind(li, '李', { secondFactor: li.code() === '000000' ? '000001' : '000000' })).body.code).toBe('SECOND_FACTOR_WRONG');
      expect((await house.bind(li, '李')).status).toBe(200);
      expect((await house.bind(li, '李')).body.code).toBe('SECOND_FACTOR_WRONG');
      for (let guess = 0; guess < 5; guess += 1) await house.bind(li, '李', { password: 'wrong' });
      house.nextCode();
      expect((await house.bind(li, '李')).body.code).toBe('ACCOUNT_LOCKED');
      expect((await house.byWechat('李')).status).toBe(200);
    });

    test('is one for one account, both ways; the same tie made again is the same', async () => {
      const [zhou, wu] = [await house.employ(['head'], '周科长'), await house.employ(['head'], '吴科长')];
      expect((await house.bind(zhou, '周')).status).toBe(200);
      expect((await house.bind(wu, '周')).body.code).toBe('STAFF_WECHAT_TAKEN');
      house.nextCode();
      expect((await house.bind(zhou, '周的另一个微信')).body.code).toBe('STAFF_ACCOUNT_BOUND');
      house.nextCode();
      expect((await house.bind(zhou, '周')).status).toBe(200);
      expect(await house.audited('staff.bind-wechat', zhou.id)).toBe(1);
    });

    test('two phones that tie one account at the same moment: one of them is refused', async () => {
      const qian = await house.employ(['head'], '钱科长');
      const results = await Promise.all(['钱甲', '钱乙'].map((person) => house.bind(qian, person)));
      expect(results.map(({ status }) => status).sort()).not.toEqual([200, 200]);
      expect(Number((await house.hall.dataSource.query('SELECT COUNT(*) AS n FROM staff_wechat WHERE staff_id = ?', [qian.id]))[0].n)).toBeLessThanOrEqual(1);
    });

    test('untied by its owner it opens nothing, and what it had opened is closed; the console goes on', async () => {
      const feng = await house.employ(['leader'], '冯局长');
      await house.bind(feng, '冯');
      const phone = (await house.byWechat('冯')).body.token;
      expect((await house.hall.call('DELETE', '/staff/me/wechat', { token: feng.token })).body).toMatchObject({ wechatBoundAt: null });
      expect((await house.hall.call('GET', '/staff/me', { token: phone })).status).toBe(401);
      expect((await house.hall.call('GET', '/staff/me', { token: feng.token })).status).toBe(200);
      expect((await house.byWechat('冯')).body.code).toBe('STAFF_WECHAT_NOT_BOUND');
      expect(await house.audited('staff.unbind-wechat', feng.id)).toBe(1);
    });

    test('untied at the moment it signs in, it leaves no session behind', async () => {
      const xin = await house.employ(['leader'], '辛局长');
      for (let round = 0; round < 8; round += 1) {
        house.nextCode();
        expect((await house.bind(xin, '辛')).status).toBe(200);
        const [entered] = await Promise.all([house.byWechat('辛'), house.hall.call('DELETE', '/staff/me/wechat', { token: xin.token }), house.byWechat('辛')]);
        if (entered.status === 200) expect((await house.hall.call('GET', '/staff/me', { token: entered.body.token })).status).toBe(401);
        else expect(entered.body.code).toBe('STAFF_WECHAT_NOT_BOUND');
      }
      const open = await house.hall.dataSource.query('SELECT COUNT(*) AS n FROM session WHERE subject_id = ? AND ended_at IS NULL', [xin.id]);
      expect(Number(open[0].n)).toBe(1);
    });

    test('is asked for from one address only so often, each asking being a question to WeChat', async () => {
      const asked = await Promise.all(Array.from({ length: 64 }, () => house.hall.call('POST', '/public/staff/wechat-sign-in', { body: { code: 'no-such-code' } })));
      expect(asked.filter(({ status }) => status === 429)).toHaveLength(4);
    });

    test('of somebody who lost the phone is untied by the security administrator, who also ends every session', async () => {
      const chu = await house.employ(['leader'], '褚局长');
      const admin = await house.hall.staff(['security-admin'], '安全管理员');
      await house.bind(chu, '褚');
      const listed = (await house.hall.call<WechatBindingList>('GET', '/staff/wechat-bindings', { token: admin.token })).body.items;
      expect(listed).toContainEqual({ staffId: chu.id, name: '褚局长', post: '经办员', boundAt: house.hall.clock.now() });
      expect((await house.hall.call('POST', `/staff/wechat-bindings/${chu.id}/unbind`, { token: chu.token, body: {} })).status).toBe(403);
      await house.hall.call('POST', `/staff/wechat-bindings/${chu.id}/unbind`, { token: admin.token, body: {} });
      expect((await house.hall.call('GET', '/staff/me', { token: chu.token })).status).toBe(401);
      expect((await house.byWechat('褚')).body.code).toBe('STAFF_WECHAT_NOT_BOUND');
    });

    test('opens nothing once its owner no longer works here', async () => {
      const wei = await house.employ(['clerk'], '卫');
      await house.bind(wei, '卫');
      await house.hall.work((work) => work.execute('UPDATE staff SET active = 0 WHERE id = ?', [wei.id]));
      expect((await house.byWechat('卫')).body.code).toBe('STAFF_ACCOUNT_CLOSED');
    });

    test('a number for text messages is kept encrypted and shown masked', async () => {
      const jiang = await house.employ(['leader'], '蒋局长');
      const set = (phone: string | null) => house.hall.call<StaffAccountView & Refusal>('PUT', '/staff/me/phone', { token: jiang.token, body: { phone } });
      expect((await set('12')).body.code).toBe('PHONE_INVALID');
      expect((await set('139 0000 2222')).body.maskedPhone).toBe('139****2222');
      expect(JSON.stringify(await house.hall.dataSource.query('SELECT phone_cipher FROM staff WHERE id = ?', [jiang.id]))).not.toContain('13900002222');
      expect((await set(null)).body.maskedPhone).toBeNull();
    });
  });
});
