import { MINUTE } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { deadlineEscalated } from '../deadlines/deadlines.events.ts';
import { staffWechatUntied } from '../identity/identity.events.ts';
import type { StaffInboxList } from './notification.dto.ts';

const A_PAGE = 50;

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => { hall = await TestApp.start(database.url, { environment: { WECHAT_TEMPLATES: JSON.stringify({ duty: { id: 'tmpl-duty', fields: { title: 'thing1', note: 'thing2', time: 'time3' } } }) } }); }, 60_000);
  beforeEach(() => hall.clock.set(MORNING));
  afterAll(() => hall.close());

  type Employed = Awaited<ReturnType<TestApp['staff']>>;
  /** Something late is reported to them: one message. */
  const report = (to: Employed, suggestionId: string) => hall.work((work) => Promise.resolve(work.emit(deadlineEscalated, { deadlineId: `d-${suggestionId}`, hallId: hall.hallId, subjectKind: 'suggestion', subjectId: suggestionId, step: 'reply', level: 2, staffId: to.actor.id })));
  const inbox = async ({ token }: Employed, cursor?: string | null) => (await hall.call<StaffInboxList>('GET', `/staff/inbox${cursor ? `?cursor=${cursor}` : ''}`, { token })).body;
  const read = ({ token }: Employed, id: string) => hall.call('POST', `/staff/inbox/${id}/read`, { token, body: {} });
  const about = ({ items }: StaffInboxList) => items.map(({ link }) => link?.split('/').at(-1));

  test('what is unread stands first, the newest on top, and leads to the thing itself on both screens', async () => {
    const sun = await hall.staff(['leader'], '孙局长');
    for (const id of ['s1', 's2', 's3']) {
      await report(sun, id);
      await hall.deliver();
      hall.clock.advance(MINUTE);
    }
    const newest = (await inbox(sun)).items[0]!;
    expect(newest).toMatchObject({ link: '/suggestions/s3', page: 'leader/suggestion/index?id=s3', read: false });
    await read(sun, newest.id);
    expect(about(await inbox(sun))).toEqual(['s2', 's1', 's3']);
    expect((await hall.call('GET', '/staff/inbox/unread', { token: sun.token })).body).toMatchObject({ unread: 2 });
  });

  test('page by page everything is told, also what is read meanwhile, and nobody reads on in another\'s', async () => {
    const [wu, stranger] = [await hall.staff(['leader'], '吴局长'), await hall.staff(['leader'], '郑局长')];
    const sent = Array.from({ length: 2 * A_PAGE + 5 }, (_, at) => `w${at}`);
    for (const id of sent) await report(wu, id);
    await hall.deliver();
    const first = await inbox(wu);
    expect([first.items.length, first.unread]).toEqual([A_PAGE, sent.length]);
    for (const { id } of first.items.slice(0, 3)) await read(wu, id);
    const second = await inbox(wu, first.nextCursor);
    const third = await inbox(wu, second.nextCursor);
    expect(new Set([first, second, third].flatMap(about))).toEqual(new Set(sent));
    expect([third.items.filter((item) => item.read).length, third.nextCursor]).toEqual([3, null]);
    expect((await inbox(stranger, first.nextCursor)).items).toEqual([]);
    expect((await hall.call('GET', '/staff/inbox?cursor=read.1', { token: wu.token })).status).toBe(400);
  });

  test('all can be marked as read at once, but not what came after the list was seen', async () => {
    const he = await hall.staff(['leader'], '何局长');
    for (const id of ['r1', 'r2']) await report(he, id);
    await hall.deliver();
    const seen = Math.max(...(await inbox(he)).items.map(({ at }) => at));
    hall.clock.advance(MINUTE);
    await report(he, 'r3');
    await hall.deliver();
    const { body } = await hall.call<StaffInboxList>('POST', '/staff/inbox/read-all', { token: he.token, body: { until: seen } });
    expect([body.unread, about(body)[0], body.items.filter(({ read: done }) => done).length]).toEqual([1, 'r3', 2]);
  });

  test('a WeChat that is untied takes along what it allowed: the next one is asked anew', async () => {
    const { actor, token } = await hall.staff(['leader'], '王局长');
    const asked = async () => (await hall.call<{ items: { code: string }[] }>('GET', '/staff/message-templates', { token })).body.items.length;
    for (let taps = 0; taps < 3; taps += 1) await hall.call('POST', '/staff/message-consents', { token, body: { accepted: ['duty'], rejected: [] } });
    expect(await asked()).toBe(0);
    await hall.work((work) => Promise.resolve(work.emit(staffWechatUntied, { staffId: actor.id, hallId: hall.hallId })));
    await hall.deliver();
    expect(await asked()).toBe(1);
  });
});
