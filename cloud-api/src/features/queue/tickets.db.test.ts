import { MINUTE, instantAt } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { BoardView } from './board.dto.ts';
import { BoardVersions } from './board-versions.ts';
import { CallingService } from './calling.service.ts';
import { CheckInService } from './check-in.service.ts';
import { Estimates } from './estimates.ts';
import { HallRulebook } from './hall-rules.ts';
import { LiveBoard } from './live-board.ts';
import { MATTER, clerkAtWindow, codeOnScreen, ticketOf, walkIn } from './queue.builder.ts';
import { QueueSweep } from './queue-sweep.service.ts';
import { ServiceMeans } from './service-means.ts';
import { ServingService } from './serving.service.ts';
import { Ticket } from './ticket.entity.ts';
import { TicketQueries } from './ticket.queries.ts';
import { Tickets } from './tickets.ts';

onEveryDatabase((database) => {
  let hall: TestApp;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
  }, 60_000);
  afterAll(() => hall.close());
  beforeEach(() => hall.clock.set(MORNING));

  test('two hundred people take tickets at once, a third of them fail, and no number is missing or given twice', async () => {
    const [tickets, rules] = [hall.app.get(Tickets), await hall.app.get(HallRulebook).of(hall.hallId)];
    const outcomes = await Promise.allSettled(Array.from({ length: 200 }, (_, number) => hall.app.get(UnitOfWork).run(system('test'), async (work) => {
      const id = newId();
      await tickets.openOf(work, rules, `ticket:${id}`);
      const ticket = await tickets.add(work, rules, { id, cls: number % 2 ? 'walkin' : 'care', source: 'desk', bookingId: null, bookingReference: null, residentId: null, openKey: `ticket:${id}`, maskedName: null, maskedCitizenId: null, scope: [{ matterId: MATTER, applicationId: null, ready: false }], slotStart: null });
      if (number % 3 === 0) throw new Error('the printer is out of paper');
      return ticket.seq;
    })));
    const kept = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
    expect(kept).toBe(133);
    for (const cls of ['walkin', 'care'] as const) {
      const numbers = (await hall.dataSource.manager.find(Ticket, { where: { hallId: hall.hallId, cls }, order: { seq: 'ASC' } })).map((ticket) => ticket.seq);
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    }
  }, 60_000);

  test('numbers begin anew each day', async () => {
    const clerk = await hall.staff(['clerk']);
    hall.clock.set(instantAt('2026-11-24', '10:00'));
    expect((await walkIn(hall, clerk.actor)).number).toBe('P001');
    hall.clock.set(instantAt('2026-11-25', '10:00'));
    expect((await walkIn(hall, clerk.actor)).number).toBe('P001');
  });

  test('the same request sent twice gives one ticket, and so does scanning twice at once', async () => {
    const [clerk, resident] = [await hall.staff(['clerk']), await hall.resident()];
    const body = { cls: 'walkin', matterIds: [MATTER] };
    const [one, two] = await Promise.all([1, 2].map(() => hall.call<{ number: string }>('POST', '/staff/tickets', { token: clerk.token, body, key: 'the-same-key-1' })));
    expect(two!.body).toEqual(one!.body);
    const checkIn = hall.app.get(CheckInService);
    const ids = await Promise.all([1, 2, 3].map(() => checkIn.byCode(resident.actor, null, { code: codeOnScreen(hall).token, matterIds: [MATTER] })));
    expect(new Set(ids).size).toBe(1);
  });

  test('outside its hours the hall gives out no tickets', async () => {
    const clerk = await hall.staff(['clerk']);
    hall.clock.set(instantAt('2026-11-23', '17:00'));
    await expect(walkIn(hall, clerk.actor)).rejects.toMatchObject({ code: 'CHECK_IN_HALL_CLOSED' });
    hall.clock.set(instantAt('2026-11-22', '10:00'));
    await expect(walkIn(hall, clerk.actor)).rejects.toMatchObject({ code: 'CHECK_IN_HALL_CLOSED' });
  });

  test('at closing everyone who still waits is recorded as not served, and whoever is being served is served to the end', async () => {
    hall.clock.set(instantAt('2026-11-26', '16:50'));
    const clerk = await clerkAtWindow(hall, '1');
    const [atWindow, waiting] = [await walkIn(hall, clerk.actor), await walkIn(hall, clerk.actor)];
    await hall.app.get(CallingService).next(clerk.actor);
    await hall.app.get(ServingService).serve(clerk.actor, atWindow.id, (await ticketOf(hall, atWindow.id)).version);
    await hall.app.get(QueueSweep).closeDay();
    expect(await ticketOf(hall, waiting.id)).toMatchObject({ state: 'waiting' });
    hall.clock.set(instantAt('2026-11-26', '17:01'));
    await hall.app.get(QueueSweep).closeDay();
    await hall.app.get(QueueSweep).closeDay();
    expect(await ticketOf(hall, waiting.id)).toMatchObject({ state: 'unserved', openKey: null });
    expect((await hall.dataSource.manager.findBy(OutboxEvent, { type: 'ticket.unserved' })).filter((event) => event.payload.includes(waiting.id))).toHaveLength(1);
    await hall.app.get(ServingService).done(clerk.actor, atWindow.id, (await ticketOf(hall, atWindow.id)).version);
    expect(await ticketOf(hall, atWindow.id)).toMatchObject({ state: 'served' });
  });

  test('a ticket left over from an earlier day is closed whenever it is found', async () => {
    hall.clock.set(instantAt('2026-11-26', '10:00'));
    const { id } = await walkIn(hall, (await hall.staff(['clerk'])).actor);
    hall.clock.set(instantAt('2026-11-27', '10:00'));
    await hall.app.get(QueueSweep).closeDay();
    expect(await ticketOf(hall, id)).toMatchObject({ state: 'unserved' });
  });

  test('the board only ever moves forward, and what is published carries the change it tells of', async () => {
    hall.clock.set(instantAt('2026-11-30', '09:00'));
    const [versions, board] = [hall.app.get(BoardVersions), hall.app.get(LiveBoard)];
    const clerk = await clerkAtWindow(hall, '1');
    const numbers: number[] = [];
    let arriving = true;
    // One question after the other: two asked at once may be answered in either order.
    const watch = (async () => {
      while (arriving) numbers.push(await versions.current(hall.hallId));
    })();
    await Promise.all(Array.from({ length: 30 }, () => walkIn(hall, clerk.actor)));
    arriving = false;
    await watch;
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const before = await board.view(hall.hallId);
    const called = await hall.app.get(CallingService).next(clerk.actor);
    const after = await board.view(hall.hallId);
    expect(after.version).toBeGreaterThan(before.version);
    expect(after.calls[0]).toMatchObject({ number: (await ticketOf(hall, called)).number, state: 'called', callCount: 1 });
    expect(after.windows).toContainEqual(expect.objectContaining({ id: clerk.windowId, state: 'serving', number: after.calls[0]!.number }));
    expect(JSON.parse(String(await board.bytes(hall.hallId)))).toEqual(after);
  }, 30_000);

  test('a board that belongs to no hall is an error at once, not a question asked for ever', async () => {
    const raise = () => hall.work((work) => hall.app.get(BoardVersions).raise(work, null as never));
    await raise().catch(() => undefined);
    await expect(raise()).rejects.toThrow('cannot be numbered');
  });

  test('the page everybody polls and the ordinary route say the same', async () => {
    hall.clock.set(instantAt('2026-11-30', '11:00'));
    await hall.app.listen(0, '127.0.0.1');
    const read = async (path: string) => {
      const answer = await fetch(`${await hall.app.getUrl()}/api/public/${path}`);
      return { status: answer.status, type: answer.headers.get('content-type'), numbered: answer.headers.has('x-request-id'), body: (await answer.json()) as BoardView };
    };
    const [quick, ordinary] = [await read('board'), await read('board?')];
    expect(quick).toMatchObject({ status: 200, numbered: false, body: { hallId: hall.hallId, serverTime: instantAt('2026-11-30', '11:00') } });
    expect(ordinary).toEqual({ ...quick, numbered: true });
    expect((await read('boards')).status).toBe(404);
  });

  test('a change is on the board at once, also for whoever asks while an older question is under way', async () => {
    hall.clock.set(instantAt('2026-11-30', '12:00'));
    const clerk = await hall.staff(['clerk']);
    const board = hall.app.get(LiveBoard);
    const asked = [board.bytes(hall.hallId), board.bytes(hall.hallId)];
    const before = await hall.app.get(BoardVersions).current(hall.hallId);
    await walkIn(hall, clerk.actor);
    asked.push(board.bytes(hall.hallId));
    expect((JSON.parse(String(await asked[2])) as BoardView).version).toBe(before + 1);
    await Promise.all(asked);
    expect((await board.view(hall.hallId)).version).toBe(before + 1);
  });

  test('minutes are learned from what was measured, and only from services of one matter', async () => {
    hall.clock.set(instantAt('2026-12-01', '09:00'));
    const means = hall.app.get(ServiceMeans);
    const slow = [{ matterId: MATTER, applicationId: null, ready: false }];
    const before = (await means.of(hall.hallId))(slow);
    await hall.work(async (work) => {
      for (let service = 0; service < 50; service += 1) await means.learn(work, hall.hallId, slow, 30 * MINUTE);
      await means.learn(work, hall.hallId, [...slow, ...slow], 500 * MINUTE);
    });
    const after = (await means.of(hall.hallId))(slow);
    expect(after).toBeGreaterThan(before);
    expect(after).toBeCloseTo((before * 10 + 30 * 50) / 60, 0);
  });

  test('the wait shown is a range that grows along the line, and a promise to step out is never taken back', async () => {
    hall.clock.set(instantAt('2026-12-02', '09:00'));
    const clerk = await clerkAtWindow(hall, '1');
    const resident = await hall.resident();
    for (let ahead = 0; ahead < 12; ahead += 1) await walkIn(hall, clerk.actor);
    const id = await hall.app.get(CheckInService).byCode(resident.actor, null, { code: codeOnScreen(hall).token, matterIds: [MATTER] });
    const { waits, newcomers } = await hall.app.get(Estimates).of(hall.hallId);
    expect(waits.get(id)).toMatchObject({ ahead: 12 });
    expect(newcomers.get('care')!.highMinutes).toBeLessThan(waits.get(id)!.highMinutes);
    await hall.app.get(QueueSweep).renewPromises();
    const promised = (await ticketOf(hall, id)).promisedUntil!;
    expect(promised).toBe(waits.get(id)!.stepOutUntil);
    expect(await hall.app.get(TicketQueries).one(resident.actor.id, id)).toMatchObject({ ahead: 12, estimate: { stepOutUntil: promised } });
    await clerkAtWindow(hall, '2');
    await clerkAtWindow(hall, '3');
    await hall.app.get(QueueSweep).renewPromises();
    expect((await ticketOf(hall, id)).promisedUntil).toBe(promised);
  });
});
