import ExcelJS from 'exceljs';
import { instantAt } from '@hall/shared/kernel/day';
import { Sessions } from '../../platform/auth/sessions.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { DeadlineList } from '../deadlines/deadlines.dto.ts';
import { Department } from '../hall/hall.entity.ts';
import { People } from '../identity/people.ts';
import type { FundBatchList, FundBatchView, FundImportView, FundWishInput, PublishedFundsView } from './fund.dto.ts';
import type { RelayAddressBookView, RelayInput, RelayList, RelayView, TimelinessView } from './relay.dto.ts';
import type { MyRightsList, MyRightsView, RightsOpenedView, RightsRowList, StaffRightsView } from './rights.dto.ts';
import { RightsCase } from './rights.entity.ts';

jest.setTimeout(60_000);
type Staff = Awaited<ReturnType<TestApp['staff']>>;
type Answered<T> = T & { code?: string };
const ZHANG = { name: '张秀英', citizenId: '420606195003150023' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

onEveryDatabase((database) => {
  let hall: TestApp;
  let [wang, li, zhou, wu, sun, director]: Staff[] = [];
  let departments: string[];

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [wang, li, zhou, wu, sun, director] = [await hall.staff(['clerk'], '王晓梅'), await hall.staff(['clerk'], '李文静'), await hall.staff(['head'], '周建平'), await hall.staff(['head'], '吴秀芳'), await hall.staff(['leader'], '孙明远'), await hall.staff(['director'], '郑国强')];
    departments = [(await hall.dataSource.manager.find(Department))[0]!.id, newId()];
    await hall.work(async (work) => {
      await work.add(Department, { id: departments[1]!, hallId: hall.hallId, name: '待遇核定科', phone: null, position: 2 });
      for (const [who, at] of [[wang, 0], [zhou, 0], [li, 1], [wu, 1]] as const) await work.execute('UPDATE staff SET department_id = ? WHERE id = ?', [departments[at]!, who!.actor.id]);
    });
  });
  beforeEach(() => at('2026-11-23', '09:00'));
  afterEach(async () => {
    for (const table of ['relay_receipt', 'relay', 'rights_step', 'rights_case', 'fund_failure', 'fund_batch', 'deadline_superior', 'deadline_pause', 'deadline', 'duty_absence']) await hall.work((work) => work.execute(`DELETE FROM ${table}`));
  });
  afterAll(() => hall.close());

  /** A new day begins with new sign-ins. */
  const at = async (day: string, clock: string) => {
    hall.clock.set(instantAt(day, clock));
    for (const who of [wang!, li!, zhou!, wu!, sun!, director!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };
  const ask = <T>(who: Staff | undefined, method: 'GET' | 'POST', path: string, body?: object) => hall.call<Answered<T>>(method, `/staff${path}`, { token: who!.token, ...(method === 'POST' ? { body: body ?? {}, key: newId() } : {}) });
  const passTime = async () => {
    await hall.app.get(Jobs).runNow('deadlines.sweep');
    await hall.deliver();
  };
  const timeliness = async () => (await hall.call<TimelinessView>('GET', '/public/timeliness')).body;

  describe('a message that must reach people', () => {
    const message = (more: Partial<RelayInput> = {}): RelayInput => ({ title: '明天 8:40 晨会', words: '请提前到，讲新的缴费档次。', link: null, departmentIds: [], roles: [], staffIds: [], ...more });
    const send = async (more: Partial<RelayInput>, by = sun) => (await ask<RelayView>(by, 'POST', '/relays', message(more))).body;
    const read = async (who: Staff | undefined) => (await ask<RelayList>(who, 'GET', '/relays')).body;
    const acknowledge = (who: Staff | undefined, id: string) => ask<RelayView>(who, 'POST', `/relays/${id}/acknowledge`);

    test('reaches each of a department and a role once, lies in their inbox, and shows who has not read it yet', async () => {
      const { id, recipients } = await send({ departmentIds: [departments[0]!], roles: ['head'], staffIds: [wang!.actor.id] });
      expect(recipients).toBe(3);
      await hall.deliver();
      expect((await ask<{ items: { title: string; link: string }[] }>(wang, 'GET', '/inbox')).body.items[0]).toMatchObject({ title: '有一条信息传达请签收', link: `/relays/${id}` });
      expect(await read(wang)).toMatchObject({ owed: 1, items: [{ id, mine: true, sentByName: '孙明远', receipts: [], dueAt: instantAt('2026-11-24', '17:00') }] });
      await Promise.all([acknowledge(wang, id), acknowledge(wang, id), acknowledge(wang, id)]);
      expect((await read(wang)).owed).toBe(0);
      const { receipts, acknowledged } = (await ask<RelayView>(sun, 'GET', `/relays/${id}`)).body;
      expect([acknowledged, receipts.filter(({ state }) => state === 'owed').map(({ name }) => name).sort()]).toEqual([1, ['吴秀芳', '周建平']]);
    });

    test('is not there for whom it was not meant, and only those who may send it see the list', async () => {
      const { id } = await send({ staffIds: [wang!.actor.id] });
      expect([(await ask(li, 'GET', `/relays/${id}`)).status, (await acknowledge(li, id)).status, (await ask(li, 'GET', '/relays/sent')).status]).toEqual([404, 404, 403]);
      expect((await ask<RelayList>(zhou, 'GET', '/relays/sent')).body.items).toHaveLength(1);
      expect((await ask<RelayView>(sun, 'POST', '/relays', message())).body).toMatchObject({ code: 'RELAY_INVALID' });
      expect((await ask<RelayAddressBookView>(zhou, 'GET', '/relays/address-book')).body.roles).toEqual(expect.arrayContaining([{ id: 'clerk', label: '窗口人员', people: 2 }]));
    });

    test('climbs to the head, the leader on duty and the director when nobody acknowledges it', async () => {
      await send({ staffIds: [wang!.actor.id, li!.actor.id] });
      await acknowledge(li, (await read(li)).items[0]!.id);
      await at('2026-11-27', '18:00');
      await passTime();
      const owed = (await ask<DeadlineList>(sun, 'GET', '/deadlines?scope=overdue')).body.items;
      expect(owed).toMatchObject([{ title: '签收：明天 8:40 晨会', ownerName: '王晓梅', level: 3, superiors: [{ name: '周建平' }, { name: '郑国强' }, { name: '郑国强' }] }]);
      expect((await timeliness()).relays).toEqual({ n: 2, inTime: 1, rate: 0.5 });
      await acknowledge(wang, (await read(wang)).items[0]!.id);
      await hall.deliver();
      expect((await timeliness()).relays).toEqual({ n: 2, inTime: 1, rate: 0.5 });
    });

    test('is acknowledged by B while A is away, in A’s name', async () => {
      expect((await ask(zhou, 'POST', '/duty/absences', { staffId: wang!.actor.id, fromDay: '2026-11-23', toDay: '2026-11-24', substituteId: li!.actor.id, reason: '培训' })).status).toBe(200);
      const { id } = await send({ staffIds: [wang!.actor.id] });
      await hall.deliver();
      expect((await ask<{ items: { link: string }[] }>(li, 'GET', '/inbox')).body.items.filter(({ link }) => link === `/relays/${id}`)).toHaveLength(1);
      expect((await read(li)).owed).toBe(1);
      await acknowledge(li, id);
      expect((await ask<RelayView>(sun, 'GET', `/relays/${id}`)).body.receipts).toMatchObject([{ name: '王晓梅', state: 'acknowledged', acknowledgedByName: '李文静' }]);
    });

    test('is asked for again once a day of those alone who have not read it, through the notification room', async () => {
      const remind = (who: Staff | undefined) => ask<RelayView>(who, 'POST', `/relays/${id}/remind`);
      const reminders = async (who: Staff | undefined) => (await ask<{ items: { title: string; link: string }[] }>(who, 'GET', '/inbox')).body.items.filter(({ title, link }) => title === '信息传达催您签收' && link === `/relays/${id}`).length;
      const { id } = await send({ staffIds: [wang!.actor.id, li!.actor.id, zhou!.actor.id] });
      await acknowledge(li, id);
      expect((await remind(wang)).status).toBe(403);
      expect((await ask(zhou, 'POST', '/duty/absences', { staffId: wang!.actor.id, fromDay: '2026-11-23', toDay: '2026-11-23', substituteId: wu!.actor.id, reason: '培训' })).status).toBe(200);
      const [first, second] = await Promise.all([remind(sun), remind(sun)]);
      expect([first, second].map(({ status }) => status).sort()).toEqual([200, 409]);
      expect([first, second].find(({ status }) => status === 200)!.body).toMatchObject({ remindable: 0, receipts: expect.arrayContaining([expect.objectContaining({ name: '王晓梅', remindedOn: '2026-11-23' }), expect.objectContaining({ name: '李文静', remindedOn: null })]) });
      await hall.deliver();
      expect(await Promise.all([wang, li, zhou, wu].map(reminders))).toEqual([0, 0, 1, 1]);
      await at('2026-11-24', '09:00');
      expect((await ask<RelayView>(sun, 'GET', `/relays/${id}`)).body.remindable).toBe(2);
      await acknowledge(zhou, id);
      await remind(sun);
      await hall.deliver();
      expect(await Promise.all([wang, zhou].map(reminders))).toEqual([1, 1]);
      const audits = await hall.dataSource.query("SELECT detail FROM audit_entry WHERE action = 'relay.remind' AND subject_id = ? ORDER BY at", [id]);
      expect(audits.map(({ detail }: { detail: string | object }) => (typeof detail === 'string' ? JSON.parse(detail) : detail))).toEqual([{ readers: 2 }, { readers: 1 }]);
      await acknowledge(wang, id);
      expect((await remind(sun)).body).toMatchObject({ code: 'RELAY_NOBODY_TO_REMIND' });
    });

    test('is owed by nobody once its sender has withdrawn it', async () => {
      const { id, version } = await send({ roles: ['clerk'] });
      expect((await ask(zhou, 'POST', `/relays/${id}/withdraw`, { version })).status).toBe(404);
      expect((await ask<RelayView>(sun, 'POST', `/relays/${id}/withdraw`, { version })).body).toMatchObject({ withdrawn: true, recipients: 0 });
      expect([(await read(wang)).owed, (await ask<DeadlineList>(sun, 'GET', '/deadlines?scope=all')).body.items]).toEqual([0, []]);
      expect((await timeliness()).relays.n).toBe(0);
    });
  });

  describe('somebody’s rights', () => {
    const request = { topic: 'benefit', words: '十月份的养老金少发了一百块', name: null, phone: '13900001111' };
    const asResident = <T>(who: { token: string }, method: 'GET' | 'POST', path: string, body?: object) => hall.call<Answered<T>>(method, `/resident/rights${path}`, { token: who.token, ...(body ? { body, key: newId() } : {}) });
    const step = async (who: Staff | undefined, id: string, action: string, words = '已办') => {
      const { version } = (await ask<StaffRightsView>(who, 'GET', `/rights/${id}`)).body;
      return ask<StaffRightsView>(who, 'POST', `/rights/${id}/steps`, { action, words, version: version ?? 1 });
    };
    const owing = async (id: string) => (await ask<StaffRightsView>(sun, 'GET', `/rights/${id}`)).body.deadlines.map(({ step: name, state }) => [name, state]);

    test('are asked for from the phone, worked on step by step by a named owner, and the person says when it is done', async () => {
      const person = await hall.resident(ZHANG);
      const opened = (await asResident<MyRightsView>(person, 'POST', '', request)).body;
      expect(opened).toMatchObject({ state: 'opened', ownerLine: '周建平 经办员', dueAt: instantAt('2026-11-24', '17:00'), actions: ['withdraw'], steps: [{ label: '提出求助', byName: '本人' }] });
      await hall.deliver();
      expect((await ask<{ items: { title: string; link: string }[] }>(zhou, 'GET', '/inbox')).body.items.filter(({ link }) => link === `/rights/${opened.id}`)).toMatchObject([{ title: '一件维权交到您手上' }]);
      await step(zhou, opened.id, 'contact', '电话联系，核对了存折');
      await step(zhou, opened.id, 'note', '怀疑是基数录错，先查内网');
      await step(zhou, opened.id, 'serve', '已提请基金科核对');
      await step(zhou, opened.id, 'resolve', '系统基数录错，已补发 100 元');
      expect(await owing(opened.id)).toEqual([['rights.contact', 'met'], ['rights.service', 'met']]);
      const seen = (await asResident<MyRightsView>(person, 'GET', `/${opened.id}`)).body;
      expect(seen.steps.map(({ label }) => label)).toEqual(['提出求助', '联系本人', '开始办理', '答复结果']);
      expect((await asResident(person, 'POST', `/${opened.id}/steps`, { action: 'reopen', words: '', version: seen.version })).body).toMatchObject({ code: 'RIGHTS_WORDS_NEEDED' });
      const again = (await asResident<MyRightsView>(person, 'POST', `/${opened.id}/steps`, { action: 'reopen', words: '九月的还没有补', version: seen.version })).body;
      expect([again.state, (await owing(opened.id)).slice(2)]).toEqual(['reopened', [['rights.contact', 'running'], ['rights.service', 'running']]]);
      await step(zhou, opened.id, 'serve', '九月的一并核对');
      const { version } = (await step(zhou, opened.id, 'resolve', '九月的也补了')).body;
      expect((await asResident<MyRightsView>(person, 'POST', `/${opened.id}/steps`, { action: 'confirm', words: '', version })).body).toMatchObject({ state: 'confirmed', actions: [] });
      await hall.deliver();
      expect((await timeliness()).rights).toEqual({ n: 1, inTime: 1, rate: 1 });
      expect((await hall.call<{ items: { title: string }[] }>('GET', '/resident/inbox', { token: person.token })).body.items.map(({ title }) => title)).toContain('您的维权有答复了');
    });

    test('are known to the owner, their head and the leaders, and to nobody else who works there', async () => {
      const person = await hall.resident(ZHANG);
      const { id } = (await asResident<MyRightsView>(person, 'POST', '', request)).body;
      const { version } = (await ask<StaffRightsView>(zhou, 'GET', `/rights/${id}`)).body;
      expect((await ask<RightsOpenedView>(zhou, 'POST', `/rights/${id}/assign`, { ownerId: wang!.actor.id, version })).status).toBe(200);
      const seen = await Promise.all([wang, li, zhou, wu, sun, director].map(async (who) => [(await ask(who, 'GET', `/rights/${id}`)).status, (await ask<RightsRowList>(who, 'GET', '/rights')).body.items.length]));
      expect(seen).toEqual([[200, 1], [404, 0], [200, 1], [404, 0], [200, 1], [200, 1]]);
      expect((await ask<RightsRowList>(sun, 'GET', '/rights')).body.items[0]).toMatchObject({ maskedName: '张*英', ownerName: '王晓梅' });
      expect((await step(li, id, 'contact')).status).toBe(404);
      expect((await ask<DeadlineList>(wang, 'GET', '/deadlines')).body.items.map(({ title }) => title)).toEqual([expect.stringMatching(/^维权 WQ20261123-/), expect.stringMatching(/^维权 WQ/)]);
    });

    test('are nobody else’s to read in the database either', async () => {
      const person = await hall.resident(ZHANG);
      const { id } = (await asResident<MyRightsView>(person, 'POST', '', request)).body;
      await step(zhou, id, 'contact', '打了 13900001111，本人接听');
      const rows: unknown[] = [await hall.dataSource.manager.findOneByOrFail(RightsCase, { id }), await hall.dataSource.query('SELECT * FROM rights_step'), await hall.dataSource.query('SELECT * FROM deadline'), await hall.dataSource.query('SELECT payload FROM outbox_event'), await hall.dataSource.query('SELECT detail FROM audit_entry')];
      expect(JSON.stringify(rows)).not.toMatch(/13900001111|少发了|张秀英/);
    });

    test('are taken down at the desk for somebody without a phone of ours, and seen on the phone by whoever is known by the number', async () => {
      const person = await hall.resident();
      await hall.work((work) => hall.app.get(People).setPhone(work, person.actor.id, '13900002222'));
      const desk = (phone: string, more: object = {}) => ask<RightsOpenedView>(wang, 'POST', '/rights', { topic: 'conduct', words: '跑了三趟都说材料不齐', name: '刘大山', phone, suggestionNumber: null, ownerId: null, ...more });
      const known = (await desk('139 0000 2222')).body;
      expect(known).toMatchObject({ ownerName: '周建平', readable: false });
      expect((await ask(wang, 'GET', `/rights/${known.id}`)).status).toBe(404);
      expect((await asResident<MyRightsList>(person, 'GET', '')).body.items.map(({ number }) => number)).toEqual([known.number]);
      const moved = (await desk('13900003333', { suggestionNumber: '20261123-7K2M', ownerId: li!.actor.id })).body;
      expect((await ask<StaffRightsView>(li, 'GET', `/rights/${moved.id}`)).body).toMatchObject({ way: 'suggestion', suggestionNumber: '20261123-7K2M', name: '刘大山', phone: '13900003333', hasAccount: false });
      expect((await desk('12345')).body).toMatchObject({ code: 'RIGHTS_INVALID', fields: [{ path: 'phone' }] });
    });

    test('may be let be: whoever withdraws is owed nothing any more; and one person opens only so many', async () => {
      const person = await hall.resident(ZHANG);
      const opened = (await asResident<MyRightsView>(person, 'POST', '', request)).body;
      await asResident(person, 'POST', `/${opened.id}/steps`, { action: 'withdraw', words: '', version: opened.version });
      expect((await owing(opened.id)).map(([, state]) => state)).toEqual(['dropped', 'dropped']);
      for (let more = 0; more < 5; more += 1) expect((await asResident(person, 'POST', '', request)).status).toBe(200);
      expect((await asResident(person, 'POST', '', request)).body).toMatchObject({ code: 'RIGHTS_TOO_MANY' });
      const other = await hall.resident();
      expect((await asResident(other, 'GET', `/${opened.id}`)).status).toBe(404);
      expect((await asResident(other, 'POST', '', { ...request, phone: null })).body).toMatchObject({ code: 'RIGHTS_INVALID', fields: [{ path: 'name' }, { path: 'phone' }] });
    });
  });

  describe('money that must be paid by a day', () => {
    const wish = (more: Partial<FundWishInput> = {}): FundWishInput => ({ name: '11 月养老待遇', kind: 'pension', dueDay: '2026-11-25', persons: 100, amountFen: 2_000_000, ...more });
    const enter = async (...wishes: FundWishInput[]) => (await ask<FundBatchList>(zhou, 'POST', '/funds', { batches: wishes })).body;
    const act = (id: string, path: string, body: object) => ask<FundBatchView>(zhou, 'POST', `/funds/${id}/${path}`, body);
    const published = async () => (await hall.call<PublishedFundsView>('GET', '/public/funds')).body;

    test('is paid, those who failed are tried again until the last one has it, and the counts say so', async () => {
      let batch = (await enter(wish())).items[0]!;
      expect(batch).toMatchObject({ state: 'due', dueBy: instantAt('2026-11-25', '17:00'), actions: ['start', 'void'] });
      batch = (await act(batch.id, 'start', { version: batch.version })).body;
      batch = (await act(batch.id, 'failures', { version: batch.version, reason: 'account-closed', persons: 3, amountFen: 60_000 })).body;
      expect((await act(batch.id, 'failures', { version: batch.version, reason: 'bank-error', persons: 98, amountFen: 1 })).body).toMatchObject({ code: 'FUND_FAILURES_TOO_MANY' });
      batch = (await act(batch.id, 'failures', { version: batch.version, reason: 'card-inactive', persons: 1, amountFen: 20_000 })).body;
      batch = (await act(batch.id, 'pay-out', { version: batch.version })).body;
      expect(batch).toMatchObject({ state: 'paying', stateLabel: '个别未发成', failing: 4, actions: ['retry'] });
      const retry = (settled: boolean, index: number) => act(batch.id, `failures/${batch.failures[index]!.id}/retry`, { version: batch.failures[index]!.version, settled });
      batch = (await retry(false, 0)).body;
      batch = (await retry(true, 0)).body;
      expect((await published()).total).toEqual({ due: 100, paidInTime: 99, paidLate: 0, unpaid: 1, failed: 4, retried: 2 });
      await at('2026-11-26', '10:00');
      await passTime();
      expect((await ask<DeadlineList>(sun, 'GET', '/deadlines?scope=overdue')).body.items).toMatchObject([{ title: '发放：11 月养老待遇', ownerName: '周建平' }]);
      batch = (await ask<FundBatchView>(zhou, 'GET', `/funds/${batch.id}`)).body;
      batch = (await retry(true, 1)).body;
      expect(batch).toMatchObject({ state: 'paid', failing: 0, retried: 3, actions: [] });
      expect((await published()).total).toEqual({ due: 100, paidInTime: 99, paidLate: 1, unpaid: 0, failed: 4, retried: 3 });
      await hall.deliver();
      expect((await timeliness()).funds).toEqual({ n: 1, inTime: 0, rate: 0 });
    });

    test('is paid at one stroke when nobody fails, and two taps count once', async () => {
      let batch = (await enter(wish({ name: '12 月补贴', kind: 'subsidy' }))).items[0]!;
      batch = (await act(batch.id, 'start', { version: batch.version })).body;
      const taps = await Promise.all([1, 2, 3].map(() => act(batch.id, 'pay-out', { version: batch.version })));
      expect(taps.filter(({ status }) => status === 200)).toHaveLength(1);
      await hall.deliver();
      expect([(await timeliness()).funds, (await published()).items]).toMatchObject([{ n: 1, inTime: 1, rate: 1 }, [{ kind: 'subsidy', label: '缴费补贴', batches: 1, due: 100, paidInTime: 100 }]]);
    });

    test('is entered once, without anybody’s number, and all or nothing', async () => {
      await enter(wish());
      expect(await enter(wish({ name: '别的批次' }), wish())).toMatchObject({ code: 'FUND_NAME_TAKEN', fields: [{ path: 'batches.1.name' }] });
      expect(await enter(wish({ name: '补发 420606199001011239' }))).toMatchObject({ code: 'FUND_INVALID' });
      const { items } = (await ask<FundBatchList>(zhou, 'GET', '/funds')).body;
      expect(items).toHaveLength(1);
      expect((await act(items[0]!.id, 'void', { version: items[0]!.version, reason: '录重了' })).body).toMatchObject({ state: 'void' });
      expect((await enter(wish())).items).toHaveLength(1);
      expect((await ask(wang, 'GET', '/funds')).status).toBe(403);
      expect((await published()).total.due).toBe(0);
    });

    test('does not vanish once it is late by the word of whoever entered it; a second person may see that it was a mistake', async () => {
      const { id, version } = (await enter(wish({ name: '迟发的一批' }))).items[0]!;
      await at('2026-11-26', '10:00');
      expect((await ask<FundBatchView>(zhou, 'GET', `/funds/${id}`)).body.actions).toEqual(['start']);
      expect(await act(id, 'void', { version, reason: '录错了' })).toMatchObject({ status: 403, body: { code: 'FUND_VOID_NEEDS_OTHER' } });
      expect((await published()).total).toMatchObject({ due: 100, unpaid: 100 });
      expect((await ask<FundBatchView>(wu, 'POST', `/funds/${id}/void`, { version, reason: '核对过，确实录重了' })).body).toMatchObject({ state: 'void' });
    });

    test('is read from a sheet: what is right comes back to be saved, what is not is named by its row', async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(new Uint8Array((await ask<Buffer>(zhou, 'GET', '/funds/template.xlsx')).body).buffer);
      const sheet = book.worksheets[0]!;
      for (const [index, row] of ([['11 月养老待遇', '养老待遇', '2026-11-25', 1200, '264000.00'], ['丧葬补助', '丧葬费', '2026-11-30', 3, 6000], ['退费第二批', '退费', '2026/11/30', 2, '1,200.5'], ['张三 420606199001011239', '退费', '2026-11-30', 1, 10], ['缺人数', '退费', '2026-11-30', '若干', 10]] as const).entries()) sheet.getRow(5 + index).values = [...row];
      const bytes = Buffer.from(await book.xlsx.writeBuffer());
      const { body } = await hall.upload<FundImportView>('/staff/funds/import', { name: 'a.xlsx', type: XLSX, bytes }, { token: zhou!.token });
      expect(body.batches).toEqual([wish({ persons: 1200, amountFen: 26_400_000 }), { name: '退费第二批', kind: 'refund', dueDay: '2026-11-30', persons: 2, amountFen: 120_050 }]);
      expect(body.problems.map(({ row }) => row)).toEqual([6, 8, 9]);
      expect(JSON.stringify(body.problems)).not.toContain('420606199001011239');
      expect((await ask<FundBatchList>(zhou, 'GET', '/funds')).body.items).toEqual([]);
    });
  });

  test('nothing was due yet: the public figures say so instead of a rate', async () => {
    hall.clock.set(MORNING);
    expect(await timeliness()).toMatchObject({ since: '2026-01-01', relays: { n: 0, inTime: 0, rate: null }, rights: { n: 0, rate: null }, funds: { n: 0, rate: null } });
  });
});
