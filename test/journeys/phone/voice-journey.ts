import { randomUUID } from 'node:crypto';
import type { MySuggestionView } from '@hall/shared/api/views';
import { addDays, instantAt } from '@hall/shared/kernel/day';
import { readTrackingCode } from '@hall/shared/suggestion/tracking-code.rules';
import sharp from 'sharp';
import { Phone } from '../../weapp-host/phone.ts';
import { Caller } from '../hall-over-http.ts';
import { SuggestionDesk } from '../suggestion-desk-by-http.ts';
import { JOURNEY_DAY, type HallAtWork } from './hall-at-work.ts';

const FIRST_PAINT = { calls: 2, bytes: 8 * 1024 };
const WORDS = '填表台只有一副老花镜，老人排着队用，希望多放几副不同度数的';
const OTHERS = '填表台的老花镜只有一副，老人要排队，能不能多放几副';
const SEEN_BY_WECHAT = '/wxa/msg_sec_check';
const MEASURE = '填表台添三副老花镜';
const MORE = '再添三百五十度的两副';

const photograph = (background: string) => sharp({ create: { width: 640, height: 480, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 20 } } }).jpeg().toBuffer();

/** Somebody who does not want to be known says what is wrong, twice, and is heard. */
export function voiceJourney(hallNow: () => HallAtWork): void {
  let hall: HallAtWork;
  let phone: Phone;
  let desk: SuggestionDesk;
  let similarId: string;
  let id: string;
  let code: string;

  beforeAll(async () => {
    hall = hallNow();
    desk = await SuggestionDesk.open(hall.url);
    const before = await new Caller(hall.url).post<MySuggestionView>('/public/anonymous-suggestions', {
      nonce: randomUUID(), trackingCode: '0123456789ABCDEF', topic: 'premises', text: OTHERS, wishesPublic: true, pictureTokens: [],
    });
    similarId = before.id;
    await desk.publish(similarId, OTHERS);
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: '不想留名的人', clock: instantAt(JOURNEY_DAY, '10:30') });
    await phone.start();
  });
  afterAll(() => phone?.close());

  const look = () => new Caller(hall.url).post<MySuggestionView>('/public/anonymous-suggestions/look', { trackingCode: code });
  const checks = () => hall.wechat.control.callCounts()[SEEN_BY_WECHAT] ?? 0;
  const handedIn = async () => (await desk.withWords(WORDS)).length;

  test('before a word is written the page says what having no name protects from, and what not', async () => {
    await phone.tap('door-voice');
    await phone.tap('door-suggest');
    await phone.tap('identity-anonymous');
    const said = await phone.text('nameless');
    expect(['微信知道是谁发的', '查询码只存在这台手机上', '请不要写姓名和电话'].map((part) => said.includes(part))).toEqual([true, true, true]);
  });

  test('pictures go up one by one; one that did not go through waits for a tap', async () => {
    await phone.tap('topic-premises');
    await phone.type('text', WORDS);
    phone.person.photographs(await photograph('#c9d3e0'), await photograph('#e0d3c9'));
    await phone.tap('add-picture');
    await phone.waitFor('picture-2');
    phone.person.offline = true;
    phone.person.photographs(await photograph('#d3e0c9'));
    await phone.tap('add-picture');
    await phone.waitFor('again-3');
    expect(await phone.text('upload-failed')).toContain('没有连上服务器');
    phone.person.offline = false;
    await phone.tap('again-3');
    await phone.waitFor('picture-3');
  });

  test('the phone dies in the middle, and all of it is still there', async () => {
    await phone.start();
    await phone.tap('door-voice');
    await phone.tap('door-suggest');
    expect((await phone.look('text')).value).toBe(WORDS);
    expect([await phone.has('picture-3'), (await phone.look('identity-anonymous')).classes.includes('option--on')]).toEqual([true, true]);
  });

  test('who has said the same is shown first, and "me too" is not offered to somebody without a name', async () => {
    await phone.tap('next');
    expect(await phone.text('write-page')).toContain('请选能不能公开。');
    await phone.tap('seen-open');
    await phone.tap('next');
    await phone.waitFor(`alike-${similarId}`);
    expect(await phone.text(`alike-${similarId}`)).toContain(OTHERS);
    expect(await phone.has(`me-too-${similarId}`)).toBe(false);
    expect(await phone.text('paper')).toContain('3 张');
  });

  test('without a network nothing is lost; with it two quick taps hand it in once, and WeChat has looked at the text', async () => {
    const before = checks();
    phone.person.offline = true;
    await phone.tap('submit');
    expect(await phone.text('trouble')).toContain('没有连上服务器');
    expect(await handedIn()).toBe(0);
    phone.person.offline = false;
    await phone.tapTwice('submit');
    await phone.waitFor('code');
    expect([await handedIn(), checks() - before]).toEqual([1, 1]);
  });

  test('the code stands large on the phone, can be copied, and appears in no address', async () => {
    const shown = readTrackingCode((await phone.text('code')).replace(/\s/g, ''));
    code = shown.ok ? shown.value : '';
    id = (await look()).id;
    await phone.tap('copy');
    expect(readTrackingCode(String(phone.person.deeds.find(({ name }) => name === 'setClipboardData')?.about.data))).toMatchObject({ value: code });
    expect(JSON.stringify((await phone.route()).query)).not.toContain(code);
    expect((await desk.one(id))).toMatchObject({ identity: 'anonymous', authorName: null, contactable: false, pictureCount: 3, verdict: 'doubtful' });
  });

  test('sorted, taken and planned: names, days and the promise stand in the time line', async () => {
    await phone.tap('look');
    expect(await phone.text('state-tag')).toBe('已收到');
    await desk.take(id);
    await desk.plan(id, { measure: MEASURE, dueOn: addDays(JOURNEY_DAY, 4), metric: '没有合适老花镜的人数', target: '每天不超过 1 人', observeDays: 7 });
    await phone.leaveAndReturn();
    await phone.waitFor('plan-1');
    expect(await phone.text('plan-1')).toContain(MEASURE);
    const course = await phone.text('timeline');
    expect([course.includes('公布整改方案'), course.includes('王晓梅'), course.includes('11月23日 周一')]).toEqual([true, true, true]);
  });

  test('answered and not content: it is dealt with anew, with the reason, which a phone that dies takes nothing of', async () => {
    await desk.answer(id, '已经添了三副老花镜，放在填表台左边的盒子里。');
    await phone.leaveAndReturn();
    await phone.waitFor('reopen');
    await phone.tap('reopen');
    await phone.tap('reopen-ask-yes');
    expect(await phone.text('reopen-ask')).toContain('请写几个字');
    await phone.type('reason', '添了，可是没有三百五十度的');
    const { query } = await phone.route();
    await phone.start();
    await phone.open(`/voice/track/index?kept=${query.kept}`);
    await phone.tap('reopen');
    expect((await phone.look('reason')).value).toBe('添了，可是没有三百五十度的');
    await phone.tapTwice('reopen-ask-yes');
    await phone.waitFor(async () => (await phone.text('state-tag')) === '重新办理');
    expect((await look()).steps.filter(({ kind }) => kind === 'reopen').map(({ words }) => words)).toEqual(['添了，可是没有三百五十度的']);
  });

  test('without a network the last state stands, with its time', async () => {
    phone.person.offline = true;
    await phone.leaveAndReturn();
    await phone.waitFor('stale');
    expect(await phone.text('state-tag')).toBe('重新办理');
    phone.person.offline = false;
  });

  test('a new plan that held and a new answer; found by the code on this phone after a restart, she is content and it is closed', async () => {
    await desk.plan(id, { measure: MORE, dueOn: JOURNEY_DAY, metric: '没有合适老花镜的人数', target: '每天不超过 1 人', observeDays: 0 });
    await desk.fulfil(id, '今天没有人缺老花镜');
    await desk.answer(id, '三百五十度的两副今天已经放好。');
    await phone.start();
    await phone.tap('door-voice');
    await phone.tap('go-mine');
    await phone.tap((await phone.ids()).find((one) => one.startsWith('kept-'))!);
    await phone.waitFor('plan-2');
    expect(await phone.text('plan-2')).toContain('今天没有人缺老花镜');
    await phone.tap('confirm');
    await phone.tapTwice('confirm-ask-yes');
    await phone.waitFor(async () => (await phone.text('state-tag')) === '已办结');
    expect(await phone.has('reopen')).toBe(false);
  });

  test('the code leaves the phone when she wishes so, and typed by hand it still opens', async () => {
    await phone.tap('code-again');
    await phone.tap('forget');
    await phone.tap('forget-ask-yes');
    expect(JSON.stringify(phone.memory())).not.toContain(code);
    await phone.tap('type-code');
    await phone.type('tracking-code', code.toLowerCase());
    await phone.tap('open-code');
    await phone.waitFor('state-tag');
    expect(await phone.text('state-tag')).toBe('已办结');
  });

  test('all the way nothing failed on the phone, and every page stood after at most two small steps', async () => {
    const { faults, pages } = await phone.ledger();
    expect(faults).toEqual([]);
    for (const { path, first } of pages) expect({ path, calls: (first?.calls ?? 0) <= FIRST_PAINT.calls, bytes: Math.max(first?.bytes ?? 0, FIRST_PAINT.bytes) }).toEqual({ path, calls: true, bytes: FIRST_PAINT.bytes });
  });
}
