import { instantAt } from '@hall/shared/kernel/day';
import { aPhotograph } from '../enrolment/testing/case.builder.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { AuditEntry, OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { DeadlineSweep } from '../deadlines/deadline-sweep.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { People } from '../identity/people.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { system } from '../../platform/auth/actor.ts';
import type { EnquiryContactsView, EnquiryPictureView } from './enquiry.dto.ts';
import { AskingService } from './asking.service.ts';
import { Enquiry, EnquiryStep } from './enquiry.entity.ts';
import type { StaffEnquiryView } from './enquiry-staff.dto.ts';
import { ANSWER, EnquiryHall, QUESTION, type Refused, type StaffMember } from './testing/enquiry-hall.ts';

jest.setTimeout(90_000);
const TODAY = '2026-11-23';
const PHONE = '13812345678';
const ASKER = { name: '欧阳若兰', citizenId: '420606195003150023' };

onEveryDatabase((database) => {
  let hall: TestApp;
  let counter: EnquiryHall;
  let [wang, li, zhou, sun, qian]: StaffMember[] = [];
  let resident: Awaited<ReturnType<TestApp['resident']>>;
  let [enrolment, benefit]: string[] = [];

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    counter = new EnquiryHall(hall);
    [wang, li, zhou, sun, qian] = [await hall.staff(['clerk']), await hall.staff(['clerk'], '李文静'), await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远'), await hall.staff(['leader'], '钱志华')];
    [enrolment, benefit] = [await counter.section('参保登记一科'), await counter.section('待遇核定科')];
    await counter.joins(wang!, enrolment);
    await counter.joins(zhou!, enrolment);
    await counter.joins(li!, benefit);
    resident = await hall.resident(ASKER);
    await hall.call('PUT', '/staff/duty', { token: zhou!.token, body: { month: '2026-11', shifts: [{ day: TODAY, leaderId: sun!.actor.id, version: null }] } });
  });
  beforeEach(() => hall.clock.set(MORNING));
  afterEach(async () => {
    for (const table of ['enquiry_draft', 'enquiry_transfer', 'enquiry_review', 'enquiry_step', 'enquiry', 'deadline_superior', 'deadline', 'duty_absence', 'duty_pair', 'inbox_item', 'staff_inbox_item', 'outbox_event', 'event_delivery', 'idempotency_record']) await hall.work((work) => work.execute(`DELETE FROM ${table}`));
    hall.app.get(DutyRoster).forget();
  });
  afterAll(() => hall.close());

  const toSection = (more: object = {}) => counter.asked(resident, { addressee: 'section', departmentId: enrolment, ...more });
  const away = (who: StaffMember, substitute: StaffMember) => hall.call('POST', '/staff/duty/absences', { token: zhou!.token, key: newId(), body: { staffId: who.actor.id, fromDay: TODAY, toDay: TODAY, substituteId: substitute.actor.id, reason: '外出开会' } });
  const inboxOf = async (who: StaffMember) => (await hall.call<{ items: { title: string; link: string }[] }>('GET', '/staff/inbox', who)).body.items;
  const kinds = async (id: string) => (await counter.mine(resident, id)).body.steps.map(({ kind }) => kind);

  test('a question to the leader is the duty leader’s at once, and due at the end of the next working day', async () => {
    const asked = await counter.asked(resident);
    expect(asked).toMatchObject({ state: 'open', ownerName: '孙明远', addressee: 'leader', actions: ['withdraw'], due: { overdue: false, dueAt: instantAt('2026-11-24', '17:00') } });
    expect(asked.number).toMatch(/^20261123-[2-9A-Z]{5}$/);
    await hall.deliver();
    expect((await inboxOf(sun!)).map(({ title, link }) => [title, link])).toEqual([['有人来问', `/enquiries/${asked.id}`]]);
  });

  test('on a day nobody leads, it goes to whoever leads next', async () => {
    await hall.call('PUT', '/staff/duty', { token: zhou!.token, body: { month: '2026-11', shifts: [{ day: '2026-11-26', leaderId: qian!.actor.id, version: null }] } });
    hall.clock.set(instantAt('2026-11-24', '08:00'));
    resident.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'resident', resident.actor.id)).token);
    expect((await counter.asked(resident)).ownerName).toBe('钱志华');
  });

  test('whoever of the section takes it first owns it; the second is told, and the asker sees who it is', async () => {
    const { id } = await toSection();
    expect((await counter.mine(resident, id)).body).toMatchObject({ ownerName: null, nextStep: '已送到科室，最先接收的人负责到底。' });
    const version = (await counter.seen(wang!, id)).body.version;
    const both = await Promise.all([wang!, zhou!].map((who) => hall.call<StaffEnquiryView & Refused>('POST', `/staff/enquiries/${id}/take`, { token: who.token, body: { version } })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const owner = (await counter.mine(resident, id)).body.ownerName;
    expect(['王晓梅', '周建平']).toContain(owner);
    expect(await counter.does(owner === '王晓梅' ? zhou! : wang!, id, 'take')).toMatchObject({ status: 409, body: { code: 'ENQUIRY_OWNED_ALREADY' } });
    expect((await counter.seen(wang!, id)).body.deadlines).toMatchObject([{ ownerName: owner, state: 'running' }]);
  });

  test('an offer leaves the question with its owner, clock and all, until somebody accepts; each step is published', async () => {
    const { id, due } = await toSection();
    await counter.does(wang!, id, 'take');
    expect((await counter.does(wang!, id, 'offer', { toStaffId: null, toDepartmentId: benefit, reason: '问的是待遇，请熟悉的同事答' })).body).toMatchObject({ ownerName: '王晓梅', offeredTo: '待遇核定科', actions: ['answer', 'take-back'] });
    expect(await counter.does(wang!, id, 'accept')).toMatchObject({ status: 403, body: { code: 'ENQUIRY_NOT_YOURS_TO_MOVE' } });
    expect((await counter.list(li!, 'offered')).items.map((each) => each.id)).toEqual([id]);
    expect((await counter.list(wang!, 'mine')).items.map((each) => each.id)).toEqual([id]);

    expect((await counter.does(li!, id, 'decline', { reason: '这件事归登记科' })).status).toBe(200);
    expect((await counter.mine(resident, id)).body).toMatchObject({ ownerName: '王晓梅', offeredTo: null });
    await counter.does(wang!, id, 'offer', { toStaffId: li!.actor.id, toDepartmentId: null, reason: '请再看看，是补发的事' });
    expect((await counter.does(li!, id, 'accept')).body).toMatchObject({ ownerName: '李文静', mine: true, deadlines: [{ ownerName: '李文静', departmentName: '待遇核定科', state: 'running' }] });
    const seen = (await counter.mine(resident, id)).body;
    expect(seen.due!.dueAt).toBe(due!.dueAt);
    expect(seen.steps.map(({ kind, by, to, words }) => [kind, by?.split(' ')[0] ?? null, to, words])).toEqual([
      ['ask', null, '参保登记一科', QUESTION], ['take', '王晓梅', null, null], ['offer', '王晓梅', '待遇核定科', '问的是待遇，请熟悉的同事答'], ['decline', '李文静', null, '这件事归登记科'],
      ['offer', '王晓梅', '李文静', '请再看看，是补发的事'], ['accept', '李文静', null, null],
    ]);
    expect(await counter.does(wang!, id, 'answer', { text: ANSWER })).toMatchObject({ status: 409, body: { code: 'ENQUIRY_OWNED_ALREADY' } });
    await hall.deliver();
    expect((await inboxOf(wang!)).map(({ title }) => title).sort()).toEqual(['有人来问', '转出的咨询对方接收了', '转出的咨询对方没有接收'].sort());
  });

  test('a question nobody received cannot be passed on, nor one to somebody who does not answer, nor to its owner', async () => {
    const { id } = await toSection();
    expect(await counter.does(zhou!, id, 'offer', { toStaffId: li!.actor.id, toDepartmentId: null, reason: '请李文静答' })).toMatchObject({ status: 409, body: { code: 'ENQUIRY_NOT_OWNED' } });
    await counter.does(wang!, id, 'take');
    const editor = await hall.staff(['editor'], '何志刚');
    for (const to of [{ toStaffId: editor.actor.id, toDepartmentId: null }, { toStaffId: null, toDepartmentId: null }, { toStaffId: li!.actor.id, toDepartmentId: benefit }, { toStaffId: wang!.actor.id, toDepartmentId: null }]) {
      expect(await counter.does(wang!, id, 'offer', { ...to, reason: '请接办' })).toMatchObject({ status: 422, body: { code: 'ENQUIRY_INVALID' } });
    }
    expect((await counter.does(zhou!, id, 'offer', { toStaffId: li!.actor.id, toDepartmentId: null, reason: '王晓梅请长假，请你接' })).body.ownerName).toBe('王晓梅');
  });

  test('answered, asked again, answered, confirmed: each answer is owed and met, a correction stands below', async () => {
    const { id } = await toSection();
    expect((await counter.does(wang!, id, 'answer', { text: ANSWER })).body).toMatchObject({ state: 'answered', ownerName: '王晓梅', deadlines: [{ state: 'met' }] });
    expect((await counter.says(resident, id, 'ask-again', { text: '代办的话要带谁的身份证？' })).body).toMatchObject({ state: 'asked-again', ownerName: '王晓梅', due: { overdue: false } });
    expect((await counter.does(wang!, id, 'answer', { text: '两个人的都要带。' })).body).toMatchObject({ state: 'answered', deadlines: [{ state: 'met' }, { state: 'met' }] });
    expect((await counter.says(resident, id, 'confirm')).body).toMatchObject({ state: 'confirmed', actions: ['ask-again'] });
    expect((await counter.does(wang!, id, 'correct', { text: '更正：代办只要带代办人的身份证原件。' })).body).toMatchObject({ state: 'answered' });
    expect(await kinds(id)).toEqual(['ask', 'take', 'answer', 'ask-again', 'answer', 'confirm', 'correct']);
    await hall.deliver();
    const inbox = (await hall.call<{ items: { title: string; link: string }[] }>('GET', '/resident/inbox', { token: resident.token })).body.items;
    expect(inbox.map(({ title }) => title).sort()).toEqual(['您的问题有人负责了', '您问的事有答复了', '您问的事有答复了', '答复有补充更正'].sort());
    expect(new Set(inbox.map(({ link }) => link))).toEqual(new Set([`/enquiry/one/index?id=${id}`]));
  });

  test('while A is away B sees it as their own and answers in A’s name, and both names are published', async () => {
    await away(sun!, qian!);
    const { id } = await counter.asked(resident);
    await hall.deliver();
    expect((await inboxOf(qian!)).map(({ title }) => title)).toContain('有人来问');
    expect((await counter.mine(resident, id)).body).toMatchObject({ ownerName: '孙明远', actingName: '钱志华' });
    expect((await counter.list(qian!, 'mine')).items).toMatchObject([{ id, mine: true }]);
    expect((await counter.does(qian!, id, 'answer', { text: ANSWER })).body).toMatchObject({ state: 'answered', ownerName: '孙明远' });
    expect((await counter.mine(resident, id)).body.steps.at(-1)).toMatchObject({ kind: 'answer', by: '钱志华 经办员', inNameOf: '孙明远' });
    expect(await hall.dataSource.manager.existsBy(AuditEntry, { action: 'duty.act-for', subjectId: id })).toBe(true);
  });

  test('what is put to the leader is not for the clerks’ eyes, until one is asked to take it', async () => {
    const { id } = await counter.asked(resident, { text: '二号窗口的同志说话太冲了，我想反映一下。' });
    expect(await counter.seen(wang!, id)).toMatchObject({ status: 404 });
    for (const [path, more] of [['take', {}], ['answer', { text: ANSWER }], ['contact', {}]] as const) expect(await counter.does(wang!, id, path, more)).toMatchObject({ status: 404 });
    expect((await counter.list(wang!, 'all')).items).toEqual([]);
    expect((await counter.list(zhou!, 'all')).items).toHaveLength(1);
    await counter.does(sun!, id, 'offer', { toStaffId: li!.actor.id, toDepartmentId: null, reason: '请了解一下情况' });
    expect(await counter.seen(li!, id)).toMatchObject({ status: 200, body: { actions: ['accept', 'decline'] } });
    expect((await counter.does(li!, id, 'decline', { reason: '我不在二号窗口' })).status).toBe(200);
    expect(await counter.seen(li!, id)).toMatchObject({ status: 404 });
  });

  test('an overdue answer climbs the ladder while its owner stays; it can be given more time once', async () => {
    const { id } = await toSection();
    await counter.does(wang!, id, 'take');
    const [deadline] = (await counter.seen(wang!, id)).body.deadlines;
    expect((await hall.call('POST', `/staff/deadlines/${deadline!.id}/extend`, { token: zhou!.token, body: { workingDays: 2, reason: '要向省里核实', version: deadline!.version } })).status).toBe(200);
    expect((await counter.mine(resident, id)).body.due).toMatchObject({ dueAt: instantAt('2026-11-26', '17:00'), extension: '已延期 2 个工作日：要向省里核实' });
    hall.clock.set(instantAt('2026-11-26', '17:01'));
    await hall.app.get(DeadlineSweep).sweep();
    for (const who of [wang!, resident]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, who.actor.kind, who.actor.id)).token);
    expect((await counter.mine(resident, id)).body).toMatchObject({ ownerName: '王晓梅', due: { overdue: true } });
    expect((await counter.list(wang!, 'overdue')).items.map((each) => each.id)).toEqual([id]);
    expect((await counter.does(wang!, id, 'answer', { text: ANSWER })).body.deadlines).toMatchObject([{ state: 'met-late', level: 1 }]);
  });

  test('a draft is kept, goes on with whoever acts for the owner, never reaches the asker, and is gone when the answer is given', async () => {
    const { id } = await counter.asked(resident);
    const save = (who: StaffMember, text: string, version: number | null) => hall.call<StaffEnquiryView & Refused>('PUT', `/staff/enquiries/${id}/draft`, { token: who.token, body: { text, version } });
    expect((await save(sun!, '您好，', null)).body.draft).toMatchObject({ text: '您好，', version: 1 });
    await away(sun!, qian!);
    expect((await save(qian!, '您好，请带身份证。', 1)).body.draft).toMatchObject({ writtenBy: '钱志华', version: 2 });
    expect(await save(sun!, '您好，请稍等。', 1)).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(JSON.stringify((await counter.mine(resident, id)).body)).not.toContain('请带身份证');
    expect((await counter.does(qian!, id, 'answer', { text: ANSWER })).body.draft).toBeNull();
    expect(await hall.dataSource.query('SELECT id FROM enquiry_draft')).toEqual([]);
    expect(await save(qian!, '又写', null)).toMatchObject({ status: 409, body: { code: 'ENQUIRY_MOVE_NOT_ALLOWED' } });
  });

  test('somebody at the desk needs no name and no account; the clerk who hears it owns it, and says how they were told', async () => {
    const open = (body: object, key = newId()) => hall.call<StaffEnquiryView & Refused>('POST', '/staff/enquiries', { token: wang!.token, key, body: { way: 'desk', askerName: null, askerPhone: null, text: QUESTION, answer: null, ...body } });
    const nameless = (await open({})).body;
    expect(nameless).toMatchObject({ state: 'open', ownerName: '王晓梅', askerName: null, contactable: false, wayLabel: '现场询问' });
    expect(await counter.does(wang!, nameless.id, 'contact')).toMatchObject({ status: 409, body: { code: 'ENQUIRY_NO_ASKER' } });
    expect((await open({ answer: ANSWER })).body).toMatchObject({ state: 'told', deadlines: [{ state: 'met' }] });

    const caller = (await open({ way: 'call', askerName: '李女士', askerPhone: '138 1234 5678' })).body;
    expect(caller).toMatchObject({ askerName: '李*士', contactable: true });
    expect((await counter.does(wang!, caller.id, 'contact')).body).toEqual({ name: '李女士', phone: PHONE });
    await counter.does(wang!, caller.id, 'answer', { text: ANSWER });
    expect((await counter.does(wang!, caller.id, 'tell', { how: 'call' })).body).toMatchObject({ state: 'told', actions: ['correct', 'ask-again'] });
    expect((await counter.does(li!, caller.id, 'ask-again', { text: '她又打电话来问代办的事' })).body).toMatchObject({ state: 'asked-again', ownerName: '王晓梅' });
    expect(await open({ askerName: 'x', askerPhone: '12' })).toMatchObject({ status: 422, body: { fields: [{ path: 'askerName' }, { path: 'askerPhone' }] } });
    expect((await open({ way: 'online' })).status).toBe(400);
  });

  test('pictures go along with the question: three at most, only the asker’s own, each once', async () => {
    const send = async (who: { token: string }) => (await hall.upload<EnquiryPictureView>('/resident/enquiry-pictures', { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, { token: who.token })).body.pictureId;
    const [one, two, third] = [await send(resident), await send(resident), await send(resident)];
    const stranger = await hall.resident();
    expect(await counter.ask(stranger, { pictureIds: [one] })).toMatchObject({ status: 404 });
    expect(await hall.call('DELETE', `/resident/enquiry-pictures/${one}`, { token: stranger.token })).toMatchObject({ status: 404 });
    expect(await counter.ask(resident, { pictureIds: [one, two, third, newId()] })).toMatchObject({ status: 422 });
    const { id, pictures } = await counter.asked(resident, { pictureIds: [one, two], addressee: 'section', departmentId: enrolment });
    expect(pictures.map(({ pictureId }) => pictureId).sort()).toEqual([one, two].sort());
    expect(await counter.ask(resident, { pictureIds: [one] })).toMatchObject({ status: 404 });
    expect((await hall.call('POST', `/resident/pictures/${one}/link`, { token: resident.token, body: {} })).status).toBe(200);
    expect((await hall.call('POST', `/staff/pictures/${one}/link`, { token: wang!.token, body: {} })).status).toBe(200);
    expect((await hall.call('POST', `/resident/pictures/${one}/link`, { token: stranger.token, body: {} })).status).toBe(404);
    expect((await counter.seen(wang!, id)).body.pictures).toHaveLength(2);
    hall.clock.set(MORNING + 25 * 3_600_000);
    expect(await hall.app.get(AskingService).forgetUnsent()).toBe(1);
  });

  test('a question sent twice by a trembling hand is one; the eleventh that waits is asked to wait', async () => {
    const key = newId();
    const [first, again] = [await counter.ask(resident, {}, key), await counter.ask(resident, {}, key)];
    expect(again.body.id).toBe(first.body.id);
    for (let count = 1; count < 10; count += 1) await counter.asked(resident);
    expect(await counter.ask(resident)).toMatchObject({ status: 409, body: { code: 'ENQUIRY_TOO_MANY_WAITING' } });
    await counter.says(resident, first.body.id, 'withdraw');
    expect((await counter.ask(resident)).status).toBe(200);
    expect((await counter.mine(resident, first.body.id)).body).toMatchObject({ state: 'withdrawn', due: null, actions: [] });
    expect(await counter.does(sun!, first.body.id, 'answer', { text: ANSWER })).toMatchObject({ status: 409, body: { code: 'ENQUIRY_MOVE_NOT_ALLOWED' } });
  });

  test('whoever acts for a colleague who is away does not accept in that name what they hand on themselves', async () => {
    const { id } = await toSection();
    await counter.does(wang!, id, 'take');
    await away(li!, wang!);
    expect((await counter.does(wang!, id, 'offer', { toStaffId: li!.actor.id, toDepartmentId: null, reason: '请李文静答' })).status).toBe(200);
    expect(await counter.does(wang!, id, 'accept')).toMatchObject({ status: 403, body: { code: 'ENQUIRY_NOT_YOURS_TO_MOVE' } });
    expect([(await counter.list(wang!, 'offered')).total, (await counter.seen(wang!, id)).body.ownerName]).toEqual([0, '王晓梅']);
    expect((await counter.does(li!, id, 'accept')).body).toMatchObject({ ownerName: '李文静' });
  });

  test('one account rings so often a day and no more: not by taking back, nor by asking from many telephones at once', async () => {
    const who = await hall.resident();
    const ask = () => hall.call<{ id: string; version: number; code?: string }>('POST', '/resident/enquiries', { token: who.token, key: newId(), body: { addressee: 'section', departmentId: enrolment, text: QUESTION, pictureIds: [] } });
    const crowd = await Promise.all(Array.from({ length: 14 }, ask));
    expect(crowd.filter(({ status }) => status === 200)).toHaveLength(10);
    expect(new Set(crowd.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(new Set(['ENQUIRY_TOO_MANY_WAITING']));
    const takeBack = async ({ id, version }: { id: string; version: number }) => (await hall.call('POST', `/resident/enquiries/${id}/withdraw`, { token: who.token, body: { version } })).status;
    for (const { status, body } of crowd) if (status === 200) expect(await takeBack(body)).toBe(200);
    for (let turn = 0; turn < 10; turn += 1) expect(await takeBack((await ask()).body)).toBe(200);
    expect((await ask()).body.code).toBe('ENQUIRY_TOO_MANY_TODAY');
  });

  test('withdrawing ends an open offer, so that nobody accepts what is gone', async () => {
    const { id } = await toSection();
    await counter.does(wang!, id, 'take');
    await counter.does(wang!, id, 'offer', { toStaffId: li!.actor.id, toDepartmentId: null, reason: '请接办' });
    expect((await counter.says(resident, id, 'withdraw')).status).toBe(200);
    expect((await counter.list(li!, 'offered')).total).toBe(0);
    expect(await counter.does(li!, id, 'accept')).toMatchObject({ status: 403 });
  });

  test('lists are counted, searched in number and words, and show only whose turn it is', async () => {
    const first = await toSection({ text: '退休以后养老金几号到账？' });
    const second = await toSection();
    await counter.does(wang!, second.id, 'take');
    expect((await counter.list(wang!, 'unowned')).items.map(({ id }) => id)).toEqual([first.id]);
    const page = await counter.list(wang!, 'open', `&q=${encodeURIComponent('养老金')}`);
    expect(page.items.map(({ excerpt }) => excerpt)).toEqual(['退休以后养老金几号到账？']);
    expect(Object.fromEntries(page.counts.map(({ scope, count }) => [scope, count]))).toEqual({ mine: 1, offered: 0, unowned: 1, overdue: 0, open: 2, answered: 0, all: 2 });
    expect((await counter.list(wang!, 'all', `&q=${second.number.slice(-5).toLowerCase()}`)).items.map(({ id }) => id)).toEqual([second.id]);
    expect((await counter.list(wang!, 'open', '&page=2')).items).toEqual([]);
  });

  test('what people ask and answer, their names and phones lie sealed, and no event, audit row or deadline carries a word of it', async () => {
    const { id } = await toSection({ text: `我叫欧阳若兰，电话 ${PHONE}，社保卡丢了怎么办？` });
    await counter.does(wang!, id, 'answer', { text: ANSWER });
    await hall.call('POST', '/staff/enquiries', { token: wang!.token, body: { way: 'call', askerName: '李女士', askerPhone: PHONE, text: QUESTION, answer: null } });
    const tables = ['enquiry', 'enquiry_step', 'enquiry_transfer', 'deadline', 'outbox_event', 'audit_entry', 'idempotency_record'];
    const dump = JSON.stringify(await Promise.all(tables.map((table) => hall.dataSource.query(`SELECT * FROM ${table}`))));
    for (const secret of [PHONE, '欧阳若兰', '李女士', '社保卡', '身份证到 5 号窗口']) expect(dump).not.toContain(secret);
    expect(await hall.dataSource.manager.countBy(EnquiryStep, { enquiryId: id })).toBe(3);
    expect(await hall.dataSource.manager.countBy(OutboxEvent, { type: 'enquiry.asked' })).toBe(1);
  });

  test('anybody may see who leads today and whom to ask in each section; whoever is away is shown by who acts for them', async () => {
    await away(zhou!, wang!);
    const { body } = await hall.call<EnquiryContactsView>('GET', '/public/contacts');
    expect(body).toMatchObject({ day: TODAY, hallPhone: '0710-0000000', openState: 'open', leader: { name: '孙明远', inNameOf: null } });
    expect(body.sections.find(({ departmentId }) => departmentId === enrolment)).toMatchObject({ name: '参保登记一科', phone: '0710-0000000', person: { name: '王晓梅', inNameOf: '周建平' } });
    expect(body.sections.find(({ departmentId }) => departmentId === benefit)!.person).toBeNull();
  });

  test('questions follow their asker when two accounts of one person become one', async () => {
    const old = await hall.resident();
    const { id } = await counter.asked(old);
    await hall.app.get(UnitOfWork).run(system('test'), (work) => hall.app.get(People).merge(work, old.actor.id, resident.actor.id));
    await hall.deliver();
    expect((await counter.mine(resident, id)).status).toBe(200);
    expect(await hall.dataSource.manager.countBy(Enquiry, { residentId: old.actor.id })).toBe(0);
  });
});
