import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { book, openForBooking, patternOf, slotsOn } from './testing/bookings.ts';
import { Booking, VisitMatter } from './booking.entity.ts';
import { refusalForTakenKey } from './unique-violation.ts';

onEveryDatabase((database) => {
  let hall: TestApp;
  let booking: Booking;
  let matter: VisitMatter;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await openForBooking(hall, patternOf());
    const { token } = await hall.resident();
    const [slot] = await slotsOn(hall, token, '2026-11-25');
    const { id } = await book(hall, token, slot!.id);
    booking = await hall.dataSource.manager.findOneByOrFail(Booking, { id });
    matter = await hall.dataSource.manager.findOneByOrFail(VisitMatter, { bookingId: id });
  });
  afterAll(() => hall.close());

  /** What somebody is told who writes a row like one that is there, different in all but one key. */
  const toldWhenTaken = (write: () => Promise<unknown>) => write().then(() => 'nothing was taken', (error: unknown) => (refusalForTakenKey(error) as { code: string }).code);
  const another = (same: Partial<VisitMatter>) => () => hall.work((work) => work.add(VisitMatter, { ...matter, id: newId(), openKey: null, seatKey: null, ...same }));
  const anotherBooking = (same: Partial<Booking>) => () => hall.work((work) => work.execute(
    "INSERT INTO booking (id, hall_id, slot_id, place_ref, reference, state, reschedule_count, created_at, version) VALUES (?, ?, ?, ?, ?, ?, 0, ?, 1)",
    [newId(), booking.hallId, booking.slotId, same.placeRef ?? null, same.reference ?? 'ZZZZZZZZ', same.placeRef ? 'booked' : 'cancelled', booking.createdAt],
  ));

  test('whoever is second to a key is told what it stands for: the matter, the limit of visits, the place', async () => {
    expect(await toldWhenTaken(another({}))).toBe('nothing was taken');
    expect(await toldWhenTaken(another({ openKey: matter.openKey }))).toBe('BOOKING_MATTER_OPEN');
    expect(await toldWhenTaken(another({ seatKey: matter.seatKey }))).toBe('BOOKING_TOO_MANY');
    expect(await toldWhenTaken(anotherBooking({ placeRef: booking.placeRef }))).toBe('BOOKING_SLOT_FULL');
  });

  test('a key that no race of people can take stays a failure of ours, not a sentence about a matter', async () => {
    const codes = ['BOOKING_MATTER_OPEN', 'BOOKING_TOO_MANY', 'BOOKING_SLOT_FULL', 'nothing was taken'];
    expect(codes).not.toContain(await toldWhenTaken(anotherBooking({ reference: booking.reference })));
  });
});
