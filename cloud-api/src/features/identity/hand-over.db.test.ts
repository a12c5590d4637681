import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { ANSWER, EnquiryHall } from '../enquiry/testing/enquiry-hall.ts';
import type { FundBatchList } from '../relays/fund.dto.ts';
import type { AccountOpenWorkView, AccountRoomView } from './accounts.dto.ts';

jest.setTimeout(60_000);

type Refused = { code: string; fields: { message: string }[] };

onEveryDatabase((database) => {
  let hall: TestApp;
  let enquiries: EnquiryHall;
  let keeper: { token: string };
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    enquiries = new EnquiryHall(hall);
    keeper = await hall.staff(['system-admin'], '系统管理员');
  });
  afterAll(() => hall.close());

  const openWork = async (id: string) => (await hall.call<AccountOpenWorkView>('GET', `/staff/accounts/${id}/open-work`, keeper)).body.items;
  const handOn = (id: string, key: string, toStaffId: string) => hall.call<AccountOpenWorkView & Refused>('POST', `/staff/accounts/${id}/hand-on`, { ...keeper, body: { key, toStaffId, reason: '调走，科长定的' } });
  const inbox = async (token: string) => (await hall.call<{ items: { title: string }[] }>('GET', '/staff/inbox', { token })).body.items.map(({ title }) => title);

  test('what lies in the hands of somebody who leaves passes to a colleague who may do it, who is told; then the account closes', async () => {
    const [leaving, colleague, clerk] = [await hall.staff(['head'], '周科长'), await hall.staff(['head'], '吴科长'), await hall.staff(['clerk'], '李文静')];
    const asker = await hall.resident({ name: '张桂英', citizenId: '420606195003150023' });
    const { id: enquiryId } = await enquiries.asked(asker);
    await enquiries.does(leaving, enquiryId, 'take');
    await hall.call<FundBatchList>('POST', '/staff/funds', { token: leaving.token, key: newId(), body: { batches: [{ name: '十二月高龄津贴', kind: 'other', dueDay: '2026-12-15', persons: 3, amountFen: 30_000 }] } });
    await hall.call('POST', '/staff/rights', { token: leaving.token, key: newId(), body: { topic: 'conduct', words: '跑了三趟都说材料不齐', name: '刘大山', phone: '13900003333', suggestionNumber: null, ownerId: leaving.actor.id } });
    await hall.deliver();

    const open = await openWork(leaving.actor.id);
    // Contact and service are owed for one and the same case of rights: it is one thing to hand on.
    expect(open.map(({ needs }) => needs).sort()).toEqual(['enquiry.answer', 'fund.handle', 'rights.handle']);
    expect(JSON.stringify(open)).not.toMatch(/社保卡|刘大山|材料不齐|13900003333/);
    const { today, departments, items } = (await hall.call<AccountRoomView>('GET', '/staff/accounts', keeper)).body;
    const { stamp, name } = items.find(({ id }) => id === leaving.actor.id)!;
    const moved = { effectiveFrom: today, reason: '换科室', changes: [{ subjectId: leaving.actor.id, stamp, after: { name, badgeNumber: '778', post: '科长', departmentId: departments[0]!.id } }] };
    const { effects } = (await hall.call<{ items: { effects: string[] }[] }>('POST', '/staff/accounts/preview', { ...keeper, body: moved })).body.items[0]!;
    expect(effects.filter((line) => line.startsWith('跟着本人走')).length).toBeGreaterThanOrEqual(open.length);

    const keyOf = (needs: string) => open.find((each) => each.needs === needs)!.key!;

    expect((await handOn(leaving.actor.id, keyOf('fund.handle'), clerk.actor.id)).body).toMatchObject({ code: 'HAND_ON_INVALID', fields: [{ message: '请选一位能办这件事的同事' }] });
    expect((await handOn(leaving.actor.id, keyOf('enquiry.answer'), leaving.actor.id)).body).toMatchObject({ code: 'HAND_ON_INVALID' });
    expect((await handOn(leaving.actor.id, 'enquiry:somebody-elses', colleague.actor.id)).status).toBe(404);
    expect((await hall.call('POST', `/staff/accounts/${leaving.actor.id}/hand-on`, { token: colleague.token, body: { key: keyOf('fund.handle'), toStaffId: colleague.actor.id, reason: '给我吧' } })).status).toBe(403);

    for (const { key } of open) expect((await handOn(leaving.actor.id, key!, colleague.actor.id)).status).toBe(200);
    await hall.deliver();
    expect(await openWork(leaving.actor.id)).toEqual([]);
    expect((await openWork(colleague.actor.id)).map(({ needs }) => needs).sort()).toEqual(['enquiry.answer', 'fund.handle', 'rights.handle']);
    expect((await inbox(colleague.token)).length).toBeGreaterThan(0);
    expect((await enquiries.does(colleague, enquiryId, 'answer', { text: ANSWER })).status).toBe(200);
    expect((await handOn(leaving.actor.id, open[0]!.key!, colleague.actor.id)).status).toBe(404);

    const { version } = (await hall.call<AccountRoomView>('GET', '/staff/accounts', keeper)).body.items.find(({ id }) => id === leaving.actor.id)!;
    expect((await hall.call('POST', `/staff/accounts/${leaving.actor.id}/close`, { token: await hall.steppedUp(keeper.token), body: { reason: '调走', version } })).status).toBe(200);
  });
});
