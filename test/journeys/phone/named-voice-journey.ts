import type { MySuggestionCard, MySuggestionView } from '@hall/shared/api/views';
import { addDays, instantAt } from '@hall/shared/kernel/day';
import sharp from 'sharp';
import { Phone } from '../../weapp-host/phone.ts';
import { SuggestionDesk } from '../suggestion-desk-by-http.ts';
import { JOURNEY_DAY, type HallAtWork } from './hall-at-work.ts';
import { ResidentOnPhone } from './resident-on-phone.ts';

const WORDS = '卫生间门口的台阶太高，推轮椅的进不去，请铺一段坡道';

/** Somebody who gives their name: changed their mind on the way, is told of the answer, and takes another one back. */
export function namedVoiceJourney(hallNow: () => HallAtWork): void {
  let hall: HallAtWork;
  let phone: Phone;
  let resident: ResidentOnPhone;
  let desk: SuggestionDesk;
  let id: string;

  beforeAll(async () => {
    hall = hallNow();
    desk = await SuggestionDesk.open(hall.url);
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: '愿意留名的人', clock: instantAt(JOURNEY_DAY, '10:30') });
    resident = new ResidentOnPhone(phone);
    await phone.start();
  });
  afterAll(() => phone?.close());

  const photograph = async () => {
    phone.person.photographs(await sharp({ create: { width: 640, height: 480, channels: 3, background: '#d3c9e0', noise: { type: 'gaussian', mean: 128, sigma: 20 } } }).jpeg().toBuffer());
    await phone.tap('add-picture');
    await phone.waitFor('picture-1');
  };
  const mine = () => resident.caller(hall.url).list<MySuggestionCard>('/resident/suggestions');
  const write = async (text: string) => {
    await phone.open('/voice/write/index');
    await phone.tap('identity-named');
    await phone.tap('topic-premises');
    await phone.type('text', text);
    await phone.tap('seen-closed');
  };

  test('a picture sent without a name does not come under the account: the change is asked for, and it is taken anew', async () => {
    await phone.open('/voice/write/index');
    await phone.tap('identity-anonymous');
    await photograph();
    await phone.tap('identity-named');
    expect(await phone.text('switch-ask')).toContain('匿名传的照片不能记到账号下');
    await phone.tap('switch-ask-yes');
    expect(await phone.has('picture-1')).toBe(false);
    await photograph();
  });

  test('two quick taps hand it in once, with its picture, which the author sees again', async () => {
    await write(WORDS);
    await phone.tap('next');
    await phone.tapTwice('submit');
    await resident.on('voice/one/index');
    const handedIn = await mine();
    expect(handedIn.map(({ state }) => state)).toEqual(['submitted']);
    id = handedIn[0]!.id;
    expect(await resident.caller(hall.url).get<MySuggestionView>(`/resident/suggestions/${id}`)).toMatchObject({ text: WORDS, wishesPublic: false, pictureCount: 1 });
    expect(await phone.text('my-words')).toContain(WORDS);
    await phone.tap('look-1');
    expect(phone.person.deeds.some(({ name }) => name === 'previewImage')).toBe(true);
  });

  test('once answered it waits on home, and content she says so from there', async () => {
    await desk.take(id);
    await desk.plan(id, { measure: '卫生间门口铺一段坡道', dueOn: addDays(JOURNEY_DAY, 4), metric: '轮椅能不能自己进去', target: '能自己进去', observeDays: 7 });
    await desk.answer(id, '坡道这周五前铺好，铺好前请叫工作人员帮忙。');
    await phone.open('/tabs/home/index');
    await phone.tap(`task-suggestion-${id}`);
    expect(await phone.text('answer-1-0')).toContain('坡道这周五前铺好');
    await phone.tap('confirm');
    expect(await phone.text('confirm-ask')).toContain('整改还会继续观察');
    await phone.tap('confirm-ask-yes');
    await phone.waitFor(async () => (await phone.text('state-tag')) === '已认可，观察中');
  });

  test('another one is taken back before anybody worked on it', async () => {
    await write('饮水机的水不够热，冬天老人想喝口热的');
    await phone.tap('next');
    await phone.tap('submit');
    await resident.on('voice/one/index');
    await phone.tap('withdraw');
    await phone.tap('withdraw-ask-yes');
    await phone.waitFor(async () => (await phone.text('state-tag')) === '已撤回');
    expect((await mine()).map(({ state }) => state).sort()).toEqual(['confirmed', 'withdrawn']);
    expect((await phone.ledger()).faults).toEqual([]);
  });
}
