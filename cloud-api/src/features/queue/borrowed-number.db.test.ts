import { DAY_LENGTH } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { VisitMatter } from '../booking/booking.entity.ts';
import { ZHANG, LI, hold, openForBooking, patternOf, personOf, slotsOn } from '../booking/testing/bookings.ts';
import { CaseStory } from '../enrolment/testing/case.builder.ts';
import { People } from '../identity/people.ts';
import { clerkAtWindow, codeOnScreen, walkIn } from './queue.builder.ts';
import type { TicketView } from './ticket.dto.ts';

/** Anybody can type a stranger's ID number into an account. What that gives them, and what it does to the stranger. */
onEveryDatabase((database) => {
  let hall: TestApp;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await openForBooking(hall, patternOf({ capacity: 60 }));
  }, 60_000);
  afterAll(() => hall.close());
  beforeEach(() => hall.clock.set(MORNING));

  const takeTicket = async (token: string) =>
    (await hall.call<TicketView>('POST', '/resident/check-in', { token, key: newId(), body: { code: codeOnScreen(hall).token, matterIds: ['enrolment'] } })).body;

  test('a ticket under a stranger\'s number does not bring the stranger\'s case along, and their own does', async () => {
    const owner = await hall.resident(ZHANG);
    const story = await CaseStory.begin(hall, owner);
    const thief = await hall.resident({ ...ZHANG, name: '贾小明' });
    const stolen = await takeTicket(thief.token);
    expect(stolen.matters).toEqual([expect.objectContaining({ matterId: 'enrolment', applicationId: null, caseNumber: null })]);
    await hall.call('POST', `/resident/tickets/${stolen.id}/leave`, { token: thief.token, body: { version: stolen.version } });
    expect((await takeTicket(owner.token)).matters).toEqual([expect.objectContaining({ applicationId: story.id })]);
  });

  test('whoever was once seen with the card finds also a case that was filled from another account', async () => {
    const mother = personOf('周玉兰', '42060619620808002');
    const daughter = await hall.resident(personOf('周小燕', '42060619880808002'));
    const { body: relative } = await hall.call<{ id: string }>('POST', '/resident/relatives', { token: daughter.token, body: { relation: 'mother', ...mother } });
    const story = await CaseStory.begin(hall, daughter, relative.id);
    const herself = await hall.resident(mother);
    await hall.work((work) => hall.app.get(People).verify(work, herself.actor.id, mother));
    expect((await takeTicket(herself.token)).matters).toEqual([expect.objectContaining({ applicationId: story.id })]);
  });

  test('visits that another account booked under somebody\'s number and missed do not keep that person from booking', async () => {
    const [victim, prankster] = [await hall.resident(LI), await hall.resident({ ...LI, name: '贾小明' })];
    const personKey = hall.app.get(People).citizenIndex(LI.citizenId);
    for (let miss = 1; miss <= 3; miss += 1) {
      const bookingId = newId();
      await hall.dataSource.query(
        "INSERT INTO booking (id, hall_id, slot_id, reference, state, resident_id, reschedule_count, created_at, closed_at, version) SELECT ?, hall_id, id, ?, 'missed', ?, 0, 0, ?, 1 FROM slot LIMIT 1",
        [bookingId, bookingId.slice(-8).toUpperCase(), prankster.actor.id, hall.clock.now() - miss * DAY_LENGTH],
      );
      await hall.work((work) => work.add(VisitMatter, { id: newId(), hallId: hall.hallId, bookingId, ticketId: null, residentId: prankster.actor.id, personKey, personNameCipher: null, matterId: 'enrolment', applicationId: null, openKey: null, seatKey: null, state: 'closed', closeReason: 'missed', closedAt: hall.clock.now() }));
    }
    const slot = (await slotsOn(hall, victim.token, '2026-11-25'))[0]!;
    expect((await hold(hall, prankster.token, slot.id)).body.code).toBe('BOOKING_PAUSED');
    expect((await hold(hall, victim.token, slot.id)).body.state).toBe('held');
  });

  test('one account that keeps declaring other persons cannot book the hall out', async () => {
    const { token } = await hall.resident();
    const slot = (await slotsOn(hall, token, '2026-11-26'))[0]!;
    const codes: (string | undefined)[] = [];
    for (let number = 10; number < 24; number += 1) {
      await hall.call('PUT', '/resident/me/declaration', { token, body: personOf('贾小明', `420606199003030${number}`) });
      codes.push((await hold(hall, token, slot.id)).body.code);
    }
    expect(codes).toEqual([...Array.from({ length: 12 }, () => undefined), 'BOOKING_ACCOUNT_FULL', 'BOOKING_ACCOUNT_FULL']);
    expect((await hold(hall, (await hall.resident()).token, slot.id)).body.state).toBe('held');
  });

  test('a clerk cannot put those aside who wait in front of a friend; the head may', async () => {
    const [clerk, head] = [await clerkAtWindow(hall, '1'), await hall.staff(['head'])];
    const first = await walkIn(hall, clerk.actor);
    const park = (token: string) => hall.call('POST', `/staff/tickets/${first.id}/park`, { token, body: { version: first.version } });
    expect((await park(clerk.token)).body).toMatchObject({ code: 'TICKET_NOT_AT_WINDOW' });
    expect((await park(head.token)).status).toBe(200);
  });

  test('sixty codes tried at the same moment from home are no more than ten tries', async () => {
    const { token } = await hall.resident();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => hall.call<{ code: string }>('POST', '/resident/check-in', { token, body: { code: `guess-${number}`, matterIds: ['enrolment'] } })));
    expect(answers.filter(({ body }) => body.code === 'CHECK_IN_CODE_WRONG')).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50);
  });
});
