import { instantAt } from '@hall/shared/kernel/day';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { CalendarDay, OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { Halls } from '../hall/halls.ts';
import { book, hold, patternOf, slotsOn } from './testing/bookings.ts';
import type { BookingView, SlotDayView } from './booking.dto.ts';
import { Place, Slot } from './booking.entity.ts';
import type { BookingPlanView } from './plan.dto.ts';
import { SlotPlanner } from './slot-planner.ts';

const WEDNESDAY = '2026-11-25';

onEveryDatabase((database) => {
  let hall: TestApp;
  let head: string;
  const pattern = patternOf({ id: 'mornings' });

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await hall.dataSource.query('DELETE FROM calendar_year WHERE year > 2026');
    hall.app.get(OfficialCalendar).forget();
  }, 60_000);
  afterAll(() => hall.close());
  beforeEach(async () => {
    for (const table of ['visit_matter', 'booking', 'place', 'slot', 'booking_pattern', 'booking_closure', 'booking_plan', 'calendar_day', 'outbox_event', 'hall_setting']) await hall.dataSource.query(`DELETE FROM ${table}`);
    hall.app.get(OfficialCalendar).forget();
    hall.app.get(Halls).forget();
    hall.clock.set(MORNING);
    head = (await hall.staff(['head'])).token;
  });

  const putPlan = (version: number, patterns = [pattern], closures: object[] = []) => hall.call<BookingPlanView & { code?: string; fields?: { path: string }[] }>('PUT', '/staff/booking-plan', { token: head, body: { version, patterns, closures } });
  const days = async () => (await hall.dataSource.manager.find(Slot, { order: { day: 'ASC' } })).map((slot) => slot.day);

  test('saving a plan makes the slots of the window, and planning again changes nothing', async () => {
    expect((await putPlan(0)).body).toMatchObject({ version: 1, patterns: [pattern], closures: [], conflicts: [] });
    expect(new Set(await days()).size).toBe(11);
    const before = await hall.dataSource.manager.countBy(Place, {});
    expect(await hall.app.get(SlotPlanner).plan(hall.hallId)).toBe(0);
    expect(await hall.dataSource.manager.countBy(Place, {})).toBe(before);
  });

  test('holidays are left out, official extra workdays are worked, and nothing is planned where the calendar ends', async () => {
    hall.clock.set(instantAt('2026-12-20', '10:00'));
    head = (await hall.staff(['head'])).token;
    await hall.work(async (work) => {
      await work.add(CalendarDay, { day: '2026-12-25', kind: 'holiday', name: '试验节' });
      await work.add(CalendarDay, { day: '2026-12-26', kind: 'workday', name: '试验节调休' });
    });
    hall.app.get(OfficialCalendar).forget();
    await putPlan(0);
    const planned = new Set(await days());
    expect(planned.has('2026-12-25')).toBe(false);
    expect(planned.has('2026-12-26')).toBe(true);
    expect(Math.max(...[...planned].map((day) => Number(day.slice(0, 4))))).toBe(2026);
    const { token } = await hall.resident();
    const shown = (await hall.call<{ items: SlotDayView[] }>('GET', '/resident/slot-days', { token })).body.items;
    expect(shown.find((day) => day.day === '2026-12-25')).toMatchObject({ open: false, note: '试验节放假' });
    expect(shown.find((day) => day.day === '2027-01-01')).toMatchObject({ open: false, note: '这一天的放假安排还没有公布，暂时不能预约' });
  });

  test('the window rolls on: a day later there is one more day, and what has begun stays as it was', async () => {
    await putPlan(0);
    hall.clock.set(instantAt('2026-11-24', '09:10'));
    expect(await hall.app.get(SlotPlanner).plan(hall.hallId)).toBeGreaterThan(0);
    expect((await days()).at(-1)).toBe('2026-12-08');
  });

  test('a closure drops nobody: it lists who is affected with the nearest places, and stops new holds', async () => {
    await putPlan(0);
    const { token } = await hall.resident();
    const [slot, other] = await slotsOn(hall, token, WEDNESDAY);
    const booking = await book(hall, token, slot!.id);
    const undecided = await hall.resident();
    const held = (await hold(hall, undecided.token, other!.id)).body;
    const closed = await putPlan(1, [pattern], [{ id: newId(), day: WEDNESDAY, from: null, to: null, reason: '系统升级' }]);
    expect(closed.body.conflicts).toHaveLength(1);
    expect(closed.body.conflicts[0]).toMatchObject({ bookingId: booking.id, reference: booking.reference, day: WEDNESDAY, personName: '还没登记姓名', hearsByItself: true });
    expect(closed.body.conflicts[0]!.offers).toHaveLength(3);
    expect(closed.body.conflicts[0]!.offers[0]).toMatchObject({ day: '2026-11-24', offered: true });
    expect(await slotsOn(hall, token, WEDNESDAY)).toEqual([]);
    expect((await hold(hall, (await hall.resident()).token, slot!.id)).body.code).toBe('BOOKING_SLOT_FULL');
    expect((await hall.dataSource.manager.findBy(OutboxEvent, { type: 'booking.displaced' })).map((event) => JSON.parse(event.payload) as object)).toEqual([expect.objectContaining({ bookingId: booking.id })]);

    const shown = (await hall.call<{ items: SlotDayView[] }>('GET', '/resident/slot-days', { token })).body.items;
    expect(shown.find((day) => day.day === WEDNESDAY)).toMatchObject({ open: false, note: '系统升级' });
    // A hold in progress ends with a new choice instead of a visit to a closed hall.
    expect(await hall.call('POST', `/resident/bookings/${held.id}/confirm`, { token: undecided.token, body: { version: 1 } })).toMatchObject({ status: 409, body: { code: 'BOOKING_HOLD_EXPIRED' } });
  });

  test('a displaced booking is moved without using up its changes, and the conflict is gone', async () => {
    await putPlan(0);
    await hall.setSetting('booking.maxReschedules', 0);
    const { token } = await hall.resident();
    const booking = await book(hall, token, (await slotsOn(hall, token, WEDNESDAY))[0]!.id);
    expect(booking.actions).not.toContain('reschedule');
    const { conflicts } = (await putPlan(1, [pattern], [{ id: newId(), day: WEDNESDAY, from: '09:00', to: '09:30', reason: '消防演练' }])).body;
    const seen = (await hall.call<BookingView>('GET', `/resident/bookings/${booking.id}`, { token })).body;
    expect(seen.actions).toContain('reschedule');
    expect(seen.sentence).toContain('不占改约次数');
    const moved = await hall.call<BookingView>('POST', `/resident/bookings/${booking.id}/reschedule`, { token, body: { version: seen.version, slotId: conflicts[0]!.offers[0]!.id } });
    expect(moved.status).toBe(200);
    expect((await hall.call<BookingPlanView>('GET', '/staff/booking-plan', { token: head })).body.conflicts).toEqual([]);
    // The place it left is not given to anybody else.
    expect((await slotsOn(hall, token, WEDNESDAY)).map((slot) => slot.from)).toEqual(['09:30']);
  });

  test('a clerk moves a caller whose day was closed', async () => {
    await putPlan(0);
    const clerk = (await hall.staff(['clerk'])).token;
    const { token } = await hall.resident();
    const booking = await book(hall, token, (await slotsOn(hall, token, WEDNESDAY))[0]!.id);
    const { conflicts } = (await putPlan(1, [pattern], [{ id: newId(), day: WEDNESDAY, from: null, to: null, reason: '停电' }])).body;
    const moved = await hall.call<BookingView>('POST', `/staff/bookings/${booking.id}/reschedule`, { token: clerk, body: { version: booking.version, slotId: conflicts[0]!.offers[1]!.id } });
    expect(moved.body).toMatchObject({ id: booking.id, state: 'booked' });
  });

  test('two people changing the plan at once: the second is told to look again', async () => {
    await putPlan(0);
    expect((await putPlan(0)).body.code).toBe('STALE_VERSION');
    expect((await putPlan(1)).body.version).toBe(2);
    expect((await putPlan(1)).body.code).toBe('STALE_VERSION');
  });

  test('a plan that makes no sense is refused with the field’s name, and nothing is changed', async () => {
    const refused = await putPlan(0, [patternOf({ to: '08:00' })]);
    expect(refused).toMatchObject({ status: 422, body: { code: 'BOOKING_PLAN_INVALID', fields: [{ path: 'patterns.0.to' }] } });
    expect(await days()).toEqual([]);
  });

  test('only who may plan sees and changes the plan', async () => {
    const clerk = (await hall.staff(['clerk'])).token;
    expect((await hall.call('GET', '/staff/booking-plan', { token: clerk })).status).toBe(403);
    expect((await hall.call('PUT', '/staff/booking-plan', { token: clerk, body: { version: 0, patterns: [], closures: [] } })).status).toBe(403);
  });
});
