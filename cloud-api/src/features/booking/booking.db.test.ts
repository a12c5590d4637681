import { IsNull } from 'typeorm';
import { DAY_LENGTH, MINUTE, instantAt } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { LI, ZHANG, book, hold, openForBooking, patternOf, personOf, slotsOn } from './testing/bookings.ts';
import type { BookingView, SlotDayView, SlotView } from './booking.dto.ts';
import { Booking, Place, VisitMatter } from './booking.entity.ts';

const WEDNESDAY = '2026-11-25';
const NEXT_MONDAY = '2026-11-30';

onEveryDatabase((database) => {
  let hall: TestApp;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await openForBooking(hall, patternOf(), patternOf({ from: '14:00', to: '15:00', expressPlaces: 2, reservedRegular: 0 }));
  }, 60_000);
  afterAll(() => hall.close());

  test('a resident sees the days of the window with what is free, and days off with their reason', async () => {
    const { token } = await hall.resident();
    const { body } = await hall.call<{ items: SlotDayView[] }>('GET', '/resident/slot-days?matterIds=enrolment', { token });
    expect(body.items).toHaveLength(15);
    expect(body.items[0]).toMatchObject({ day: '2026-11-23', weekdayLabel: '周一', open: true });
    expect(body.items.find((day) => day.day === '2026-11-28')).toEqual({ day: '2026-11-28', weekdayLabel: '周六', open: false, note: '周末休息', free: 0, provisional: false });
  });

  test('slots too near are shown with the reason and cannot be held', async () => {
    const { token } = await hall.resident();
    hall.clock.advance(10 * MINUTE);
    const [near] = await slotsOn(hall, token, '2026-11-23');
    expect(near).toMatchObject({ from: '09:30', offered: false });
    expect(near!.reason).toContain('马上开始');
    expect(await hold(hall, token, near!.id)).toMatchObject({ status: 409, body: { code: 'BOOKING_TOO_SOON' } });
    hall.clock.advance(-10 * MINUTE);
  });

  test('a visit is held, confirmed, moved and cancelled, and each step says what may come next', async () => {
    const { token } = await hall.resident(ZHANG);
    const [first, second] = (await slotsOn(hall, token, WEDNESDAY)).filter((slot) => slot.kind === 'regular');
    const held = (await hold(hall, token, first!.id)).body;
    expect(held).toMatchObject({ state: 'held', stateLabel: '待确认', day: WEDNESDAY, from: '09:00', to: '09:30', hallName: '测试大厅', heldUntil: hall.clock.now() + 5 * MINUTE, version: 1 });
    expect(held.actions).toEqual(['confirm', 'cancel']);
    expect(held.matters).toEqual([{ id: expect.any(String) as string, matterId: 'enrolment', matterName: expect.any(String) as string, personName: '张*山', applicationId: null, caseNumber: null, state: 'open' }]);
    expect(held.qr).toBe(`HB:${held.reference}`);
    expect(held.reference).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(held.bring.length).toBeGreaterThan(0);

    const booked = await hall.call<BookingView>('POST', `/resident/bookings/${held.id}/confirm`, { token, body: { version: 1, contactPhone: '+86 138 0000 5678' } });
    expect(booked.body).toMatchObject({ state: 'booked', heldUntil: null, contactPhoneMasked: '138****5678', version: 2, actions: ['reschedule', 'cancel'] });

    const moved = await hall.call<BookingView>('POST', `/resident/bookings/${held.id}/reschedule`, { token, body: { version: 2, slotId: second!.id } });
    expect(moved.body).toMatchObject({ id: held.id, reference: held.reference, state: 'booked', from: '09:30', version: 3 });

    const cancelled = await hall.call<BookingView>('POST', `/resident/bookings/${held.id}/cancel`, { token, body: { version: 3 } });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', actions: [], version: 4 });
    expect((await hall.call<{ items: BookingView[] }>('GET', '/resident/bookings', { token })).body.items.map((item) => item.id)).toEqual([held.id]);
    expect(await hall.dataSource.manager.findOneBy(VisitMatter, { bookingId: held.id })).toMatchObject({ state: 'closed', openKey: null, seatKey: null });
  });

  test('a write with an old version is refused before anything else is looked at', async () => {
    const { token } = await hall.resident();
    const [slot] = await slotsOn(hall, token, WEDNESDAY);
    const booking = await book(hall, token, slot!.id);
    expect(await hall.call('POST', `/resident/bookings/${booking.id}/confirm`, { token, body: { version: 1 } })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    await hall.call('POST', `/resident/bookings/${booking.id}/cancel`, { token, body: { version: booking.version } });
  });

  test('somebody else’s booking does not exist for a resident', async () => {
    const [owner, other] = [await hall.resident(), await hall.resident()];
    const [slot] = await slotsOn(hall, owner.token, NEXT_MONDAY);
    const booking = await book(hall, owner.token, slot!.id);
    for (const [method, path, body] of [['GET', '', undefined], ['GET', '/calendar.ics', undefined], ['POST', '/cancel', { version: 2 }], ['POST', '/reschedule', { version: 2, slotId: slot!.id }]] as const) {
      expect(await hall.call(method, `/resident/bookings/${booking.id}${path}`, { token: other.token, body })).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    }
    const file = await hall.call<Buffer>('GET', `/resident/bookings/${booking.id}/calendar.ics`, { token: owner.token });
    expect(file.body.toString()).toContain('BEGIN:VEVENT');
  });

  test('the same request sent again answers the same booking, also when the slot has filled meanwhile', async () => {
    const { token } = await hall.resident();
    const slot = (await slotsOn(hall, token, '2026-12-01'))[0]!;
    const key = newId();
    const first = await hold(hall, token, slot.id, { key });
    await hold(hall, (await hall.resident()).token, slot.id);
    for (let turn = 0; turn < 2; turn += 1) expect(await hold(hall, (await hall.resident()).token, slot.id)).toMatchObject({ status: 409, body: { code: 'BOOKING_SLOT_FULL' } });
    const again = await hold(hall, token, slot.id, { key });
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, reference: first.body.reference, state: 'held' } });
    expect(await hold(hall, token, slot.id, { key, matterId: 'benefit-enquiry' })).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  test('a hold that ran out is free at that instant without any job, and its owner is told so', async () => {
    const [slow, quick] = [await hall.resident(ZHANG), await hall.resident()];
    const slot = (await slotsOn(hall, slow.token, '2026-12-02'))[0]!;
    const held = (await hold(hall, slow.token, slot.id)).body;
    await hold(hall, (await hall.resident()).token, slot.id);
    const before = hall.clock.now();
    expect((await hold(hall, quick.token, slot.id)).body.code).toBe('BOOKING_SLOT_FULL');

    hall.clock.advance(5 * MINUTE);
    expect((await slotsOn(hall, quick.token, '2026-12-02'))[0]!.free).toBe(2);
    expect((await hold(hall, quick.token, slot.id)).status).toBe(200);
    expect((await hall.call<BookingView>('GET', `/resident/bookings/${held.id}`, { token: slow.token })).body).toMatchObject({ state: 'expired', stateLabel: '已过期', actions: [] });
    expect(await hall.call('POST', `/resident/bookings/${held.id}/confirm`, { token: slow.token, body: { version: held.version } })).toMatchObject({ status: 409 });
    // The slow one may begin again: neither the matter nor the visit counts against them.
    expect((await hold(hall, slow.token, slot.id)).status).toBe(200);
    hall.clock.set(before);
  });

  test('one matter of one person has one open visit, also when a relative announces it', async () => {
    const [herself, son] = [await hall.resident(LI), await hall.resident()];
    const relative = await hall.call<{ id: string }>('POST', '/resident/relatives', { token: son.token, key: newId(), body: { relation: 'mother', name: LI.name, citizenId: LI.citizenId } });
    const slots = await slotsOn(hall, son.token, '2026-12-03');
    await book(hall, son.token, slots[0]!.id, { relativeId: relative.body.id });
    expect(await hold(hall, herself.token, slots[1]!.id)).toMatchObject({ status: 409, body: { code: 'BOOKING_MATTER_OPEN' } });
    expect((await hold(hall, herself.token, slots[1]!.id, { matterId: 'benefit-enquiry' })).status).toBe(200);
  });

  test('express slots are for reviewed cases only', async () => {
    const { token } = await hall.resident(personOf('王建国', '42060619850505001'));
    const application = (await hall.call<{ id: string }>('POST', '/resident/applications', { token, key: newId(), body: { matterId: 'enrolment' } })).body;
    const express = async () => (await slotsOn(hall, token, WEDNESDAY, application.id)).find((slot: SlotView) => slot.kind === 'express')!;
    expect(await express()).toMatchObject({ offered: false });
    expect((await hold(hall, token, (await express()).id, { applicationId: application.id })).body.code).toBe('BOOKING_EXPRESS_NOT_READY');
    await hall.dataSource.query("UPDATE application SET state = 'ready' WHERE id = ?", [application.id]);
    expect(await express()).toMatchObject({ offered: true });
    const held = await hold(hall, token, (await express()).id, { applicationId: application.id });
    expect(held.body).toMatchObject({ state: 'held', kind: 'express', matters: [{ applicationId: application.id, caseNumber: expect.any(String) as string }] });
    // The case has said that it needs no more; without one, the list names what only some need.
    expect(held.body.bring).toEqual(['参保人身份证', '户口簿']);

    const other = await hall.resident();
    expect((await hold(hall, other.token, (await express()).id, { applicationId: application.id })).body.code).toBe('NOT_FOUND');
  });

  test('withdrawing a case gives its place back in the same unit of work', async () => {
    const { token } = await hall.resident(personOf('赵小兰', '42060619920707002'));
    const opened = (await hall.call<{ id: string; version: number }>('POST', '/resident/applications', { token, key: newId(), body: { matterId: 'enrolment' } })).body;
    const slot = (await slotsOn(hall, token, '2026-12-04'))[0]!;
    const booking = await book(hall, token, slot.id, { applicationId: opened.id });
    expect((await hall.call<{ version: number }>('POST', `/resident/applications/${opened.id}/withdraw`, { token, body: { version: opened.version } })).status).toBe(200);
    expect((await hall.call<BookingView>('GET', `/resident/bookings/${booking.id}`, { token })).body.state).toBe('cancelled');
    expect(await hall.dataSource.manager.countBy(Place, { bookingId: booking.id })).toBe(0);
  });

  test('a cancelled place comes back after a while, but at once on the day before', async () => {
    const { token } = await hall.resident();
    const far = (await slotsOn(hall, token, '2026-12-07'))[0]!;
    const booking = await book(hall, token, far.id);
    await hall.call('POST', `/resident/bookings/${booking.id}/cancel`, { token, body: { version: booking.version } });
    expect((await slotsOn(hall, token, '2026-12-07'))[0]!.free).toBe(1);
    expect(await hall.dataSource.manager.countBy(Place, { slotId: far.id, audience: 'public', bookingId: IsNull() })).toBe(2);
    hall.clock.advance(10 * MINUTE);
    expect((await slotsOn(hall, token, '2026-12-07'))[0]!.free).toBe(2);
    hall.clock.advance(-10 * MINUTE);

    const near = (await slotsOn(hall, token, '2026-11-24')).find((slot) => slot.from === '09:00')!;
    const soon = await book(hall, token, near.id);
    await hall.call('POST', `/resident/bookings/${soon.id}/cancel`, { token, body: { version: soon.version } });
    expect((await slotsOn(hall, token, '2026-11-24')).find((slot) => slot.from === '09:00')!.free).toBe(2);
  });

  test('a hold that was only tried and given up is free again at once', async () => {
    const { token } = await hall.resident();
    const slot = (await slotsOn(hall, token, '2026-12-07'))[1]!;
    const held = (await hold(hall, token, slot.id)).body;
    await hall.call('POST', `/resident/bookings/${held.id}/cancel`, { token, body: { version: held.version } });
    expect((await slotsOn(hall, token, '2026-12-07'))[1]!.free).toBe(2);
  });

  test('a clerk books a reserved place for a caller, finds it by phone and cancels with a reason', async () => {
    const { token } = await hall.staff(['clerk']);
    const slot = (await hall.call<{ items: SlotView[] }>('GET', '/staff/slots?day=2026-11-26', { token })).body.items[0]!;
    expect(slot.free).toBe(3);
    const input = { slotId: slot.id, matters: [{ matterId: 'enrolment' }], callerName: '陈阿婆', callerPhone: '13900001234' };
    const booked = await hall.call<BookingView>('POST', '/staff/bookings', { token, key: newId(), body: input });
    expect(booked.body).toMatchObject({ state: 'booked', contactPhoneMasked: '139****1234', matters: [{ personName: '陈*婆' }] });
    expect(await hall.dataSource.manager.findOneByOrFail(Place, { bookingId: booked.body.id })).toMatchObject({ audience: 'reserved' });
    expect((await hall.call<{ code: string }>('POST', '/staff/bookings', { token, key: newId(), body: input })).body.code).toBe('BOOKING_MATTER_OPEN');

    for (const wish of [{ bookingReference: booked.body.qr.toLowerCase() }, { phone: '139 0000 1234' }]) {
      const found = await hall.call<{ items: { id: string }[] }>('POST', '/staff/cases/find', { token, body: wish });
      expect(found.body.items.map((item) => item.id)).toContain(booked.body.id);
    }
    expect((await hall.call<BookingView>('POST', `/staff/bookings/${booked.body.id}/cancel`, { token, body: { version: 1, reason: '来电取消' } })).body.state).toBe('cancelled');
    const stored = await hall.dataSource.manager.findOneByOrFail(Booking, { id: booked.body.id });
    expect(stored.contactPhoneCipher).not.toContain('13900001234');
  });

  test('days end at midnight in the hall: the window moves on at 24:00 Beijing time and not before', async () => {
    const before = hall.clock.now();
    hall.clock.set(instantAt('2026-11-23', '00:00') + DAY_LENGTH - 1);
    const { token } = await hall.resident();
    const first = async () => (await hall.call<{ items: SlotDayView[] }>('GET', '/resident/slot-days', { token })).body.items[0]!.day;
    expect(await first()).toBe('2026-11-23');
    hall.clock.advance(1);
    expect(await first()).toBe('2026-11-24');
    hall.clock.set(before);
  });
});
