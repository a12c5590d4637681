import { HOUR } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { ZHANG, book, hold, openForBooking, oversold, patternOf, slotsOn } from './testing/bookings.ts';
import type { BookingView } from './booking.dto.ts';
import { Place, VisitMatter } from './booking.entity.ts';

const crowd = (test: TestApp, size: number) => Promise.all(Array.from({ length: size }, () => test.resident()));

onEveryDatabase((database) => {
  let hall: TestApp;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await openForBooking(hall, patternOf({ capacity: 1, walkInShare: 0, reservedRegular: 0 }), patternOf({ from: '14:00', to: '15:00', capacity: 5, walkInShare: 0, reservedRegular: 0 }));
  }, 60_000);
  afterAll(() => hall.close());

  const onePlaceSlot = async (token: string, day: string) => (await slotsOn(hall, token, day)).find((slot) => slot.from === '09:00')!;

  test('of twenty people tapping the last place at once, one gets it and nineteen are told it is full', async () => {
    const people = await crowd(hall, 20);
    const slot = await onePlaceSlot(people[0]!.token, '2026-11-25');
    const answers = await Promise.all(people.map(({ token }) => hold(hall, token, slot.id)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'BOOKING_SLOT_FULL')).toHaveLength(19);
    expect(await oversold(hall)).toBe(0);
  }, 30_000);

  test('of twenty people after a hold that ran out, exactly one takes it over', async () => {
    const [first, ...people] = await crowd(hall, 21);
    const slot = await onePlaceSlot(first!.token, '2026-11-26');
    const old = (await hold(hall, first!.token, slot.id)).body;
    hall.clock.advance(6 * 60_000);
    const answers = await Promise.all([...people.map(({ token }) => hold(hall, token, slot.id)), hall.call('POST', `/resident/bookings/${old.id}/confirm`, { token: first!.token, body: { version: 1 } })]);
    hall.clock.advance(-6 * 60_000);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.at(-1)!.status).toBe(409);
    expect(await oversold(hall)).toBe(0);
  }, 30_000);

  test('twenty people for five places: five get one each', async () => {
    const people = await crowd(hall, 20);
    const slot = (await slotsOn(hall, people[0]!.token, '2026-11-25')).find((one) => one.from === '14:00')!;
    const answers = await Promise.all(people.map(({ token }) => hold(hall, token, slot.id)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(5);
    expect(new Set((await hall.dataSource.manager.findBy(Place, { slotId: slot.id })).map((place) => place.bookingId)).size).toBe(5);
  }, 30_000);

  test('the same person holding on twenty phones at once opens one visit for the matter', async () => {
    const { token } = await hall.resident(ZHANG);
    const slot = (await slotsOn(hall, token, '2026-11-27')).find((one) => one.from === '14:00')!;
    const answers = await Promise.all(Array.from({ length: 20 }, () => hold(hall, token, slot.id)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => ['BOOKING_MATTER_OPEN', 'BOOKING_SLOT_FULL'].includes(answer.body.code ?? ''))).toHaveLength(19);
  }, 30_000);

  test('the limit of open visits holds although all are asked for at once', async () => {
    await hall.setSetting('booking.maxOpenVisits', 2);
    const { token } = await hall.resident();
    const slots = (await slotsOn(hall, token, '2026-12-01')).filter((one) => one.from >= '14:00');
    const answers = await Promise.all(['enrolment', 'enrolment-change', 'benefit-enquiry'].map((matterId, index) => hold(hall, token, slots[index % 2]!.id, { matterId })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(2);
    expect(answers.find((answer) => answer.status !== 200)!.body.code).toMatch(/BOOKING_TOO_MANY|BOOKING_MATTER_OPEN/);
    await hall.dataSource.query("DELETE FROM hall_setting WHERE name = 'booking.maxOpenVisits'");
  }, 30_000);

  test('many pairs exchanging their slots at once all end well: each in one slot, nobody in two, nobody stuck', async () => {
    const people = await crowd(hall, 8);
    const slots = (await slotsOn(hall, people[0]!.token, '2026-12-02')).filter((one) => one.from >= '14:00');
    const bookings = await Promise.all(people.map(async ({ token }, index) => ({ token, booking: await book(hall, token, slots[index % 2]!.id) })));
    // Each slot has five places and four bookings: some exchanges find room, the others are told it is full.
    const answers = await Promise.all(bookings.map(({ token, booking }, index) =>
      hall.call<BookingView & { code?: string }>('POST', `/resident/bookings/${booking.id}/reschedule`, { token, body: { version: booking.version, slotId: slots[(index + 1) % 2]!.id } })));
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    expect(answers.filter((answer) => answer.status === 409).every((answer) => answer.body.code === 'BOOKING_SLOT_FULL')).toBe(true);
    expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThan(0);
    for (const { booking } of bookings) expect(await hall.dataSource.manager.countBy(Place, { bookingId: booking.id })).toBe(1);
    expect(await oversold(hall)).toBe(0);
  }, 30_000);

  describe('a statement typed by hand', () => {
    const insert = (id: string, slotId: string, placeRef: string | null, state = 'booked') =>
      hall.dataSource.query(
        'INSERT INTO booking (id, hall_id, slot_id, place_ref, reference, state, reschedule_count, created_at, version) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 1)',
        [id, hall.hallId, slotId, placeRef, id.slice(-8).toUpperCase(), state],
      );
    let taken: { slotId: string; placeRef: string };
    let elsewhere: { slotId: string; placeRef: string };

    beforeAll(async () => {
      const { token } = await hall.resident();
      const [slot, next] = (await slotsOn(hall, token, '2026-12-03')).filter((one) => one.from < '14:00');
      await book(hall, token, slot!.id);
      taken = { slotId: slot!.id, placeRef: (await hall.dataSource.manager.findOneByOrFail(Place, { slotId: slot!.id })).id };
      elsewhere = { slotId: next!.id, placeRef: (await hall.dataSource.manager.findOneByOrFail(Place, { slotId: next!.id })).id };
    });

    test('cannot sell a place a second time', async () => {
      await expect(insert(newId(), taken.slotId, taken.placeRef)).rejects.toThrow(/unique|duplicate/i);
    });

    test('cannot open a booking without a place', async () => {
      await expect(insert(newId(), taken.slotId, null)).rejects.toThrow(/constraint/i);
      await expect(hall.dataSource.query("UPDATE booking SET place_ref = NULL WHERE place_ref = ?", [taken.placeRef])).rejects.toThrow(/constraint/i);
    });

    test('cannot squeeze a booking into a full slot on a place of another slot', async () => {
      await expect(insert(newId(), taken.slotId, elsewhere.placeRef)).rejects.toThrow(/foreign key/i);
    });

    test('cannot take a place away from under a booking', async () => {
      await expect(hall.dataSource.query('DELETE FROM place WHERE id = ?', [taken.placeRef])).rejects.toThrow(/foreign key/i);
    });

    test('would oversell if the unique key were gone, and this suite would notice', async () => {
      await hall.dataSource.query(database.name === 'MariaDB' ? 'DROP INDEX ux_booking_place ON booking' : 'DROP INDEX ux_booking_place');
      const id = newId();
      await insert(id, taken.slotId, taken.placeRef);
      expect(await oversold(hall)).toBe(1);
      await hall.dataSource.query('DELETE FROM booking WHERE id = ?', [id]);
      await hall.dataSource.query('CREATE UNIQUE INDEX ux_booking_place ON booking (place_ref)');
      expect(await oversold(hall)).toBe(0);
    });
  });

  test('a person who missed three visits lately books again after a pause, and may always walk in', async () => {
    const { token, actor } = await hall.resident();
    for (let miss = 1; miss <= 3; miss += 1) {
      const bookingId = newId();
      await hall.dataSource.query(
        "INSERT INTO booking (id, hall_id, slot_id, reference, state, resident_id, reschedule_count, created_at, closed_at, version) SELECT ?, hall_id, id, ?, 'missed', ?, 0, 0, ?, 1 FROM slot LIMIT 1",
        [bookingId, bookingId.slice(-8).toUpperCase(), actor.id, hall.clock.now() - miss * HOUR],
      );
      await hall.work((work) => work.add(VisitMatter, { id: newId(), hallId: hall.hallId, bookingId, ticketId: null, residentId: actor.id, personKey: `resident:${actor.id}`, personNameCipher: null, matterId: 'enrolment', applicationId: null, openKey: null, seatKey: null, state: 'closed', closeReason: 'missed', closedAt: hall.clock.now() }));
    }
    const slot = (await slotsOn(hall, token, '2026-12-04')).find((one) => one.from === '14:00')!;
    expect((await hold(hall, token, slot.id)).body.code).toBe('BOOKING_PAUSED');
  });
});
