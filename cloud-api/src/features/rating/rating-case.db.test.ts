import { DAY_LENGTH, instantAt } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { AuditEntry, OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { Rating } from './rating.entity.ts';
import { RatingCase, RatingQuestion } from './rating-case.entity.ts';
import type { DeadlineList, DeadlineView } from '../deadlines/deadlines.dto.ts';
import type { HallTodayView } from '../insight/insight.dto.ts';
import { RatedHall, type Resident, type StaffMember } from './testing/rated-hall.ts';

jest.setTimeout(60_000);
const WORDS = { words: '已经按记录核对过。' };
const QUESTION = '有群众希望窗口再耐心一些，请说说当月您怎样接待着急的群众。';

onEveryDatabase((database) => {
  let hall: TestApp;
  let at: RatedHall;
  let resident: Resident;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    at = await RatedHall.open(hall);
    resident = await hall.resident();
  });
  beforeEach(() => at.newDay(MORNING));
  afterAll(() => hall.close());

  test('a head who served at the window finds nothing of her own case among what is owed: not in the list, not in the figures, not as its superior', async () => {
    const { caseId } = await at.rated(resident, undefined, { staffId: at.head.actor.id });
    const owed = async (who: StaffMember) => (await hall.call<DeadlineList>('GET', '/staff/deadlines?scope=all', who)).body.items.filter(({ subjectId }) => subjectId === caseId);
    const ratingsOwed = async (who: StaffMember) => (await hall.call<HallTodayView>('GET', '/staff/insight/today', who)).body.owedByKind.filter(({ code }) => code.startsWith('rating.')).length;
    expect([await owed(at.head), (await owed(at.leader)).length]).toEqual([[], 1]);
    expect([await ratingsOwed(at.head), await ratingsOwed(at.leader)]).toEqual([0, 1]);
    const [{ id, version }] = (await owed(at.leader)) as [DeadlineView];
    expect((await hall.call('POST', `/staff/deadlines/${id}/pause`, { ...at.head, body: { reason: 'system-outage', version } })).status).toBe(404);
    await at.newDay(instantAt('2026-11-25', '09:00'));
    await hall.app.get(Jobs).runNow('deadlines.sweep');
    expect((await owed(at.leader))[0]!.superiors.map(({ level, name }) => [level, name])).toEqual([[1, '郑国强']]);
    expect((await hall.call<DeadlineList>('GET', '/staff/deadlines?scope=reported', at.head)).body.items.filter(({ subjectId }) => subjectId === caseId)).toEqual([]);
  });

  const verified = async (verdict: 'valid' | 'no-basis' = 'valid') => {
    const rated = await at.rated(resident);
    await at.step(at.head, rated.caseId, 'contact', { words: '您好，想向您了解当时的情况。' });
    await at.step(at.head, rated.caseId, 'verify', { verdict, ...WORDS });
    return rated;
  };
  const answered = async () => {
    const rated = await verified('no-basis');
    await at.step(at.head, rated.caseId, 'answer', WORDS);
    return rated;
  };
  const proposed = async () => {
    const rated = await at.rated(resident);
    await at.step(at.head, rated.caseId, 'contact', WORDS);
    expect((await at.step(at.head, rated.caseId, 'propose', { verdict: 'mistaken', ...WORDS })).status).toBe(200);
    return rated;
  };
  const asked = async () => {
    const rated = await at.rated(resident);
    await at.step(at.head, rated.caseId, 'question', { question: QUESTION });
    await at.newDay(instantAt('2026-11-25', '09:30'));
    await hall.app.get(Jobs).runNow('rating.ask-clerks');
    await hall.deliver();
    return rated;
  };

  test('a rating of one star becomes a case of the department\'s head, is put right, answered, and closed when the person is content', async () => {
    const { caseId, invitationId } = await at.rated(resident);
    expect(await at.messages(at.head)).toContain('一件差评等您办理');
    expect((await at.list(at.head, 'mine')).body.items.find(({ id }) => id === caseId)).toMatchObject({ state: 'opened', owedLabel: '差评联系', ownerName: '周建平', windowLabel: '3号窗口' });
    expect((await at.step(at.head, caseId, 'contact', { words: '您好，想向您了解当时的情况。' })).body).toMatchObject({ state: 'contacted' });
    expect(await at.progress(resident, invitationId)).toMatchObject({ state: 'contacted', mayReply: true, mayObject: false, mayRevisit: false });
    expect((await at.says(resident, invitationId, 'reply', { words: '那天人多，等了很久。' })).status).toBe(200);
    await at.step(at.head, caseId, 'verify', { verdict: 'valid', ...WORDS });
    expect((await at.step(at.head, caseId, 'answer', WORDS)).body.code).toBe('RATING_RECTIFY_FIRST');
    await at.step(at.head, caseId, 'rectify', { words: '增开一个窗口。' });
    const view = (await at.step(at.head, caseId, 'answer', { words: '已增开窗口，向您道歉。' })).body;
    expect(at.owed(view)).toEqual(['contact met', 'verify met', 'rectify met', 'answer met', 'revisit running']);
    expect((await at.says(resident, invitationId, 'revisit', { content: true })).body.progress).toMatchObject({ state: 'closed', mayRevisit: false });
    expect(await at.row({ id: caseId })).toMatchObject({ state: 'closed', content: true });
    expect(await at.told(resident)).toEqual(expect.arrayContaining(['大厅就您的评价写信给您', '您评价的事核实好了', '您评价的事有了答复', '您评价的事办结了']));
    expect((await at.progress(resident, invitationId)).steps.map(({ kind }) => kind)).toEqual(['open', 'contact', 'reply', 'verdict', 'rectify', 'answer', 'revisit', 'close']);
  });

  test('a good rating opens no case', async () => {
    expect((await at.rated(resident, { level: 3, reasons: [] })).caseId).toBe('');
  });

  test('the rating itself stays as it was given, whatever is found and however the case ends', async () => {
    const { caseId } = await proposed();
    const { ratingId } = await at.row({ id: caseId });
    const before = await hall.dataSource.manager.findOneByOrFail(Rating, { id: ratingId });
    await at.steppedUp(at.leader);
    await at.step(at.leader, caseId, 'judge', { agree: true, ...WORDS });
    await at.step(at.head, caseId, 'answer', WORDS);
    expect(await hall.dataSource.manager.findOneByOrFail(Rating, { id: ratingId })).toEqual(before);
    expect(await at.row({ id: caseId })).toMatchObject({ verdict: 'mistaken', verdictBy: [at.head.actor.id, at.leader.actor.id] });
  });

  test('the head does not call a rating mistaken or malicious alone: not in one step, not in two, not without the second factor', async () => {
    const { caseId } = await proposed();
    expect((await at.step(at.head, caseId, 'verify', { verdict: 'malicious', ...WORDS })).body.code).toBe('RATING_VERDICT_WAITS');
    await at.steppedUp(at.head);
    expect((await at.step(at.head, caseId, 'judge', { agree: true, ...WORDS })).body.code).toBe('RATING_SECOND_PERSON');
    expect((await at.step(at.leader, caseId, 'judge', { agree: true, ...WORDS })).body.code).toBe('STEP_UP_NEEDED');
    expect((await at.row({ id: caseId })).verdict).toBeNull();
    const again = await at.rated(resident);
    await at.step(at.head, again.caseId, 'contact', WORDS);
    expect((await at.step(at.head, again.caseId, 'verify', { verdict: 'malicious', ...WORDS })).body.code).toBe('RATING_VERDICT_NEEDS_TWO');
    expect((await at.step(at.leader, again.caseId, 'propose', { verdict: 'malicious', ...WORDS })).body.code).toBe('RATING_CASE_OTHERS');
  });

  test('what the second person does not agree to goes back, and the head looks into it again', async () => {
    const { caseId } = await proposed();
    expect(await at.messages(at.director)).toContain('一件差评的认定要您复核');
    await at.steppedUp(at.leader);
    expect((await at.step(at.leader, caseId, 'judge', { agree: false, words: '理由不够，请再问问当时的导办员。' })).body).toMatchObject({ state: 'contacted', proposal: null, verdict: null });
    expect((await at.step(at.leader, caseId, 'judge', { agree: true, ...WORDS })).body.code).toBe('RATING_NOTHING_PROPOSED');
    expect((await at.step(at.head, caseId, 'verify', { verdict: 'valid', ...WORDS })).body.state).toBe('verified');
  });

  test('two who judge at the same moment: one verdict, and the other is told to look again', async () => {
    const { caseId } = await proposed();
    await Promise.all([at.steppedUp(at.leader), at.steppedUp(at.director)]);
    const { version } = await at.row({ id: caseId });
    const both = await Promise.all([at.leader, at.director].map((who) => hall.call<{ code?: string }>('POST', `/staff/rating-cases/${caseId}/judge`, { ...who, body: { version, agree: true, ...WORDS } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('the clerk concerned sees nothing of her case, at no door', async () => {
    const { caseId } = await at.rated(resident);
    for (const path of ['', '?scope=open', `/${caseId}`]) expect((await hall.call('GET', `/staff/rating-cases${path}`, at.clerk)).status).toBe(403);
    // A head who serves at a window is a clerk concerned like any other.
    const own = await at.rated(resident, undefined, { staffId: at.head.actor.id });
    expect(await at.row({ id: own.caseId })).toMatchObject({ ownerId: at.director.actor.id });
    expect((await at.seen(at.head, own.caseId)).status).toBe(404);
    expect((await at.list(at.head, 'open')).body.items.map(({ id }) => id)).not.toContain(own.caseId);
    await at.steppedUp(at.head);
    for (const [path, body] of [['contact', WORDS], ['verify', { verdict: 'valid', ...WORDS }], ['judge', { agree: true, ...WORDS }]] as const) expect((await at.step(at.head, own.caseId, path, body)).status).toBe(404);
    expect(await at.questions(at.clerk)).toEqual([]);
  });

  test('the clerk is asked a whole day later when the hall opens, and is told the month and the question, nothing else', async () => {
    const { caseId } = await at.rated(resident);
    await at.step(at.head, caseId, 'question', { question: QUESTION });
    for (const moment of [MORNING + 60_000, MORNING + DAY_LENGTH - 60_000, instantAt('2026-11-24', '08:00')]) {
      await at.newDay(moment);
      await hall.app.get(Jobs).runNow('rating.ask-clerks');
      expect(await at.questions(at.clerk)).toEqual([]);
    }
    await at.newDay(instantAt('2026-11-25', '09:30'));
    await hall.app.get(Jobs).runNow('rating.ask-clerks');
    await hall.deliver();
    const [question, ...more] = await at.questions(at.clerk);
    expect(question).toEqual({ id: expect.any(String), month: '2026-11', question: QUESTION, answer: null, mayAnswer: true, found: null, appeal: null, mayAppeal: true });
    expect(more).toEqual([]);
    // Ids of this house begin with the time; this one must not.
    expect(question!.id.charAt(14)).toBe('4');
    expect(await at.messages(at.clerk)).toEqual(['有一个问题请您说明']);
    expect(await at.questions(at.leader)).toEqual([]);
    await hall.work((work) => work.execute('DELETE FROM rating_question'));
  });

  test('the question quotes neither the level nor the words nor the day', async () => {
    const { caseId } = await at.rated(resident);
    for (const question of ['有群众给了一星，请说明当时的情况怎么样', '昨天下午发生了什么事情，请详细说明一下', '有人说窗口的小姑娘很不耐烦，请说明一下']) {
      expect((await at.step(at.head, caseId, 'question', { question })).body).toMatchObject({ code: 'RATING_QUESTION_INVALID', fields: [{ path: 'question' }] });
    }
    expect(await hall.dataSource.manager.countBy(RatingQuestion, { caseId })).toBe(0);
  });

  test('the clerk explains and appeals; somebody who gave no verdict sends the case back', async () => {
    const { caseId } = await asked();
    const [question] = await at.questions(at.clerk);
    const say = (who: typeof at.clerk, path: string) => hall.call<{ code?: string; items?: unknown[] }>('POST', `/staff/rating-questions/${question!.id}/${path}`, { ...who, body: { words: '当时系统中断，我向每位群众解释过。' } });
    expect((await say(at.leader, 'answer')).status).toBe(404);
    expect((await say(at.clerk, 'answer')).status).toBe(200);
    expect((await say(at.clerk, 'answer')).body.code).toBe('RATING_ANSWERED_ALREADY');
    await hall.deliver();
    await at.step(at.head, caseId, 'contact', WORDS);
    await at.step(at.head, caseId, 'verify', { verdict: 'valid', ...WORDS });
    expect(await at.questions(at.clerk)).toMatchObject([{ found: 'valid', mayAppeal: true }]);
    expect((await say(at.clerk, 'appeal')).status).toBe(200);
    expect((await say(at.clerk, 'appeal')).body.code).toBe('RATING_OBJECTED_ALREADY');
    await hall.deliver();
    const [objection] = (await at.seen(at.director, caseId)).body.objections;
    const decide = (who: typeof at.head, stands: boolean) => at.step(who, caseId, `objections/${objection!.id}/decide`, { stands, ...WORDS });
    for (const who of [at.head, at.director]) await at.steppedUp(who);
    expect((await decide(at.head, false)).body.code).toBe('RATING_SECOND_PERSON');
    const back = (await decide(at.director, false)).body;
    expect(back).toMatchObject({ state: 'contacted', verdict: null });
    expect(at.owed(back).slice(-2)).toEqual(['rectify dropped', 'verify running']);
    expect(await at.questions(at.clerk)).toMatchObject([{ found: null, appeal: 'sent-back' }]);
    await hall.work((work) => work.execute('DELETE FROM rating_question'));
  });

  test('the resident objects from the phone; the verdict stands when a second person says so, and only once it is asked', async () => {
    const { caseId, invitationId } = await verified('no-basis');
    expect((await at.says(resident, invitationId, 'objection', { words: '监控里看得到，请再查。' })).body.progress).toMatchObject({ mayObject: false });
    expect((await at.says(resident, invitationId, 'objection', { words: '再查一次。' })).body.code).toBe('RATING_OBJECTED_ALREADY');
    const [objection] = (await at.seen(at.leader, caseId)).body.objections;
    await at.steppedUp(at.leader);
    expect((await at.step(at.leader, caseId, `objections/${objection!.id}/decide`, { stands: true, words: '看过监控，维持。' })).body).toMatchObject({ verdict: 'no-basis', objections: [{ state: 'stands' }] });
    expect((await at.progress(resident, invitationId)).steps.at(-1)).toMatchObject({ kind: 'stands', words: '看过监控，维持。' });
  });

  test('somebody who is not content has it worked on again, twice at most; then it closes as it is', async () => {
    const { caseId, invitationId } = await answered();
    for (let round = 0; round < 2; round += 1) {
      expect((await at.says(resident, invitationId, 'revisit', { content: false, words: '没有变化。' })).body.progress).toMatchObject({ state: 'reopened' });
      expect(at.owed((await at.seen(at.head, caseId)).body).at(-1)).toBe('verify running');
      expect((await at.step(at.head, caseId, 'verify', { verdict: 'no-basis', ...WORDS })).status).toBe(200);
      await at.step(at.head, caseId, 'answer', WORDS);
    }
    expect((await at.says(resident, invitationId, 'revisit', { content: false })).body.progress).toMatchObject({ state: 'closed' });
    expect(await at.row({ id: caseId })).toMatchObject({ content: false, reopenings: 2 });
  });

  test('whoever rated by the slip cannot be written to: it is said so; they follow with the code, and no account of the visit sees it', async () => {
    const { code, caseId } = await at.ratedBySlip();
    expect((await at.step(at.head, caseId, 'contact', WORDS)).body.code).toBe('RATING_NOT_REACHABLE');
    expect((await at.step(at.head, caseId, 'no-contact')).body).toMatchObject({ state: 'contacted', reachable: false, steps: [{ kind: 'open' }, { kind: 'no-way' }] });
    await at.step(at.head, caseId, 'verify', { verdict: 'no-basis', ...WORDS });
    await at.step(at.head, caseId, 'answer', WORDS);
    expect((await at.step(at.head, caseId, 'no-revisit', WORDS)).body.code).toBe('RATING_REVISIT_TOO_EARLY');
    const { version } = await at.row({ id: caseId });
    expect((await hall.call<{ progress: { state: string } }>('POST', `/public/slips/${code}/revisit`, { body: { version, content: true } })).body.progress.state).toBe('closed');
  });

  test('nobody who answers the revisit for days is written down as such, and counts as no revisit', async () => {
    const { caseId } = await answered();
    await at.newDay(MORNING + 3 * DAY_LENGTH);
    expect((await at.step(at.head, caseId, 'no-revisit', { words: '三天没有回音。' })).body).toMatchObject({ state: 'closed', unreachable: true, content: null });
    expect((await at.row({ id: caseId })).revisitedAt).toBeNull();
  });

  test('nobody but the one who rated follows or moves the case from a phone', async () => {
    const { invitationId } = await answered();
    const other = await hall.resident();
    for (const path of ['reply', 'objection', 'revisit'] as const) expect((await at.says(other, invitationId, path, path === 'revisit' ? { content: true } : WORDS)).status).toBe(404);
  });

  test('the words of people stand nowhere in the open: not in the rows, not in the events, not in the audit', async () => {
    const { invitationId, caseId } = await verified();
    await at.says(resident, invitationId, 'reply', { words: '我叫张三丰住在光明路' });
    const rows = await hall.dataSource.query('SELECT * FROM rating_case_step');
    const events = await hall.dataSource.manager.find(OutboxEvent);
    const audits = await hall.dataSource.manager.find(AuditEntry);
    expect(JSON.stringify([rows, events, audits])).not.toMatch(/张三丰|不耐烦|了解当时/);
    await at.seen(at.head, caseId);
    expect(await hall.dataSource.manager.existsBy(AuditEntry, { action: 'rating-case.read', subjectId: caseId, actorId: at.head.actor.id })).toBe(true);
  });

  test('while the head is away the B works the case in their name', async () => {
    const { caseId } = await at.rated(resident);
    expect((await at.step(at.leader, caseId, 'contact', WORDS)).body.code).toBe('RATING_CASE_OTHERS');
    await hall.call('POST', '/staff/duty/absences', { ...at.head, key: 'away-1234567890123456', body: { staffId: at.head.actor.id, fromDay: '2026-11-23', toDay: '2026-11-23', substituteId: at.leader.actor.id, reason: '外出开会' } });
    expect((await at.step(at.leader, caseId, 'contact', WORDS)).status).toBe(200);
    expect(await hall.dataSource.manager.existsBy(AuditEntry, { action: 'duty.act-for', subjectId: caseId })).toBe(true);
    await hall.work((work) => work.execute('DELETE FROM duty_absence'));
  });

  test('nobody who watches the public counts sees that a negative rating has just come in', async () => {
    const before = await hall.call('GET', '/public/overdue-counts');
    await at.rated(resident);
    expect((await hall.call('GET', '/public/overdue-counts')).body).toEqual(before.body);
  });

  test('what two people say to each other about a verdict is not told to the person who rated', async () => {
    const { caseId, invitationId } = await proposed();
    await at.steppedUp(at.leader);
    await at.step(at.leader, caseId, 'judge', { agree: true, words: '两人内部商量的话' });
    expect(JSON.stringify(await at.progress(resident, invitationId))).not.toMatch('内部商量');
    expect((await at.progress(resident, invitationId)).found).toMatch('原样保留');
  });

  test('a second case for one rating is never made', async () => {
    const { caseId } = await at.rated(resident);
    await hall.work((work) => work.execute("UPDATE outbox_event SET delivered = 0 WHERE type = 'rating.given'"));
    await hall.deliver();
    expect(await hall.dataSource.manager.countBy(RatingCase, { ratingId: (await at.row({ id: caseId })).ratingId })).toBe(1);
  });
});
