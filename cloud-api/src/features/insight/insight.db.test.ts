import { instantAt } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { clerkAtWindow, walkIn } from '../queue/queue.builder.ts';
import { Rating, RatingInvitation } from '../rating/rating.entity.ts';
import type { HallTodayView } from './insight.dto.ts';

const TODAY = '2026-11-23';

onEveryDatabase((database) => {
  let hall: TestApp;
  let leader: Awaited<ReturnType<TestApp['staff']>>;

  beforeAll(async () => { hall = await TestApp.start(database.url); leader = await hall.staff(['leader'], '孙明远'); });
  afterAll(() => hall.close());

  const today = async () => (await hall.call<HallTodayView>('GET', '/staff/insight/today', { token: leader.token })).body;
  const rated = (levels: readonly number[]) => hall.work(async (work) => {
    for (const level of levels) {
      const [invitationId, ticketId] = [newId(), newId()];
      await work.add(RatingInvitation, { id: invitationId, ticketId, hallId: hall.hallId, residentId: null, slipHash: null, matterIds: ['benefit-enquiry'], windowId: null, staffId: null, servedOn: TODAY, servedAt: work.now, rated: true });
      await work.add(Rating, { id: newId(), invitationId, hallId: hall.hallId, windowId: null, staffId: null, way: 'slip', level: level as 1, reasons: [], attitude: null, quality: null, activities: null, commentCipher: null, givenOn: TODAY });
    }
  });

  test('a day that has not begun is told in noughts, not in errors', async () => {
    expect(await today()).toMatchObject({ day: TODAY, openState: 'open', served: 0, atWindows: 0, medianWaitMinutes: null, longestWaitMinutes: null, ratings: { counted: 0, goodLow: null }, owed: 0, overdue: 0, owedByKind: [] });
    expect((await today()).servedByHour.map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13, 14, 15, 16]);
  });

  test('the leader sees at once who waits by class, how long the middle one waited, and which windows are open', async () => {
    const clerk = await clerkAtWindow(hall, '1');
    await hall.window('2', ['benefit-enquiry']);
    for (const cls of ['walkin', 'walkin', 'care'] as const) await walkIn(hall, clerk.actor, { cls });
    hall.clock.set(MORNING + 12 * 60_000);
    await hall.call('POST', '/staff/desk/next', { token: clerk.token, body: {} });
    const seen = await today();
    expect(seen).toMatchObject({ windows: 2, windowsOpen: 1, atWindows: 1, served: 0, medianWaitMinutes: 12, longestWaitMinutes: 12 });
    expect(seen.waiting.map(({ cls, count }) => [cls, count])).toEqual([['care', 0], ['booked', 0], ['walkin', 2]]);
  });

  test('what becomes overdue by time alone is seen within seconds, kind by kind', async () => {
    hall.clock.set(MORNING);
    await hall.work((work) => hall.app.get(Deadlines).open(work, { hallId: hall.hallId, subjectKind: 'enquiry', subjectId: 'e1', step: 'answer', ownerId: leader.actor.id, departmentId: null, title: '咨询 1', ruleCode: 'enquiry.answer', from: instantAt('2026-11-20', '10:00') }));
    hall.clock.set(instantAt(TODAY, '16:59'));
    expect(await today()).toMatchObject({ owed: 1, overdue: 0, owedByKind: [{ code: 'enquiry.answer', open: 1, overdue: 0 }] });
    hall.clock.set(instantAt(TODAY, '17:00') + 20_000);
    expect(await today()).toMatchObject({ owed: 1, overdue: 1, owedByKind: [{ code: 'enquiry.answer', label: '答复咨询', open: 1, overdue: 1 }] });
    hall.clock.set(MORNING);
  });

  test('ratings are told in steps of five, so that nobody can read off the one just given', async () => {
    hall.clock.set(MORNING + 60_000);
    await rated([5, 5, 5, 1]);
    expect((await today()).ratings).toEqual({ counted: 0, goodWords: '不公布', goodLow: null });
    await rated([5, 5, 5, 5, 5, 5, 4]);
    hall.clock.set(MORNING + 120_000);
    expect((await today()).ratings).toMatchObject({ counted: 10, goodWords: '60% 以上' });
  });

  test('a clerk does not look at the figures', async () => {
    const clerk = await hall.staff(['clerk']);
    expect((await hall.call('GET', '/staff/insight/today', { token: clerk.token })).status).toBe(403);
  });
});
