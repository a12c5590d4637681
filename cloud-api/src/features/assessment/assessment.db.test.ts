import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { assessmentBook } from '@hall/shared/audit/assessment-book';
import { cardResult, countCard } from '@hall/shared/assessment/scorecard.rules';
import { MINUTE, instantAt } from '@hall/shared/kernel/day';
import { Sessions } from '../../platform/auth/sessions.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { deadlineMet, deadlineOverdue } from '../deadlines/deadlines.events.ts';
import { applicationReturned } from '../enrolment/enrolment.events.ts';
import { Department } from '../hall/hall.entity.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import { ticketServed } from '../queue/queue.events.ts';
import type { AppealList, AssessmentMonthView, OwnScorecardList, ScorecardList } from './assessment.dto.ts';
import { AssessmentFact, Scorecard } from './assessment.entity.ts';

jest.setTimeout(60_000);
type Staff = Awaited<ReturnType<TestApp['staff']>>;
const FORMULA = { from: '2026-12', weights: { served: 200, five: 300, kept: 250, once: 150, relays: 100 }, target: 4 };
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

onEveryDatabase((database) => {
  let hall: TestApp;
  let [head, leader, clerk, other]: Staff[] = [];

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, leader, clerk, other] = [await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远'), await hall.staff(['clerk'], '王晓梅'), await hall.staff(['clerk'], '李文')];
    await hall.work(async (work) => {
      const [department] = await work.find(Department, { hallId: hall.hallId });
      const second = await work.add(Department, { id: newId(), hallId: hall.hallId, name: '待遇科', phone: null, position: 2 });
      for (const [who, id] of [[head, department!.id], [clerk, department!.id], [other, second.id]] as const) await work.execute('UPDATE staff SET department_id = ? WHERE id = ?', [id, who!.actor.id]);
    });
    await hall.app.get(LedgerSequencer).sequence();
  });
  afterAll(() => hall.close());

  const at = async (instant: number) => {
    hall.clock.set(instant);
    for (const who of [head!, leader!, clerk!, other!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };
  const call = <T>(method: 'GET' | 'POST', path: string, who: Staff, body?: unknown) => hall.call<T & { code?: string; fields?: { path: string }[] }>(method, path, { token: who.token, body });
  const served = (who: Staff, minutes: number) => hall.work(async (work) => {
    const ids = { ticketId: newId(), hallId: hall.hallId, bookingId: null, residentId: null, windowId: 'w', staffId: who.actor.id, matterIds: ['m'], ready: true };
    work.emit(ticketServed, { ...ids, calledAt: work.now - minutes * MINUTE, servingAt: work.now - minutes * MINUTE, servedAt: work.now, parkedMs: 0 });
    return Promise.resolve();
  });
  const owed = (who: Staff, how: 'in-time' | 'late') => hall.work((work) => {
    const told = { deadlineId: newId(), hallId: hall.hallId, subjectKind: 'suggestion', subjectId: newId(), step: 'reply', ruleCode: 'suggestion.reply' as const, ownerId: who.actor.id, departmentId: null };
    if (how === 'late') work.emit(deadlineOverdue, { ...told, staffId: null });
    work.emit(deadlineMet, { ...told, late: how === 'late' });
    return Promise.resolve();
  });
  const audit = async () => {
    let text = '';
    for await (const part of (await hall.app.get(LedgerQueries).export())!.lines) text += part;
    const book = assessmentBook();
    const reader = auditor({ digest, isSigned, books: [book] });
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    return { findings: reader.end().findings, months: book.months, text };
  };

  test('the formula comes before the month, from who may', async () => {
    expect((await call('POST', '/staff/assessment/formula', clerk!, FORMULA)).status).toBe(403);
    expect((await call('POST', '/staff/assessment/formula', head!, { ...FORMULA, from: '2026-11' })).body).toMatchObject({ code: 'ASSESSMENT_FORMULA_INVALID', fields: [{ path: 'from' }] });
    const before = (await call<AssessmentMonthView>('GET', '/staff/assessment/months', head!)).body;
    expect(before).toMatchObject({ month: '2026-11', sealed: false, formula: null, cards: [], suggested: { from: '2026-12', target: 300 } });
    expect((await call<AssessmentMonthView>('POST', '/staff/assessment/formula', head!, FORMULA)).body).toMatchObject({ coming: ['2026-12'] });
    await at(instantAt('2026-12-01', '08:00'));
    await hall.app.get(LedgerSequencer).seal();
  });

  test('what happens counts by itself, and each sees the own card while the month runs', async () => {
    await at(instantAt('2026-12-10', '10:00'));
    for (const minutes of [2, 9]) await served(clerk!, minutes);
    await served(other!, 3);
    await owed(clerk!, 'late');
    await owed(clerk!, 'in-time');
    await hall.work((work) => Promise.resolve(work.emit(applicationReturned, { applicationId: newId(), hallId: hall.hallId, residentId: null, noticeId: 'n', staffId: clerk!.actor.id, late: true })));
    await hall.deliver();
    const { running, items } = (await call<OwnScorecardList>('GET', '/staff/assessment/mine', clerk!)).body;
    // Half of the target, one of two in five minutes, one of two in time, and one return that should have said more.
    expect(running).toMatchObject({ month: '2026-12', holderName: '王晓梅', score: '41.6', mayAppeal: false, parts: [{ part: 'served', good: 2, all: 2, points: 500 }, { part: 'five', good: 1, all: 2 }, { part: 'kept', good: 1, all: 2 }, { part: 'once', good: 0, all: 1, points: 0 }, { part: 'relays', all: 0, points: null }] });
    expect([running!.against.map(({ label }) => label).sort(), items]).toEqual([['答复意见', '材料备齐的办件', '退回补正'].sort(), []]);
  });

  test('a head sees the people of the own department, whoever decides over appeals sees all, and a clerk nobody else', async () => {
    const names = async (who: Staff) => (await call<AssessmentMonthView>('GET', '/staff/assessment/months', who)).body.cards.map(({ holderName }) => holderName).sort();
    expect(await names(head!)).toEqual(['参保登记科', '王晓梅'].sort());
    expect(await names(leader!)).toEqual(['参保登记科', '待遇科', '李文', '王晓梅'].sort());
    expect((await call('GET', '/staff/assessment/months', clerk!)).status).toBe(403);
    const trial = (await call<ScorecardList>('POST', '/staff/assessment/dry-run', head!, { ...FORMULA, target: 2 })).body.items;
    expect(trial.find(({ holderName }) => holderName === '王晓梅')!.parts[0]).toMatchObject({ points: 1000 });
  });

  test('on the last day the cards are sealed; the ledger names nobody, and the person can open the own seal', async () => {
    await at(instantAt('2027-01-01', '00:10'));
    await hall.app.get(LedgerSequencer).seal();
    const [card] = (await call<OwnScorecardList>('GET', '/staff/assessment/mine', clerk!)).body.items;
    expect(card).toMatchObject({ month: '2026-12', score: '41.6', corrected: false, mayAppeal: true, appeal: null });
    const { seal } = card!;
    expect(digest(`${seal!.salt}|${seal!.content}`)).toBe(seal!.seal);
    const { findings, months, text } = await audit();
    expect([findings, months]).toEqual([[], 1]);
    expect(text).toContain(`{"c":"${seal!.name}","seal":"${seal!.seal}"}`);
    for (const secret of [clerk!.actor.id, '王晓梅', seal!.salt]) expect(text).not.toContain(secret);
    expect((await call<AssessmentMonthView>('GET', '/staff/assessment/months?month=2026-12', leader!)).body).toMatchObject({ sealed: true, months: ['2026-12'] });
    expect((await hall.call<Buffer>('GET', '/staff/assessment/months.xlsx?month=2026-12', { token: head!.token })).body.subarray(0, 2).toString()).toBe('PK');
  });

  test('replayed from the facts and the formula, every card comes out the same', async () => {
    await hall.work(async (work) => {
      for (const card of await work.find(Scorecard, { hallId: hall.hallId })) {
        const facts = await work.find(AssessmentFact, card.holderKind === 'person' ? { countedIn: card.month, staffId: card.holderId } : { countedIn: card.month, departmentId: card.holderId });
        const counts = countCard([...facts].reverse());
        expect([counts, cardResult({ ...FORMULA, target: FORMULA.target * card.people }, counts).score]).toEqual([card.counts, card.score]);
      }
    });
  });

  test('a person appeals against what is not so, and somebody who neither asked nor chose the formula decides', async () => {
    const [card] = (await call<OwnScorecardList>('GET', '/staff/assessment/mine', clerk!)).body.items;
    const wrong = card!.against.find(({ label }) => label === '退回补正')!;
    const appeal = { facts: [wrong.id], words: '那天系统里的要求刚改' };
    expect((await call('POST', `/staff/assessment/cards/${card!.id}/appeal`, other!, appeal)).status).toBe(404);
    expect((await call('POST', `/staff/assessment/cards/${card!.id}/appeal`, clerk!, { ...appeal, facts: ['nothing'] })).body.code).toBe('APPEAL_FACTS_UNKNOWN');
    expect((await call<OwnScorecardList>('POST', `/staff/assessment/cards/${card!.id}/appeal`, clerk!, appeal)).body.items[0]!.appeal).toMatchObject({ state: 'raised', mayDecide: false });
    expect((await call('POST', `/staff/assessment/cards/${card!.id}/appeal`, clerk!, appeal)).body.code).toBe('APPEAL_MADE_ALREADY');
    const [raised] = (await call<AppealList>('GET', '/staff/assessment/appeals', leader!)).body.items;
    expect(raised).toMatchObject({ staffName: '王晓梅', month: '2026-12', mayDecide: true, facts: [{ label: '退回补正' }] });
    expect((await call('POST', `/staff/assessment/appeals/${raised!.id}/decide`, head!, { agree: true, words: '同意', version: 1 })).status).toBe(403);
    expect((await call<AppealList>('POST', `/staff/assessment/appeals/${raised!.id}/decide`, leader!, { agree: true, words: '情况属实', version: 1 })).body.items[0]).toMatchObject({ state: 'upheld', decidedBy: '孙明远' });
    expect((await call('POST', `/staff/assessment/appeals/${raised!.id}/decide`, leader!, { agree: false, words: '再想想', version: 2 })).body.code).toBe('MOVE_NOT_ALLOWED');
  });

  test('who may decide is told of an appeal, and the person of its end', async () => {
    await hall.deliver();
    const told = async (who: Staff) => (await call<{ items: { title: string; link: string }[] }>('GET', '/staff/inbox', who)).body.items.map(({ title, link }) => [title, link]);
    expect(await told(leader!)).toContainEqual(['有同事对考核表提出申诉', '/assessment/appeals']);
    expect((await told(head!)).map(([title]) => title)).not.toContain('有同事对考核表提出申诉');
    expect(await told(clerk!)).toContainEqual(['您的考核申诉有结果了', '/assessment/mine']);
  });

  test('an upheld appeal lays a corrected card behind the first, the department\'s too, and seals it in the open', async () => {
    const [card] = (await call<OwnScorecardList>('GET', '/staff/assessment/mine', clerk!)).body.items;
    expect(card).toMatchObject({ corrected: true, score: '50.0', mayAppeal: false });
    expect(card!.against.filter(({ struck }) => struck).map(({ label }) => label)).toEqual(['退回补正']);
    const { cards } = (await call<AssessmentMonthView>('GET', '/staff/assessment/months?month=2026-12', leader!)).body;
    expect(cards.find(({ holderName }) => holderName === '参保登记科')).toMatchObject({ corrected: true, score: '50.0' });
    await at(instantAt('2027-01-02', '00:10'));
    await hall.app.get(LedgerSequencer).seal();
    expect((await audit()).findings).toEqual([]);
    await hall.work(async (work) => expect((await work.find(Scorecard, { hallId: hall.hallId, holderId: clerk!.actor.id })).map(({ number, score }) => [number, score]).sort()).toEqual([[1, 416_666], [2, 500_000]]));
  });
});
