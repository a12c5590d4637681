import ExcelJS from 'exceljs';
import { addDays, instantAt } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { CalendarYear, OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { DutyService } from '../duty/duty.service.ts';
import { DeadlineSweep } from './deadline-sweep.ts';
import { Deadline, DeadlineRuleVersion, DeadlineSuperior } from './deadline.entity.ts';
import type { DeadlineList, DeadlineRuleList, DeadlineView, OverdueCountList } from './deadlines.dto.ts';
import { Deadlines, type DeadlineWish } from './deadlines.ts';

jest.setTimeout(60_000);
type Staff = Awaited<ReturnType<TestApp['staff']>>;

onEveryDatabase((database) => {
  let hall: TestApp;
  let [clerk, other, head, leader, director]: Staff[] = [];
  let subject = 0;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [clerk, other, head, leader, director] = [await hall.staff(['clerk']), await hall.staff(['clerk'], '李文静'), await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远'), await hall.staff(['director'], '郑国强')];
  });
  beforeEach(() => hall.clock.set(MORNING));
  afterEach(async () => {
    for (const table of ['deadline_superior', 'deadline_pause', 'deadline', 'outbox_event', 'duty_shift', 'duty_absence', 'duty_pair', 'deadline_rule']) await hall.work((work) => work.execute(`DELETE FROM ${table}`));
  });
  afterAll(() => hall.close());

  const deadlines = () => hall.app.get(Deadlines);
  const sweep = () => hall.app.get(DeadlineSweep).sweep();
  /** Monday 09:00, five working days: due on Monday the 30th at 17:00. */
  const open = async (more: Partial<DeadlineWish> = {}) => {
    const subjectId = `s${(subject += 1)}`;
    await hall.work((work) => deadlines().open(work, { hallId: hall.hallId, subjectKind: 'suggestion', subjectId, step: 'reply', ownerId: clerk!.actor.id, departmentId: null, title: `意见 ${subjectId}`, ruleCode: 'suggestion.reply', from: work.now, ...more }));
    return { kind: 'suggestion', id: more.subjectId ?? subjectId };
  };
  const rowOf = (id: string) => hall.dataSource.manager.findOneByOrFail(Deadline, { subjectId: id });
  const seen = async (id: string): Promise<DeadlineView> => (await deadlines().of('suggestion', [id], leader!.actor)).get(id)!.at(-1)!;
  const told = async () => (await hall.dataSource.manager.find(OutboxEvent, { order: { at: 'ASC', id: 'ASC' } })).filter(({ type }) => /^deadline\.(warned|overdue|escalated|awaiting)/.test(type));
  const heard = async () => (await told()).map(({ type, payload }) => {
    const { level, staffId } = JSON.parse(payload) as { level?: number; staffId: string };
    return [type.slice(9), level ?? staffId];
  });
  /** A new day begins with a new sign-in. */
  const newDay = async (day: string, clock: string) => {
    hall.clock.set(instantAt(day, clock));
    for (const who of [clerk!, other!, head!, leader!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };
  const onRoster = (day: string, leaderId: string) => hall.app.get(DutyService).plan(head!.actor, { month: day.slice(0, 7), shifts: [{ day, leaderId, version: null }] });

  test('the owner is warned, then superiors are added one after the other, each once, and the owner stays', async () => {
    const { id } = await open();
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) await onRoster(day, leader!.actor.id);
    expect(await sweep()).toBe(0);
    hall.clock.set(instantAt('2026-11-27', '09:01'));
    for (let turn = 0; turn < 3; turn += 1) await sweep();
    expect(await heard()).toEqual([['warned', clerk!.actor.id]]);

    hall.clock.set(instantAt('2026-11-30', '17:01'));
    for (let turn = 0; turn < 3; turn += 1) await sweep();
    expect(await heard()).toEqual([['warned', clerk!.actor.id], ['overdue', clerk!.actor.id], ['escalated', 1]]);
    hall.clock.set(instantAt('2026-12-01', '17:01'));
    for (let turn = 0; turn < 2; turn += 1) await sweep();
    hall.clock.set(instantAt('2026-12-03', '17:01'));
    for (let turn = 0; turn < 2; turn += 1) await sweep();
    expect((await heard()).slice(3)).toEqual([['escalated', 2], ['escalated', 3]]);

    const view = await seen(id);
    expect(view).toMatchObject({ ownerName: '王晓梅', overdue: true, level: 3, levelLabel: '局长', daysLate: 3, stateLabel: '已超期', actions: [] });
    expect(view.superiors.map(({ level, name }) => [level, name])).toEqual([[1, '周建平'], [2, '孙明远'], [3, '郑国强']]);
    expect((await rowOf(id)).nextAt).toBeNull();
  });

  test('nobody stops their own clock, nor that of a colleague they act for; a stopped one is never late', async () => {
    const stop = async (who: Staff, id: string) => {
      const { id: deadlineId, version } = await rowOf(id);
      return (await hall.call<DeadlineView & { code?: string }>('POST', `/staff/deadlines/${deadlineId}/pause`, { ...who, body: { reason: 'system-outage', version } })).body;
    };
    const mine = await open({ ownerId: head!.actor.id });
    expect(await stop(head!, mine.id)).toMatchObject({ code: 'DEADLINE_OWN' });
    expect(await seen(mine.id)).toMatchObject({ state: 'running' });
    const colleagues = await open();
    await hall.app.get(DutyService).recordAbsence(head!.actor, { staffId: clerk!.actor.id, fromDay: '2026-11-23', toDay: '2026-11-23', substituteId: head!.actor.id, reason: '培训' }, null);
    expect(await stop(head!, colleagues.id)).toMatchObject({ code: 'DEADLINE_OWN' });
    const offered = async (who: Staff) => (await hall.call<DeadlineList>('GET', '/staff/deadlines?scope=all', who)).body.items.filter(({ subjectId }) => [mine.id, colleagues.id].includes(subjectId)).map(({ actions }) => actions);
    expect([await offered(head!), await offered(leader!)]).toEqual([[['extend'], ['extend']], [['extend', 'pause'], ['extend', 'pause']]]);
    expect(await stop(leader!, mine.id)).toMatchObject({ state: 'paused' });
  });

  test('two who give more time at once give it once', async () => {
    const { id } = await open();
    const { id: deadlineId, version } = await rowOf(id);
    const answers = await Promise.all([head!, leader!].map((who) => hall.call('POST', `/staff/deadlines/${deadlineId}/extend`, { ...who, body: { workingDays: 5, reason: '要现场核实', version } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await rowOf(id)).toMatchObject({ extraDays: 5 });
  });

  test('of rules set at the same moment the later ones are told to look again; half a ladder is none', async () => {
    const set = (more: object) => hall.call<DeadlineRuleList & { code?: string; fields?: { path: string }[] }>('PUT', '/staff/deadline-rules/fund.pay', { ...leader!, body: { inForceFrom: '2026-12-30', workingDays: null, warnDays: 1, leaderAfter: 1, directorAfter: 3, extensionDays: 0, basis: '约定', ...more } });
    const answers = await Promise.all(Array.from({ length: 4 }, () => set({})));
    expect(answers.filter(({ status, body }) => status !== 200 && body.code !== 'STALE_VERSION')).toEqual([]);
    const versions = (await hall.dataSource.manager.find(DeadlineRuleVersion)).map(({ ruleVersion }) => ruleVersion).sort();
    expect(versions).toEqual(Array.from({ length: answers.filter(({ status }) => status === 200).length }, (_, at) => at + 1));
    expect(await set({ directorAfter: null })).toMatchObject({ status: 422, body: { code: 'DEADLINE_RULE_INVALID', fields: [{ path: 'directorAfter' }] } });
  });

  test('a house that slept through the whole ladder makes up for it in one go, in order', async () => {
    const { id } = await open();
    hall.clock.set(instantAt('2026-12-11', '10:00'));
    await sweep();
    await sweep();
    expect(await heard()).toEqual([['overdue', clerk!.actor.id], ['escalated', 1], ['escalated', 2], ['escalated', 3]]);
    // Nobody was on the roster: the director hears in the leader's place.
    const superiors = await hall.dataSource.manager.find(DeadlineSuperior, { where: { deadlineId: (await rowOf(id)).id }, order: { level: 'ASC' } });
    expect(superiors.map((each) => each.staffId)).toEqual([head!.actor.id, director!.actor.id, director!.actor.id]);
  });

  test('two processes that sweep at the same moment tell once', async () => {
    await open();
    hall.clock.set(instantAt('2026-12-11', '10:00'));
    await Promise.allSettled([hall.app.get(Jobs).runNow('deadlines.sweep'), sweep(), sweep()]);
    await sweep();
    expect((await heard()).filter(([type]) => type === 'escalated')).toHaveLength(3);
    expect((await heard()).filter(([type]) => type === 'overdue')).toHaveLength(1);
  });

  test('one deadline stands for a subject and step: opening again answers it, and after it is met a new one begins', async () => {
    const subjectOne = await open();
    await open({ subjectId: subjectOne.id });
    expect((await deadlines().of('suggestion', [subjectOne.id])).get(subjectOne.id)).toHaveLength(1);
    await hall.work((work) => deadlines().meet(work, subjectOne, 'reply'));
    await hall.work((work) => deadlines().meet(work, subjectOne, 'reply'));
    expect(await seen(subjectOne.id)).toMatchObject({ state: 'met', overdue: false });
    await open({ subjectId: subjectOne.id });
    expect((await deadlines().of('suggestion', [subjectOne.id])).get(subjectOne.id)!.map(({ state }) => state)).toEqual(['met', 'running']);
  });

  test('what is answered after its day is answered late, and says so for good', async () => {
    const one = await open();
    hall.clock.set(instantAt('2026-12-01', '09:00'));
    await hall.work((work) => deadlines().meet(work, one, 'reply'));
    hall.clock.set(instantAt('2026-12-20', '09:00'));
    expect(await seen(one.id)).toMatchObject({ state: 'met-late', stateLabel: '超期办结', daysLate: 1, overdue: false });
  });

  test('waiting for the resident stops the clock, and the days it stood are given back', async () => {
    const one = await open();
    await hall.work((work) => deadlines().pause(work, one, 'reply', 'waiting-for-resident'));
    expect(await seen(one.id)).toMatchObject({ state: 'paused', dueAt: null, pausedFor: '等待群众补充', actions: ['resume'] });
    hall.clock.set(instantAt('2026-12-18', '09:00'));
    expect(await sweep()).toBe(0);
    await hall.work((work) => deadlines().resume(work, one, 'reply'));
    // From the 23rd to the 18th nothing was counted.
    expect(await seen(one.id)).toMatchObject({ state: 'running', dueAt: instantAt('2026-12-25', '17:00'), overdue: false });
  });

  test('a clock stopped by hand runs on by itself after two weeks, and is stopped twice at the most; the matter itself may stop it again', async () => {
    const one = await open();
    const hand = async (path: 'pause' | 'resume') => {
      const { id, version } = await rowOf(one.id);
      return (await hall.call<DeadlineView & { code?: string }>('POST', `/staff/deadlines/${id}/${path}`, { ...leader!, body: { version, ...(path === 'pause' ? { reason: 'other-department' } : {}) } })).body;
    };
    expect(await hand('pause')).toMatchObject({ state: 'paused' });
    hall.clock.set(instantAt('2026-12-06', '09:00'));
    expect([await sweep(), (await seen(one.id)).state]).toEqual([0, 'paused']);
    await newDay('2026-12-07', '09:01');
    await sweep();
    expect(await seen(one.id)).toMatchObject({ state: 'running', dueAt: instantAt('2026-12-14', '17:00') });
    expect([(await hand('pause')).state, (await hand('resume')).state]).toEqual(['paused', 'running']);
    expect(await hand('pause')).toMatchObject({ code: 'DEADLINE_PAUSED_OFTEN' });
    const { id: deadlineId } = await rowOf(one.id);
    expect((await hall.call<DeadlineList>('GET', '/staff/deadlines?scope=all', leader!)).body.items.find(({ id }) => id === deadlineId)!.actions).toEqual(['extend']);
    await hall.work((work) => deadlines().pause(work, one, 'reply', 'waiting-for-resident'));
    expect(await seen(one.id)).toMatchObject({ state: 'paused' });
  });

  test('a leader gives more time once, within the rule, with a reason everybody sees', async () => {
    const { id } = await open();
    const { id: deadlineId } = await seen(id);
    const extend = (token: string, workingDays: number, reason: string, version: number) => hall.call<DeadlineView & { code?: string }>('POST', `/staff/deadlines/${deadlineId}/extend`, { token, body: { workingDays, reason, version } });
    expect((await extend(clerk!.token, 2, '要现场核实', 1)).status).toBe(403);
    expect(await extend(leader!.token, 11, '要现场核实', 1)).toMatchObject({ status: 422, body: { code: 'DEADLINE_EXTENSION_INVALID', fields: [{ path: 'workingDays' }] } });
    expect(await extend(leader!.token, 2, '要现场核实', 1)).toMatchObject({ status: 200, body: { dueAt: instantAt('2026-12-02', '17:00'), extension: { workingDays: 2, reason: '要现场核实', byName: '孙明远' }, actions: ['pause'], version: 2 } });
    expect(await extend(leader!.token, 2, '还要核实', 1)).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(await extend(leader!.token, 2, '还要核实', 2)).toMatchObject({ status: 409, body: { code: 'DEADLINE_EXTENDED_ALREADY' } });
  });

  test('what is late cannot be stopped or given more time', async () => {
    const { id } = await open();
    await newDay('2026-12-01', '09:00');
    const { id: deadlineId, version } = await seen(id);
    expect(await hall.call('POST', `/staff/deadlines/${deadlineId}/pause`, { token: head!.token, body: { reason: 'other-department', version } })).toMatchObject({ status: 409, body: { code: 'DEADLINE_OVERDUE' } });
    expect(await hall.call('POST', `/staff/deadlines/${deadlineId}/extend`, { token: head!.token, body: { workingDays: 1, reason: '来不及', version } })).toMatchObject({ status: 409, body: { code: 'DEADLINE_OVERDUE' } });
  });

  test('a day nobody can know yet refuses nobody: it waits, raises the alarm, and is set when the year is loaded', async () => {
    await hall.work((work) => work.execute('DELETE FROM calendar_year WHERE year = 2027'));
    hall.app.get(OfficialCalendar).forget();
    hall.clock.set(instantAt('2026-12-30', '09:00'));
    const { id } = await open();
    expect(await seen(id)).toMatchObject({ state: 'awaiting-calendar', stateLabel: '等待工作日历', dueAt: null, overdue: false });
    expect(await hall.app.get(DeadlineSweep).computeAwaited()).toBe(0);
    expect(hall.app.get(DeadlineSweep).awaiting).toBe(1);
    expect((await told()).map(({ type }) => type)).toEqual(['deadline.awaiting-calendar']);

    await hall.work((work) => work.add(CalendarYear, { year: 2027, provisional: false, source: 'test', loadedAt: work.now }));
    hall.app.get(OfficialCalendar).forget();
    await hall.app.get(Jobs).runNow('deadlines.awaiting-calendar');
    expect(hall.app.get(DeadlineSweep).awaiting).toBe(0);
    expect(await seen(id)).toMatchObject({ state: 'running', dueAt: instantAt('2027-01-06', '17:00') });
  });

  test("while A is away, A's work is shown to B and the warning goes to B; it stays A's", async () => {
    await open();
    const away = { staffId: clerk!.actor.id, fromDay: '2026-11-25', toDay: '2026-11-27', substituteId: other!.actor.id, reason: '培训' };
    expect((await hall.call('POST', '/staff/duty/absences', { token: head!.token, key: newId(), body: away })).status).toBe(200);
    const mine = async ({ token }: Staff) => (await hall.call<DeadlineList>('GET', '/staff/deadlines', { token })).body.items;
    expect([await mine(clerk!), await mine(other!)].map((items) => items.length)).toEqual([1, 0]);
    await newDay('2026-11-27', '09:01');
    expect((await mine(other!))[0]).toMatchObject({ ownerName: '王晓梅', actingName: '李文静' });
    await sweep();
    expect(await heard()).toEqual([['warned', other!.actor.id]]);
    await newDay('2026-11-28', '09:00');
    expect(await mine(other!)).toEqual([]);
  });

  test('a new rule holds from its day; what began before keeps the days it was promised', async () => {
    const before = await open();
    const rule = { inForceFrom: '2026-11-24', workingDays: 2, warnDays: 1, leaderAfter: 1, directorAfter: 2, extensionDays: 1, basis: '{n} 个工作日内答复' };
    expect((await hall.call('PUT', '/staff/deadline-rules/suggestion.reply', { token: clerk!.token, body: rule })).status).toBe(403);
    expect(await hall.call('PUT', '/staff/deadline-rules/suggestion.reply', { token: head!.token, body: { ...rule, inForceFrom: '2026-11-23' } })).toMatchObject({ status: 422, body: { code: 'DEADLINE_RULE_INVALID' } });
    const set = await hall.call<DeadlineRuleList>('PUT', '/staff/deadline-rules/suggestion.reply', { token: head!.token, body: rule });
    expect(set.body.items.find(({ code }) => code === 'suggestion.reply')).toMatchObject({ version: 0, workingDays: 5, coming: { version: 1, inForceFrom: '2026-11-24', workingDays: 2 } });
    hall.clock.set(instantAt('2026-11-24', '09:00'));
    const after = await open();
    expect([(await seen(before.id)).dueAt, (await seen(after.id)).dueAt]).toEqual([instantAt('2026-11-30', '17:00'), instantAt('2026-11-26', '17:00')]);
    expect((await seen(after.id)).basis).toBe('2 个工作日内答复');
  });

  test('a leader sees everything late and whose it is, and takes it along as a sheet; a clerk sees only what is theirs', async () => {
    const one = await open();
    await open({ ownerId: other!.actor.id, ruleCode: 'rights.service', step: 'service' });
    await newDay('2026-12-01', '09:00');
    await sweep();
    const list = async (token: string, scope: string) => hall.call<DeadlineList>('GET', `/staff/deadlines?scope=${scope}`, { token });
    expect((await list(clerk!.token, 'all')).status).toBe(403);
    expect((await list(leader!.token, 'overdue')).body.items.map(({ subjectId }) => subjectId)).toEqual([one.id]);
    expect((await list(leader!.token, 'escalated')).body.items.map(({ subjectId }) => subjectId)).toEqual([one.id]);
    expect((await list(leader!.token, 'all')).body.items).toHaveLength(2);
    expect(await Promise.all([head!, leader!, clerk!].map(async ({ token }) => (await list(token, 'reported')).body.items.map(({ subjectId }) => subjectId)))).toEqual([[one.id], [], []]);
    const sheet = await hall.call<Buffer>('GET', '/staff/deadlines/list.xlsx?scope=all', { token: leader!.token });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(sheet.body).buffer);
    expect([4, 5].map((row) => book.worksheets[0]!.getCell(row, 3).text)).toEqual(['王晓梅', '李文静']);
    expect((await hall.call<OverdueCountList>('GET', '/public/overdue-counts')).body).toMatchObject({ open: 2, overdue: 1, items: [{ code: 'suggestion.reply', open: 1, overdue: 1 }, { code: 'rights.service', open: 1, overdue: 0 }] });
  });

  test('what changes hands keeps its day, and what nobody owes any more is not late', async () => {
    const one = await open();
    await hall.work((work) => deadlines().reassign(work, one, other!.actor.id));
    expect(await seen(one.id)).toMatchObject({ ownerName: '李文静', dueAt: instantAt('2026-11-30', '17:00') });
    await hall.app.get(UnitOfWork).run(system('test'), (work) => deadlines().drop(work, one, 'withdrawn'));
    hall.clock.set(instantAt(addDays('2026-11-30', 5), '09:00'));
    expect(await sweep()).toBe(0);
    expect(await seen(one.id)).toMatchObject({ state: 'dropped', overdue: false, level: 0 });
  });
});
