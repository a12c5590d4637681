import { AuditEntry } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { ANSWER, EnquiryHall, type StaffMember } from '../enquiry/testing/enquiry-hall.ts';
import type { DeadlineList, DeadlineTakerList, DeadlineView } from './deadlines.dto.ts';

jest.setTimeout(60_000);
const REASON = '王晓梅住院两周';

onEveryDatabase((database) => {
  let hall: TestApp;
  let house: EnquiryHall;
  let [head, wang, li, otherHead, otherClerk]: StaffMember[] = [];
  let [here, there] = ['', ''];
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    house = new EnquiryHall(hall);
    [head, wang, li] = [await hall.staff(['head'], '周建平'), await hall.staff(['clerk'], '王晓梅'), await hall.staff(['clerk'], '李文静')];
    [otherHead, otherClerk] = [await hall.staff(['head'], '吴科长'), await hall.staff(['clerk'], '张一')];
    [here, there] = [await house.section('居民养老科'), await house.section('社保卡科')];
    for (const who of [head, wang, li]) await house.joins(who!, here);
    for (const who of [otherHead, otherClerk]) await house.joins(who!, there);
  });
  afterAll(() => hall.close());

  const asked = async (departmentId: string) => (await house.asked(await hall.resident(), { addressee: 'section', departmentId })).id;
  const taken = async (by: StaffMember, departmentId = here): Promise<string> => {
    const id = await asked(departmentId);
    expect((await house.does(by, id, 'take')).status).toBe(200);
    return id;
  };
  const owed = async (who: StaffMember, subjectId: string): Promise<DeadlineView> => (await hall.call<DeadlineList>('GET', '/staff/deadlines?scope=all', who)).body.items.find((item) => item.subjectId === subjectId)!;
  const handOn = (who: StaffMember, { id, version }: DeadlineView, to: StaffMember) => hall.call<DeadlineView & { code: string }>('POST', `/staff/deadlines/${id}/hand-on`, { ...who, body: { toStaffId: to.actor.id, reason: REASON, version } });
  const offers = async (who: StaffMember, subjectId: string) => (await owed(who, subjectId)).actions.includes('hand-on');

  test('what lies in the hands of somebody who is ill passes to a colleague of the same department, by its head, with the reason and the same day', async () => {
    const enquiryId = await taken(wang!);
    const item = await owed(head!, enquiryId);
    expect(item.actions).toContain('hand-on');
    expect((await hall.call<DeadlineTakerList>('GET', `/staff/deadlines/${item.id}/takers`, head)).body.items.map(({ name }) => name).sort()).toEqual(['周建平', '李文静'].sort());
    expect((await handOn(head!, item, otherClerk!)).body).toMatchObject({ code: 'DEADLINE_TAKER_INVALID' });
    expect((await handOn(head!, item, li!)).body).toMatchObject({ ownerName: '李文静', dueAt: item.dueAt });
    expect((await handOn(head!, item, head!)).body).toMatchObject({ code: 'STALE_VERSION' });
    const [row] = await hall.dataSource.manager.findBy(AuditEntry, { action: 'deadline.hand-on', subjectId: item.id });
    expect(row).toMatchObject({ actorId: head!.actor.id, detail: { from: wang!.actor.id, to: li!.actor.id, reason: REASON } });
    await hall.deliver();
    expect((await hall.call<{ items: { title: string }[] }>('GET', '/staff/inbox', li)).body.items.map(({ title }) => title)).toContain('同事手上的一件事转给您办');
    expect((await house.does(li!, enquiryId, 'answer', { text: ANSWER })).status).toBe(200);
  });

  test('nobody gives away what lies in another department, in no hands, or in their own; and no clerk gives away anything', async () => {
    const [theirs, own] = [await taken(otherClerk!, there), await taken(head!)];
    const nobodys = await asked(here);
    expect([await offers(head!, theirs), await offers(head!, own), await offers(head!, nobodys), await offers(otherHead!, theirs)]).toEqual([false, false, false, true]);
    for (const id of [theirs, own]) expect((await handOn(head!, await owed(head!, id), li!)).body).toMatchObject({ code: 'DEADLINE_NOT_YOURS_TO_GIVE' });
    expect((await hall.call('GET', `/staff/deadlines/${(await owed(head!, theirs)).id}/takers`, head)).status).toBe(403);
    expect((await handOn(wang!, await owed(otherHead!, theirs), li!)).body).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await owed(otherHead!, theirs)).ownerName).toBe('张一');
  });
});
