import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { figureBook } from '@hall/shared/audit/figure-book';
import { totalsBook } from '@hall/shared/audit/totals-book';
import { shortCode } from '@hall/shared/ledger/checkpoint.rules';
import { MINUTE, addDays, dayOf, instantAt } from '@hall/shared/kernel/day';
import { Sessions } from '../../platform/auth/sessions.ts';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { CalendarDay } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import { Ticket, TicketCounter } from '../queue/ticket.entity.ts';
import type { CommitmentList, CommitmentView, ExclusionList, FulfilmentPage, StaffCommitmentView } from './commitment.dto.ts';
import { CommitmentJobs } from './commitment.jobs.ts';
import type { CommitmentExplainedView } from './figure-check.dto.ts';
import { MeasuredFacts } from './measured-facts.ts';
import { OwnRates } from './own-rates.ts';

jest.setTimeout(60_000);
type Staff = Awaited<ReturnType<TestApp['staff']>>;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const FIVE = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: true, classes: [], matters: [], departments: [], staff: [] } };
const DAY = dayOf(MORNING);

onEveryDatabase((database) => {
  let hall: TestApp;
  let [head, leader, clerk]: Staff[] = [];
  let commitmentId = '';

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, leader, clerk] = [await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远'), await hall.staff(['clerk'])];
    await hall.app.get(LedgerSequencer).sequence();
    await hall.app.get(CommitmentJobs).followCalendar();
  });
  afterAll(() => hall.close());

  const at = async (day: string, clock: string) => {
    hall.clock.set(instantAt(day, clock));
    for (const who of [head!, leader!, clerk!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };
  const call = <T>(method: 'GET' | 'POST' | 'PUT', path: string, who: Staff, body?: unknown) => hall.call<T & { code?: string; fields?: { path: string }[] }>(method, path, { token: who.token, body });
  let numbers = 0;
  /** One visit of today, as the queue's events would tell it: minutes after the call. */
  const visit = async (called: number, done: number | null) => {
    const id = newId();
    numbers += 1;
    await hall.work(async (work) => {
      const day = dayOf(work.now);
      await work.add(Ticket, {
        id, hallId: hall.hallId, day, cls: 'walkin', seq: numbers, number: `B${numbers}`, state: done === null ? 'serving' : 'served', lane: 'm', source: 'desk', bookingId: null, bookingReference: null, residentId: null, openKey: null, maskedName: null,
        maskedCitizenId: null, scope: [{ matterId: 'm', applicationId: null, ready: true }], ready: true, takenAt: called - MINUTE, eligibleAt: called, dueAt: called, promisedUntil: null, passedUntil: null, windowId: null, windowInUse: null, staffId: clerk!.actor.id,
        callCount: 1, rejoins: 0, firstCalledAt: called, calledAt: called, servingAt: called, parked: [], endedAt: done, flaggedAt: null, endReason: null,
      });
      await work.execute('DELETE FROM ticket_counter WHERE hall_id = ? AND day = ?', [hall.hallId, day]);
      await work.add(TicketCounter, { hallId: hall.hallId, day, cls: 'walkin', last: numbers });
    });
    const facts: [event: 'visit.taken' | 'visit.called' | 'visit.served', at: number][] = [['visit.taken', called - MINUTE], ['visit.called', called], ...(done === null ? [] : [['visit.served', done] as ['visit.served', number]])];
    for (const [event, when] of facts) {
      await hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId: id, event, at: when, attributes: { ready: true, cls: 'walkin', matters: ['m'], staff: clerk!.actor.id } }));
    }
    return id;
  };
  const exported = async () => {
    const file = (await hall.app.get(LedgerQueries).export())!;
    let text = '';
    for await (const part of file.lines) text += part;
    return text;
  };
  const audit = (text: string, more: { publicKey?: string; shortCode?: string } = {}) => {
    const [figures, totals] = [figureBook(), totalsBook()];
    const reader = auditor({ digest, isSigned, ...more, books: [figures, totals] });
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    return { ...reader.end(), agreed: figures.agreed, days: totals.days };
  };

  test('a promise is drafted, and judges only what begins after the day it was published', async () => {
    const wrong = await call('POST', '/staff/commitments', head!, { holderKind: 'hall', holderId: null, wording: '五分钟办结', basis: '', rule: { ...FIVE, to: 'suggestion.replied' } });
    expect(wrong.body).toMatchObject({ code: 'COMMITMENT_RULE_INVALID', fields: [{ path: 'rule.to' }] });
    expect((await call('POST', '/staff/commitments', clerk!, {})).status).toBe(403);
    const made = await call<StaffCommitmentView>('POST', '/staff/commitments', head!, { holderKind: 'hall', holderId: null, wording: '材料备齐的，五分钟办结', basis: '5分钟办结', rule: FIVE });
    commitmentId = made.body.id;
    expect(made.body).toMatchObject({ state: 'draft', drafted: true, measure: '从“叫号”到“办结”，5 分钟内', actions: ['redraft', 'publish', 'discard'] });
    expect((await hall.call<CommitmentList>('GET', '/public/commitments')).body.items).toEqual([]);

    const today = await call('POST', `/staff/commitments/${commitmentId}/publish`, head!, { inForceFrom: DAY, version: made.body.version });
    expect(today.body).toMatchObject({ code: 'COMMITMENT_FROM_TOO_EARLY', fields: [{ path: 'inForceFrom' }] });
    const published = await call<StaffCommitmentView>('POST', `/staff/commitments/${commitmentId}/publish`, head!, { inForceFrom: addDays(DAY, 1), version: made.body.version });
    expect(published.body).toMatchObject({ state: 'published', drafted: false, actions: ['redraft', 'withdraw'] });
    await visit(MORNING, MORNING + 20 * MINUTE);
    expect((await call<FulfilmentPage>('GET', `/staff/commitments/${commitmentId}/fulfilments`, head!)).body).toEqual({ items: [], count: 0, counts: { broken: 0, met: 0, pending: 0, ended: 0, excluded: 0 } });
  });

  test('what happens is counted by itself: kept, broken, and still running', async () => {
    await at('2026-11-24', '10:00');
    numbers = 0;
    const now = hall.clock.now();
    for (const minutes of [2, 3, 4, 5]) await visit(now - 60 * MINUTE, now - (60 - minutes) * MINUTE);
    await visit(now - 30 * MINUTE, now - 20 * MINUTE);
    await visit(now - 30 * MINUTE, null);
    await visit(now - MINUTE, null);
    const one = (await call<StaffCommitmentView>('GET', `/staff/commitments/${commitmentId}`, head!)).body;
    expect(one).toMatchObject({ pending: 1, live: { met: 4, broken: 2, rate: 666 }, month: null });
    const broken = (await call<FulfilmentPage>('GET', `/staff/commitments/${commitmentId}/fulfilments?state=broken`, head!)).body;
    expect(broken).toMatchObject({ count: 2, counts: { broken: 2, met: 4, pending: 1, ended: 0, excluded: 0 } });
    expect(broken.items.map(({ why }) => why).sort()).toEqual(['应在 11月24日 09:35 前办结，实际 11月24日 09:40', '应在 11月24日 09:35 前办结，至今没有']);
    expect(broken.items[0]).toMatchObject({ staffName: '王晓梅', state: 'broken' });
    expect((await hall.call<CommitmentList>('GET', '/public/commitments')).body.items[0]).toMatchObject({ month: null });

    // Somebody who was called and was not there is nobody's fault: neither in the figure nor in the clerk's own.
    const gone = newId();
    for (const [event, when] of [['visit.called', now - 50 * MINUTE], ['visit.missed', now - 48 * MINUTE]] as const) {
      await hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId: gone, event, at: when, attributes: { ready: true, cls: 'walkin', matters: ['m'], staff: clerk!.actor.id } }));
    }
    expect((await call<StaffCommitmentView>('GET', `/staff/commitments/${commitmentId}`, head!)).body.live).toMatchObject({ met: 4, broken: 2, ended: 1 });
    expect((await hall.app.get(OwnRates).of(hall.hallId, '2026-11')).get(clerk!.actor.id)).toEqual({ judged: 6, rate: 666 });
  });

  test('leaving a time out takes two people who did not serve it, and shows as a share of its own', async () => {
    const [time] = (await call<FulfilmentPage>('GET', `/staff/commitments/${commitmentId}/fulfilments?state=broken`, head!)).body.items.filter(({ closedAt }) => closedAt !== null);
    // Whoever began the service and handed it on had a hand in it, though another finished.
    const began = await hall.staff(['head'], '吴秀芳');
    await hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId: time!.subjectId, event: 'visit.serving', at: time!.openedAt + 1_000, attributes: { staff: began.actor.id } }));
    expect((await call('POST', `/staff/commitments/fulfilments/${time!.id}/exclusion`, began, { reason: 'system-outage', words: '省系统中断' })).body.code).toBe('EXCLUSION_SAME_PERSON');
    const asked = await call<ExclusionList>('POST', `/staff/commitments/fulfilments/${time!.id}/exclusion`, head!, { reason: 'system-outage', words: '省系统 09:32 起中断八分钟' });
    const [exclusion] = asked.body.items;
    expect(exclusion).toMatchObject({ state: 'proposed', actions: [], subjectKind: 'visit', subjectId: time!.subjectId, why: time!.why, staffName: time!.staffName, wording: expect.any(String) as string });
    expect((await call('POST', `/staff/commitments/exclusions/${exclusion!.id}`, head!, { agree: true, words: '', version: 1 })).body.code).toBe('EXCLUSION_SAME_PERSON');
    expect((await call('POST', `/staff/commitments/fulfilments/${time!.id}/exclusion`, leader!, { reason: 'system-outage', words: '再提一次' })).body.code).toBe('EXCLUSION_OPEN_ALREADY');
    expect((await call<ExclusionList>('POST', `/staff/commitments/exclusions/${exclusion!.id}`, leader!, { agree: true, words: '有公告', version: 1 })).body.items[0]).toMatchObject({ state: 'agreed', decidedBy: '孙明远' });
    expect((await call<StaffCommitmentView>('GET', `/staff/commitments/${commitmentId}`, head!)).body.live).toMatchObject({ met: 4, broken: 1, excluded: 1, rate: 800 });
    expect((await call<FulfilmentPage>('GET', `/staff/commitments/${commitmentId}/fulfilments?state=excluded`, head!)).body.count).toBe(1);
  });

  test('when the day is sealed its figures are published, and anybody can recompute them from the file', async () => {
    expect((await hall.call('GET', '/public/ledger/export')).status).toBe(404);
    await at('2026-11-25', '00:10');
    expect(await hall.app.get(LedgerSequencer).seal()).toBe(2);
    expect(await hall.app.get(LedgerSequencer).seal()).toBe(0);
    const [shown] = (await hall.call<CommitmentList>('GET', '/public/commitments')).body.items as [CommitmentView];
    // The one that nobody closed is broken by now, and so is the one that was still running.
    expect(shown).toMatchObject({ month: { period: '2026-11', asOf: '2026-11-24', met: 4, broken: 2, excluded: 1, rate: 666 }, rolling: { met: 4, broken: 2 } });

    const { body: state } = await hall.call<{ publicKey: string; entries: number; checkpoint: { shortCode: string; root: string } }>('GET', '/public/ledger');
    const text = await exported();
    expect(audit(text, { publicKey: state.publicKey, shortCode: state.checkpoint.shortCode })).toMatchObject({ sound: true, findings: [], entries: state.entries, checkpoints: 2, sealedTo: '2026-11-24', keyFrom: 'outside', shortCodeSeen: true, agreed: 2, days: 2 });
    expect(shortCode(state.checkpoint.root)).toBe(state.checkpoint.shortCode);
    expect(text).not.toContain('王晓梅');
    expect(text).not.toContain(clerk!.actor.id);
    expect(await exported()).toBe(text);
  });

  test('a stranger finds the figure and everything it was computed from on the lines named beside it', async () => {
    const [{ code }] = (await hall.call<CommitmentList>('GET', '/public/commitments')).body.items as [CommitmentView];
    const { how, check, broken } = (await hall.call<CommitmentExplainedView>('GET', `/public/commitments/${code}/explained`)).body;
    expect(broken).toHaveLength(2);
    expect(broken).toContainEqual({ title: '11月24日 · 窗口办事', why: '应在 11月24日 09:35 前办结，至今没有' });
    expect(JSON.stringify(broken)).not.toContain('王晓梅');
    // Somebody closes it on the next morning: that is told when the next day is sealed.
    await hall.work((work) => work.execute("UPDATE fulfilment SET closed_at = ? WHERE closed_at IS NULL AND ended_at IS NULL AND due_at IS NOT NULL", [hall.clock.now()]));
    expect((await hall.call<CommitmentExplainedView>('GET', `/public/commitments/${code}/explained`)).body.broken).toEqual(broken);
    await hall.work((work) => work.execute('UPDATE fulfilment SET closed_at = NULL WHERE closed_at = ?', [hall.clock.now()]));
    expect(how.map(({ title }) => title)).toContain('剔除');
    const lines = (await exported()).trimEnd().split('\n');
    const entry = (seq: number) => JSON.parse(lines[seq]!) as { kind: string; seq: number; body: Record<string, unknown> };
    expect(entry(check!.seq)).toMatchObject({ kind: 'figure.published', seq: check!.seq, body: { c: code, period: '2026-11', met: 4, broken: 2, excluded: 1 } });
    const facts = lines.slice(check!.firstSeq!, check!.lastSeq! + 1).map((line) => JSON.parse(line) as { kind: string; body: { s: string } }).filter(({ kind }) => kind === 'fact');
    expect([check!.facts, check!.subjects]).toEqual([facts.length, new Set(facts.map(({ body }) => body.s)).size]);
    expect(check!.subjects).toBe(8);
    const { checkpoint } = (await hall.call<{ checkpoint: { shortCode: string } }>('GET', '/public/ledger')).body;
    expect(check!.shortCode).toBe(checkpoint.shortCode);
    expect((await hall.call<CommitmentExplainedView>('GET', `/public/commitments/${code}/explained?period=2026-10`)).body.check).toBeNull();
    expect((await hall.call('GET', '/public/commitments/none/explained')).status).toBe(404);
  });

  test('an operator who changes a time in the database and says it was always so is found out', async () => {
    const before = await exported();
    await hall.work((work) => work.execute("UPDATE ledger_line SET body = REPLACE(body, '\"event\":\"visit.served\"', '\"event\":\"visit.left\"') WHERE kind = 'fact'"));
    expect(audit(await exported())).toMatchObject({ sound: false });
    await hall.work((work) => work.execute("UPDATE ledger_line SET body = REPLACE(body, '\"event\":\"visit.left\"', '\"event\":\"visit.served\"') WHERE kind = 'fact'"));
    expect(await exported()).toBe(before);
  });

  test('cut off at an earlier seal, with lines swapped, or under another key, the file is not believed', async () => {
    const lines = (await exported()).trimEnd().split('\n');
    const firstSeal = lines.findIndex((line) => line.includes('"kind":"checkpoint"'));
    expect(audit(lines.slice(0, firstSeal + 1).join('\n')).findings[0]?.words).toContain('尾部被截断');
    const swapped = [...lines];
    [swapped[3], swapped[4]] = [swapped[4]!, swapped[3]!];
    expect(audit(swapped.join('\n')).sound).toBe(false);
    expect(audit(lines.join('\n'), { publicKey: 'MCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }).sound).toBe(false);
    expect(audit(lines.join('\n'), { shortCode: '0000-0000-0000' }).sound).toBe(false);
  });

  test('a fact that comes late changes the figure of its day in the open, by another figure', async () => {
    await at('2026-11-25', '09:00');
    numbers = 0;
    const open = (await call<FulfilmentPage>('GET', `/staff/commitments/${commitmentId}/fulfilments?state=broken`, head!)).body.items.filter(({ closedAt }) => closedAt === null);
    await hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId: open[0]!.subjectId, event: 'visit.served', at: open[0]!.openedAt + MINUTE, attributes: { ready: true } }));
    await at('2026-11-26', '00:10');
    await hall.app.get(LedgerSequencer).seal();
    expect((await hall.call<CommitmentList>('GET', '/public/commitments')).body.items[0]).toMatchObject({ month: { asOf: '2026-11-25', met: 5, broken: 1 } });
    expect(audit(await exported())).toMatchObject({ sound: true, checkpoints: 3, agreed: 4 });
  });

  test('another wording takes the place of the first from its day on, and neither judges what the other promised', async () => {
    await at('2026-11-26', '09:00');
    const one = (await call<StaffCommitmentView>('GET', `/staff/commitments/${commitmentId}`, head!)).body;
    const redrafted = await call<StaffCommitmentView>('PUT', `/staff/commitments/${commitmentId}`, head!, { holderKind: 'hall', holderId: null, wording: '材料备齐的，三分钟办结', basis: '', rule: { ...FIVE, limit: 3 }, version: one.version });
    expect(redrafted.body).toMatchObject({ drafted: true, wording: '材料备齐的，五分钟办结' });
    await call('POST', `/staff/commitments/${commitmentId}/publish`, head!, { inForceFrom: '2026-11-27', version: redrafted.body.version });
    numbers = 0;
    await visit(hall.clock.now(), hall.clock.now() + 4 * MINUTE);
    await at('2026-11-27', '10:00');
    numbers = 0;
    await visit(hall.clock.now() - 10 * MINUTE, hall.clock.now() - 6 * MINUTE);
    const times = (await call<FulfilmentPage>('GET', `/staff/commitments/${commitmentId}/fulfilments`, head!)).body.items;
    expect(times.slice(0, 2).map(({ state }) => state)).toEqual(['broken', 'met']);
    await at('2026-11-28', '00:10');
    await hall.app.get(LedgerSequencer).seal();
    expect(audit(await exported())).toMatchObject({ sound: true, findings: [] });
  });

  test('who may compose promises may withdraw one, and its figures stay where everybody sees them', async () => {
    await at('2026-11-28', '09:00');
    const one = (await call<StaffCommitmentView>('GET', `/staff/commitments/${commitmentId}`, head!)).body;
    expect((await call<StaffCommitmentView>('POST', `/staff/commitments/${commitmentId}/withdraw`, head!, { version: one.version })).body).toMatchObject({ state: 'withdrawn', actions: [] });
    // Neither another wording nor taking the promise back takes a bad month off the board.
    expect((await hall.call<CommitmentList>('GET', '/public/commitments')).body.items).toEqual([expect.objectContaining({
      wording: '材料备齐的，三分钟办结', inForceTo: '2026-11-28', month: expect.objectContaining({ broken: 1 }),
      earlier: [expect.objectContaining({ wording: '材料备齐的，五分钟办结', inForceTo: '2026-11-26', trend: [expect.objectContaining({ period: '2026-11', broken: 1 })] })],
    })]);
    expect((await hall.call<CommitmentView>('GET', `/public/commitments/${one.code}`)).body).toMatchObject({ wording: '材料备齐的，三分钟办结', inForceTo: '2026-11-28' });
    await at('2026-11-29', '00:10');
    await hall.app.get(LedgerSequencer).seal();
    expect(audit(await exported())).toMatchObject({ sound: true, findings: [] });
  });

  test('a wording replaced or withdrawn before its first day is not told as one that held', async () => {
    let one = (await call<StaffCommitmentView>('POST', '/staff/commitments', head!, { holderKind: 'hall', holderId: null, wording: '材料备齐的，八分钟办结', basis: '', rule: FIVE })).body;
    const step = async (method: 'POST' | 'PUT', path: string, body: object) => { one = (await call<StaffCommitmentView>(method, `/staff/commitments/${one.id}${path}`, head!, { ...body, version: one.version })).body; };
    await step('POST', '/publish', { inForceFrom: '2026-11-30' });
    await step('PUT', '', { holderKind: 'hall', holderId: null, wording: '材料备齐的，七分钟办结', basis: '', rule: FIVE });
    await step('POST', '/publish', { inForceFrom: '2026-11-30' });
    expect(one).toMatchObject({ wording: '材料备齐的，七分钟办结', earlier: [] });
    await step('POST', '/withdraw', {});
    expect((await hall.call<CommitmentList>('GET', '/public/commitments')).body.items.map(({ wording }) => wording)).not.toContain('材料备齐的，七分钟办结');
    expect((await hall.call<CommitmentView>('GET', `/public/commitments/${one.code}`)).status).toBe(200);
  });

  test('nothing about an outcome can be typed: no route takes one and no column holds one', async () => {
    const columns = hall.dataSource.getMetadata('FulfilmentRow').columns.map(({ databaseName }) => databaseName);
    expect(columns.filter((name) => /state|status|outcome|result|kept|broken|met/.test(name))).toEqual([]);
    const [row] = (await call<FulfilmentPage>('GET', `/staff/commitments/${commitmentId}/fulfilments`, head!)).body.items;
    for (const method of ['POST', 'PUT'] as const) expect((await call(method, `/staff/commitments/fulfilments/${row!.id}`, head!, { state: 'met' })).status).toBe(404);
  });

  test('a year that is corrected moves what counts working days, and the figures still follow from the file', async () => {
    await at('2026-11-29', '09:00');
    const answer = { from: 'suggestion.received', to: 'suggestion.replied', limit: 1, clock: 'working-days', scope: { ...FIVE.scope, readyOnly: false } };
    const made = (await call<StaffCommitmentView>('POST', '/staff/commitments', head!, { holderKind: 'hall', holderId: null, wording: '意见一个工作日内答复', basis: '', rule: answer })).body;
    await call('POST', `/staff/commitments/${made.id}/publish`, head!, { inForceFrom: '2026-11-30', version: made.version });
    await at('2026-11-30', '09:00');
    await hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId: newId(), event: 'suggestion.received', at: work.now }));
    await hall.work((work) => work.add(CalendarDay, { day: '2026-12-01', kind: 'holiday', name: '临时放假' }));
    hall.app.get(OfficialCalendar).forget();
    await at('2026-12-02', '00:10');
    await hall.app.get(LedgerSequencer).seal();
    const due = async () => (await call<FulfilmentPage>('GET', `/staff/commitments/${made.id}/fulfilments`, head!)).body.items[0]!;
    expect(dayOf((await due()).dueAt!)).toBe('2026-12-02');
    expect(await due()).toMatchObject({ state: 'pending' });
    expect(audit(await exported())).toMatchObject({ sound: true, findings: [] });
  });
});
