import type { MySuggestionView, SessionView, StaffInboxList, StaffSuggestionView, SuggestionOwnerView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { Phone } from '../../weapp-host/phone.ts';
import { residentOver } from '../enrollee.ts';
import { Caller, staffOver, wayInOf } from '../hall-over-http.ts';
import { DUTY_TEMPLATE, JOURNEY_DAY, type HallAtWork } from './hall-at-work.ts';

const FIRST_PAINT = { calls: 2, bytes: 8 * 1024 };
const TAP = 2 * 1024;
/** Whoever has proved who they are sees another page in the place of the first. */
const ENTRY = 'prove';
const NAME = '吴秀芳';
const RESIDENT = '13800138222';
const BUS = '门口的公交站牌被树挡住了，老人看不清车次';
const SHOP = '希望大厅旁边开一家药店，买药方便一些';
const CHAIRS = '取号机的屏幕太高，坐轮椅的人够不着';
const WHERE = '公交站牌归市公交集团管，可以打他们的服务热线';
const WHY = '开药店由市场来定，大厅管不到，已经转告街道';
const PLAN = { measure: '给取号机加一个低位屏，轮椅也够得着', metric: '坐轮椅的人自己取到号', target: '每一位都能取到' };

/** A head of section sorts and plans between two meetings, told chapter by chapter. */
export function headJourney(hallNow: () => HallAtWork): void {
  let hall: HallAtWork;
  let phone: Phone;
  let resident: Caller;
  let clerk: Caller;

  beforeAll(async () => {
    hall = hallNow();
    [resident, clerk] = [await residentOver(hall.url, RESIDENT), await staffOver(hall.url, 'li')];
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: NAME, clock: instantAt(JOURNEY_DAY, '10:30') });
    await phone.start('/leader/bind/index');
  });
  afterAll(() => phone?.close());
  // Whatever was opened or tapped since the phone was started: nothing failed, and little crossed to the view.
  afterEach(async () => {
    const { faults, pages, taps } = await phone.ledger();
    const heavy = pages.filter(({ first }) => first && (first.calls > FIRST_PAINT.calls || first.bytes > FIRST_PAINT.bytes)).map(({ path, first }) => ({ path, ...first }));
    const slow = taps.filter(({ id, crossing }) => id !== ENTRY && crossing.bytes > TAP).map(({ id, path, crossing }) => ({ id, path, ...crossing }));
    expect({ faults, heavy, slow }).toEqual({ faults: [], heavy: [], slow: [] });
  });

  const at = async (page: string) => expect((await phone.route()).path).toBe(`leader/${page}/index`);
  /** As this phone asks: with the session it opened for itself. */
  const head = () => new Caller(hall.url, (JSON.parse(String(phone.memory()['hall:phone:staff-session'])) as SessionView).token);
  const suggest = (text: string) => resident.post<MySuggestionView>('/resident/suggestions', { topic: 'premises', text, wishesPublic: true, pictureIds: [] });
  const suggestion = (id: string) => head().get<StaffSuggestionView>(`/staff/suggestions/${id}`);
  const inbox = () => head().get<StaffInboxList>('/staff/inbox');

  test('whoever has bound the phone finds what the house tells: the unread first, opened by a tap, and one tap more lets WeChat remind', async () => {
    const { password, totp } = await wayInOf(hall.url, 'wu');
    await phone.type('user-name', 'wu');
    await phone.type('password', password);
    await phone.type('second-factor', totp);
    await phone.tap('prove');
    await phone.waitFor(async () => (await inbox()).unread > 0);
    await phone.open('/leader/home/index');
    expect(await phone.text('go-inbox')).toMatch(/消息\s*\d+/);
    await phone.tap('go-inbox');
    const { items, unread } = await inbox();
    const bound = items.find(({ kind }) => kind === 'wechatBound')!;
    expect(await phone.text(`message-${bound.id}`)).toMatch(/您的账号绑定了微信.*未读 · 今天 \d+:\d\d/s);
    await phone.tap('allow-reminders');
    expect(await phone.text('reminders-said')).toContain('会用微信提醒您');
    await phone.tap(`message-${bound.id}`);
    await at('bind');
    expect((await inbox()).unread).toBe(unread - 1);
    await phone.back();
    expect((await phone.has(`message-${bound.id}`)) && (await phone.text(`message-${bound.id}`)).includes('未读')).toBe(false);
  });

  test('what belongs elsewhere is sent there, with the way', async () => {
    const { id } = await suggest(BUS);
    await phone.open(`/leader/suggestion/index?id=${id}`);
    await phone.tap('redirect');
    await phone.tap('redirect-ask-yes');
    expect(await phone.text('redirect-ask')).toContain('请写明原因');
    await phone.type('redirect-ask-words', WHERE);
    await phone.tapTwice('redirect-ask-yes');
    expect(await phone.has('redirect-ask')).toBe(false);
    expect(await resident.get<MySuggestionView>(`/resident/suggestions/${id}`)).toMatchObject({ state: 'redirected', closingWords: WHERE });
  });

  test('what is not taken up says why; the words outlive a lost network, and the reason stays where it stood', async () => {
    const { id } = await suggest(SHOP);
    await phone.open(`/leader/suggestion/index?id=${id}`);
    await phone.tap('decline');
    await phone.tap('decline-ask-yes');
    expect(await phone.text('decline-ask')).toContain('请写明原因');
    await phone.type('decline-ask-words', WHY);
    phone.person.offline = true;
    await phone.tap('decline-ask-yes');
    expect(await phone.text('decline-ask')).toContain('没有连上');
    phone.person.offline = false;
    await phone.start();
    await phone.open(`/leader/suggestion/index?id=${id}`);
    await phone.tap('decline');
    expect((await phone.look('decline-ask-words')).value).toBe(WHY);
    await phone.tapTwice('decline-ask-yes');
    expect(await phone.text('state-tag')).toBe('不予受理');
    const face = await new Caller(hall.url).get<{ text: string | null; tombstone: { reason: string | null } | null }>(`/public/suggestions/${id}`);
    expect(face).toMatchObject({ text: null, tombstone: { reason: WHY } });
  });

  test('a plan is written on the phone, is still there after a call, is refused while a field is empty, and goes to be approved once', async () => {
    const { id } = await suggest(CHAIRS);
    const li = (await head().list<SuggestionOwnerView>('/staff/suggestion-owners')).find(({ name }) => name === '李文静')!;
    await head().post(`/staff/suggestions/${id}/accept`, { version: (await suggestion(id)).version, ownerId: li.id });
    await clerk.post(`/staff/suggestions/${id}/take`, { version: (await suggestion(id)).version });

    await phone.open(`/leader/suggestion/index?id=${id}`);
    expect(await phone.text('at-the-desk')).toContain('记进展');
    await phone.tap('write-plan');
    await at('plan');
    await phone.tap('propose');
    expect(await phone.text()).toContain('完成日期请选今天以后');
    await phone.type('measure', PLAN.measure);
    await phone.pick('due-on', '2026-12-18');
    await phone.type('metric', PLAN.metric);
    await phone.tap('observe-15');
    await phone.start();
    await phone.open(`/leader/plan/index?id=${id}`);
    expect((await phone.look('measure')).value).toBe(PLAN.measure);
    await phone.tap('save-plan');
    expect((await suggestion(id)).plans).toMatchObject([{ state: 'draft', measure: PLAN.measure, target: '' }]);
    await phone.type('target', PLAN.target);
    await phone.open(`/leader/suggestion/index?id=${id}`);
    await phone.tap('write-plan');
    expect((await phone.look('target')).value).toBe(PLAN.target);
    await phone.tapTwice('propose');
    await at('suggestion');
    expect(await phone.text('plan-state')).toBe('待批准');
    expect((await suggestion(id)).plans).toMatchObject([{ ...PLAN, state: 'proposed', dueOn: '2026-12-18', observeDays: 15, ownerId: li.id }]);
  });

  test('what was allowed is used: the plan to be approved is told by WeChat, and opens on this phone', async () => {
    const told = () => hall.wechat.control.sentMessages().filter(({ openid, templateId }) => openid === hall.wechat.control.openidOf(NAME) && templateId === DUTY_TEMPLATE.id);
    await phone.waitFor(() => Promise.resolve(told().length > 0), 30_000);
    const { page = '' } = told().at(-1)!;
    await phone.open(`/${page}`);
    await at('suggestion');
    expect(await phone.has('approve')).toBe(true);
  });
}
