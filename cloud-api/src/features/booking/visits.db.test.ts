import { MINUTE, instantAt } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { ZHANG, book, hold, openForBooking, patternOf, personOf, slotsOn } from './testing/bookings.ts';
import { BookingSweeps } from './booking-sweeps.ts';
import type { BookingView } from './booking.dto.ts';
import { Booking, VisitMatter } from './booking.entity.ts';
import { Visits } from './visits.ts';

const TODAY = '2026-11-23';

onEveryDatabase((database) => {
  let hall: TestApp;
  let visits: Visits;

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { now: instantAt(TODAY, '08:00') });
    await openForBooking(hall, patternOf({ from: '09:00', to: '12:00', capacity: 20 }));
    visits = hall.app.get(Visits);
  }, 60_000);
  afterAll(() => hall.close());
  beforeEach(() => hall.clock.set(instantAt(TODAY, '08:00')));

  const bookToday = async (from: string, person?: { name: string; citizenId: string }) => {
    const { token, actor } = await hall.resident(person);
    const slot = (await slotsOn(hall, token, TODAY)).find((one) => one.from === from)!;
    return { token, actor, booking: await book(hall, token, slot.id) };
  };
  const arrive = (bookingId: string, ticketId = newId()) => hall.work((work) => visits.arrive(work, bookingId, ticketId));

  test('who scans in within the grace of the slot keeps the booked class, later becomes a walk-in, and nobody is refused', async () => {
    const { booking } = await bookToday('09:00', ZHANG);
    hall.clock.set(instantAt(TODAY, '09:15'));
    const facts = await arrive(booking.id);
    expect(facts).toMatchObject({ cls: 'booked', state: 'arrived', slotStart: instantAt(TODAY, '09:00'), personName: '张大山', matters: [{ matterId: 'enrolment', state: 'open', ready: false }] });
    expect(facts.personKey).toMatch(/^[0-9a-f]{64}$/);

    hall.clock.set(instantAt(TODAY, '08:00'));
    const late = await bookToday('09:00');
    hall.clock.set(instantAt(TODAY, '09:15') + 1);
    expect((await arrive(late.booking.id)).cls).toBe('walkin');
  });

  test('coming on another day or much too early is told, and arriving twice is not possible', async () => {
    const { booking } = await bookToday('11:00');
    await expect(arrive(booking.id)).rejects.toMatchObject({ code: 'BOOKING_TOO_EARLY' });
    hall.clock.set(instantAt('2026-11-24', '09:00'));
    await expect(arrive(booking.id)).rejects.toMatchObject({ code: 'BOOKING_OTHER_DAY' });
    hall.clock.set(instantAt(TODAY, '10:00'));
    await arrive(booking.id);
    await expect(arrive(booking.id)).rejects.toMatchObject({ code: 'BOOKING_MOVE_NOT_ALLOWED' });
  });

  test('the scanned code, the typed one and the id find the same booking', async () => {
    const { booking } = await bookToday('09:30');
    for (const by of [{ bookingId: booking.id }, { reference: booking.qr }, { reference: ` ${booking.reference.slice(0, 4).toLowerCase()} ${booking.reference.slice(4)}` }]) {
      expect((await hall.work((work) => visits.find(work, by))).bookingId).toBe(booking.id);
    }
    await expect(hall.work((work) => visits.find(work, { reference: 'ZZZZZZZZ' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('after the visit the person may announce the same matter again', async () => {
    const { token, booking } = await bookToday('09:30', personOf('周文', '42060619880808003'));
    hall.clock.set(instantAt(TODAY, '09:20'));
    const ticketId = newId();
    await arrive(booking.id, ticketId);
    expect((await visits.mattersOfTickets([ticketId])).get(ticketId)).toHaveLength(1);
    await hall.work((work) => visits.markServed(work, booking.id));
    expect(await hall.dataSource.manager.findOneBy(Booking, { id: booking.id })).toMatchObject({ state: 'served', placeRef: null, ticketId });
    expect((await hold(hall, token, (await slotsOn(hall, token, '2026-11-25'))[0]!.id)).status).toBe(200);
  });

  test('a matter closed at the window with a reason stays closed with that reason when the visit ends', async () => {
    const { booking } = await bookToday('10:00');
    hall.clock.set(instantAt(TODAY, '09:50'));
    const { matters } = await arrive(booking.id);
    await hall.work((work) => visits.closeMatter(work, matters[0]!.id, '材料不齐，下次再来'));
    await hall.work((work) => visits.markServed(work, booking.id));
    expect(await visits.matters(booking.id)).toMatchObject([{ state: 'closed' }]);
    expect(await hall.dataSource.manager.findOneBy(VisitMatter, { bookingId: booking.id })).toMatchObject({ closeReason: '材料不齐，下次再来', openKey: null, seatKey: null });
  });

  test('a walk-in’s matters are kept under its ticket, and the same matter gets no second ticket', async () => {
    const walkIn = (ticketId: string) => hall.work((work) => visits.openWalkIn(work, { hallId: hall.hallId, ticketId, residentId: null, personKey: 'f'.repeat(64), personName: '吴奶奶', matters: [{ matterId: 'enrolment' }, { matterId: 'benefit-enquiry' }] }));
    const ticketId = newId();
    expect((await walkIn(ticketId)).map((matter) => [matter.matterId, matter.personName, matter.state])).toEqual([['enrolment', '吴奶奶', 'open'], ['benefit-enquiry', '吴奶奶', 'open']]);
    await expect(walkIn(newId())).rejects.toMatchObject({ code: 'VISIT_ALREADY_IN_HALL' });
    await hall.work((work) => visits.closeTicket(work, ticketId, 'served'));
    expect(await walkIn(newId())).toHaveLength(2);
    expect((await hall.dataSource.manager.findOneByOrFail(VisitMatter, { ticketId })).personNameCipher).not.toContain('吴');
  });

  test('whoever planned to come later and stands in the hall today is served today', async () => {
    const { actor, token } = await hall.resident();
    await book(hall, token, (await slotsOn(hall, token, '2026-11-26'))[0]!.id);
    const matters = await hall.work((work) => visits.openWalkIn(work, { hallId: hall.hallId, ticketId: newId(), residentId: actor.id, personKey: `resident:${actor.id}`, personName: null, matters: [{ matterId: 'enrolment' }] }));
    expect(matters).toMatchObject([{ state: 'open' }]);
  });

  test('at closing who did not come has missed it, and is told once; who came and was not reached has not', async () => {
    const [absent, present] = [await bookToday('10:30'), await bookToday('10:30')];
    hall.clock.set(instantAt(TODAY, '10:20'));
    await arrive(present.booking.id);
    const sweeps = hall.app.get(BookingSweeps);
    hall.clock.set(instantAt(TODAY, '17:00') - 1);
    await sweeps.markMissed();
    expect(await hall.dataSource.manager.findOneBy(Booking, { id: absent.booking.id })).toMatchObject({ state: 'booked' });
    hall.clock.advance(1);
    await sweeps.markMissed();
    expect(await hall.dataSource.manager.findOneBy(Booking, { id: absent.booking.id })).toMatchObject({ state: 'missed', placeRef: null });
    expect(await sweeps.markMissed()).toBe(0);
    expect(await hall.dataSource.manager.findOneBy(Booking, { id: present.booking.id })).toMatchObject({ state: 'arrived' });
    await hall.work((work) => visits.markUnserved(work, present.booking.id, 'unserved'));
    const missed = (await hall.dataSource.manager.findBy(OutboxEvent, { type: 'booking.missed' })).map((event) => (JSON.parse(event.payload) as { bookingId: string }).bookingId);
    expect(missed.filter((id) => id === absent.booking.id)).toHaveLength(1);
    expect(missed).not.toContain(present.booking.id);
  });

  test('the sweep writes down holds that ran out and leaves running ones alone', async () => {
    const [one, two] = [await hall.resident(), await hall.resident()];
    const slot = (await slotsOn(hall, one.token, '2026-11-27'))[0]!;
    const old = (await hold(hall, one.token, slot.id)).body;
    hall.clock.advance(3 * MINUTE);
    const young = (await hold(hall, two.token, slot.id)).body;
    hall.clock.advance(2 * MINUTE);
    const sweeps = hall.app.get(BookingSweeps);
    await sweeps.expireHolds();
    expect(await hall.dataSource.manager.findOneBy(Booking, { id: old.id })).toMatchObject({ state: 'expired', placeRef: null, heldUntil: null });
    expect(await hall.dataSource.manager.findOneBy(Booking, { id: young.id })).toMatchObject({ state: 'held' });
    expect(await sweeps.expireHolds()).toBe(0);
    expect((await hall.call<BookingView>('POST', `/resident/bookings/${young.id}/confirm`, { token: two.token, body: { version: 1 } })).body.state).toBe('booked');
  });

  test('no event of a booking carries a name, a number or a phone', async () => {
    const payloads = (await hall.dataSource.manager.find(OutboxEvent)).filter((event) => event.type.startsWith('booking.')).map((event) => event.payload);
    expect(payloads.length).toBeGreaterThan(5);
    for (const payload of payloads) expect(Object.keys(JSON.parse(payload) as object).every((key) => /Id$|^cls$|^by$/.test(key))).toBe(true);
  });
});
