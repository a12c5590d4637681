import { MINUTE, instantAt } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { AuditEntry, OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { Rating, RatingInvitation } from '../rating/rating.entity.ts';
import type { RatingInvitationView } from '../rating/rating.dto.ts';
import { RatingService } from '../rating/rating.service.ts';
import type { BoardView, ScreenView } from './board.dto.ts';
import type { DeskView } from './desk.dto.ts';
import { MATTER, bookedFor, clerkAtWindow, codeOnScreen, ticketOf, walkIn } from './queue.builder.ts';
import type { TicketView } from './ticket.dto.ts';

onEveryDatabase((database) => {
  let hall: TestApp;
  const post = <T>(path: string, token: string, body: unknown = {}, key?: string) => hall.call<T>('POST', path, { token, body, ...(key ? { key } : {}) });

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
  }, 60_000);
  afterAll(() => hall.close());
  beforeEach(() => hall.clock.set(MORNING));

  test('a case opened at the window for somebody who brought none stands on the desk as the case of that visit', async () => {
    const clerk = await clerkAtWindow(hall, '8', ['enrolment']);
    const { id } = await walkIn(hall, clerk.actor, { matterIds: ['enrolment'] });
    const called = await post<DeskView>('/staff/desk/next', clerk.token);
    expect(called.body.current).toMatchObject({ id, matters: [{ applicationId: null }] });
    const opened = await post<{ id: string }>('/staff/applications', clerk.token, { matterId: 'enrolment', ticketId: id, answers: { name: '王秀英', citizenId: '420606198003031028' } }, 'open-at-window-1');
    await hall.deliver();
    const desk = await hall.call<DeskView>('GET', '/staff/desk', { token: clerk.token });
    expect(desk.body.current!.matters).toMatchObject([{ applicationId: opened.body.id }]);
    await hall.work((work) => work.execute("UPDATE ticket SET state = 'left', open_key = NULL, window_in_use = NULL WHERE id = ?", [id]));
  });

  test('a booked resident scans in, is called, recalled, served and invited, and rates by the slip once', async () => {
    const clerk = await clerkAtWindow(hall, '1', ['enrolment']);
    const resident = await hall.resident({ name: '李小兰', citizenId: '420606199001011239' });
    const { bookingId } = await bookedFor(hall, resident.actor.id, MORNING, 'enrolment');

    const arrived = await post<TicketView>('/resident/check-in', resident.token, { code: codeOnScreen(hall).digits, bookingId }, 'check-in-1');
    expect(arrived).toMatchObject({ status: 200, body: { number: 'Y001', cls: 'booked', state: 'waiting', bookingId, actions: ['leave'] } });
    const again = await post<TicketView>('/resident/check-in', resident.token, { code: codeOnScreen(hall).token, bookingId }, 'check-in-2');
    expect(again.body.id).toBe(arrived.body.id);
    const id = arrived.body.id;

    const called = await post<DeskView>('/staff/desk/next', clerk.token);
    expect(called.body.current).toMatchObject({ id, state: 'called', maskedName: '李*兰', callCount: 1, recallsLeft: 3 });
    expect((await post('/staff/desk/next', clerk.token)).body).toMatchObject({ code: 'WINDOW_BUSY' });
    expect((await post('/staff/tickets/' + id + '/recall', clerk.token, { version: 1 })).body).toMatchObject({ code: 'STALE_VERSION' });
    const recalled = await post<DeskView>(`/staff/tickets/${id}/recall`, clerk.token, { version: called.body.current!.version });
    expect(recalled.body.current).toMatchObject({ callCount: 2, recallsLeft: 2 });
    const serving = await post<DeskView>(`/staff/tickets/${id}/serve`, clerk.token, { version: recalled.body.current!.version });
    expect(serving.body.current).toMatchObject({ state: 'serving', clockLimitSeconds: 300, servingSince: MORNING });

    const refused = await post(`/staff/tickets/${id}/done`, clerk.token, { version: serving.body.current!.version });
    expect(refused).toMatchObject({ status: 409, body: { code: 'TICKET_CASE_OPEN' } });
    const matterId = serving.body.current!.matters[0]!.id;
    const closed = await post<DeskView>(`/staff/tickets/${id}/matters/${matterId}/close`, clerk.token, { version: serving.body.current!.version, reason: '材料没有带齐' });
    expect(closed.body.current!.matters).toMatchObject([{ id: matterId, state: 'closed' }]);
    hall.clock.advance(3 * MINUTE);
    const done = await post<DeskView>(`/staff/tickets/${id}/done`, clerk.token, { version: closed.body.current!.version });
    expect(done.body).toMatchObject({ current: null, servedToday: 1 });

    await hall.deliver();
    const seen = await hall.call<TicketView>('GET', `/resident/tickets/${id}`, { token: resident.token });
    expect(seen.body).toMatchObject({ state: 'served', servingSince: MORNING, servedAt: MORNING + 3 * MINUTE, ratingInvitationId: expect.any(String) });
    const code = (await hall.app.get(RatingService).slipCode(clerk.actor, { ticketId: id, hallId: hall.hallId, residentId: resident.actor.id, matterIds: ['enrolment'], windowId: clerk.windowId, staffId: clerk.actor.id, servedAt: MORNING }))!;
    const invitation = await hall.call<RatingInvitationView>('GET', `/public/slips/${code.toLowerCase()}`);
    expect(invitation.body).toMatchObject({ id: seen.body.ratingInvitationId, state: 'open', windowLabel: '1', matterNames: ['居民养老保险参保'] });
    expect(await hall.call('POST', `/public/slips/${code}/rating`, { body: { level: 2, reasons: ['fast'] } })).toMatchObject({ status: 422, body: { code: 'RATING_INVALID' } });
    expect(await hall.call('POST', `/public/slips/${code}/rating`, { body: { level: 5, reasons: ['fast'], attitude: 5, comment: '谢谢小王' } })).toMatchObject({ status: 200 });
    expect(await hall.call('POST', `/resident/ratings/${invitation.body.id}`, { token: resident.token, body: { level: 1, reasons: [] } })).toMatchObject({ status: 409, body: { code: 'RATING_ALREADY_GIVEN' } });
    expect(await hall.dataSource.manager.findOneBy(Rating, { invitationId: invitation.body.id })).toMatchObject({ level: 5, way: 'slip', commentCipher: expect.not.stringContaining('小王') });
  });

  test('what was rated can be read neither from events nor from the audit', async () => {
    const clerk = await hall.staff(['clerk']);
    const code = (await hall.app.get(RatingService).slipCode(clerk.actor, { ticketId: newId(), hallId: hall.hallId, residentId: null, matterIds: [MATTER], windowId: null, staffId: clerk.actor.id, servedAt: MORNING }))!;
    await hall.call('POST', `/public/slips/${code}/rating`, { body: { level: 1, reasons: ['unkind'], comment: '小王' } });
    const told = [...(await hall.dataSource.manager.findBy(OutboxEvent, { type: 'rating.given' })).map((event) => event.payload), ...(await hall.dataSource.manager.findBy(AuditEntry, { action: 'rating.give' })).map((entry) => JSON.stringify(entry.detail))];
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told.join()).not.toMatch(/"level"|comment|小王/);
  });

  test('printing the slip again prints the same code: nobody makes the paper in a person’s hand worthless', async () => {
    const clerk = await hall.staff(['clerk']);
    const service = { ticketId: newId(), hallId: hall.hallId, residentId: null, matterIds: [MATTER], windowId: null, staffId: clerk.actor.id, servedAt: MORNING };
    const first = (await hall.app.get(RatingService).slipCode(clerk.actor, service))!;
    const second = (await hall.app.get(RatingService).slipCode(clerk.actor, service))!;
    expect(second).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    const other = (await hall.app.get(RatingService).slipCode(clerk.actor, { ...service, ticketId: newId() }))!;
    expect([second === first, other === first]).toEqual([true, false]);
    expect(await hall.call('GET', '/public/slips/AAAAAAAAAA')).toMatchObject({ status: 404, body: { code: 'RATING_SLIP_UNKNOWN' } });
    expect(await hall.call('GET', `/public/slips/${second}`)).toMatchObject({ status: 200 });
    expect(JSON.stringify(await hall.dataSource.manager.find(RatingInvitation))).not.toContain(second);
    hall.clock.set(instantAt('2026-12-09', '09:00'));
    expect(await hall.call('POST', `/public/slips/${second}/rating`, { body: { level: 3, reasons: [] } })).toMatchObject({ status: 409, body: { code: 'RATING_EXPIRED' } });
  });

  test('the slip is an 80 mm ticket while somebody waits and an invitation once they are served', async () => {
    const clerk = await clerkAtWindow(hall, '2');
    const given = await post<{ ticketId: string; number: string; slipUrl: string }>('/staff/tickets', clerk.token, { cls: 'care', careReason: 'pregnant', matterIds: [MATTER], name: '张三' });
    expect(given.body).toMatchObject({ number: 'A001', slipUrl: `/api/staff/tickets/${given.body.ticketId}/slip.pdf` });
    const slip = await hall.call<Buffer>('POST', `/staff/tickets/${given.body.ticketId}/slip.pdf`, { token: clerk.token });
    expect(slip.body.subarray(0, 5).toString()).toBe('%PDF-');
    const current = (await post<DeskView>('/staff/desk/next', clerk.token)).body.current!;
    const serving = (await post<DeskView>(`/staff/tickets/${current.id}/serve`, clerk.token, { version: current.version })).body.current!;
    // An enquiry has no form: talking it through is handling it.
    expect(await post(`/staff/tickets/${current.id}/done`, clerk.token, { version: serving.version })).toMatchObject({ status: 200, body: { current: null } });
    expect((await hall.call<Buffer>('POST', `/staff/tickets/${current.id}/slip.pdf`, { token: clerk.token })).body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await hall.dataSource.manager.findOneBy(RatingInvitation, { ticketId: current.id })).toMatchObject({ slipHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('a resident without a booking takes a ticket in the hall, and an elder gets a care ticket', async () => {
    const [young, old] = [await hall.resident(), await hall.resident({ name: '王奶奶', citizenId: '420606195003150023' })];
    expect((await post<TicketView>('/resident/check-in', young.token, { code: codeOnScreen(hall).digits, matterIds: [MATTER] })).body).toMatchObject({ cls: 'walkin', number: expect.stringMatching(/^P\d{3}$/), actions: ['leave'] });
    expect((await post<TicketView>('/resident/check-in', old.token, { code: codeOnScreen(hall).token, matterIds: [MATTER] })).body).toMatchObject({ cls: 'care', number: expect.stringMatching(/^A\d{3}$/) });
    expect(await post('/resident/check-in', (await hall.resident()).token, { code: codeOnScreen(hall).token })).toMatchObject({ status: 422, body: { code: 'CHECK_IN_MATTERS_NEEDED' } });
    expect(await post('/resident/check-in', (await hall.resident()).token, { code: codeOnScreen(hall).token, matterIds: ['no-such'] })).toMatchObject({ status: 422, body: { code: 'CHECK_IN_MATTER_UNKNOWN' } });
  });

  test('the code changes every minute, stays good for one minute more, and cannot be guessed by trying', async () => {
    const resident = await hall.resident();
    const { digits } = codeOnScreen(hall);
    const wish = { code: digits, matterIds: [MATTER] };
    hall.clock.advance(2 * MINUTE);
    expect(codeOnScreen(hall).digits).not.toBe(digits);
    expect(await post('/resident/check-in', resident.token, wish)).toMatchObject({ status: 422, body: { code: 'CHECK_IN_CODE_WRONG' } });
    hall.clock.advance(-MINUTE);
    const fresh = await hall.resident();
    expect(await post('/resident/check-in', fresh.token, wish)).toMatchObject({ status: 200 });
    for (let tries = 0; tries < 9; tries += 1) await post('/resident/check-in', resident.token, { ...wish, code: '000000' });
    expect(await post('/resident/check-in', resident.token, wish)).toMatchObject({ status: 429 });
  });

  test("somebody else's ticket and booking are not found", async () => {
    const [mine, other] = [await hall.resident(), await hall.resident()];
    const ticket = (await post<TicketView>('/resident/check-in', mine.token, { code: codeOnScreen(hall).digits, matterIds: [MATTER] })).body;
    expect(await hall.call('GET', `/resident/tickets/${ticket.id}`, { token: other.token })).toMatchObject({ status: 404 });
    expect(await post(`/resident/tickets/${ticket.id}/leave`, other.token, { version: 1 })).toMatchObject({ status: 404 });
    const { bookingId } = await bookedFor(hall, mine.actor.id, MORNING, 'enrolment-change');
    expect(await post('/resident/check-in', other.token, { code: codeOnScreen(hall).digits, bookingId })).toMatchObject({ status: 404 });
  });

  test('a clerk checks in a caller by the reference', async () => {
    const clerk = await hall.staff(['clerk']);
    const { bookingId, reference } = await bookedFor(hall, null, MORNING);
    const first = await post<{ ticketId: string; number: string }>('/staff/check-in', clerk.token, { bookingReference: `${reference.slice(0, 4)} ${reference.slice(4).toLowerCase()}` });
    expect(first).toMatchObject({ status: 200, body: { number: expect.stringMatching(/^Y\d{3}$/) } });
    expect(await ticketOf(hall, first.body.ticketId)).toMatchObject({ bookingId, source: 'desk', eligibleAt: MORNING });
  });

  test('only a paired screen is told the code, everybody the board', async () => {
    await walkIn(hall, (await hall.staff(['clerk'])).actor);
    const board = await hall.call<BoardView>('GET', '/public/board');
    expect(board.body).toMatchObject({ hallId: hall.hallId, openState: 'open', serverTime: MORNING, waiting: expect.arrayContaining([expect.objectContaining({ cls: 'walkin' })]) });
    expect(JSON.stringify(board.body)).not.toContain('code=');
    const head = await hall.staff(['head']);
    const { code } = (await post<{ code: string }>('/staff/devices/pairing-codes', head.token, { kind: 'screen', name: '大屏' })).body;
    const device = await hall.call<{ token: string }>('POST', '/public/devices/pair', { body: { code } });
    const screen = await hall.call<ScreenView>('GET', '/device/screen', { token: device.body.token });
    expect(screen.body.checkIn).toMatchObject({ digits: codeOnScreen(hall).digits, url: `http://127.0.0.1/#/visit/check-in/index?code=${codeOnScreen(hall).token}`, validUntil: MORNING + MINUTE });
    expect(screen.body.board.version).toBe(board.body.version);
    expect(await hall.call('GET', '/device/screen')).toMatchObject({ status: 401 });
  });
});
