import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { newId } from '../../platform/persistence/new-id.ts';
import { AuditEntry } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { ANSWER, EnquiryHall, type Refused, type Signed, type StaffMember } from './testing/enquiry-hall.ts';
import type { EnquiryReviewView, StaffEnquiryView } from './enquiry-staff.dto.ts';
import type { GuideVersionList, GuideVersionView } from './guide.dto.ts';

jest.setTimeout(90_000);
const WORDS = { topic: 'card', question: '社保卡丢了怎么补办？', answer: '带身份证到 5 号窗口，当场补办。' };
const LOOKED_AT = '/wxa/msg_sec_check';

onEveryDatabase((database) => {
  let hall: TestApp;
  let wechat: WechatDouble;
  let counter: EnquiryHall;
  let [clerk, stranger, editor]: StaffMember[] = [];
  let onPhone: Signed;
  let inBrowser: Signed;
  let section: string;

  beforeAll(async () => {
    wechat = await startWechatDouble();
    hall = await TestApp.start(database.url, { environment: { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret } });
    counter = new EnquiryHall(hall);
    [clerk, stranger, editor] = [await hall.staff(['clerk']), await hall.staff(['clerk'], '李文静'), await hall.staff(['editor'], '何志刚')];
    section = await counter.section('参保登记一科');
    await counter.joins(clerk!, section);
    onPhone = (await hall.call<Signed>('POST', '/public/sign-in/wechat', { body: { code: wechat.control.issueLoginCode('刘芳') } })).body;
    inBrowser = await hall.resident();
  });
  afterAll(async () => {
    await hall.close();
    await wechat.close();
  });

  const answered = async (who: Signed, text: string) => {
    const { id } = await counter.asked(who, { addressee: 'section', departmentId: section, text });
    await counter.does(clerk!, id, 'take');
    await counter.does(clerk!, id, 'answer', { text: ANSWER });
    return id;
  };
  const guide = async (id: string) => (await counter.seen(clerk!, id)).body.guide;
  const propose = (id: string) => hall.call<StaffEnquiryView & Refused>('POST', `/staff/enquiries/${id}/guide-entry`, { token: clerk!.token, body: WORDS });
  const decide = (who: StaffMember, id: string, review: EnquiryReviewView | null, outcome: string) => hall.call<StaffEnquiryView & Refused>('POST', `/staff/enquiries/${id}/review`, { token: who.token, body: { outcome, version: review?.version ?? 1 } });
  const looked = () => wechat.control.callCounts()[LOOKED_AT] ?? 0;

  test('asked inside WeChat and plainly clean, it may go into the guide; the original stays as it was asked', async () => {
    const before = looked();
    const id = await answered(onPhone, '社保卡丢了，怎么补办？');
    expect(looked()).toBe(before + 1);
    expect(await guide(id)).toMatchObject({ review: null, mayPropose: true });
    expect((await propose(id)).status).toBe(200);
  });

  test('what WeChat is not sure of is answered like any other question, and waits for a person before anything of it becomes public', async () => {
    const text = '墙上贴的测试广告说代办社保卡，是真的吗？';
    const id = await answered(onPhone, text);
    expect((await counter.mine(onPhone, id)).body).toMatchObject({ state: 'answered', text });
    const { review, mayPropose } = await guide(id);
    expect([review, mayPropose]).toEqual([{ verdict: 'doubtful', verdictLabel: '待复核', by: null, mayDecide: true, version: 1 }, false]);
    expect(await propose(id)).toMatchObject({ status: 409, body: { code: 'GUIDE_NOT_REVIEWED' } });
    expect(await decide(stranger!, id, review, 'pass')).toMatchObject({ status: 403, body: { code: 'ENQUIRY_NOT_YOURS_TO_MOVE' } });
    expect(await decide(clerk!, id, review, 'pass')).toMatchObject({ status: 200, body: { guide: { review: { verdict: 'clean', by: '王晓梅', mayDecide: false }, mayPropose: true } } });
    expect(await decide(clerk!, id, review, 'keep-out')).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect((await propose(id)).status).toBe(200);
    expect((await hall.dataSource.manager.findBy(AuditEntry, { subjectId: id, action: 'enquiry.review' }))).toHaveLength(1);
    expect((await counter.mine(onPhone, id)).body.text).toBe(text);
  });

  test('from a browser nothing goes to WeChat: a person looks; so they do when WeChat does not answer', async () => {
    const before = looked();
    const id = await answered(inBrowser, '社保卡丢了，还能取钱吗？');
    expect([looked(), (await guide(id)).review?.verdict]).toEqual([before, 'doubtful']);
    wechat.control.failNext(LOOKED_AT, { errcode: 45009 });
    expect((await guide(await answered(onPhone, '社保卡密码忘了怎么办？'))).review?.verdict).toBe('doubtful');
  });

  test('what a person kept out stays out, also of a proposal that was waiting; more words are looked at too', async () => {
    const id = await answered(onPhone, '社保卡能不能寄到家里？');
    expect((await propose(id)).status).toBe(200);
    const [waiting] = (await hall.call<GuideVersionList>('GET', '/staff/guide-versions', { token: editor!.token })).body.items.filter(({ enquiryId }) => enquiryId === id);
    expect((await counter.says(onPhone, id, 'ask-again', { text: '测试广告上说可以' })).status).toBe(200);
    const approve = () => hall.call<GuideVersionView & Refused>('POST', `/staff/guide-versions/${waiting!.id}/approve`, { token: editor!.token, body: { version: waiting!.version, effectiveFrom: '2026-11-23' } });
    expect(await approve()).toMatchObject({ status: 409, body: { code: 'GUIDE_NOT_REVIEWED' } });
    const { review } = await guide(id);
    expect((await decide(clerk!, id, review, 'keep-out')).body.guide.review).toMatchObject({ verdict: 'refused', verdictLabel: '不公开' });
    expect(await approve()).toMatchObject({ status: 409, body: { code: 'GUIDE_KEPT_OUT' } });
    expect(await propose(id)).toMatchObject({ status: 409, body: { code: 'GUIDE_KEPT_OUT' } });
  });

  test('what a clerk wrote down at the desk has been read by a person already', async () => {
    const before = looked();
    const { body } = await hall.call<{ id: string }>('POST', '/staff/enquiries', { token: clerk!.token, key: newId(), body: { way: 'desk', askerName: null, askerPhone: null, text: '社保卡丢了怎么补办？', answer: ANSWER } });
    expect([looked(), (await guide(body.id)).review]).toEqual([before, null]);
  });
});
