import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { LiveHub } from '../../platform/realtime/live.hub.ts';
import { TestApp } from '../../testing/test-app.ts';
import { staffWechatBound } from '../identity/identity.events.ts';
import type { StaffInboxList, StaffUnreadView } from './notification.dto.ts';

onEveryDatabase((database) => {
  let hall: TestApp;
  const told: { topic: string; said: unknown }[] = [];
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    hall.app.get(LiveHub).onPublished((topic, { state }) => { if (topic.startsWith('inbox:')) told.push({ topic, said: state }); });
  }, 60_000);
  afterAll(() => hall.close());

  test('an open console is told by its own line that something came, and again when it was read on another screen', async () => {
    const [wang, li] = [await hall.staff(['clerk'], '王晓梅'), await hall.staff(['clerk'], '李文静')];
    const unread = async (token: string) => (await hall.call<StaffUnreadView>('GET', '/staff/inbox/unread', { token })).body;
    const { line } = await unread(wang.token);
    await hall.work((work) => Promise.resolve(work.emit(staffWechatBound, { staffId: wang.actor.id, hallId: hall.hallId })));
    await hall.deliver();
    expect([told, (await unread(wang.token)).unread]).toEqual([[{ topic: line, said: {} }], 1]);

    const [item] = (await hall.call<StaffInboxList>('GET', '/staff/inbox', { token: wang.token })).body.items;
    for (let turn = 0; turn < 2; turn += 1) await hall.call('POST', `/staff/inbox/${item!.id}/read`, { token: wang.token, body: {} });
    await hall.deliver();
    expect([told.length, (await unread(wang.token)).unread]).toEqual([2, 0]);

    // Each has a line of their own, and its name gives nobody away.
    expect((await unread(li.token)).line).not.toBe(line);
    expect(line).toMatch(/^inbox:[0-9a-f]{32}$/);
    expect(line).not.toContain(wang.actor.id.slice(0, 8));
  });
});
