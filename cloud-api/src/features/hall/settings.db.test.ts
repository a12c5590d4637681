import { addDays, dayOf } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { Halls } from './halls.ts';
import { HousePlans } from './house-plans.ts';
import type { HousePreviewView, HouseRoomView } from './house.dto.ts';

jest.setTimeout(60_000);

type Refused = { code: string; fields: { message: string }[] };
type Name = Parameters<Halls['setting']>[1];

onEveryDatabase((database) => {
  let hall: TestApp;
  let head: { token: string };
  let keeper: { token: string };
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, keeper] = [await hall.staff(['head'], '周科长'), await hall.staff(['system-admin'], '系统管理员')];
  });
  afterAll(() => hall.close());

  const today = () => dayOf(hall.clock.now());
  const door = (who: { token: string }) => (who === keeper ? '/staff/settings' : '/staff/house/setting');
  const room = async (who = head) => (await hall.call<HouseRoomView>('GET', door(who), { token: who.token })).body;
  const ask = async <T>(step: 'preview' | 'changes', values: Record<string, unknown>, { who = head, from = today() } = {}) => {
    const { items } = await room(who);
    const changes = Object.entries(values).map(([name, value]) => ({ subjectId: name, stamp: items.find(({ id }) => id === name)?.stamp ?? 'none', after: { value } }));
    return hall.call<T & Refused>('POST', `${door(who)}/${step}`, { token: who.token, body: { effectiveFrom: from, reason: '按局里的安排', changes } });
  };
  const now = (name: Name) => hall.app.get(Halls).setting(hall.hallId, name);

  test('a head decides how the hall serves, sees first for whom it changes something, and undoes it', async () => {
    expect((await room()).items.find(({ id }) => id === 'booking.windowDays')).toMatchObject({ label: '最早提前几天约', facts: { value: 14 } });
    const look = await ask<HousePreviewView>('preview', { 'booking.windowDays': 7 });
    expect(look.body.items).toEqual([{ label: '最早提前几天约', lines: ['14 天 → 7 天'], effects: ['以后约号的居民；已约的不变'] }]);
    expect(await now('booking.windowDays')).toBe(14);
    const { plans } = (await ask<HouseRoomView>('changes', { 'booking.windowDays': 7 })).body;
    expect(await now('booking.windowDays')).toBe(7);
    await hall.call('POST', `/staff/house/setting/plans/${plans[0]!.id}/undo`, { token: head.token, body: { reason: '改早了' } });
    expect(await now('booking.windowDays')).toBe(14);
  });

  test('from a day on, and until then as it was', async () => {
    const tomorrow = addDays(today(), 1);
    expect((await ask<HouseRoomView>('changes', { 'notification.quiet-hours': { from: '20:00', to: '08:00' } }, { from: tomorrow })).body.items.find(({ id }) => id === 'notification.quiet-hours')?.planned).toMatchObject({ effectiveFrom: tomorrow });
    expect((await ask('changes', { 'notification.quiet-hours': { from: '19:00', to: '08:00' } })).body).toMatchObject({ code: 'HOUSE_PLAN_STANDS' });
    expect(await now('notification.quiet-hours')).toEqual({ from: '21:00', to: '07:30' });
    hall.clock.advance(24 * 60 * 60_000);
    [head, keeper] = [await hall.staff(['head'], '周科长'), await hall.staff(['system-admin'], '系统管理员')];
    await hall.app.get(HousePlans).applyDue();
    expect(await now('notification.quiet-hours')).toEqual({ from: '20:00', to: '08:00' });
  });

  test('what is out of bounds, against another setting or somebody else’s to decide changes nothing', async () => {
    expect((await ask('changes', { 'booking.windowDays': 600 })).body).toMatchObject({ code: 'HOUSE_WISH_INVALID', fields: [{ message: '最早提前几天约：请写 1 到 60 天的整数' }] });
    expect((await ask('changes', { 'queue.patience.care': 20 })).body.fields[0]!.message).toContain('不能大于“预约号等候目标”');
    expect((await ask('changes', { 'rights.departmentId': 'nobody' })).body).toMatchObject({ code: 'HOUSE_WISH_INVALID' });
    for (const [name, who] of [['booking.holdMinutes', head], ['booking.windowDays', keeper], ['hall.lunch', head], ['__proto__', head]] as const) expect((await ask('changes', { [name]: 5 }, { who })).status).toBe(404);
    expect((await hall.call('GET', '/staff/settings', head)).status).toBe(403);
    expect((await hall.call('GET', '/staff/house/setting', keeper)).status).toBe(403);
    expect(await now('booking.windowDays')).toBe(14);
  });

  test('the system administrator keeps what is about the programs; the console locks by it', async () => {
    expect((await ask<HouseRoomView>('changes', { 'console.idle-lock-minutes': 3 }, { who: keeper })).status).toBe(200);
    expect((await hall.call('GET', '/staff/me', head)).body).toMatchObject({ idleLockSeconds: 180 });
  });

  test('the hall rests at noon as its own room says, until it says otherwise', async () => {
    const own = async () => (await hall.call<HouseRoomView>('GET', '/staff/house/hall', head)).body.items[0]!;
    const rest = async (lunchFrom: string, lunchTo: string) => {
      const { id, stamp, facts } = await own();
      return hall.call<HouseRoomView & Refused>('POST', '/staff/house/hall/changes', { ...head, body: { effectiveFrom: today(), reason: '夏令作息', changes: [{ subjectId: id, stamp, after: { ...facts, lunchFrom, lunchTo } }] } });
    };
    expect((await rest('12:00', '')).body).toMatchObject({ code: 'HOUSE_WISH_INVALID' });
    expect((await rest('12:00', '13:30')).body.plans[0]!.lines).toEqual(['午休：不午休 → 12:00 到 13:30']);
    expect(await now('hall.lunch')).toEqual({ from: '12:00', to: '13:30' });
    expect((await rest('', '')).status).toBe(200);
    expect(await now('hall.lunch')).toBeNull();
  });
});
