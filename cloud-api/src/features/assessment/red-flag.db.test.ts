import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { flagBook } from '@hall/shared/audit/flag-book';
import { MINUTE, instantAt } from '@hall/shared/kernel/day';
import { Sessions } from '../../platform/auth/sessions.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { MeasuredFacts } from '../commitment/measured-facts.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import type { RedFlagBoardView, RedFlagMonthView, StaffRedFlagView } from './red-flag.dto.ts';

jest.setTimeout(60_000);
type Staff = Awaited<ReturnType<TestApp['staff']>>;
const FORMULA = { from: '2026-12', weights: { five: 400, pace: 200, kept: 200, services: 200 }, least: 2, places: 1, tie: 'shared' };

onEveryDatabase((database) => {
  let hall: TestApp;
  let [head, leader, clerk]: Staff[] = [];
  let [first, second] = ['', ''];

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, leader, clerk] = [await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远'), await hall.staff(['clerk'])];
    [first, second] = [await hall.window('1号窗口', []), await hall.window('2号窗口', [])];
    await hall.app.get(LedgerSequencer).sequence();
  });
  afterAll(() => hall.close());

  const at = async (instant: number) => {
    hall.clock.set(instant);
    for (const who of [head!, leader!, clerk!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };
  const call = <T>(method: 'GET' | 'POST', path: string, who: Staff, body?: unknown) => hall.call<T & { code?: string; fields?: { path: string }[] }>(method, path, { token: who.token, body });
  const visit = async (window: string, called: number, minutes: number | null) => {
    const subjectId = newId();
    const attributes = { ready: true, cls: 'walkin', matters: ['m'], window };
    const facts: ['visit.called' | 'visit.left' | 'visit.served', number][] = [['visit.called', called], minutes === null ? ['visit.left', called + MINUTE] : ['visit.served', called + minutes * MINUTE]];
    for (const [event, when] of facts) {
      await hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId, event, at: when, attributes }));
    }
  };
  const audit = async () => {
    let text = '';
    for await (const part of (await hall.app.get(LedgerQueries).export())!.lines) text += part;
    const book = flagBook();
    const reader = auditor({ digest: (words) => createHash('sha256').update(words).digest('hex'), isSigned, books: [book] });
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    return { findings: reader.end().findings, months: book.months, text };
  };

  test('the formula is published before its month begins, by who may, and shown to everybody', async () => {
    expect((await call('POST', '/staff/red-flags/formula', clerk!, FORMULA)).status).toBe(403);
    expect((await call('POST', '/staff/red-flags/formula', leader!, FORMULA)).status).toBe(403);
    expect((await call('POST', '/staff/red-flags/formula', head!, { ...FORMULA, from: '2026-11' })).body).toMatchObject({ code: 'FLAG_FORMULA_INVALID', fields: [{ path: 'from' }] });
    expect((await call('POST', '/staff/red-flags/formula', head!, { ...FORMULA, weights: { ...FORMULA.weights, five: 1 } })).body.fields).toMatchObject([{ path: 'weights' }]);
    const before = await call<StaffRedFlagView>('GET', '/staff/red-flags', head!);
    expect(before.body).toMatchObject({ formula: null, coming: [], months: [], running: null, suggested: { from: '2026-12', least: 50 } });
    const published = await call<StaffRedFlagView>('POST', '/staff/red-flags/formula', head!, FORMULA);
    expect(published.body).toMatchObject({ formula: null, coming: [{ from: '2026-12', least: 2, tieLabel: '得分相同的并列' }] });
  });

  test('a formula can be tried on visits that were, and nothing comes of it', async () => {
    await visit(first, MORNING, 3);
    await visit(first, MORNING, 4);
    const trial = await call<RedFlagMonthView>('POST', '/staff/red-flags/dry-run', head!, { formula: FORMULA, month: '2026-11' });
    expect(trial.body).toMatchObject({ month: '2026-11', flagged: ['1号窗口'] });
    await at(instantAt('2026-12-01', '08:00'));
    await hall.app.get(LedgerSequencer).seal();
    expect((await hall.call<RedFlagBoardView>('GET', '/public/red-flags')).body).toMatchObject({ formula: { from: '2026-12' }, months: [] });
  });

  test('on the last day of the month the window is found by the visits, and anybody finds the same in the file', async () => {
    const noon = instantAt('2026-12-10', '12:00');
    await at(noon + 60 * MINUTE);
    for (const minutes of [2, 9, 12]) await visit(first, noon, minutes);
    for (const minutes of [3, 4]) await visit(second, noon, minutes);
    await visit(first, noon, null);
    const running = (await call<StaffRedFlagView>('GET', '/staff/red-flags', leader!)).body.running;
    expect(running).toMatchObject({ month: '2026-12', flagged: ['2号窗口'], windows: [{ label: '2号窗口', services: 2, five: 2, flagged: true }, { label: '1号窗口', services: 3, five: 1, lost: 1, flagged: false }] });
    await at(instantAt('2027-01-01', '00:10'));
    await hall.app.get(LedgerSequencer).seal();
    const board = (await hall.call<RedFlagBoardView>('GET', '/public/red-flags')).body;
    expect(board.months).toEqual([running]);
    expect(await audit()).toMatchObject({ findings: [], months: 1 });
    expect((await audit()).text).not.toContain(first);
  });

  test('whoever had written another window into the book would be found out', async () => {
    await hall.work((work) => work.execute("UPDATE ledger_line SET body = REPLACE(body, '\"services\":3', '\"services\":9') WHERE kind = 'flag.result'"));
    expect((await audit()).findings.map(({ words }) => words).join()).toContain('2026-12 的红旗窗口与账上的办事记录');
  });
});
