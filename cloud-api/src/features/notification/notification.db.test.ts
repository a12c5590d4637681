import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { applicationReady } from '../enrolment/enrolment.events.ts';
import { ticketCalled } from '../queue/queue.events.ts';
import type { InboxItemView, InboxList } from './notification.dto.ts';

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
  }, 60_000);
  afterAll(() => hall.close());

  const inboxOf = async (token: string) => (await hall.call<InboxList>('GET', '/resident/inbox', { token })).body.items;

  test('what happened to a case stands in its owner\'s inbox once, however often the event is told', async () => {
    const { actor, token } = await hall.resident();
    await hall.work((work) => Promise.resolve(work.emit(applicationReady, { applicationId: 'a1', hallId: hall.hallId, residentId: actor.id })));
    await hall.deliver();
    await hall.work((work) => work.execute("UPDATE outbox_event SET delivered = 0 WHERE type = 'application.ready'"));
    await hall.deliver();
    expect(await inboxOf(token)).toEqual([expect.objectContaining({ title: '材料审核通过了', link: '/enrolment/status/index?id=a1', read: false })]);
  });

  test('a message is read by its owner and not there for anybody else', async () => {
    const owner = await hall.resident();
    const stranger = await hall.resident();
    await hall.work((work) => Promise.resolve(work.emit(ticketCalled, { ticketId: 't1', hallId: hall.hallId, windowId: 'w1', residentId: owner.actor.id, callCount: 1 })));
    await hall.deliver();
    const [item] = await inboxOf(owner.token);
    expect((await hall.call('POST', `/resident/inbox/${item!.id}/read`, { token: stranger.token })).status).toBe(404);
    expect((await hall.call<InboxItemView>('POST', `/resident/inbox/${item!.id}/read`, { token: owner.token })).body.read).toBe(true);
    expect(await inboxOf(stranger.token)).toEqual([]);
  });

  test('somebody without an account is told nothing, and nothing breaks', async () => {
    await hall.work((work) => Promise.resolve(work.emit(ticketCalled, { ticketId: 't2', hallId: hall.hallId, windowId: 'w1', residentId: null, callCount: 1 })));
    await hall.deliver();
    expect(Number((await hall.dataSource.query('SELECT COUNT(*) AS n FROM outbox_event WHERE delivered = 0'))[0].n)).toBe(0);
  });
});
