import ExcelJS from 'exceljs';
import type { Worksheet } from 'exceljs';
import { instantAt } from '@hall/shared/kernel/day';
import { Sessions } from '../../platform/auth/sessions.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { AuditEntry } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { DutyActsForList, DutyImportView, DutyMonthView, DutyTodayView } from './duty.dto.ts';
import { DutyRoster } from './duty-roster.ts';

jest.setTimeout(60_000);
const MONTH = '2026-11';
const TODAY = '2026-11-23';
type Staff = Awaited<ReturnType<TestApp['staff']>>;

onEveryDatabase((database) => {
  let hall: TestApp;
  let [clerk, head, sun, qian, zheng]: Staff[] = [];

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [clerk, head, sun, qian, zheng] = [await hall.staff(['clerk']), await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远'), await hall.staff(['leader'], '钱志华'), await hall.staff(['director'], '郑国强')];
  });
  beforeEach(() => hall.clock.set(MORNING));
  afterEach(async () => {
    for (const table of ['duty_shift', 'duty_absence', 'duty_pair']) await hall.work((work) => work.execute(`DELETE FROM ${table}`));
    roster().forget();
  });
  afterAll(() => hall.close());

  const roster = () => hall.app.get(DutyRoster);
  const month = async (who: Staff, of = MONTH) => (await hall.call<DutyMonthView>('GET', `/staff/duty?month=${of}`, who)).body;
  const plan = (who: Staff, shifts: { day: string; leaderId: string | null; version: number | null }[]) => hall.call<DutyMonthView & { code?: string }>('PUT', '/staff/duty', { ...who, body: { month: MONTH, shifts } });
  const shiftOn = async (who: Staff, day = TODAY) => (await month(who)).days.find((each) => each.day === day)!.shift!;
  /** A new day begins with a new sign-in. */
  const newDay = async (day: string, clock: string) => {
    hall.clock.set(instantAt(day, clock));
    for (const who of [head!, sun!, qian!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };
  const leads = (day: string, { actor }: Staff) => ({ day, leaderId: actor.id, version: null });
  const awayToday = (who: Staff, substituteId: string | null) => hall.call<DutyMonthView>('POST', '/staff/duty/absences', { ...who, key: newId(), body: { staffId: who.actor.id, fromDay: TODAY, toDay: TODAY, substituteId, reason: '外出开会' } });
  /** The leader's standing substitute. */
  const pairUp = async (who: Staff, substitute: Staff, version?: string) =>
    hall.call<DutyMonthView & { code?: string }>('PUT', '/staff/duty/pairs', { ...who, body: { version: version ?? (await month(who)).pairsVersion, pairs: [{ staffId: sun!.actor.id, substituteId: substitute.actor.id }] } });
  const today = async () => (await hall.call<DutyTodayView>('GET', '/public/duty/today')).body.onDuty;

  test('the roster is written by those who may, and read by everybody who works here', async () => {
    expect((await plan(clerk!, [leads(TODAY, sun!)])).status).toBe(403);
    expect((await plan(head!, [leads(TODAY, sun!), leads('2026-11-24', qian!)])).status).toBe(200);
    const seen = await month(clerk!);
    expect(seen).toMatchObject({ month: MONTH, today: TODAY, mayEdit: false });
    expect(seen.days).toHaveLength(30);
    expect(seen.days.filter(({ shift }) => shift).map(({ day, shift }) => [day, shift!.leaderName])).toEqual([[TODAY, '孙明远'], ['2026-11-24', '钱志华']]);
    expect(await today()).toEqual({ leaderName: '孙明远', inNameOf: null, post: '经办员', photoUrl: null });
  });

  test('two who write the same day: the second is told to look again; a day gone by is not rewritten', async () => {
    await plan(head!, [leads('2026-11-25', sun!)]);
    expect(await plan(zheng!, [leads('2026-11-25', qian!)])).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(await plan(head!, [leads('2026-11-20', sun!)])).toMatchObject({ status: 409, body: { code: 'DUTY_SHIFT_SETTLED' } });
    expect(await plan(head!, [leads('2026-12-01', sun!)])).toMatchObject({ status: 422, body: { code: 'DUTY_INVALID', fields: [{ path: 'shifts.0.day' }] } });
    expect((await plan(head!, [{ day: '2026-11-25', leaderId: null, version: 1 }])).body.days.find(({ day }) => day === '2026-11-25')!.shift).toBeNull();
  });

  test('while the leader is away the B leads, in the name of the A, and it is written down', async () => {
    await plan(head!, [leads(TODAY, sun!)]);
    expect((await pairUp(head!, qian!)).status).toBe(200);
    expect(await roster().actingFor(hall.hallId, sun!.actor.id, hall.clock.now())).toBe(sun!.actor.id);
    const recorded = await awayToday(sun!, null);
    expect(recorded.body.absences).toMatchObject([{ staffName: '孙明远', substituteName: null, mayCancel: true }]);
    expect(await roster().onDuty(hall.hallId, TODAY)).toMatchObject({ leaderName: '孙明远', actingId: qian!.actor.id, actingName: '钱志华' });
    expect(await today()).toMatchObject({ leaderName: '钱志华', inNameOf: '孙明远' });
    expect(await roster().actsFor(hall.hallId, qian!.actor.id, hall.clock.now())).toEqual([qian!.actor.id, sun!.actor.id]);
    const actsFor = async (who: Staff) => (await hall.call<DutyActsForList>('GET', '/staff/duty/acts-for', who)).body.items;
    expect([await actsFor(qian!), await actsFor(head!)]).toEqual([[{ staffId: sun!.actor.id, name: '孙明远', post: '经办员', until: TODAY }], []]);

    const asB = (ownerId: string) => hall.app.get(UnitOfWork).run(qian!.actor, (work) => roster().actsAs(work, qian!.actor, ownerId, 'some-case'));
    expect([await asB(sun!.actor.id), await asB(head!.actor.id), await asB(qian!.actor.id)]).toEqual([true, false, true]);
    expect(await hall.dataSource.manager.findBy(AuditEntry, { action: 'duty.act-for' })).toMatchObject([{ actorId: qian!.actor.id, subjectId: 'some-case' }]);

    const { id, version } = recorded.body.absences[0]!;
    expect((await hall.call('POST', `/staff/duty/absences/${id}/cancel`, { ...clerk!, body: { version } })).status).toBe(403);
    await hall.call('POST', `/staff/duty/absences/${id}/cancel`, { ...sun!, body: { version } });
    expect(await today()).toMatchObject({ leaderName: '孙明远', inNameOf: null });
  });

  const away = (who: Staff, staff: Staff, fromDay: string, toDay: string, substituteId: string | null = null) =>
    hall.call<DutyMonthView & { code?: string; fields?: { path: string }[] }>('POST', '/staff/duty/absences', { ...who, body: { staffId: staff.actor.id, fromDay, toDay, substituteId, reason: '住院' } });

  test('nobody is away twice on one day, without end, or afterwards by their own word', async () => {
    expect((await away(sun!, sun!, TODAY, '2026-11-25')).status).toBe(200);
    const refusedAt = async (answer: ReturnType<typeof away>) => { const { status, body } = await answer; return [status, body.fields?.[0]?.path]; };
    expect(await refusedAt(away(sun!, sun!, TODAY, '2026-11-25'))).toEqual([422, 'fromDay']);
    expect(await refusedAt(away(head!, sun!, '2026-11-25', '2026-12-01', qian!.actor.id))).toEqual([422, 'fromDay']);
    expect(await refusedAt(away(qian!, qian!, '2026-11-20', TODAY))).toEqual([422, 'fromDay']);
    expect(await refusedAt(away(head!, head!, '2026-11-20', TODAY))).toEqual([422, 'fromDay']);
    expect(await refusedAt(away(qian!, qian!, TODAY, '9999-12-31'))).toEqual([422, 'toDay']);
    expect(await refusedAt(away(qian!, qian!, '2028-01-01', '2028-01-02'))).toEqual([422, 'toDay']);
    expect((await away(head!, qian!, '2026-11-20', TODAY)).status).toBe(200);
    expect((await month(sun!)).absences).toHaveLength(2);
  });

  test('whoever goes away names their standing substitute or nobody; another colleague is named by whoever writes the roster', async () => {
    expect(await away(sun!, sun!, TODAY, TODAY, qian!.actor.id)).toMatchObject({ status: 422, body: { fields: [{ path: 'substituteId' }] } });
    expect(await away(clerk!, clerk!, TODAY, TODAY, sun!.actor.id)).toMatchObject({ status: 422, body: { fields: [{ path: 'substituteId' }] } });
    await pairUp(head!, qian!);
    expect((await away(sun!, sun!, TODAY, TODAY, qian!.actor.id)).status).toBe(200);
    expect((await away(head!, sun!, '2026-11-24', '2026-11-24', zheng!.actor.id)).status).toBe(200);
  });

  test('absences of one person written at the same moment do not both stand', async () => {
    const answers = await Promise.all([away(sun!, sun!, TODAY, '2026-11-25'), away(head!, sun!, '2026-11-24', '2026-11-26', qian!.actor.id), away(zheng!, sun!, '2026-11-25', '2026-11-27')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
    expect((await month(sun!)).absences).toHaveLength(1);
  });

  test('two who write the standing substitutes: the second, who has not seen them, is told to look again', async () => {
    const { pairsVersion } = await month(head!);
    const answers = await Promise.all([pairUp(head!, qian!, pairsVersion), pairUp(zheng!, zheng!, pairsVersion)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await month(head!)).pairs).toHaveLength(1);
    expect((await pairUp(head!, zheng!, pairsVersion)).body.code).toBe('STALE_VERSION');
    expect((await pairUp(head!, zheng!)).body.pairs).toMatchObject([{ substituteName: '郑国强' }]);
  });

  test('a substitute who no longer works here acts for nobody: the standing one does, else the name itself stands', async () => {
    const works = (who: Staff, active: 0 | 1) => hall.work((work) => work.execute('UPDATE staff SET active = ? WHERE id = ?', [active, who.actor.id]));
    const acting = () => roster().actingFor(hall.hallId, sun!.actor.id, hall.clock.now());
    await plan(head!, [leads(TODAY, sun!)]);
    await pairUp(head!, zheng!);
    await away(head!, sun!, TODAY, TODAY, qian!.actor.id);
    expect(await acting()).toBe(qian!.actor.id);
    await works(qian!, 0);
    expect([await acting(), (await roster().onDuty(hall.hallId, TODAY))?.actingName]).toEqual([zheng!.actor.id, '郑国强']);
    await works(zheng!, 0);
    expect(await acting()).toBe(sun!.actor.id);
    await works(sun!, 0);
    expect(await roster().onDuty(hall.hallId, TODAY)).toBeNull();
    for (const who of [qian!, zheng!, sun!]) await works(who, 1);
  });

  test('whoever is back early does not rewrite the days on which the B led', async () => {
    await plan(head!, [leads(TODAY, sun!), leads('2026-11-24', sun!)]);
    await away(head!, sun!, TODAY, '2026-11-25', qian!.actor.id);
    await newDay('2026-11-24', '08:30');
    const [absence] = (await month(sun!)).absences;
    const cancel = (version: number) => hall.call<DutyMonthView & { code?: string }>('POST', `/staff/duty/absences/${absence!.id}/cancel`, { ...sun!, body: { version } });
    const { body } = await cancel(absence!.version);
    expect(body.absences).toMatchObject([{ fromDay: TODAY, toDay: TODAY, mayCancel: false }]);
    expect([(await shiftOn(sun!)).actingName, (await shiftOn(sun!, '2026-11-24')).actingName]).toEqual(['钱志华', null]);
    expect(await cancel(absence!.version + 1)).toMatchObject({ status: 409, body: { code: 'DUTY_ABSENCE_OVER' } });
  });

  test('the B begins nothing once the absence is over', async () => {
    await plan(head!, [leads('2026-11-24', sun!)]);
    await away(head!, sun!, TODAY, TODAY, qian!.actor.id);
    await newDay('2026-11-24', '08:30');
    const { id, version } = await shiftOn(sun!, '2026-11-24');
    expect(await hall.call('POST', `/staff/duty/shifts/${id}/begin`, { ...qian!, body: { version } })).toMatchObject({ status: 403, body: { code: 'DUTY_NOT_YOURS' } });
  });

  test('why somebody is away is told to nobody but them and who writes the roster', async () => {
    await away(sun!, sun!, TODAY, TODAY);
    const told = await Promise.all([clerk!, qian!, sun!, head!].map(async (who) => (await month(who)).absences[0]!.reason));
    expect(told).toEqual(['', '', '住院', '住院']);
  });

  test('only who leads is put on the roster, by the page as by the sheet', async () => {
    expect(await plan(head!, [leads('2026-11-24', sun!), leads('2026-11-25', clerk!)])).toMatchObject({ status: 422, body: { code: 'DUTY_INVALID', fields: [{ path: 'shifts.1.leaderId' }] } });
    expect((await month(head!)).days.filter(({ shift }) => shift)).toEqual([]);
  });

  test('there is no thirteenth month', async () => {
    for (const none of ['2026-13', '2026-00', '0000-00']) expect((await hall.call('GET', `/staff/duty?month=${none}`, clerk!)).status).toBe(404);
  });

  test('somebody else may not be sent away; a retry records an absence once', async () => {
    const body = { staffId: sun!.actor.id, fromDay: TODAY, toDay: TODAY, substituteId: null, reason: '请假' };
    expect((await hall.call('POST', '/staff/duty/absences', { ...clerk!, key: newId(), body })).status).toBe(403);
    const key = newId();
    for (let send = 0; send < 2; send += 1) await hall.call('POST', '/staff/duty/absences', { ...sun!, key, body });
    expect((await month(sun!)).absences).toHaveLength(1);
  });

  test('a shift is begun, handed over with what is open, and cannot be planned anew', async () => {
    await plan(head!, [leads(TODAY, sun!)]);
    const { id, version, actions } = await shiftOn(sun!);
    expect([actions, (await shiftOn(clerk!)).actions]).toEqual([['begin'], []]);
    expect(await hall.call('POST', `/staff/duty/shifts/${id}/begin`, { ...qian!, body: { version } })).toMatchObject({ status: 403, body: { code: 'DUTY_NOT_YOURS' } });
    expect((await hall.call('POST', `/staff/duty/shifts/${id}/begin`, { ...sun!, body: { version } })).status).toBe(200);
    expect(await plan(head!, [{ day: TODAY, leaderId: qian!.actor.id, version: version + 1 }])).toMatchObject({ status: 409, body: { code: 'DUTY_SHIFT_SETTLED' } });
    await newDay('2026-11-24', '08:30');
    expect(await shiftOn(sun!)).toMatchObject({ state: 'on-duty', handOverOwed: true, actions: ['hand-over'] });
    await hall.call('POST', `/staff/duty/shifts/${id}/hand-over`, { ...sun!, body: { version: version + 1, note: '2 号窗口打印机待修' } });
    expect(await shiftOn(sun!)).toMatchObject({ state: 'handed-over', handOverNote: '2 号窗口打印机待修', handOverOwed: false, actions: [] });
  });

  test('a day that nobody began was missed, and is told once', async () => {
    await plan(head!, [leads(TODAY, sun!), leads('2026-11-24', qian!)]);
    await newDay('2026-11-24', '00:10');
    for (let turn = 0; turn < 2; turn += 1) await hall.app.get(Jobs).runNow('duty.close-past-days');
    expect([(await shiftOn(sun!)).state, (await shiftOn(sun!, '2026-11-24')).state]).toEqual(['missed', 'planned']);
    expect(await hall.dataSource.manager.countBy(AuditEntry, { action: 'duty.miss' })).toBe(1);
  });

  test('who stands above whom: the head of the hall, the director, each through whoever acts for them', async () => {
    expect([await roster().headOf(hall.hallId, null), await roster().headOf(hall.hallId, newId()), await roster().director(hall.hallId)]).toEqual([head!.actor.id, head!.actor.id, zheng!.actor.id]);
    await awayToday(zheng!, sun!.actor.id);
    expect(await roster().director(hall.hallId)).toBe(sun!.actor.id);
  });

  /** The sheet of the month, filled in a spreadsheet. */
  const filled = async (change: (sheet: Worksheet) => void): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array((await hall.call<Buffer>('GET', `/staff/duty/months/${MONTH}.xlsx`, head!)).body).buffer);
    change(book.worksheets[0]!);
    return Buffer.from(await book.xlsx.writeBuffer());
  };
  const preview = (bytes: Buffer) => hall.upload<DutyImportView & { code?: string }>('/staff/duty/import', { name: 'roster.xlsx', type: 'application/octet-stream', bytes }, head!);
  /** The first day of the month stands in row 4. */
  const rowOf = (day: number) => 3 + day;

  test('a filled sheet is looked at first, and saved as the plan of the month', async () => {
    await plan(head!, [leads('2026-11-24', sun!), leads('2026-11-25', sun!)]);
    const { status, body } = await preview(await filled((sheet) => {
      sheet.getCell(rowOf(24), 4).value = '钱志华';
      sheet.getCell(rowOf(25), 4).value = null;
      sheet.getCell(rowOf(26), 4).value = '郑国强';
    }));
    expect([status, body.month, body.problems]).toEqual([200, MONTH, []]);
    expect(body.rows.filter(({ change }) => change !== 'same').map(({ day, leaderName, change }) => [day, leaderName, change])).toEqual([['2026-11-24', '钱志华', 'changed'], ['2026-11-25', '', 'removed'], ['2026-11-26', '郑国强', 'new']]);
    expect((await shiftOn(head!, '2026-11-24')).leaderName).toBe('孙明远');
    const saved = await plan(head!, body.rows.map(({ day, leaderId, version }) => ({ day, leaderId, version })));
    expect(saved.body.days.filter(({ shift }) => shift).map(({ day, shift }) => [day, shift!.leaderName])).toEqual([['2026-11-24', '钱志华'], ['2026-11-26', '郑国强']]);
  });

  test('each row that is wrong says which, why and what to do; the right ones stay', async () => {
    const { body } = await preview(await filled((sheet) => {
      sheet.getCell(rowOf(2), 4).value = '孙明远';
      sheet.getCell(rowOf(24), 4).value = '孙大圣';
      sheet.getCell(rowOf(25), 4).value = '王晓梅';
      sheet.getCell(rowOf(26), 1).value = '下周四';
      sheet.getCell(rowOf(27), 1).value = '2026-11-30';
      sheet.getCell(rowOf(28), 1).value = '2026-12-05';
      sheet.getCell(rowOf(29), 4).value = { formula: 'A1', result: '孙明远' };
    }));
    expect(body.problems.map(({ message }) => message)).toEqual([
      '第 5 行的 2026-11-02 已经过去，不能再改', '第 27 行的“孙大圣”不是本厅工作人员，请核对姓名', '第 28 行的“王晓梅”不是带班领导', '第 29 行的“日期”不是日期，请写成 2026-12-07 这样',
      '第 31 行的日期 2026-12-05 不在 2026-11，请分月上传', '第 32 行的“带班领导”是公式或错误值，请改成文字', '第 33 行的日期 2026-11-30 在前面已经有了，请删除其中一行',
    ]);
    expect(body.rows.filter(({ change }) => change !== 'same')).toEqual([]);
  });

  test('a sheet that is none is refused as a whole', async () => {
    expect(await preview(Buffer.from('not a sheet'))).toMatchObject({ status: 415, body: { code: 'WORKBOOK_NOT_XLSX' } });
    expect(await preview(await filled((sheet) => { sheet.getCell('A3').value = '日子'; }))).toMatchObject({ status: 422, body: { code: 'WORKBOOK_COLUMNS_MISSING' } });
    expect((await hall.call('GET', '/staff/duty/months/2026-13.xlsx', head!)).status).toBe(404);
  });
});
