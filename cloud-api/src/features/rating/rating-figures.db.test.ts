import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { instantAt } from '@hall/shared/kernel/day';
import type { RatingLevel } from '@hall/shared/rating/rating.rules';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { AuditEntry } from '../../platform/persistence/platform.entities.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { RatingMonth } from './rating-case.entity.ts';
import type { RatingFiguresView } from './rating-figures.dto.ts';
import { RatingMonths } from './rating-months.ts';
import { RatedHall, type Resident } from './testing/rated-hall.ts';

jest.setTimeout(90_000);
/** The invitations of October have run out on this day. */
const PUBLISHED = instantAt('2026-11-16', '09:00');
const LAST_DAY_HIDDEN = instantAt('2026-11-15', '23:59');
const OCTOBER = instantAt('2026-10-20', '10:00');

onEveryDatabase((database) => {
  let hall: TestApp;
  let at: RatedHall;
  let resident: Resident;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    at = await RatedHall.open(hall);
    resident = await hall.resident();
  });
  afterEach(async () => {
    for (const table of ['deadline', 'rating_question', 'rating_objection', 'rating_case_step', 'rating_case', 'rating', 'rating_invitation', 'rating_month']) await hall.work((work) => work.execute(`DELETE FROM ${table}`));
  });
  afterAll(() => hall.close());

  /** So many services of one matter, rated as said; 0 for not at all. */
  const october = async (levels: (RatingLevel | 0)[], matterIds = ['enrolment'], attitude?: RatingLevel) => {
    await at.newDay(OCTOBER);
    for (const level of levels) {
      const { id } = await at.serve(resident.actor.id, matterIds);
      if (level > 0) await hall.call('POST', `/resident/ratings/${id}`, { ...resident, key: newId(), body: { level, reasons: [], ...(attitude ? { attitude } : {}) } });
    }
    await hall.deliver();
  };
  const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
  const published = (query = '') => hall.call<RatingFiguresView & { code?: string }>('GET', `/public/ratings/figures${query}`);
  const of = (view: RatingFiguresView, code: string) => [...view.figures, ...view.satisfactions].find((figure) => figure.code === code)!;
  const sums = async () => (await hall.dataSource.manager.find(RatingMonth, { order: { month: 'ASC', matterKey: 'ASC' } })).filter(({ served }) => served > 0).map(({ id: _id, ...row }) => row);

  test('a month is published when its last invitation has run out, and stays as it is', async () => {
    await october([...times(8, 5 as const), ...times(6, 1 as const), ...times(6, 0 as const)]);
    hall.clock.set(LAST_DAY_HIDDEN);
    expect((await published()).body.code).toBe('RATING_MONTH_NOT_PUBLISHED');
    hall.clock.set(PUBLISHED);
    const { body } = await published();
    expect(body).toMatchObject({ month: '2026-10', months: ['2026-10'], settled: true, publishedOn: '2026-11-16' });
    expect(of(body, 'good')).toMatchObject({ n: 14, words: '57.1%' });
    expect(of(body, 'active')).toMatchObject({ n: 20, words: '70%' });
    expect(of(body, 'unrated')).toMatchObject({ n: 20, words: '30%' });
    expect((await published('?month=2026-11')).body.code).toBe('RATING_MONTH_NOT_PUBLISHED');
    expect((await published('?month=2026-13')).status).toBe(400);
  });

  test('a service nobody rated is never good, and a rating called mistaken stays in the count', async () => {
    await october([...times(9, 5 as const), ...times(5, 2 as const), ...times(30, 0 as const)]);
    const before = await sums();
    const [row] = await hall.dataSource.query<{ id: string }[]>('SELECT id FROM rating_case');
    await at.step(at.head, row!.id, 'contact', { words: '想了解一下情况。' });
    await at.step(at.head, row!.id, 'propose', { verdict: 'mistaken', words: '像是点错了。' });
    await at.steppedUp(at.leader);
    await at.step(at.leader, row!.id, 'judge', { agree: true, words: '同意。' });
    expect(await sums()).toEqual(before);
    hall.clock.set(PUBLISHED);
    expect(of((await published()).body, 'good')).toMatchObject({ n: 14, words: '64.3%' });
  });

  test('few discontented among many are told as a bound, the same as none', async () => {
    await october([...times(20, 5 as const), 1, 1, 1, ...times(7, 0 as const)], ['enrolment'], 5);
    hall.clock.set(PUBLISHED);
    const { body } = await published();
    expect(of(body, 'good')).toMatchObject({ n: 23, low: 19 / 23, high: 1 });
    expect(of(body, 'answered')).toMatchObject({ n: null, low: null, words: '不公布' });
    expect(of(body, 'attitude')).toMatchObject({ n: 19, nMost: 23, high: 1 });
  });

  test('a matter with few services hides behind another, also from whoever subtracts', async () => {
    await october([...times(12, 5 as const), ...times(8, 1 as const), ...times(6, 0 as const)]);
    await october([1, 1, 5], ['benefit-enquiry']);
    await october([...times(6, 5 as const), ...times(5, 2 as const), ...times(5, 0 as const)], ['enrolment', 'benefit-enquiry']);
    hall.clock.set(PUBLISHED);
    const { matters } = (await published()).body;
    expect(matters.map(({ figures }) => figures[1]!.n)).toEqual([26, 19]);
    expect(matters[1]!.label).toMatch(/几件事一起办、/);
  });

  test('those who lead see the running month too, with the same hidden; clerks see neither page nor sheet', async () => {
    await october([...times(10, 5 as const), ...times(5, 1 as const), ...times(5, 0 as const)]);
    const staff = (path: string, who = at.head) => hall.call<RatingFiguresView>('GET', `/staff/ratings/${path}`, who);
    expect((await staff('figures')).body).toMatchObject({ month: '2026-10', settled: false });
    expect(of((await staff('figures')).body, 'good').n).toBe(15);
    for (const path of ['figures', 'figures.xlsx']) expect((await staff(path, at.clerk)).status).toBe(403);
    const sheet = (await hall.call<Buffer>('GET', '/staff/ratings/figures.xlsx?month=2026-10', at.leader)).body;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(sheet as never);
    const row = (book.worksheets[0]!.getRow(4).values as unknown[]).map(String);
    expect(row.slice(1, 6)).toEqual(['2026-10', '全部', '75%（共 20 人次）', '25%（共 20 人次）', '66.6%（共 15 人次）'.replace('66.6', '66.7')]);
    expect(await hall.dataSource.manager.existsBy(AuditEntry, { action: 'rating.download-figures', actorId: at.leader.actor.id })).toBe(true);
  });

  test('the sums kept day by day are the sums counted anew from the rows, whatever happened', async () => {
    const service = fc.record({ matters: fc.constantFrom(['enrolment'], ['benefit-enquiry'], ['enrolment', 'benefit-enquiry']), level: fc.constantFrom(0, 1, 2, 3, 4, 5), quality: fc.constantFrom(undefined, 1, 3, 5), day: fc.constantFrom('2026-09-30', '2026-10-01', '2026-10-31'), worked: fc.constantFrom('not', 'answered', 'revisited') });
    await fc.assert(fc.asyncProperty(fc.array(service, { minLength: 1, maxLength: 8 }), async (services) => {
      for (const { matters, level, quality, day, worked } of services) {
        await at.newDay(instantAt(day, '10:00'));
        const { id } = await at.serve(resident.actor.id, [...matters]);
        if (level > 0) await hall.call('POST', `/resident/ratings/${id}`, { ...resident, key: newId(), body: { level, reasons: [], ...(quality ? { quality } : {}) } });
        await hall.deliver();
        if (level === 0 || level > 2 || worked === 'not') continue;
        const { id: caseId } = await at.row({ invitationId: id });
        await at.step(at.head, caseId, 'contact', { words: '想了解一下情况。' });
        await at.step(at.head, caseId, 'verify', { verdict: 'no-basis', words: '没有查到。' });
        await at.step(at.head, caseId, 'answer', { words: '已经答复。' });
        if (worked === 'revisited') await at.says(resident, id, 'revisit', { content: false });
      }
      const kept = await sums();
      for (const month of ['2026-09', '2026-10']) await hall.app.get(RatingMonths).recount(hall.hallId, month);
      expect(await sums()).toEqual(kept);
    }), { numRuns: 6 });
  });

  test('a month that was spoilt or never counted is made right from the rows', async () => {
    await october([5, 4, 0]);
    const right = await sums();
    await hall.work((work) => work.execute('UPDATE rating_month SET served = 99, level_1 = 7'));
    await hall.app.get(RatingMonths).recount(hall.hallId, '2026-10');
    expect(await sums()).toEqual(right);
    await hall.work((work) => work.execute('DELETE FROM rating_month'));
    await hall.app.get(Jobs).runNow('rating.lay-months');
    expect(await sums()).toEqual(right);
  });

  test('many who rate at once are each counted once', async () => {
    await at.newDay(MORNING);
    const invitations = await Promise.all(times(12, 0).map(() => at.serve(resident.actor.id)));
    await Promise.all(invitations.map(({ id }) => hall.call('POST', `/resident/ratings/${id}`, { ...resident, key: newId(), body: { level: 5, reasons: [] } })));
    expect(await sums()).toMatchObject([{ served: 12, rated: 12, level5: 12 }]);
  });
});
