import { MINUTE } from '@hall/shared/kernel/day';
import { compareTickets } from '@hall/shared/queue/order.rules';
import { AuditEntry } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { CallingService } from './calling.service.ts';
import { CheckInService } from './check-in.service.ts';
import { DeskQueries } from './desk.queries.ts';
import { NextTicket } from './next-ticket.ts';
import { MATTER, bookedFor, clerkAtWindow, codeOnScreen, ticketOf, walkIn } from './queue.builder.ts';
import { QueueSweep } from './queue-sweep.service.ts';
import { ServingService } from './serving.service.ts';
import { Ticket } from './ticket.entity.ts';
import { WindowsService } from './windows.service.ts';

/** Everything the hall handles. */
const lanes = ['enrolment', 'enrolment-change', 'benefit-enquiry'];

onEveryDatabase((database) => {
  let hall: TestApp;
  let calling: CallingService;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    calling = hall.app.get(CallingService);
  }, 60_000);
  afterAll(() => hall.close());
  beforeEach(async () => {
    hall.clock.set(MORNING);
    await hall.work((work) => work.execute("UPDATE ticket SET state = 'left', open_key = NULL, window_in_use = NULL"));
  });

  const arrive = async (startsAt: number) => {
    const resident = await hall.resident();
    const { bookingId } = await bookedFor(hall, resident.actor.id, startsAt);
    return ticketOf(hall, await hall.app.get(CheckInService).byCode(resident.actor, null, { code: codeOnScreen(hall).token, bookingId }));
  };

  test('forty windows that press next at once call forty different people', async () => {
    const clerks = [];
    for (let number = 1; number <= 40; number += 1) clerks.push(await clerkAtWindow(hall, `${number}`));
    for (let number = 0; number < 40; number += 1) await walkIn(hall, clerks[0]!.actor);
    const called = await Promise.all(clerks.map(({ actor }) => calling.next(actor)));
    expect(new Set(called).size).toBe(40);
    expect(await hall.dataSource.manager.countBy(Ticket, { state: 'called', callCount: 1 })).toBe(40);
  }, 60_000);

  test('forty windows and one person: one window gets them, the others hear that nobody waits', async () => {
    const clerks = [];
    for (let number = 1; number <= 40; number += 1) clerks.push(await clerkAtWindow(hall, `${number}`));
    const { id } = await walkIn(hall, clerks[0]!.actor);
    const outcomes = await Promise.allSettled(clerks.map(({ actor }) => calling.next(actor)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').map((outcome) => outcome.value)).toEqual([id]);
    expect(outcomes.filter((outcome) => outcome.status === 'rejected').every((outcome) => (outcome.reason as { code: string }).code === 'QUEUE_EMPTY')).toBe(true);
  }, 60_000);

  test('a call made with an old look at the ticket changes nothing', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    await walkIn(hall, clerk.actor);
    const next = hall.app.get(NextTicket);
    const call = { windowId: clerk.windowId, staffId: clerk.actor.id, ready: false, scope: [] };
    const answers = await hall.work(async (work) => {
      const candidate = (await next.find(work, hall.hallId, '2026-11-23', [MATTER]))!;
      return [await next.call(work, candidate, call), await next.call(work, candidate, call)];
    });
    expect(answers).toEqual([true, false]);
  });

  test('the database itself refuses a second person at one window', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const [first, second] = [await walkIn(hall, clerk.actor), await walkIn(hall, clerk.actor)];
    await calling.next(clerk.actor);
    await expect(hall.work((work) => work.execute('UPDATE ticket SET window_in_use = ? WHERE id IN (?, ?)', [clerk.windowId, first.id, second.id]))).rejects.toThrow();
  });

  test('people are called in the order of their due times, whoever books to push in front', async () => {
    const clerk = await clerkAtWindow(hall, '1', lanes);
    const tickets = [await walkIn(hall, clerk.actor, { matterIds: ['enrolment'] })];
    // Booked people arrive in waves after the walk-in, each with an earlier due time than theirs while within p_min.
    for (let wave = 1; wave <= 8; wave += 1) {
      hall.clock.advance(4 * MINUTE);
      tickets.push(await arrive(MORNING + wave * 4 * MINUTE), await walkIn(hall, clerk.actor, wave % 3 === 0 ? { cls: 'care' } : { matterIds: ['enrolment-change', 'enrolment'] }));
    }
    const expected = [...tickets].sort(compareTickets).map((ticket) => ticket.number);
    const seen: string[] = [];
    for (const _ of tickets) {
      const id = await calling.next(clerk.actor);
      seen.push((await ticketOf(hall, id)).number);
      await calling.miss(clerk.actor, id, (await ticketOf(hall, id)).version);
    }
    expect(seen).toEqual(expected);
    expect(seen.indexOf(tickets[0]!.number)).toBeLessThan(seen.length - 2);
  }, 30_000);

  test('someone who came before the booked time is called early only when nobody else waits', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const early = await arrive(MORNING + 60 * MINUTE);
    const walk = await walkIn(hall, clerk.actor);
    expect(early).toMatchObject({ cls: 'booked', eligibleAt: MORNING + 60 * MINUTE });
    const first = await calling.next(clerk.actor);
    await calling.miss(clerk.actor, first, (await ticketOf(hall, first)).version);
    expect([first, await calling.next(clerk.actor)]).toEqual([walk.id, early.id]);
  });

  test('a window calls only those whose every matter it can handle', async () => {
    const [narrow, wide] = [await clerkAtWindow(hall, '1', ['enrolment']), await clerkAtWindow(hall, '2', lanes)];
    const both = await walkIn(hall, narrow.actor, { matterIds: ['enrolment', 'benefit-enquiry'] });
    await expect(calling.next(narrow.actor)).rejects.toMatchObject({ code: 'QUEUE_EMPTY' });
    expect(await calling.next(wide.actor)).toBe(both.id);
  });

  test('the desk names the person its own next press will call, not the head of a line that another window serves', async () => {
    const [narrow, wide] = [await clerkAtWindow(hall, '1', ['enrolment']), await clerkAtWindow(hall, '2', lanes)];
    const elsewhere = await walkIn(hall, narrow.actor, { matterIds: ['benefit-enquiry'] });
    const desk = (clerk: typeof narrow) => hall.app.get(DeskQueries).desk(clerk.actor);
    expect(await desk(narrow)).toMatchObject({ next: null, queue: [{ id: elsewhere.id, forMyWindow: false }] });
    hall.clock.advance(MINUTE);
    const here = await walkIn(hall, narrow.actor, { matterIds: ['enrolment'] });
    expect(await desk(narrow)).toMatchObject({ next: { id: here.id, forMyWindow: true } });
    expect(await desk(wide)).toMatchObject({ next: { id: elsewhere.id } });
    expect(await calling.next(narrow.actor)).toBe(here.id);
  });

  test('the desk knows whom it calls next also behind more people of other windows than it lists', async () => {
    const narrow = await clerkAtWindow(hall, '1', ['enrolment']);
    for (let number = 0; number < 50; number += 1) await walkIn(hall, narrow.actor);
    hall.clock.advance(MINUTE);
    const here = await walkIn(hall, narrow.actor, { matterIds: ['enrolment'] });
    expect(await hall.app.get(DeskQueries).desk(narrow.actor)).toMatchObject({ next: { id: here.id } });
  });

  test('three recalls and no fourth; a person missed may rejoin twice and no third time', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const { id, dueAt } = await walkIn(hall, clerk.actor);
    const version = async () => (await ticketOf(hall, id)).version;
    await calling.next(clerk.actor);
    for (let recall = 0; recall < 3; recall += 1) await calling.recall(clerk.actor, id, await version());
    await expect(calling.recall(clerk.actor, id, await version())).rejects.toMatchObject({ code: 'TICKET_RECALLS_USED' });
    for (let rejoin = 1; rejoin <= 2; rejoin += 1) {
      await calling.miss(clerk.actor, id, await version());
      await calling.rejoin(clerk.actor, id, await version());
      expect(await ticketOf(hall, id)).toMatchObject({ state: 'waiting', rejoins: rejoin, callCount: 0, dueAt });
      await calling.next(clerk.actor);
    }
    await calling.miss(clerk.actor, id, await version());
    await expect(calling.rejoin(clerk.actor, id, await version())).rejects.toMatchObject({ code: 'TICKET_REJOINS_USED' });
  });

  test('parking keeps the place, and the clock stands until the person is served again', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const { id, dueAt } = await walkIn(hall, clerk.actor);
    const version = async () => (await ticketOf(hall, id)).version;
    await calling.next(clerk.actor);
    await hall.app.get(ServingService).serve(clerk.actor, id, await version());
    hall.clock.advance(MINUTE);
    await calling.park(clerk.actor, id, await version());
    expect(await hall.dataSource.manager.findOneBy(AuditEntry, { action: 'ticket.park', subjectId: id })).toMatchObject({ detail: { from: 'serving', to: 'parked' } });
    hall.clock.advance(10 * MINUTE);
    await calling.resume(clerk.actor, id, await version());
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'waiting', dueAt, servingAt: MORNING, windowInUse: null, parked: [{ from: MORNING + MINUTE, to: null }] });
    const clock = async () => (await hall.app.get(DeskQueries).desk(clerk.actor)).current;
    hall.clock.advance(20 * MINUTE);
    await calling.next(clerk.actor);
    hall.clock.advance(30_000);
    expect(await clock()).toMatchObject({ state: 'called', runningSeconds: 60 });
    await hall.app.get(ServingService).serve(clerk.actor, id, await version());
    hall.clock.advance(30_000);
    expect(await clock()).toMatchObject({ state: 'serving', runningSeconds: 90, parkedSeconds: 1_830 });
    expect(await ticketOf(hall, id)).toMatchObject({ servingAt: MORNING, firstCalledAt: MORNING });
  });

  test('a second call left alone ends the pause when the service begins by itself', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const { id } = await walkIn(hall, clerk.actor);
    const version = async () => (await ticketOf(hall, id)).version;
    await calling.next(clerk.actor);
    await hall.app.get(ServingService).serve(clerk.actor, id, await version());
    await calling.park(clerk.actor, id, await version());
    hall.clock.advance(10 * MINUTE);
    await calling.resume(clerk.actor, id, await version());
    await calling.next(clerk.actor);
    hall.clock.advance(3 * MINUTE);
    expect((await hall.app.get(DeskQueries).desk(clerk.actor)).current).toMatchObject({ state: 'serving', runningSeconds: 120 });
    await hall.app.get(QueueSweep).watchWindows();
    expect(await ticketOf(hall, id)).toMatchObject({ parked: [{ from: MORNING, to: MORNING + 11 * MINUTE }] });
  });

  test('whoever came without saying a name is not called 本人 at the desk', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    await walkIn(hall, clerk.actor);
    await calling.next(clerk.actor);
    expect((await hall.app.get(DeskQueries).desk(clerk.actor)).current?.matters).toMatchObject([{ personName: '还没登记姓名' }]);
  });

  test('a call left alone for a minute is a service, before and after anybody writes it down', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const { id } = await walkIn(hall, clerk.actor);
    await calling.next(clerk.actor);
    hall.clock.advance(59_000);
    await hall.app.get(QueueSweep).watchWindows();
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'called' });
    hall.clock.advance(1_000);
    await expect(calling.recall(clerk.actor, id, (await ticketOf(hall, id)).version)).rejects.toMatchObject({ code: 'TICKET_MOVE_NOT_ALLOWED' });
    hall.clock.advance(30_000);
    await hall.app.get(QueueSweep).watchWindows();
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'serving', servingAt: MORNING + MINUTE });
  });

  test('done right after a forgotten press still counts from when the clock began the service', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const { id } = await walkIn(hall, clerk.actor);
    await calling.next(clerk.actor);
    hall.clock.advance(5 * MINUTE);
    await hall.app.get(ServingService).done(clerk.actor, id, (await ticketOf(hall, id)).version);
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'served', servingAt: MORNING + MINUTE, endedAt: MORNING + 5 * MINUTE });
  });

  test("another clerk cannot end a service at somebody else's window", async () => {
    const [one, two] = [await clerkAtWindow(hall, '1'), await clerkAtWindow(hall, '2')];
    const { id } = await walkIn(hall, one.actor);
    await calling.next(one.actor);
    await expect(hall.app.get(ServingService).serve(two.actor, id, (await ticketOf(hall, id)).version)).rejects.toMatchObject({ code: 'TICKET_NOT_AT_WINDOW' });
  });

  test('a service nobody closes is flagged, then released and recorded as not served', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const { id } = await walkIn(hall, clerk.actor);
    await calling.next(clerk.actor);
    hall.clock.advance(50 * MINUTE);
    await hall.app.get(QueueSweep).watchWindows();
    await hall.app.get(QueueSweep).watchWindows();
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'serving', flaggedAt: MORNING + 50 * MINUTE });
    hall.clock.advance(75 * MINUTE);
    await hall.app.get(QueueSweep).watchWindows();
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'unserved', windowInUse: null, openKey: null });
  });

  test('someone called before the time promised to them is passed over, keeps the place and is not called again before', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    const { id } = await walkIn(hall, clerk.actor);
    await hall.work((work) => work.execute('UPDATE ticket SET promised_until = ? WHERE id = ?', [MORNING + 20 * MINUTE, id]));
    await calling.next(clerk.actor);
    await calling.miss(clerk.actor, id, (await ticketOf(hall, id)).version);
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'waiting', passedUntil: MORNING + 20 * MINUTE, rejoins: 0 });
    await expect(calling.next(clerk.actor)).rejects.toMatchObject({ code: 'QUEUE_EMPTY' });
    hall.clock.advance(20 * MINUTE);
    expect(await calling.next(clerk.actor)).toBe(id);
  });

  test('a clerk holds one window, a window one clerk, and nobody leaves a person standing', async () => {
    const [one, two] = [await clerkAtWindow(hall, '1'), await clerkAtWindow(hall, '2')];
    const windows = hall.app.get(WindowsService);
    await expect(windows.open(one.actor, two.windowId)).rejects.toMatchObject({ code: 'WINDOW_TAKEN' });
    await expect(windows.open(one.actor, await hall.window('3', [MATTER]))).rejects.toMatchObject({ code: 'WINDOW_ALREADY_HELD' });
    await walkIn(hall, one.actor);
    await walkIn(hall, one.actor);
    await calling.next(one.actor);
    await expect(windows.close(one.actor, one.windowId)).rejects.toMatchObject({ code: 'WINDOW_BUSY' });
    await windows.pause(two.actor, two.windowId);
    await expect(calling.next(two.actor)).rejects.toMatchObject({ code: 'WINDOW_PAUSED' });
    await windows.close(two.actor, two.windowId);
    await expect(calling.next(two.actor)).rejects.toMatchObject({ code: 'WINDOW_NEEDED' });
  });
});
