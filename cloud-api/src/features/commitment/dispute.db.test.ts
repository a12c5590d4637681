import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { everyBook } from '@hall/shared/audit/books';
import { MINUTE, dayOf, instantAt } from '@hall/shared/kernel/day';
import { checkVisitProof } from '@hall/shared/ledger/visit-proof.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import { Ticket, TicketCounter } from '../queue/ticket.entity.ts';
import { RatingService } from '../rating/rating.service.ts';
import type { CommitmentList, CommitmentPreviewView, ExclusionList, StaffCommitmentView } from './commitment.dto.ts';
import { CommitmentJobs } from './commitment.jobs.ts';
import type { DeskDisputeList, OpenedDisputeView, StaffDisputeList, TicketRecordView, VisitLookView } from './dispute.dto.ts';
import { MeasuredFacts } from './measured-facts.ts';

jest.setTimeout(60_000);
type Staff = Awaited<ReturnType<TestApp['staff']>>;
type Resident = Awaited<ReturnType<TestApp['resident']>>;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const FIVE = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: true, classes: [], matters: [], departments: [], staff: [] } };
const WORDS = '我九点零四分就办完走了';

onEveryDatabase((database) => {
  let hall: TestApp;
  let [head, leader]: Staff[] = [];
  let [carrier, stranger]: Resident[] = [];
  let ticketId = '';
  let commitmentId = '';

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, leader] = [await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远')];
    [carrier, stranger] = [await hall.resident(), await hall.resident()];
    await hall.app.get(LedgerSequencer).sequence();
    await hall.app.get(CommitmentJobs).followCalendar();
    const made = await call<StaffCommitmentView>('POST', '/staff/commitments', head!.token, { holderKind: 'hall', holderId: null, wording: '材料备齐的，五分钟办结', basis: '', rule: FIVE });
    commitmentId = made.id;
    await call('POST', `/staff/commitments/${commitmentId}/publish`, head!.token, { inForceFrom: '2026-11-24', version: made.version });
    await at('2026-11-24', '09:30');
    ticketId = await visit(1, instantAt('2026-11-24', '09:00'), instantAt('2026-11-24', '09:12'));
    for (const seq of [2, 3, 4, 5]) await visit(seq, instantAt('2026-11-24', '09:00'), instantAt('2026-11-24', '09:03'));
  });
  afterAll(() => hall.close());

  const at = async (day: string, clock: string) => {
    hall.clock.set(instantAt(day, clock));
    for (const who of [head!, leader!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
    for (const who of [carrier!, stranger!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'resident', who.actor.id)).token);
  };
  const call = async <T>(method: 'GET' | 'POST', path: string, token: string, body?: unknown) => (await hall.call<T & { code?: string }>(method, path, { token, body })).body;
  /** Served by the head of section herself, so that she may not answer for it. */
  const visit = async (seq: number, called: number, done: number | null) => {
    const [id, day] = [newId(), dayOf(called)];
    await hall.work(async (work) => {
      await work.add(Ticket, {
        id, hallId: hall.hallId, day, cls: 'walkin', seq, number: `B${seq}`, state: done === null ? 'serving' : 'served', lane: 'm', source: 'desk', bookingId: null, bookingReference: null, residentId: carrier!.actor.id, openKey: null, maskedName: null,
        maskedCitizenId: null, scope: [{ matterId: 'm', applicationId: null, ready: true }], ready: true, takenAt: called - MINUTE, eligibleAt: called, dueAt: called, promisedUntil: null, passedUntil: null, windowId: null, windowInUse: null, staffId: head!.actor.id,
        callCount: 1, rejoins: 0, firstCalledAt: called, calledAt: called, servingAt: called, parked: seq === 1 ? [{ from: called + MINUTE, to: called + 3 * MINUTE }] : [], endedAt: done, flaggedAt: null, endReason: null,
      });
      await work.execute('DELETE FROM ticket_counter WHERE hall_id = ? AND day = ?', [hall.hallId, day]);
      await work.add(TicketCounter, { hallId: hall.hallId, day, cls: 'walkin', last: seq });
    });
    const attributes = { ready: true, cls: 'walkin', matters: ['m'], staff: head!.actor.id };
    const facts = hall.app.get(MeasuredFacts);
    const say = (event: 'visit.taken' | 'visit.called' | 'visit.parked' | 'visit.serving' | 'visit.served', when: number) =>
      hall.work((work) => facts.record(work, { eventId: newId(), hallId: hall.hallId, subjectId: id, event, at: when, attributes, ...(event === 'visit.taken' ? { sealed: { day, number: `B${seq}` } } : {}) }));
    await say('visit.taken', called - MINUTE);
    await say('visit.called', called);
    if (seq === 1) { await say('visit.parked', called + MINUTE); await say('visit.serving', called + 3 * MINUTE); }
    if (done !== null) await say('visit.served', done);
    return id;
  };
  const audit = async () => {
    const file = (await hall.app.get(LedgerQueries).export())!;
    let text = '';
    for await (const part of file.lines) text += part;
    const books = everyBook(digest);
    const reader = auditor({ digest, isSigned, books: books.map(({ book }) => book) });
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    return { text, report: reader.end(), disputes: books.find(({ title }) => title === '时间异议')!.agreed() };
  };

  test('what was written down is shown to whoever carried the visit, with what was put aside, and to nobody else', async () => {
    const record = await call<TicketRecordView>('GET', `/resident/tickets/${ticketId}/record`, carrier!.token);
    expect(record).toMatchObject({ number: 'B1', serviceSeconds: 600, parkedSeconds: 120, mayDispute: true, dispute: null, proof: null });
    expect(record.steps.map(({ label }) => label)).toEqual(['取号', '叫号', '暂挂', '开始办理', '办结']);
    expect(await hall.call('GET', `/resident/tickets/${ticketId}/record`, { token: stranger!.token })).toMatchObject({ status: 404 });
    expect(await hall.call('POST', `/resident/tickets/${ticketId}/dispute`, { token: stranger!.token, body: { words: '' } })).toMatchObject({ status: 404 });
  });

  test('a visit that is not over cannot be doubted yet', async () => {
    const running = await visit(6, instantAt('2026-11-24', '09:29'), null);
    expect((await call('POST', `/resident/tickets/${running}/dispute`, carrier!.token, { words: '' })).code).toBe('DISPUTE_TOO_EARLY');
  });

  test('one tap doubts it, once; in the ledger stand the visit and no words', async () => {
    const after = await call<TicketRecordView>('POST', `/resident/tickets/${ticketId}/dispute`, carrier!.token, { words: WORDS });
    expect(after).toMatchObject({ mayDispute: false, dispute: { state: 'raised', dueAt: expect.any(Number) as number, words: WORDS, answer: null } });
    expect((await call('POST', `/resident/tickets/${ticketId}/dispute`, carrier!.token, { words: '' })).code).toBe('DISPUTE_RAISED_ALREADY');
    await hall.app.get(LedgerSequencer).sequence();
    const { items } = await call<{ items: { body: object }[] }>('GET', '/public/ledger/entries?kind=dispute.raised', '');
    expect(items.map(({ body }) => Object.keys(body))).toEqual([['s']]);
    const [row] = await hall.dataSource.query<{ words_cipher: string }[]>('SELECT words_cipher FROM time_dispute');
    expect(row!.words_cipher).not.toContain(WORDS);
  });

  test('whoever served it reads no words and may not answer; another upholds it, and a third decides whether it is left out', async () => {
    const [mine] = (await call<StaffDisputeList>('GET', '/staff/disputes', head!.token)).items;
    expect(mine).toMatchObject({ number: 'B1', state: 'raised', staffName: '周建平', wayLabel: '本人手机', actions: [], deadline: { title: '11月24日 B1 号的时间异议', ownerName: null, dueAt: instantAt('2026-12-01', '17:00'), state: 'running' } });
    expect(await call<OpenedDisputeView>('GET', `/staff/disputes/${mine!.id}`, head!.token)).toMatchObject({ words: null });
    const answer = { outcome: 'upheld', words: '监控显示九点零四分已离开窗口', exclude: true, version: 1 };
    expect((await call('POST', `/staff/disputes/${mine!.id}/answer`, head!.token, answer)).code).toBe('DISPUTE_NOT_YOURS');
    expect(await call<OpenedDisputeView>('GET', `/staff/disputes/${mine!.id}`, leader!.token)).toMatchObject({ words: WORDS, serviceSeconds: 600, counted: 1, actions: ['uphold', 'explain'] });
    expect(await call<OpenedDisputeView>('POST', `/staff/disputes/${mine!.id}/answer`, leader!.token, answer)).toMatchObject({ state: 'upheld', answeredBy: '孙明远', actions: [], deadline: { state: 'met' } });
    expect((await call('POST', `/staff/disputes/${mine!.id}/answer`, leader!.token, { ...answer, version: 2 })).code).toBe('MOVE_NOT_ALLOWED');
    const [proposed] = (await call<ExclusionList>('GET', '/staff/commitments/exclusions', head!.token)).items;
    expect(proposed).toMatchObject({ state: 'proposed', reasonLabel: '记录有误，另有凭证', proposedBy: '孙明远' });
    expect((await call('POST', `/staff/commitments/exclusions/${proposed!.id}`, head!.token, { agree: true, words: '', version: 1 })).code).toBe('EXCLUSION_SAME_PERSON');
    expect(await call<TicketRecordView>('GET', `/resident/tickets/${ticketId}/record`, carrier!.token)).toMatchObject({ dispute: { state: 'upheld', dueAt: null, answer: answer.words } });
    expect(await call<VisitLookView>('GET', `/staff/visits/${ticketId}`, leader!.token)).toMatchObject({ number: 'B1', staffName: '周建平', disputeLabel: '异议成立' });
  });

  test('who holds the slip of a visit sees its times and doubts them without an account, and reads the answer by the same slip', async () => {
    const { id, endedAt, ...ticket } = (await hall.dataSource.manager.findOneByOrFail(Ticket, { hallId: hall.hallId, number: 'B2' }));
    const code = await hall.app.get(RatingService).slipCode(head!.actor as StaffActor, { ...ticket, ticketId: id, hallId: hall.hallId, servedAt: endedAt!, matterIds: ['m'] });
    expect((await hall.call('GET', '/public/slips/AAAAAAAAAA/record', {})).body).toMatchObject({ code: 'RATING_SLIP_UNKNOWN' });
    expect(await call<TicketRecordView>('GET', `/public/slips/${code}/record`, '')).toMatchObject({ number: 'B2', serviceSeconds: 180, mayDispute: true });
    expect(await call<TicketRecordView>('POST', `/public/slips/${code}/dispute`, '', { words: '叫到我的时候是九点十分' })).toMatchObject({ mayDispute: false, dispute: { state: 'raised', words: '叫到我的时候是九点十分' } });
    expect(await call<TicketRecordView>('GET', `/resident/tickets/${id}/record`, carrier!.token)).toMatchObject({ dispute: { state: 'raised', words: null } });
    const doubt = (await call<StaffDisputeList>('GET', '/staff/disputes', leader!.token)).items.find(({ number }) => number === 'B2')!;
    expect(doubt).toMatchObject({ wayLabel: '凭小票', staffName: '周建平' });
    await call('POST', `/staff/disputes/${doubt.id}/answer`, leader!.token, { outcome: 'explained', words: '叫号记录和广播录音一致', exclude: false, version: 1 });
    expect(await call<TicketRecordView>('GET', `/public/slips/${code}/record`, '')).toMatchObject({ dispute: { state: 'explained', answer: '叫号记录和广播录音一致' } });
  });

  test('for whoever has no phone the desk takes it down by the number on the paper, but not who served, and hears the answer to pass it on', async () => {
    const paper = { day: '2026-11-24', number: 'b3', words: '九点一分就走了' };
    const clerk = await hall.staff(['clerk'], '赵雪');
    expect((await call('POST', '/staff/desk-disputes', clerk.token, { ...paper, number: 'B99' })).code).toBe('DISPUTE_TICKET_UNKNOWN');
    expect((await call('POST', '/staff/desk-disputes', head!.token, paper)).code).toBe('DISPUTE_TAKEN_BY_SERVER');
    const { items } = await call<DeskDisputeList>('POST', '/staff/desk-disputes', clerk.token, paper);
    expect(items).toMatchObject([{ number: 'B3', recordedBy: '赵雪', dueAt: instantAt('2026-12-01', '17:00'), answer: null }]);
    expect((await call('POST', '/staff/desk-disputes', clerk.token, paper)).code).toBe('DISPUTE_RAISED_ALREADY');
    // Whoever owed the answer leaves: it passes to a colleague, but to nobody who served the visit.
    const [keeper, leaving] = [await hall.staff(['system-admin']), await hall.staff(['head'], '吴科长')];
    await hall.work((work) => work.execute("UPDATE deadline SET owner_id = ? WHERE subject_kind = 'dispute' AND subject_id = ?", [leaving.actor.id, items[0]!.id]));
    const pass = (to: Staff) => call<{ items: object[] }>('POST', `/staff/accounts/${leaving.actor.id}/hand-on`, keeper.token, { key: `dispute:${items[0]!.id}`, toStaffId: to.actor.id, reason: '调走' });
    expect(await pass(head!)).toMatchObject({ code: 'DISPUTE_NOT_YOURS' });
    expect(await pass(leader!)).toMatchObject({ items: [] });
    await call('POST', `/staff/disputes/${items[0]!.id}/answer`, leader!.token, { outcome: 'upheld', words: '监控显示九点一分离开', exclude: false, version: 1 });
    await hall.deliver();
    expect((await call<{ items: { title: string; link: string }[] }>('GET', '/staff/inbox', clerk.token)).items).toMatchObject([{ title: '您代记的时间异议有答复了', link: '/desk-disputes' }]);
    expect((await call<DeskDisputeList>('GET', '/staff/desk-disputes', clerk.token)).items).toMatchObject([{ stateLabel: '异议成立', dueAt: null, answer: '监控显示九点一分离开' }]);
  });

  test('the resident is told, and so is everybody who may answer', async () => {
    await hall.deliver();
    const inbox = await call<{ items: { title: string; link: string }[] }>('GET', '/resident/inbox', carrier!.token);
    expect(inbox.items).toContainEqual(expect.objectContaining({ title: '您提的时间异议有答复了', link: `/visit/ticket/index?id=${ticketId}` }));
    expect((await call<{ items: { title: string }[] }>('GET', '/staff/inbox', leader!.token)).items.map(({ title }) => title)).toContain('有居民对记录的办理时间有异议');
    expect((await call<{ items: { title: string }[] }>('GET', '/staff/inbox', head!.token)).items.map(({ title }) => title)).not.toContain('有居民对记录的办理时间有异议');
  });

  test('once the day is sealed the doubt stands beside the figure, anybody recomputes it, and the holder proves where the visit stands', async () => {
    await at('2026-11-25', '00:10');
    await hall.app.get(LedgerSequencer).seal();
    const [shown] = (await call<CommitmentList>('GET', '/public/commitments', '')).items;
    expect(shown!.month).toMatchObject({ met: 4, broken: 2, disputed: 3, upheld: 2 });
    const { text, report, disputes } = await audit();
    expect(report).toMatchObject({ sound: true, findings: [] });
    expect(disputes).toBe(3);
    expect(text).not.toContain(WORDS);

    const { proof } = await call<TicketRecordView>('GET', `/resident/tickets/${ticketId}/record`, carrier!.token);
    expect(checkVisitProof(digest, proof!)).toBe('proven');
    expect(text.split('\n')[proof!.seq]).toBe(proof!.line);
    expect(checkVisitProof(digest, { ...proof!, sealed: { ...proof!.sealed, number: 'B2' } })).toBe('wrong');
    expect(checkVisitProof(digest, { ...proof!, line: proof!.line.replace('visit.taken', 'visit.left') })).toBe('wrong');
    expect(checkVisitProof(digest, { ...proof!, checkpoint: { ...proof!.checkpoint!, shortCode: '0000-0000-0000' } })).toBe('wrong');
  });

  test('a long ledger proves each of its entries from a few kept nodes, without reading it whole', async () => {
    await at('2026-11-25', '09:00');
    const facts = hall.app.get(MeasuredFacts);
    const ids: string[] = [];
    await hall.work(async (work) => {
      for (let seq = 1; seq <= 1_300; seq += 1) {
        const id = newId();
        ids.push(id);
        await facts.record(work, { eventId: newId(), hallId: hall.hallId, subjectId: id, event: 'visit.taken', at: work.now, attributes: {}, sealed: { day: '2026-11-25', number: `A${seq}` } });
      }
    });
    await at('2026-11-26', '00:10');
    await hall.app.get(LedgerSequencer).seal();
    const { proof } = await call<TicketRecordView>('GET', `/resident/tickets/${ticketId}/record`, carrier!.token);
    expect(checkVisitProof(digest, proof!)).toBe('proven');
    for (const [at, id] of [[0, ids[0]!], [700, ids[700]!], [1_299, ids[1_299]!]] as const) {
      await hall.work((work) => work.execute('UPDATE ticket SET id = ?, day = ?, number = ? WHERE id = ?', [id, '2026-11-25', `A${at + 1}`, at === 0 ? ticketId : ids[at === 700 ? 0 : 700]!]).then(() => undefined));
      const found = await call<TicketRecordView>('GET', `/resident/tickets/${id}/record`, carrier!.token);
      expect(checkVisitProof(digest, found.proof!)).toBe('proven');
    }
    const [{ n }] = await hall.dataSource.query<[{ n: number | string }]>('SELECT COUNT(*) AS n FROM ledger_node');
    expect(Number(n)).toBeGreaterThan(5);
  });

  test('once its day is over a visit is found among those before, by whoever carried it and by nobody else', async () => {
    await at('2026-11-24', '18:00');
    const before = async (token: string) => (await call<{ items: { id: string }[] }>('GET', '/resident/tickets/past', token)).items.map(({ id }) => id);
    expect(await before(carrier!.token)).toEqual([]);
    await at('2026-11-26', '08:30');
    const found = await before(carrier!.token);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toHaveLength(new Set(found).size);
    expect((await call<TicketRecordView>('GET', `/resident/tickets/${found[0]!}/record`, carrier!.token)).ticketId).toBe(found[0]);
    expect(await before(stranger!.token)).toEqual([]);
  });

  test('a draft shows how the last month would have looked, and leaves nothing behind', async () => {
    await at('2026-11-26', '09:00');
    const rows = async () => (await hall.dataSource.query<unknown[]>('SELECT id FROM fulfilment')).length;
    const before = await rows();
    const seen = await call<CommitmentPreviewView>('POST', '/staff/commitments/preview', head!.token, { rule: { ...FIVE, limit: 2 } });
    expect(seen).toMatchObject({ measure: '从“叫号”到“办结”，2 分钟内', first: '2026-10-28', last: '2026-11-26', figure: { met: 0, broken: 6, rate: 0 }, pending: 0, cut: false });
    expect(seen.broken).toHaveLength(6);
    expect(seen.broken[0]).toMatchObject({ staffName: '周建平', why: '应在 11月24日 09:31 前办结，至今没有' });
    expect(await call<CommitmentPreviewView>('POST', '/staff/commitments/preview', head!.token, { rule: { ...FIVE, limit: 11 } })).toMatchObject({ figure: { met: 5, broken: 1, rate: 833 } });
    expect((await call('POST', '/staff/commitments/preview', head!.token, { rule: { ...FIVE, to: 'suggestion.replied' } })).code).toBe('COMMITMENT_RULE_INVALID');
    expect(await rows()).toBe(before);
    expect((await call<{ items: unknown[]; count: number }>('GET', `/staff/commitments/${commitmentId}/fulfilments?period=2026-11&state=broken&skip=1`, head!.token))).toMatchObject({ items: [{ state: 'broken' }], count: 2 });
    expect(dayOf(MORNING)).toBe('2026-11-23');
  });
});
