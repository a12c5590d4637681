import type { ApplicationCardView, ApplicationView, BookingView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { Phone } from '../../weapp-host/phone.ts';
import { Clerk } from '../clerk-by-http.ts';
import { enrollee, type Enrollee } from '../enrollee.ts';
import { JOURNEY_DAY, type HallAtWork } from './hall-at-work.ts';
import { ResidentOnPhone } from './resident-on-phone.ts';

const HOURS = 3_600_000;
const SIGN_INS = '/sns/jscode2session';

/** A hasty resident with a poor connection: nothing is lost, nothing happens twice, nobody is asked to sign in again. */
export function connectionJourney(hallNow: () => HallAtWork): void {
  let hall: HallAtWork;
  let phone: Phone;
  let resident: ResidentOnPhone;
  let self: Enrollee;
  let caseId: string;

  beforeAll(async () => {
    hall = hallNow();
    self = await enrollee(43, 37, JOURNEY_DAY);
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: self.person.name, clock: instantAt(JOURNEY_DAY, '10:30') });
    resident = new ResidentOnPhone(phone);
    await phone.start();
  });
  afterAll(() => phone?.close());

  const caller = () => resident.caller(hall.url);
  const cases = () => caller().list<ApplicationCardView>('/resident/applications');
  const saved = async () => (await caller().get<ApplicationView>(`/resident/applications/${caseId}`)).answers;
  const signIns = () => hall.wechat.control.callCounts()[SIGN_INS];

  test('two quick taps begin one case', async () => {
    await phone.tap('door-enrol');
    await phone.tap('person-self');
    await phone.tap('next');
    await phone.tap('agree');
    await phone.tapTwice('agree');
    await resident.on('enrolment/form/index');
    const begun = await cases();
    expect(begun.map((one) => one.state)).toEqual(['draft']);
    caseId = begun[0]!.id;
  });

  test('put away and taken up again from home, the case goes on where it stopped', async () => {
    await resident.answer({ name: self.person.name });
    await phone.open('/tabs/home/index');
    await phone.tap(`task-application-${caseId}`);
    expect((await phone.look('name')).value).toBe(self.person.name);
    expect((await saved()).name).toBe(self.person.name);
  });

  test('what is written without a network stays on the phone, and the page says so', async () => {
    phone.person.offline = true;
    await resident.answer({ citizenId: self.person.citizenId, ethnicGroup: '01' });
    await phone.waitFor(async () => (await phone.text('save-state')).startsWith('已存在手机上'));
    expect(await saved()).not.toHaveProperty('citizenId');
  });

  test('closed and opened again without a network, home shows what was known and the draft goes on at the next question', async () => {
    await phone.start();
    await phone.waitFor('stale');
    expect(await phone.text('stale')).toContain('网络不通');
    await phone.tap(`task-application-${caseId}`);
    expect(await phone.text('progress')).toContain('联系与户籍');
    await phone.tap('previous');
    expect((await phone.look('citizenId')).value).toBe(self.person.citizenId);
  });

  test('once the network is back, it is saved without a tap', async () => {
    phone.person.offline = false;
    await phone.leaveAndReturn();
    await phone.waitFor(async () => (await phone.text('save-state')).startsWith('已保存'));
    expect(await saved()).toMatchObject({ name: self.person.name, citizenId: self.person.citizenId, ethnicGroup: '01' });
  });

  test('a picture that did not go through waits for one more tap, and then there is one', async () => {
    await resident.fillIn(self.answers);
    phone.person.offline = true;
    await resident.photograph('citizen-id-card', [self.papers['citizen-id-card']![0]!]);
    expect(await phone.text('take-citizen-id-card-upload')).toContain('没有连上服务器');
    phone.person.offline = false;
    await phone.tap('take-citizen-id-card-retry');
    await phone.waitFor('take-citizen-id-card');
    const { materials } = await caller().get<ApplicationView>(`/resident/applications/${caseId}`);
    expect(materials[0]!.pictures).toHaveLength(1);
  });

  test('with one side of the card the pages do not turn; with both they do', async () => {
    await phone.tap('next');
    expect(await phone.text()).toContain('“参保人身份证”要拍人像面和国徽面，还差 1 张。');
    await resident.photograph('citizen-id-card', [self.papers['citizen-id-card']![1]!]);
  });

  test('two quick taps hand it in once', async () => {
    await resident.turnPage();
    await phone.tap('declaration-yes');
    await phone.tapTwice('submit');
    await resident.on('enrolment/status/index');
    const { state, timeline } = await caller().get<ApplicationView>(`/resident/applications/${caseId}`);
    expect([state, timeline.filter((entry) => entry.state === 'submitted').length]).toEqual(['submitted', 1]);
  });

  test('two quick taps hold one place', async () => {
    await (await Clerk.signIn(hall.url, 'li')).findReady(caseId);
    await phone.open('/tabs/home/index');
    await phone.tap('door-book');
    await phone.tap('next');
    await resident.chooseTime('express');
    await phone.tapTwice('take');
    await resident.on('visit/booking/index');
    expect((await caller().list<BookingView>('/resident/bookings')).map((booking) => booking.state)).toEqual(['held']);
  });

  test('a sign-in that ran out over lunch is renewed while the page loads, and nobody notices', async () => {
    const before = { token: resident.session().token, signIns: signIns() };
    await hall.laterThatDay('13:40');
    expect(await caller().refusal('GET', '/resident/me')).toMatchObject({ status: 401 });
    await phone.open('/tabs/mine/index');
    await phone.waitFor(`application-${caseId}`);
    expect(resident.session().token).not.toBe(before.token);
    expect(signIns()).toBe(before.signIns);
  });

  test('a phone whose clock runs ahead renews first and asks then', async () => {
    const { token } = resident.session();
    phone.ahead += 6 * HOURS;
    await phone.start('/tabs/mine/index');
    await phone.waitFor(`application-${caseId}`);
    expect(resident.session().token).not.toBe(token);
    expect((await phone.ledger()).faults).toEqual([]);
  });

  test('signed out from elsewhere, WeChat says again who holds the phone, and it is the same account', async () => {
    const before = signIns()!;
    await caller().post('/resident/sign-out');
    await phone.open('/tabs/mine/index');
    await phone.waitFor(`application-${caseId}`);
    expect(signIns()).toBe(before + 1);
  });
}
