import type { EnquiryContactsView, EnquiryTakersView, EnquiryView, GuideCardView, StaffEnquiryView } from '@hall/shared/api/views';
import type { Phone } from '../../weapp-host/phone.ts';
import type { Clerk } from '../browser/clerk.ts';
import type { Caller } from '../hall-over-http.ts';
import { ResidentOnPhone } from '../phone/resident-on-phone.ts';
import { MONDAY, type WeekInTheHall } from './week-in-the-hall.ts';

const QUESTION = '我在武汉交过十二年职工养老，现在回来种地，以前交的还算不算，要怎么转过来？';
const WHY = '问的是转移接续，请您接着办';
const WHY_NOT = '转移接续归待遇核定科，我这里查不到';
const ANSWER = '算。带身份证和武汉的缴费凭证到二楼，填一张转移接续表，四十五天内转到您名下，年限合并计算。';
const ENTRY = '在外地交的职工养老保险，回来后怎么转？';

/** One question from the phone through three pairs of hands to the public shelf. */
export function enquiryJourney(weekNow: () => WeekInTheHall): void {
  let week: WeekInTheHall;
  let phone: Phone;
  let resident: Caller;
  let first: Clerk;
  let second: Clerk;
  let takers: EnquiryTakersView;
  let id: string;
  let dueAt: number | null;

  beforeAll(async () => {
    week = weekNow();
    phone = await week.phoneOf('回乡的人');
    takers = await (await week.staff('zhou')).get<EnquiryTakersView>('/staff/enquiry-takers');
  });

  const mine = () => resident.get<EnquiryView>(`/resident/enquiries/${id}`);
  const section = (name: string) => takers.sections.find((each) => each.name === name)!.id;
  const look = async (who: Clerk) => {
    await who.page.goto(`${week.url}/console/enquiries/${id}`);
    await who.at('enquiry-asked').waitFor();
  };
  const offer = async (toTestId: string, kind: '某位同事' | '某个科室', reason: string) => {
    await first.click('enquiry-offer');
    await first.at('offer-dialog').getByText(kind, { exact: true }).click();
    await first.click(toTestId);
    await first.at('offer-reason').fill(reason);
    await first.click('offer-ok');
    await first.at('enquiry-offered').waitFor();
  };

  test('a question put to a section on the phone belongs to whoever opens it first', async () => {
    const { sections } = await week.anybody().get<EnquiryContactsView>('/public/contacts');
    await phone.open('/enquiry/contacts/index');
    await phone.tap(`ask-${sections.find(({ name }) => name === '参保登记科')!.departmentId}`);
    await phone.type('text', QUESTION);
    await phone.tapTwice('send');
    await new ResidentOnPhone(phone).on('enquiry/one/index');
    id = (await phone.route()).query.id!;
    resident = new ResidentOnPhone(phone).caller(week.url);
    dueAt = (await mine()).due!.dueAt;

    first = await week.consoleOf('wang');
    await look(first);
    expect(await first.at('enquiry-text').innerText()).toBe(QUESTION);
    await first.click('enquiry-take');
    await first.at('enquiry-owner').getByText('王晓梅').waitFor();
    await phone.leaveAndReturn();
    expect(await phone.text('state')).toContain('王晓梅');
  });

  test('offered to a colleague who will not have it, it stays where it is, and whoever asked reads why', async () => {
    await offer(`taker-${takers.people.find(({ name }) => name === '李文静')!.id}`, '某位同事', WHY);
    await phone.leaveAndReturn();
    expect(await phone.text('offered')).toContain('李文静');
    const colleague = await week.staff('li');
    const { version } = await colleague.get<StaffEnquiryView>(`/staff/enquiries/${id}`);
    await colleague.post(`/staff/enquiries/${id}/decline`, { version, reason: WHY_NOT });
    await phone.leaveAndReturn();
    expect([await phone.has('offered'), (await phone.text('timeline')).includes(WHY_NOT)]).toEqual([false, true]);
    expect(await mine()).toMatchObject({ ownerName: '王晓梅', due: { dueAt } });
  });

  test('another section accepts it and answers; the day it was due by has not moved', async () => {
    await look(first);
    await offer(`taker-${section('待遇核定科')}`, '某个科室', WHY);
    second = await week.consoleOf('chen');
    await look(second);
    await second.click('enquiry-accept');
    await second.at('enquiry-owner').getByText('陈小勇').waitFor();
    expect(await mine()).toMatchObject({ ownerName: '陈小勇', due: { dueAt } });
    await second.at('answer-text').fill(ANSWER);
    await second.click('answer-send');
    expect(await second.at('answer-preview').innerText()).toBe(ANSWER);
    await second.click('answer-send-yes');
    await second.at('enquiries').waitFor();
  });

  test('the resident reads the answer and says that it helped', async () => {
    await phone.leaveAndReturn();
    await phone.waitFor('confirm');
    expect(await phone.text()).toContain(ANSWER);
    await phone.tapTwice('confirm');
    await phone.waitFor(async () => !(await phone.has('confirm')));
    expect((await mine()).steps.map(({ kind }) => kind)).toEqual(['ask', 'take', 'offer', 'decline', 'offer', 'accept', 'answer', 'confirm']);
    expect((await phone.ledger()).faults).toEqual([]);
  });

  test('who answered proposes it for everybody, and cannot let it in alone', async () => {
    await look(second);
    await second.click('enquiry-propose');
    await second.at('propose-question').fill(ENTRY);
    await second.click('propose-ok');
    await second.at('guide-state').waitFor();
    expect(await week.anybody().list<GuideCardView>(`/public/guide?q=${encodeURIComponent('回来后怎么转')}`)).toEqual([]);

    const keeper = await week.consoleOf('zhou');
    await keeper.page.goto(`${week.url}/console/guide`);
    await keeper.page.getByText(ENTRY).click();
    await keeper.click('guide-approve');
    await keeper.at('guide-approve').waitFor({ state: 'detached' });
  });

  test('anybody finds it on the public shelf, from today on, without having signed in', async () => {
    const anybody = await week.phoneOf('别的人');
    await anybody.open('/enquiry/guide/index');
    await anybody.type('search-words', '外地交的养老');
    await anybody.tap('search');
    const found = (await week.anybody().list<GuideCardView>(`/public/guide?q=${encodeURIComponent('外地交的养老')}`)).find(({ question }) => question === ENTRY);
    expect(found).toMatchObject({ effectiveFrom: MONDAY });
    await anybody.tap(`entry-${found!.id}`);
    expect(await anybody.text('answer')).toBe(ANSWER);
    expect((await anybody.ledger()).faults).toEqual([]);
  });
}
