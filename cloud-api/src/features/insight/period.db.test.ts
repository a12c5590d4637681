import ExcelJS from 'exceljs';
import { MINUTE, dayOf, instantAt } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { MeasuredFacts } from '../commitment/measured-facts.ts';
import { Ticket, TicketCounter } from '../queue/ticket.entity.ts';
import type { InsightPeriodView, InsightVisitPage } from './period.dto.ts';
import { VisitDays } from './visit-days.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  let token = '';
  let windowId = '';

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { now: instantAt('2026-11-25', '16:00') });
    token = (await hall.staff(['leader'], '孙明远')).token;
    windowId = await hall.window('1号窗口', ['odd', 'even']);
    // Two days: on the first, four served after 2, 4, 6 and 8 minutes; on the second one served after 20 and one who left.
    for (const [seq, wait] of [[1, 2], [2, 4], [3, 6], [4, 8]] as const) await visit('2026-11-23', seq, wait, 'served');
    await visit('2026-11-24', 1, 20, 'served');
    await visit('2026-11-24', 2, null, 'left');
    await visit('2026-11-25', 1, 5, 'served');
    const facts = hall.app.get(MeasuredFacts);
    const say = (event: 'suggestion.received' | 'suggestion.replied', day: string, subjectId: string) => hall.work((work) => facts.record(work, { eventId: newId(), hallId: hall.hallId, subjectId, event, at: instantAt(day, '10:00') }));
    await say('suggestion.received', '2026-11-23', 's1');
    await say('suggestion.received', '2026-11-23', 's2');
    await say('suggestion.replied', '2026-11-24', 's1');
  });
  afterAll(() => hall.close());

  const visit = (day: string, seq: number, wait: number | null, state: 'served' | 'left') => hall.work(async (work) => {
    const eligible = instantAt(day, '09:00');
    const called = wait === null ? null : eligible + wait * MINUTE;
    await work.add(Ticket, {
      id: newId(), hallId: hall.hallId, day, cls: 'walkin', seq, number: `B${seq}`, state, lane: 'm', source: 'desk', bookingId: null, bookingReference: null, residentId: null, openKey: null, maskedName: null, maskedCitizenId: null,
      scope: [{ matterId: seq % 2 === 0 ? 'even' : 'odd', applicationId: null, ready: true }], ready: true, takenAt: eligible, eligibleAt: eligible, dueAt: eligible, promisedUntil: null, passedUntil: null, windowId: called === null ? null : windowId, windowInUse: null,
      staffId: null, callCount: 1, rejoins: 0, firstCalledAt: called, calledAt: called, servingAt: called, parked: called === null ? [] : [{ from: called + MINUTE, to: called + 2 * MINUTE }], endedAt: called === null ? eligible + MINUTE : called + 4 * MINUTE, flaggedAt: null, endReason: null,
    });
    await work.execute('DELETE FROM ticket_counter WHERE hall_id = ? AND day = ?', [hall.hallId, day]);
    await work.add(TicketCounter, { hallId: hall.hallId, day, cls: 'walkin', last: seq });
  });
  const period = (from: string, to: string, by: string) => hall.call<InsightPeriodView & { code?: string }>('GET', `/staff/insight/period?from=${from}&to=${to}&by=${by}`, { token });

  test('days stand side by side with what was taken, served and lost, and how long people waited and were served', async () => {
    const { body } = await period('2026-11-23', '2026-11-25', 'day');
    expect(body.buckets.map(({ label, taken, served, left, medianWait, longWait, medianService }) => [label, taken, served, left, medianWait, longWait, medianService])).toEqual([
      ['11月23日', 4, 4, 0, 4, 8, 3], ['11月24日', 2, 1, 1, 20, 20, 3], ['11月25日', 1, 1, 0, 5, 5, 3],
    ]);
    expect(body.whole).toMatchObject({ taken: 7, served: 6, left: 1, medianWait: 5, longWait: 20 });
    expect(body.windows).toMatchObject([{ label: '1号窗口', taken: 6, served: 6 }]);
    expect(body.matters.map(({ id, taken }) => [id, taken])).toEqual([['odd', 4], ['even', 3]]);
    expect(body.buckets.map(({ suggestionsReceived, suggestionsReplied }) => [suggestionsReceived, suggestionsReplied])).toEqual([[2, 0], [0, 1], [0, 0]]);
  });

  test('a week and a month add up the same days', async () => {
    const [week, month] = [await period('2026-11-18', '2026-11-29', 'week'), await period('2026-10-15', '2026-11-30', 'month')];
    expect(week.body.buckets.map(({ from, to, taken }) => [from, to, taken])).toEqual([['2026-11-18', '2026-11-22', 0], ['2026-11-23', '2026-11-29', 7]]);
    expect(month.body.buckets.map(({ label, taken, medianWait }) => [label, taken, medianWait])).toEqual([['2026年10月', 0, null], ['2026年11月', 7, 5]]);
  });

  test('a day that is over is added up once for ever; until it has settled it is added up anew', async () => {
    const before = (await period('2026-11-23', '2026-11-25', 'day')).body;
    const days = hall.app.get(VisitDays);
    expect(await days.keep()).toBe(2);
    expect((await period('2026-11-23', '2026-11-25', 'day')).body).toEqual(before);
    await visit('2026-11-24', 3, 1, 'served');
    hall.clock.set(instantAt('2026-11-29', '03:00'));
    expect(await days.keep()).toBe(3);
    expect(await days.keep()).toBe(0);
    hall.clock.set(instantAt('2026-11-25', '16:00'));
    expect((await period('2026-11-24', '2026-11-24', 'day')).body.whole.taken).toBe(3);
    expect(dayOf(hall.clock.now())).toBe('2026-11-25');
  });

  test('behind a column stand its visits, narrowed to a window and a matter, and nobody\'s name', async () => {
    const { body } = await hall.call<InsightVisitPage>('GET', '/staff/insight/visits?day=2026-11-23&matterId=even', { token });
    expect(body.count).toBe(2);
    expect(body.items.map(({ number, waited, serviceTook, windowLabel }) => [number, waited, serviceTook, windowLabel])).toEqual([['B2', 4, 3, '1号窗口'], ['B4', 8, 3, '1号窗口']]);
    expect((await hall.call<InsightVisitPage>('GET', '/staff/insight/visits?day=2026-11-23&matterId=even&skip=1', { token })).body.items.map(({ number }) => number)).toEqual(['B4']);
    expect((await hall.call<InsightVisitPage>('GET', `/staff/insight/visits?day=2026-11-24&windowId=${windowId}`, { token })).body.count).toBe(2);
  });

  test('too long a stretch, or one that ends before it begins, is refused', async () => {
    for (const [from, to, by] of [['2026-01-01', '2026-11-01', 'day'], ['2026-11-02', '2026-11-01', 'day'], ['2024-01-01', '2026-11-01', 'month']] as const) expect((await period(from, to, by)).body.code).toBe('INSIGHT_PERIOD_INVALID');
  });

  test('the table beside a chart leaves as a sheet with the same numbers, and the download is written down', async () => {
    const bytes = (await hall.call<Buffer>('GET', '/staff/insight/period.xlsx?from=2026-11-23&to=2026-11-23&by=day&sheet=visits', { token })).body;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as never);
    const cells = book.worksheets[0]!.getSheetValues().slice(3).map((row) => (row as unknown[]).slice(1, 8));
    expect(cells.slice(1, 3)).toEqual([['合计', '', 4, 4, 0, 0, 4], ['时间', '11月23日', 4, 4, 0, 0, 4]]);
    const [{ n }] = await hall.dataSource.query<[{ n: number | string }]>("SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'insight.download'");
    expect(Number(n)).toBe(1);
  });

  test('a clerk does not look at the figures', async () => {
    const clerk = await hall.staff(['clerk']);
    expect((await hall.call('GET', '/staff/insight/period?from=2026-11-23&to=2026-11-23&by=day', { token: clerk.token })).status).toBe(403);
  });
});
