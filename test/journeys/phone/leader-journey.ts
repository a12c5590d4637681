import type { DeadlineList, EnquiryView, MySuggestionView, RatingCaseList, RatingCaseView, RatingInvitationView, RelayView, SessionView, StaffSuggestionView, SuggestionOwnerView, SuggestionPlanView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import sharp from 'sharp';
import { launchChromium, openWindow } from '../../servers/chromium.ts';
import { findChromium } from '../../servers/machine.ts';
import { Phone } from '../../weapp-host/phone.ts';
import { residentOver } from '../enrollee.ts';
import { Caller, staffOver, wayInOf } from '../hall-over-http.ts';
import { JOURNEY_DAY, type HallAtWork } from './hall-at-work.ts';

const FIRST_PAINT = { calls: 2, bytes: 8 * 1024 };
/** Three days on: what was due in one day has been overdue for more than one, and the leader leads the hall again. */
const THURSDAY = '2026-11-26';
const WORDS = '等候区的椅子太少，老人一直站着，希望多放几把带扶手的';
const ANSWER = '椅子已经添了十二把，都带扶手，放在爱心窗口旁边。谢谢您替老人想着。';
const PLAN = { measure: '等候区添十二把带扶手的椅子', dueOn: '2026-11-27', metric: '站着等的人', observeDays: 7 };
const QUESTION = '我在外地打工，生存认证可以用手机办吗？';
const REPLY = '可以。打开小程序“办事”，选“待遇资格认证”，对着镜头点点头就好。';
const RESIDENT = '13800138111';
const COMMENT = '手一滑点成了一颗星，其实办得很好';
/** The clockwork of deadlines looks once a minute. */
const CLOCKWORK = 90_000;

/** A leader with a phone between two meetings, told chapter by chapter. */
export function leaderJourney(hallNow: () => HallAtWork): void {
  let hall: HallAtWork;
  let phone: Phone;
  let resident: Caller;
  let clerk: Caller;
  let head: Caller;
  let suggestionId: string;
  let enquiryId: string;

  beforeAll(async () => {
    hall = hallNow();
    [resident, clerk, head] = [await residentOver(hall.url, RESIDENT), await staffOver(hall.url, 'wang'), await staffOver(hall.url, 'zhou')];
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: '孙明远', clock: instantAt(JOURNEY_DAY, '10:30') });
    await phone.start();
  });
  afterAll(() => phone?.close());

  const at = async (page: string) => expect((await phone.route()).path).toBe(`leader/${page}/index`);
  const suggestion = () => head.get<StaffSuggestionView>(`/staff/suggestions/${suggestionId}`);
  const home = () => phone.open('/leader/home/index');
  /** As this phone asks: with the session it opened for itself. */
  const leader = () => new Caller(hall.url, (JSON.parse(String(phone.memory()['hall:phone:staff-session'])) as SessionView).token);

  test('a phone nobody of the staff has bound leads to the door, and a wrong password ties nothing', async () => {
    await home();
    expect(await phone.text('empty')).toContain('还没有绑定');
    await phone.tap('to-staff-door');
    await phone.type('user-name', 'sun');
    await phone.type('password', 'wrong-password');
    await phone.type('second-factor', '000000');
    await phone.tap('prove');
    expect(await phone.has('trouble')).toBe(true);
    expect(await phone.has('bound')).toBe(false);
  });

  test('password and second factor tie this WeChat to the leader, once for all days', async () => {
    const { password, totp } = await wayInOf(hall.url, 'sun');
    await phone.type('password', password);
    await phone.type('second-factor', totp);
    await phone.tapTwice('prove');
    expect(await phone.text('bound')).toContain('孙明远，您好');
    expect(await phone.has('go-office')).toBe(true);
  });

  (findChromium() ? test : test.skip)('the phone lets a computer in: scanned, looked at, confirmed, and the console opens by itself', async () => {
    const browser = await launchChromium();
    try {
      const page = await (await openWindow(browser, 'desk')).newPage();
      await page.goto(`${hall.url}/console/`);
      const [answer] = await Promise.all([page.waitForResponse(/\/api\/public\/staff\/scan-sign-in$/), page.getByTestId('sign-in-by-scan').click()]);
      phone.person.scan = ((await answer.json()) as { scene: string }).scene;
      await phone.tap('scan-console');
      await at('scan-confirm');
      expect(await phone.text()).toContain('孙明远，是您在登录工作台吗？');
      await phone.tapTwice('confirm-scan');
      expect(await phone.text('empty')).toContain('已确认');
      await page.getByTestId('start').waitFor({ timeout: 20_000 });
    } finally {
      await browser.close();
    }
  }, 90_000);

  test('what came in this morning is read with its picture and given to somebody in two taps, however hasty', async () => {
    const picture = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#aab' } }).jpeg().toBuffer();
    const { id: pictureId } = await resident.upload<{ id: string }>('/resident/suggestion-pictures', picture);
    ({ id: suggestionId } = await resident.post<MySuggestionView>('/resident/suggestions', { topic: 'premises', text: WORDS, wishesPublic: true, pictureIds: [pictureId] }));
    ({ id: enquiryId } = await resident.post<EnquiryView>('/resident/enquiries', { addressee: 'leader', departmentId: null, text: QUESTION, pictureIds: [] }));
    const wang = (await head.list<SuggestionOwnerView>('/staff/suggestion-owners')).find(({ name }) => name === '王晓梅')!;

    await home();
    await phone.tap('decide-triage');
    await phone.tap(`line-${suggestionId}`);
    expect(await phone.text('text')).toBe(WORDS);
    await phone.tap('look-1');
    expect(phone.person.deeds.some(({ name }) => name === 'previewImage')).toBe(true);
    await phone.tap('accept');
    await phone.tapTwice(`owner-${wang.id}`);
    await at('suggestion');
    expect(await phone.text('state-tag')).toBe('已分派');
    expect((await suggestion()).steps.map(({ kind }) => kind)).toEqual(['received', 'accept', 'assign']);
  });

  test('a plan that promises nothing goes back with a reason, which survives a call; the better one is approved and stands for everybody', async () => {
    const plan = async () => (await suggestion()).plans.at(-1) as SuggestionPlanView;
    const propose = async (target: string, version: number | null) => {
      const { ownerId } = await suggestion();
      await clerk.put(`/staff/suggestions/${suggestionId}/plan`, { ...PLAN, target, ownerId, version });
      await clerk.post(`/staff/suggestions/${suggestionId}/plan/propose`, { version: (await plan()).version });
    };
    await clerk.post(`/staff/suggestions/${suggestionId}/take`, { version: (await suggestion()).version });
    await propose('尽量少', null);

    await home();
    await phone.tap('decide-approve');
    await phone.tap(`line-${suggestionId}`);
    expect(await phone.text('plan-state')).toBe('待批准');
    await phone.tap('return-plan');
    await phone.tap('return-ask-yes');
    expect(await phone.text('return-ask')).toContain('请写明原因');
    await phone.type('return-ask-words', '目标要写清楚人数');
    await phone.tap('return-ask-no');
    await phone.tap('return-plan');
    expect((await phone.look('return-ask-words')).value).toBe('目标要写清楚人数');
    await phone.tap('return-ask-yes');
    expect(await plan()).toMatchObject({ state: 'draft', returnReason: '目标要写清楚人数' });

    await propose('不超过三人', (await plan()).version);
    await phone.leaveAndReturn();
    await phone.tap('approve');
    await phone.tapTwice('approve-ask-yes');
    expect(await phone.text('plan-state')).toBe('整改中');
    expect((await resident.get<MySuggestionView>(`/resident/suggestions/${suggestionId}`)).plans).toMatchObject([{ state: 'published', target: '不超过三人' }]);
  });

  test('an answer half written is there after the phone was shut, is looked at as its reader will see it, and then published once', async () => {
    await phone.tap('answer');
    await phone.type('answer-text', ANSWER);
    phone.person.offline = true;
    await phone.tap('preview');
    expect(await phone.text('trouble')).toContain('没有连上');
    phone.person.offline = false;
    await phone.start();
    await phone.open(`/leader/answer/index?id=${suggestionId}`);
    expect((await phone.look('answer-text')).value).toBe(ANSWER);
    await phone.tap('preview');
    expect(await phone.text('as-read')).toContain(ANSWER);
    await phone.tapTwice('publish');
    expect(await phone.text('empty')).toContain('已经公布');
    expect((await resident.get<MySuggestionView>(`/resident/suggestions/${suggestionId}`)).answers).toMatchObject([{ kind: 'answer', text: ANSWER, by: '孙明远（副局长）' }]);
  });

  test('what a head passes on is signed for with one tap', async () => {
    const { id } = await head.post<RelayView>('/staff/relays', { title: '明早系统升级', words: '八点到十点只收件不办结。', link: null, departmentIds: [], roles: ['leader', 'director'], staffIds: [] });
    await home();
    await phone.tap('decide-relays');
    await phone.tapTwice(`acknowledge-${id}`);
    expect(await phone.text(`relay-${id}`)).toContain('已签收');
  });

  test('without a network the list is still there, with the time it is from, and says so', async () => {
    await home();
    await phone.waitFor('scope-mine');
    phone.person.offline = true;
    await home();
    await phone.waitFor('stale');
    expect(await phone.text('stale')).toMatch(/网络不通，这是 今天 1\d:\d\d 的内容/);
    phone.person.offline = false;
    await phone.tap('stale');
    await phone.waitFor(async () => !(await phone.has('stale')));
  });

  test('on Thursday the question nobody answered has been reported, and for whom one acts today is told', async () => {
    await hall.wakeOn(THURSDAY, '10:30');
    phone.ahead = instantAt(THURSDAY, '10:30') - Date.now();
    await phone.start();
    await home();
    const reported = async () => (await leader().get<DeadlineList>('/staff/deadlines?scope=reported')).items.find(({ subjectId }) => subjectId === enquiryId);
    await phone.waitFor(async () => (await reported()) !== undefined, CLOCKWORK);
    const { id } = (await reported())!;
    await home();
    expect(await phone.text('acts-for')).toMatch(/^今天代 郑国强 .*（A岗，到今天）。代办的每一步都会写明是您代的。$/);
    await phone.tap('scope-reported');
    while (!(await phone.has(`owed-${id}`)) && (await phone.has('more-owed'))) await phone.tap('more-owed');
    expect(await phone.text(`owed-${id}`)).toMatch(/超期 \d 个工作日（应在 11月24日 17:00 前）.*已报到带班领导/s);
    await phone.tap(`owed-${id}`);
    await at('enquiry');
    await phone.tap((await phone.has('accept')) ? 'accept' : 'answer');
    await phone.type('answer-text', REPLY);
    await phone.tap('preview');
    await phone.tapTwice('publish');
    resident = await residentOver(hall.url, RESIDENT);
    expect((await resident.get<EnquiryView>(`/resident/enquiries/${enquiryId}`)).steps.at(-1)).toMatchObject({ kind: 'answer', words: REPLY });
  }, 180_000);

  test('a rating somebody proposes to call a mistake is judged by the second person, after six digits, and the step goes on by itself', async () => {
    const caseId = await proposedMistake();
    await home();
    await phone.tap('decide-judge');
    await phone.tap(`line-${caseId}`);
    expect(await phone.text('proposal')).toContain('误评');
    await phone.tap('case-send');
    expect(await phone.text('case-work')).toContain('请选一个');
    await phone.tap('yes-no-yes');
    await phone.type('case-words', '核对了当天的记录，同意。');
    await phone.tap('case-send');
    await phone.waitFor('step-up');
    await phone.tap('step-up-no');
    expect(await phone.text('trouble')).toContain('动态口令');
    expect((await phone.look('case-words')).value).toBe('核对了当天的记录，同意。');
    await phone.tap('case-send');
    await phone.waitFor('step-up');
    await phone.type('step-up-code', '000000');
    await phone.tap('step-up-yes');
    expect(await phone.text('step-up')).toContain('动态口令不对');
    await phone.type('step-up-code', (await wayInOf(hall.url, 'sun')).totp);
    await phone.tapTwice('step-up-yes');
    await phone.waitFor(async () => !(await phone.has('step-up')));
    expect(await leader().get<RatingCaseView>(`/staff/rating-cases/${caseId}`)).toMatchObject({ verdict: 'mistaken', proposal: null });
  });

  test('the day of the hall stands in numbers', async () => {
    await home();
    await phone.tap('go-today');
    expect(await phone.text('figures')).toContain('开着的窗口');
    expect(await phone.text('owed-line')).toMatch(/在办 \d+ 件/);
  });

  test('all the way nothing failed on the phone, and every page stood after at most two small steps', async () => {
    const { faults, pages } = await phone.ledger();
    expect(faults).toEqual([]);
    for (const { path, first } of pages) expect({ path, calls: (first?.calls ?? 0) <= FIRST_PAINT.calls, bytes: Math.max(first?.bytes ?? 0, FIRST_PAINT.bytes) }).toEqual({ path, calls: true, bytes: FIRST_PAINT.bytes });
  });

  /** One star given by mistake, and a head who says so. @returns the case's id */
  async function proposedMistake(): Promise<string> {
    const { token } = await new Caller(hall.url).post<SessionView>('/public/demo/sign-in', { key: 'served' });
    const served = new Caller(hall.url, token);
    const invitation = (await served.list<RatingInvitationView>('/resident/ratings')).find(({ state }) => state === 'open')!;
    await served.post(`/resident/ratings/${invitation.id}`, { level: 1, reasons: [], comment: COMMENT });
    const thursday = await staffOver(hall.url, 'zhou');
    let found: string | undefined;
    await phone.waitFor(async () => (found = (await thursday.get<RatingCaseList>('/staff/rating-cases?scope=mine')).items[0]?.id) !== undefined);
    const one = () => thursday.get<RatingCaseView>(`/staff/rating-cases/${found}`);
    await thursday.post(`/staff/rating-cases/${found}/contact`, { version: (await one()).version, words: '您好，看到您的评价，想了解一下当时的情况。' });
    await thursday.post(`/staff/rating-cases/${found}/propose`, { version: (await one()).version, verdict: 'mistaken', words: '本人留言说点错了，请复核。' });
    return found!;
  }
}
