import { createHash } from 'node:crypto';
import { appraisalBook } from '@hall/shared/audit/appraisal-book';
import { auditor } from '@hall/shared/audit/auditor';
import { addDays, dayOf, instantAt } from '@hall/shared/kernel/day';
import { newId } from '../../platform/persistence/new-id.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import type { AppraisalDepartmentList, AppraisalList, AppraisalStandingView, AppraisalView, StaffAppraisalList, StaffAppraisalView } from './appraisal.dto.ts';
import { AppraisalHall, newNonce, type Visitor } from './testing/appraisal-hall.ts';

jest.setTimeout(60_000);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

onEveryDatabase((database) => {
  let hall: TestApp;
  let house: AppraisalHall;
  let opened: StaffAppraisalView;
  let invited: Visitor[];
  const firstNonce = newNonce();

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { now: instantAt('2026-11-23', '09:00'), environment: { TRUST_PROXY_HOPS: '1' } });
    house = await new AppraisalHall(hall).furnish();
  });
  afterAll(() => hall.close());

  const said = async (kind: string) => (await hall.dataSource.query<{ body: string }[]>('SELECT body FROM ledger_line WHERE kind = ? ORDER BY id', [kind])).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  const count = async (table: string) => Number((await hall.dataSource.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n);
  const standing = async (visitor: Visitor) => (await hall.call<AppraisalStandingView>('GET', `/resident/appraisals/${opened.id}`, visitor)).body;
  const mine = async () => (await house.call<StaffAppraisalView>('GET', `/staff/appraisals/${opened.id}`, house.head)).body;
  const audit = async () => {
    const [book, file] = [appraisalBook(digest), (await hall.app.get(LedgerQueries).export())!];
    let text = '';
    for await (const part of file.lines) text += part;
    const reader = auditor({ digest, isSigned, books: [book] });
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    return { ...reader.end(), appraisals: book.appraisals };
  };

  test('nobody opens one where fewer than twenty people could have answered', async () => {
    await house.serveMany(19);
    // Without a proven account, not served, too long ago, or the same person again: none of them makes it twenty.
    await house.visitor({ verified: false });
    await house.visitor({ state: 'left' });
    await house.visitor({ day: addDays(dayOf(hall.clock.now()), -31) });
    await house.serve(house.visitors[0]!.citizenIndex);
    expect((await house.call('POST', '/staff/appraisals', house.head, house.plan())).body).toMatchObject({ code: 'APPRAISAL_TOO_FEW_PEOPLE' });
    expect((await house.call<AppraisalDepartmentList>('GET', '/staff/appraisals/departments', house.head)).body.items.find(({ id }) => id === house.departmentId)).toMatchObject({ name: '居民养老科', people: 19, running: false });
  });

  test('a head opens one, a clerk cannot, and what is wrong is said field by field', async () => {
    await house.serveMany(11);
    expect((await house.call('POST', '/staff/appraisals', house.clerk, house.plan())).status).toBe(403);
    expect((await house.call('POST', '/staff/appraisals', house.head, house.plan({ questions: ['weather'] }))).body).toMatchObject({ code: 'APPRAISAL_PLAN_INVALID', fields: [{ path: 'questions' }] });
    expect((await house.call('POST', '/staff/appraisals', house.head, house.plan({ departmentId: newId() }))).body).toMatchObject({ code: 'APPRAISAL_DEPARTMENT_UNKNOWN' });
    opened = await house.open();
    expect(opened).toMatchObject({ state: 'opened', population: 30, invited: null, answers: null, closesOn: '2026-11-26', figures: [], rectification: null, actions: [] });
    expect((await house.call('POST', '/staff/appraisals', house.head, house.plan())).body.code).toBe('APPRAISAL_RUNNING');
    const [tokens, body] = await said('appraisal.opened');
    expect(body).toMatchObject({ c: opened.code, questions: ['attitude', 'speed'], invite: 25, population: 30, closes: '2026-11-26' });
    expect(new Set(tokens!.tokens as string[]).size).toBe(30);
    expect((await hall.call<AppraisalList>('GET', '/public/appraisals')).body.items).toMatchObject([{ id: opened.id, departmentName: '居民养老科', state: 'opened' }]);
  });

  test('nobody answers before the draw, which waits for the seal of the day', async () => {
    expect((await house.answer(house.visitors[0]!, opened.id, [5, 5])).body.code).toBe('APPRAISAL_NOT_DRAWN');
    await house.night();
    expect(await mine()).toMatchObject({ state: 'asking', invited: 25, answered: null });
    await house.night(dayOf(hall.clock.now()));
    expect(await said('appraisal.drawn')).toHaveLength(1);
    const views = await Promise.all(house.visitors.map((visitor) => standing(visitor)));
    invited = house.visitors.filter((_, at) => views[at]!.mayAnswer);
    expect(invited).toHaveLength(25);
    expect(views[0]!.token).toMatch(/^[0-9a-f]{64}$/);
    const [stranger] = house.visitors.filter((visitor) => !invited.includes(visitor));
    expect((await house.answer(stranger!, opened.id, [5, 5])).body.code).toBe('APPRAISAL_NOT_INVITED');
    const unverified = await house.visitor({ verified: false });
    expect((await house.answer(unverified, opened.id, [5, 5])).body.code).toBe('APPRAISAL_NOT_VERIFIED');
  });

  test('whoever the lot fell on finds it in the inbox, nobody else', async () => {
    const told = await hall.dataSource.query<{ resident_id: string }[]>("SELECT resident_id FROM inbox_item WHERE link LIKE '/appraisal/answer%'");
    expect(told.map(({ resident_id }) => resident_id).sort()).toEqual(invited.map(({ id }) => id).sort());
  });

  test('each answers once; a retry is thanked again, and a double tap counts once', async () => {
    const [first, second] = invited as [Visitor, Visitor];
    expect((await house.answer(first, opened.id, [5])).body.code).toBe('APPRAISAL_ANSWER_INVALID');
    const [one, two] = await Promise.all([house.answer(first, opened.id, [5, 2], firstNonce), house.answer(first, opened.id, [5, 2], firstNonce)]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect((await house.answer(first, opened.id, [1, 1], firstNonce)).body).toEqual(one.body);
    expect((await house.answer(first, opened.id, [1, 1])).body.code).toBe('APPRAISAL_ANSWERED_ALREADY');
    expect((await house.answer(second, opened.id, [1, 1], firstNonce)).body.code).toBe('APPRAISAL_NONCE_TAKEN');
    expect([await count('appraisal_roll'), await count('appraisal_answer')]).toEqual([1, 1]);
    expect(await standing(first)).toMatchObject({ answered: true, mayAnswer: false, whyCode: 'APPRAISAL_ANSWERED_ALREADY' });
  });

  test('an answer leaves no audit row, no event and no time, and nobody is told a level before the end', async () => {
    const tables = ['audit_entry', 'outbox_event', 'idempotency_record'];
    const before = await Promise.all(tables.map(count));
    for (const [at, visitor] of invited.slice(1, 20).entries()) expect((await house.answer(visitor, opened.id, at < 12 ? [5, 5] : [4, 1])).status).toBe(200);
    expect(await Promise.all(tables.map(count))).toEqual(before);
    const columns = async (table: string) => Object.keys((await hall.dataSource.query<object[]>(`SELECT * FROM ${table}`))[0]!).sort();
    expect([await columns('appraisal_roll'), await columns('appraisal_answer')]).toEqual([['appraisal_id', 'counted', 'person_mac'], ['appraisal_id', 'counted', 'id', 'levels', 'nonce_hash']]);
    expect(await mine()).toMatchObject({ answered: 20, answers: null, figures: [] });
    expect((await house.call<StaffAppraisalList>('GET', '/staff/appraisals', house.clerk)).body.items[0]).toMatchObject({ answered: null, figures: [] });
    expect((await hall.call<AppraisalView>('GET', `/public/appraisals/${opened.id}`)).body).toMatchObject({ answers: null, figures: [], rectification: null });
  });

  test('the closing day is still a day to answer; once it is over nobody does, and its seal has the result', async () => {
    hall.clock.set(instantAt('2026-11-26', '23:59'));
    await house.signInAnew();
    expect((await house.answer(invited[20]!, opened.id, [3, 3])).status).toBe(200);
    hall.clock.set(instantAt('2026-11-27', '00:00'));
    expect((await house.answer(invited[21]!, opened.id, [3, 3])).body.code).toBe('APPRAISAL_CLOSED');
    await house.night('2026-11-27');
    expect(await mine()).toMatchObject({ state: 'counted', answers: 21, invited: 25, ownerName: '周建平', actions: ['rectify'] });
    const { body } = await hall.call<AppraisalView>('GET', `/public/appraisals/${opened.id}`);
    expect(body.figures).toEqual([
      { question: 'attitude', title: '服务态度', good: '80.9% 以上', bands: [{ from: 5, to: 5, label: '非常满意', count: 13 }, { from: 1, to: 4, label: '满意及以下', count: 8 }] },
      { question: 'speed', title: '办事效率', good: '61.9%', bands: [{ from: 3, to: 5, label: '基本满意及以上', count: 13 }, { from: 1, to: 2, label: '不满意及以下', count: 8 }] },
    ]);
    expect(body.rectification).toMatchObject({ state: 'owed', text: null, late: false });
    expect(await count('appraisal_member')).toBe(0);
    expect((await hall.dataSource.query<{ counted: number }[]>('SELECT counted FROM appraisal_answer')).every(({ counted }) => Number(counted) === 1)).toBe(true);
    // Their own answer, whose thanks were lost, is recognised even now.
    expect((await house.answer(invited[0]!, opened.id, [5, 2], firstNonce)).status).toBe(200);
    expect(await standing(invited[0]!)).toMatchObject({ answered: true, token: null });
  });

  test('when the head leaves, what the department owes passes to another who may answer for it, by the same day', async () => {
    const [keeper, successor] = [await hall.staff(['system-admin'], '系统管理员'), await hall.staff(['head'], '吴科长')];
    const pass = (from: string, to: string) => hall.call<{ items: object[] }>('POST', `/staff/accounts/${from}/hand-on`, { ...keeper, body: { key: `appraisal:${opened.id}`, toStaffId: to, reason: '调走，局里定的' } });
    const before = await mine();
    expect((await pass(house.head.actor.id, house.clerk.actor.id)).body).toMatchObject({ code: 'HAND_ON_INVALID' });
    expect((await pass(house.head.actor.id, successor.actor.id)).body.items).toEqual([]);
    expect(await mine()).toMatchObject({ ownerName: '吴科长', actions: [], rectification: { dueOn: before.rectification!.dueOn } });
    expect((await house.call('POST', `/staff/appraisals/${opened.id}/rectify`, house.head, { text: '每个窗口加一位引导员', version: before.version + 1 })).body.code).toBe('APPRAISAL_NOT_YOURS');
    await pass(successor.actor.id, house.head.actor.id);
  });

  test('the department owes what it changes by a day everybody sees, in words without numbers of people', async () => {
    const { version, rectification } = await mine();
    const owed = await hall.dataSource.query<{ state: string; owner_id: string }[]>("SELECT state, owner_id FROM deadline WHERE subject_kind = 'appraisal'");
    expect(owed).toEqual([{ state: 'running', owner_id: house.head.actor.id }]);
    const publish = (who: { token: string }, text: string, of = version) => house.call<StaffAppraisalView>('POST', `/staff/appraisals/${opened.id}/rectify`, who, { text, version: of });
    expect((await publish(house.clerk, '每个窗口加一位引导员，忙时增开窗口')).body.code).toBe('APPRAISAL_NOT_YOURS');
    expect((await publish(house.head, '请拨打 13800138000 联系我们处理')).body.code).toBe('APPRAISAL_NAMES_SOMEBODY');
    hall.clock.set(instantAt(addDays(rectification!.dueOn!, 1), '09:00'));
    await house.signInAnew();
    expect(await mine()).toMatchObject({ rectification: { state: 'overdue' } });
    expect((await publish(house.head, '每个窗口加一位引导员，忙时增开窗口')).body).toMatchObject({ state: 'rectified', actions: [], rectification: { state: 'published', late: true, text: '每个窗口加一位引导员，忙时增开窗口' } });
    expect((await publish(house.head, '再写一遍我们准备怎么改', version + 1)).body.code).toBe('MOVE_NOT_ALLOWED');
    expect((await hall.dataSource.query<{ state: string }[]>("SELECT state FROM deadline WHERE subject_kind = 'appraisal'"))[0]!.state).toBe('met-late');
  });

  test('too few answers are told to nobody, and nothing is owed; then the department may be asked about again', async () => {
    for (const visitor of invited) await house.serve(visitor.citizenIndex);
    const second = await house.open({ invite: 20 });
    await house.night();
    const today = dayOf(hall.clock.now());
    let answered = 0;
    for (const visitor of house.visitors) if (answered < 4 && (await house.answer(visitor, second.id, [1, 1])).status === 200) answered += 1;
    await house.night(addDays(today, 3));
    expect((await hall.call<AppraisalView>('GET', `/public/appraisals/${second.id}`)).body).toMatchObject({ state: 'ended', answers: null, figures: [], rectification: null });
    expect((await said('appraisal.result')).at(-1)).toMatchObject({ invited: 20, answers: null, figures: [], due: null });
    expect((await house.open()).state).toBe('opened');
  });

  test('whoever has only the exported ledger finds every appraisal as it was said', async () => {
    await house.night();
    expect(await audit()).toMatchObject({ sound: true, findings: [], appraisals: 2 });
  });
});
