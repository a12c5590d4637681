import sharp from 'sharp';
import type { ApplicationView, BookingView, FileLinkView, MeView } from '@hall/shared/api/views';
import { ENROLMENT_FIELDS } from '@hall/shared/enrolment/enrolment.form';
import { instantAt } from '@hall/shared/kernel/day';
import { Phone } from '../../weapp-host/phone.ts';
import { Clerk } from '../clerk-by-http.ts';
import { enrollee, type Enrollee } from '../enrollee.ts';
import { staffOver } from '../hall-over-http.ts';
import { HallScreen } from '../hall-screen-by-http.ts';
import { JOURNEY_DAY, PROGRESS_TEMPLATE, type HallAtWork } from './hall-at-work.ts';
import { ResidentOnPhone } from './resident-on-phone.ts';

const GLARE = '照片右上角反光，看不清号码，请换个角度重拍一张。';
const VAGUE = '地址请写到门牌号，和户口簿上一致。';
const ADDRESS = '示例路 12 号 3 单元 502 室';
/** What may cross from the logic of a page to its view before it stands. */
const FIRST_PAINT = { calls: 2, bytes: 8 * 1024 };

/** One enrolment from the first look at the phone to the rating, told chapter by chapter; each goes on where the last stopped. */
export function mainJourney(hallNow: () => HallAtWork): void {
  let hall: HallAtWork;
  let phone: Phone;
  let resident: ResidentOnPhone;
  let clerk: Clerk;
  let self: Enrollee;
  let caseId: string;

  beforeAll(async () => {
    hall = hallNow();
    self = await enrollee(41, 44, JOURNEY_DAY);
    clerk = await Clerk.signIn(hall.url, 'wang');
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: self.person.name, clock: instantAt(JOURNEY_DAY, '10:30') });
    resident = new ResidentOnPhone(phone);
  });
  afterAll(() => phone?.close());

  const mine = () => resident.caller(hall.url).get<ApplicationView>(`/resident/applications/${caseId}`);

  test('WeChat knows who holds the phone before anything is typed, and home says how the hall is', async () => {
    await phone.start();
    expect(await phone.text('hall-open-state')).toBe('正在服务');
    expect(await phone.text('tasks')).toBe('现在没有等您处理的事。');
    expect(hall.wechat.control.callCounts()['/sns/jscode2session']).toBe(1);
  });

  test('sensitive data are agreed to separately, after the privacy notice and before the first question', async () => {
    await phone.tap('door-enrol');
    await phone.tap('person-self');
    await phone.tap('next');
    expect(await phone.has('notice-privacy-notice')).toBe(true);
    await phone.tap('agree');
    expect([await phone.has('notice-privacy-notice'), await phone.has('notice-sensitive-data')]).toEqual([false, true]);
    await phone.tap('agree');
    expect((await phone.route()).path).toBe('enrolment/form/index');
    const { consents } = await resident.caller(hall.url).get<MeView>('/resident/me');
    expect(consents.filter((consent) => consent.givenAt !== null && consent.withdrawnAt === null).map((consent) => consent.kind).sort()).toEqual(['privacy-notice', 'sensitive-data']);
  });

  test('a number with one wrong digit is refused beside the field, in plain words, and the page does not turn', async () => {
    const right = self.person.citizenId;
    await resident.answer({ name: self.person.name, citizenId: right.slice(0, 17) + (right.endsWith('0') ? '1' : '0'), ethnicGroup: '01' });
    await phone.tap('next');
    expect(await phone.text('progress')).toContain('参保人');
    expect(await phone.text('field-citizenId')).toContain('这个身份证号码不对，多半是有一位打错了，请对照身份证一位一位地看。');
    await resident.answer({ citizenId: right });
    expect(await phone.text('field-citizenId')).not.toContain('不对');
    expect(await phone.text('derived')).toContain('44 周岁');
  });

  test('her pictures arrive, the paper shows what she wrote, and she hands it in', async () => {
    await resident.fillIn(self.answers);
    await resident.photographAll(self.papers);
    await resident.turnPage();
    expect(await phone.text('paper')).toContain(self.person.name);
    expect(await phone.text('assessment')).toContain('每年 1000 元');
    await phone.back();
    caseId = await resident.declareAndSubmit();
    expect(await phone.text('state-tag')).toBe('待审核');
    const { materials } = await clerk.case(caseId);
    expect(materials.map((material) => [material.code, material.pictures.length])).toEqual([['citizen-id-card', 2], ['household-register', 2]]);
    const { url } = await clerk.http.post<FileLinkView>(`/staff/pictures/${materials[0]!.pictures[0]!.id}/link`);
    const seen = await sharp(Buffer.from(await (await fetch(hall.url + url)).arrayBuffer())).metadata();
    expect(seen).toMatchObject({ format: 'jpeg', width: materials[0]!.pictures[0]!.width });
    expect(seen.width).toBeLessThanOrEqual(1_920);
  });

  test('the clerk returns one picture and one field, and the phone opens straight on these two', async () => {
    const front = (await clerk.case(caseId)).materials[0]!.pictures[0]!;
    await clerk.sendBack(caseId, [
      { target: `picture:${front.id}`, reasonCode: 'picture-glare', sentence: GLARE },
      { target: 'field:householdAddress', reasonCode: 'field-too-vague', sentence: VAGUE },
    ]);
    await phone.open('/tabs/home/index');
    await phone.tap(`task-application-${caseId}`);
    expect((await phone.route()).path).toBe('enrolment/fix/index');
    expect(await phone.text('material-citizen-id-card')).toContain(GLARE);
    expect(await phone.text('fix-householdAddress')).toContain(VAGUE);
    expect(await phone.text('fix-left')).toBe('还有 2 处没有改');
    expect((await phone.look('submit')).disabled).toBe(true);
  });

  test('she allowed a message when she handed it in, and WeChat brings exactly one, in the hall\'s words, that opens her case', async () => {
    const hers = () => hall.wechat.control.sentMessages().filter((message) => message.openid === hall.wechat.control.openidOf(self.person.name));
    await phone.waitFor(async () => hers().length > 0);
    expect(hers()).toMatchObject([{
      templateId: PROGRESS_TEMPLATE.id, page: `enrolment/status/index?id=${caseId}`,
      data: { phrase2: '需要修改', thing3: '只改标出的几项，改好再提交', time4: expect.stringMatching(/^2026年11月23日 1\d:\d\d$/) },
    }]);
    expect(JSON.stringify(hers())).not.toContain(self.person.name);
  });

  test('the notice names both at once, also as a paper to print', async () => {
    await phone.tap('go-notice');
    const notice = await phone.text();
    expect([notice.includes(GLARE), notice.includes(VAGUE)]).toEqual([true, true]);
    await phone.tap('open-pdf');
    const opened = phone.person.deeds.find((deed) => deed.name === 'openDocument');
    expect(phone.file(String(opened?.about.filePath)).subarray(0, 5).toString()).toBe('%PDF-');
    await phone.back();
  });

  test('everything else is locked: on the phone there is nothing to change it with, and the server refuses it', async () => {
    const asked = [];
    for (const { name } of ENROLMENT_FIELDS) if (await phone.has(`field-${name}`)) asked.push(name);
    expect(asked).toEqual(['householdAddress']);
    const takers = (await phone.ids()).filter((id) => id.startsWith('take-'));
    expect(takers).toEqual(['take-citizen-id-card']);
    const [front, back] = (await mine()).materials[0]!.pictures;
    expect([await phone.has(`remove-${front!.id}`), await phone.has(`remove-${back!.id}`)]).toEqual([true, false]);
    await phone.tap('show-locked');
    expect(await phone.text('locked')).toContain('已锁定');
    expect(await phone.text('paper')).toContain(self.person.name);
    await phone.back();

    const caller = resident.caller(hall.url);
    const { version } = await mine();
    const draft = (answers: object) => caller.refusal('PATCH', `/resident/applications/${caseId}/draft`, { version, answers });
    expect(await draft({ phone: '13800138000' })).toEqual({ status: 409, code: 'APPLICATION_FIELD_LOCKED' });
    expect(await draft({ householdAddress: ADDRESS, tierYuan: 500 })).toEqual({ status: 409, code: 'APPLICATION_FIELD_LOCKED' });
    expect(await caller.refusal('DELETE', `/resident/applications/${caseId}/pictures/${back!.id}`)).toEqual({ status: 409, code: 'APPLICATION_NOT_EDITABLE' });
    expect(await caller.refusal('POST', `/resident/applications/${caseId}/submit`, { version })).toEqual({ status: 422, code: 'APPLICATION_MARKS_LEFT' });
  });

  test('one new picture and one better address mend it, and she hands it in again', async () => {
    await resident.photograph('citizen-id-card', [self.papers['citizen-id-card']![0]!]);
    await resident.answer({ householdAddress: ADDRESS });
    await phone.waitFor(/都改好了，可以重新提交。/);
    await phone.tap('submit');
    expect(await phone.text('state-tag')).toBe('待审核');
    const again = await mine();
    expect(again).toMatchObject({ state: 'submitted', answers: { ...self.answers, householdAddress: ADDRESS } });
    expect(again.materials[0]!.pictures).toHaveLength(2);
  });

  test('found ready, she holds an express place, says where to reach her and has it', async () => {
    await clerk.findReady(caseId);
    await phone.open('/tabs/home/index');
    await phone.tap(`task-application-${caseId}`);
    await phone.tap('book');
    await phone.tap('next');
    await resident.chooseTime('express');
    await phone.tap('take');
    expect(await phone.text('held-clock')).toContain('位置为您留');
    phone.person.phone = self.person.phone;
    await phone.tap('fill-phone');
    await phone.tap('confirm');
    expect(await phone.text('state-tag')).toBe('已预约');
    const [booking] = await resident.caller(hall.url).list<BookingView>('/resident/bookings');
    expect(booking).toMatchObject({ state: 'booked', kind: 'express', day: JOURNEY_DAY, matters: [{ applicationId: caseId }] });
  });

  test('in the hall, the six digits on the screen give her a number', async () => {
    const screen = await HallScreen.pair(hall.url, await staffOver(hall.url, 'zhou'));
    await phone.tap('go-check-in');
    await phone.type('digits', '000000');
    await phone.tap('take-number');
    expect(await phone.has('trouble')).toBe(true);
    await phone.type('digits', await screen.digits());
    await phone.tap('take-number');
    expect((await phone.route()).path).toBe('visit/ticket/index');
    expect(await phone.text('ticket-number')).toMatch(/^Y\d{3}$/);
    expect(await phone.text('ticket-face')).toContain('前面还有');
  });

  test('when she is called, the page turns by itself and says where to go', async () => {
    const called = await clerk.callUntil((await phone.route()).query.id!);
    await phone.waitFor('ticket-called');
    expect([await phone.text('ticket-number'), await phone.text('called-window')]).toEqual([called.number, '1号窗口']);
    await phone.waitFor(async () => (await phone.ledger()).calls.some((call) => call.name === 'vibrateLong'));
  });

  test('at the window her case is finished, and the phone follows', async () => {
    await clerk.serve();
    await phone.waitFor(/办理中/);
    await clerk.handle(caseId);
    await clerk.done();
    await phone.waitFor('rate');
    expect((await mine()).state).toBe('handled');
  });

  test('she is asked how it was, and her answer is kept', async () => {
    await phone.tap('rate');
    await phone.tap('level-5');
    await phone.tap('reason-fast');
    await phone.tap('attitude-5');
    await phone.tap('submit');
    expect(await phone.text()).toContain('谢谢');
    expect((await resident.caller(hall.url).list<{ state: string }>('/resident/ratings')).map((rating) => rating.state)).toEqual(['rated']);
  });

  test('all the way nothing failed on the phone, and every page stood after at most two small steps', async () => {
    const { faults, pages } = await phone.ledger();
    expect(faults).toEqual([]);
    expect(pages.length).toBeGreaterThan(10);
    for (const { path, first } of pages) expect({ path, calls: (first?.calls ?? 0) <= FIRST_PAINT.calls, bytes: Math.max(first?.bytes ?? 0, FIRST_PAINT.bytes) }).toEqual({ path, calls: true, bytes: FIRST_PAINT.bytes });
  });
}
