import { MINUTE, SECOND } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { PASSWORD, StaffWithPhones, type Refusal } from './testing/staff-with-phones.ts';

onEveryDatabase((database) => {
  let house: StaffWithPhones;
  beforeAll(async () => { house = await StaffWithPhones.start(database.url); }, 60_000);
  beforeEach(() => house.beginAnew());
  afterAll(() => house.close());

  describe('the second factor given anew', () => {
    const stepUp = (token: string, code: string) => house.hall.call<{ until: number } & Refusal>('POST', '/staff/me/step-up', { token, body: { code } });
    const download = async (token: string) => (await house.hall.call<Refusal>('GET', '/staff/batches/none.xlsx', { token })).body.code;

    test('opens what asks for it for ten minutes, in this session alone', async () => {
      const lv = await house.employ(['head'], '吕科长');
      const other = await house.hall.staff(['head']);
      expect(await download(lv.token)).toBe('STEP_UP_NEEDED');
      expect((await stepUp(lv.token, lv.code())).body).toEqual({ until: house.hall.clock.now() + 10 * MINUTE });
      expect(await download(lv.token)).toBe('NOT_FOUND');
      expect(await download(other.token)).toBe('STEP_UP_NEEDED');
      house.hall.clock.advance(10 * MINUTE);
      expect(await download(lv.token)).toBe('STEP_UP_NEEDED');
    });

    test('cannot be guessed by whoever knows the password: signing in or unlocking again forgives no wrong code', async () => {
      const yun = await house.employ(['head'], '云科长');
      const wrong = () => (yun.code() === '000000' ? '000001' : '000000');
      const told: string[] = [];
      const unlocked: number[] = [];
      for (let guess = 0; guess < 12; guess += 1) {
        if (guess > 0 && guess % 5 === 0) house.hall.clock.advance(5 * MINUTE + SECOND);
        told.push((await stepUp(yun.token, wrong())).body.code);
        unlocked.push((await house.hall.call('POST', '/staff/unlock', { token: yun.token, body: { password: PASSWORD } })).status);
      }
      expect(unlocked.slice(0, 10)).toEqual([200, 200, 200, 200, 423, 200, 200, 200, 200, 423]);
      expect(told).toEqual([...Array<string>(10).fill('STEP_UP_WRONG'), 'TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
      expect((await house.bind(yun, '云', { secondFactor: wrong() })).status).toBe(429);
      expect((await stepUp(yun.token, yun.code())).status).toBe(429);
    });

    test('is no permission: a clerk who gave it may still not', async () => {
      const clerk = await house.employ(['clerk'], '施');
      await stepUp(clerk.token, clerk.code());
      expect(await download(clerk.token)).toBe('NOT_ALLOWED');
    });

    test('is good once, guessed at it locks the account, and without one there is nothing to give', async () => {
      const zhang = await house.employ(['head'], '张科长');
      const code = zhang.code();
      await stepUp(zhang.token, code);
      expect(await stepUp(zhang.token, code)).toMatchObject({ status: 422, body: { code: 'STEP_UP_WRONG' } });
      for (let guess = 0; guess < 4; guess += 1) await stepUp(zhang.token, '000000');
      house.nextCode();
      expect((await stepUp(zhang.token, zhang.code())).body.code).toBe('ACCOUNT_LOCKED');
      const without = await house.hall.staff(['head']);
      expect((await stepUp(without.token, '123456')).body.code).toBe('SECOND_FACTOR_NOT_SET');
    });
  });
});
