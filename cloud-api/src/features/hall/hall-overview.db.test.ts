import { instantAt } from '@hall/shared/kernel/day';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { loadYears } from '../../platform/calendar/load-years.ts';
import { officialYears } from '../../platform/calendar/official-years.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { provisionalYear } from '../../sample/provisional-years.ts';
import { TestApp } from '../../testing/test-app.ts';
import type { SlotDayView } from '../booking/booking.dto.ts';
import type { BookingPlanView } from '../booking/plan.dto.ts';
import type { HallOverviewView } from './hall.dto.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await hall.work((work) => work.execute('DELETE FROM calendar_year'));
    await hall.work((work) => loadYears(work, [...officialYears(2026), provisionalYear(2027)]));
    hall.app.get(OfficialCalendar).forget();
  });
  afterAll(() => hall.close());

  const at = async (day: string, clock: string) => {
    hall.clock.set(instantAt(day, clock));
    return (await hall.call<HallOverviewView>('GET', '/public/hall')).body;
  };

  test('a closed hall says why: too early, gone home, the weekend or a holiday, each with the next opening', async () => {
    expect((await at('2026-11-23', '08:00')).sentence).toMatch(/^现在未开门，今天 \d\d:\d\d 开始服务$/);
    expect((await at('2026-11-23', '20:00')).sentence).toMatch(/^现在已下班，11月24日（周二）/);
    expect((await at('2026-11-28', '10:00')).sentence).toMatch(/^今天周末休息，11月30日（周一）/);
    expect((await at('2026-10-01', '10:00')).sentence).toMatch(/^今天国庆节放假，10月8日（周四）/);
  });

  test('hours that rest on a year not yet announced are said to be provisional, and no others', async () => {
    expect((await at('2026-12-31', '10:00')).provisional).toBe(false);
    expect((await at('2026-12-31', '20:00')).provisional).toBe(true);
    expect((await at('2027-01-04', '10:00')).provisional).toBe(true);
  });

  test('lunch and what is closed for a reason reach the sentence: until when, and where it goes on', async () => {
    const { token } = await hall.staff(['head'], '周建平');
    const close = async (closures: object[]) => {
      const { version, patterns } = (await hall.call<BookingPlanView>('GET', '/staff/booking-plan', { token })).body;
      const { status } = await hall.call('PUT', '/staff/booking-plan', { token, body: { version, patterns, closures } });
      expect(status).toBe(200);
    };
    const said = async (clock: string, day = '2026-11-23') => { const { openState, sentence } = await at(day, clock); return [openState, sentence]; };
    await hall.setSetting('hall.lunch', { from: '12:00', to: '13:30' });
    hall.clock.set(instantAt('2026-11-23', '10:00'));
    await close([{ id: 'c1', day: '2026-11-23', from: '15:00', to: '17:00', reason: '业务培训' }, { id: 'c2', day: '2026-11-24', from: null, to: null, reason: '系统升级' }, { id: 'c3', day: '2026-11-25', from: '09:00', to: '10:30', reason: '停电检修' }]);
    expect(await said('12:10')).toEqual(['break', '现在午休，13:30 继续服务，可以先取号等候']);
    expect(await said('14:00')).toEqual(['open', '今天服务到 15:00']);
    expect(await said('14:40')).toEqual(['closing', '今天服务到 15:00，快要下班了']);
    expect(await said('15:30')).toEqual(['closed', '今天因“业务培训”暂停服务，11月25日（周三）10:30 开始服务']);
    expect(await said('10:00', '2026-11-24')).toEqual(['closed', '今天因“系统升级”暂停服务，11月25日（周三）10:30 开始服务']);
    expect(await said('09:30', '2026-11-25')).toEqual(['closed', '今天因“停电检修”，10:30 开始服务']);
    hall.clock.set(instantAt('2026-11-24', '10:00'));
    expect((await hall.call<HallOverviewView>('GET', '/public/hall')).body).toMatchObject({ opensAt: null, closesAt: null, waiting: [] });
  });

  test('so is each such day among the days to book', async () => {
    hall.clock.set(instantAt('2026-12-30', '10:00'));
    const { token } = await hall.resident();
    const { items } = (await hall.call<{ items: SlotDayView[] }>('GET', '/resident/slot-days', { token })).body;
    expect(items.filter((day) => day.provisional)).toEqual(items.filter(({ day }) => day >= '2027-01-01'));
    expect(items.map((day) => day.provisional)).toEqual(expect.arrayContaining([true, false]));
  });
});
