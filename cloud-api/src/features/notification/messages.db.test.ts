import { HOUR, MINUTE, instantAt } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING } from '../../testing/test-app.ts';
import { activityMoved } from '../activity/activity.events.ts';
import { deadlineEscalated } from '../deadlines/deadlines.events.ts';
import { applicationReturned } from '../enrolment/enrolment.events.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { ticketCalled } from '../queue/queue.events.ts';
import { MessageCarriers } from './message-carriers.ts';
import { MessageSender } from './message-sender.ts';
import { MessagingHall } from './testing/messages.ts';

const SEND = '/cgi-bin/message/subscribe/send';

onEveryDatabase((database) => {
  let house: MessagingHall;
  let made = 0;
  beforeAll(async () => { house = await MessagingHall.start(database.url); }, 60_000);
  beforeEach(() => house.hall.clock.set(MORNING));
  afterAll(() => house.close());

  const happen = async (emit: Parameters<typeof house.hall.work>[0]) => {
    await house.hall.work(emit);
    await house.hall.deliver();
  };
  /** Their case came back: what must reach people, by SMS too. */
  const returned = (person: { id: string }) => happen((work) => Promise.resolve(work.emit(applicationReturned, { applicationId: `case-${(made += 1)}`, hallId: house.hall.hallId, residentId: person.id, noticeId: 'n', staffId: 's', late: false })));
  const called = (person: { id: string }, callCount = 1) => happen((work) => Promise.resolve(work.emit(ticketCalled, { ticketId: 't', hallId: house.hall.hallId, windowId: 'w', residentId: person.id, callCount })));
  const toWechat = () => house.wechat.control.callCounts()[SEND] ?? 0;
  const sentTo = (person: { name: string }) => house.sent.filter((message) => message.openid === house.wechat.control.openidOf(person.name));
  const inboxOf = async (token: string) => (await house.hall.call<{ items: unknown[] }>('GET', '/resident/inbox', { token })).body.items;

  test('whoever allowed it gets the message in WeChat once, with the right words and page, and it used up the one that was allowed', async () => {
    const person = await house.resident();
    await house.allow(person, 'progress');
    await returned(person);
    await house.send();
    await house.send();
    expect(sentTo(person)).toMatchObject([{ templateId: 'tmpl-progress', page: `enrolment/status/index?id=case-${made}`, data: { phrase2: '需要修改', thing3: '只改标出的几项，改好再提交', time4: '2026年11月23日 09:00' } }]);
    expect(house.smsTo(person.phone)).toEqual([]);
    await returned(person);
    await house.send();
    expect(sentTo(person)).toHaveLength(1);
    expect(house.smsTo(person.phone)).toHaveLength(1);
    expect(await inboxOf(person.token)).toHaveLength(2);
  });

  test('an activity that is moved to and fro is one SMS a day, and every time a word in the inbox', async () => {
    const person = await house.resident();
    const moved = async (activityId: string) => {
      await happen((work) => Promise.resolve(work.emit(activityMoved, { signUpId: 's', activityId, hallId: house.hall.hallId, residentId: person.id })));
      await house.send();
    };
    for (const activityId of ['one', 'one', 'one', 'other']) await moved(activityId);
    expect([house.smsTo(person.phone).length, (await inboxOf(person.token)).length]).toEqual([2, 4]);
    house.hall.clock.set(MORNING + 24 * HOUR);
    await moved('one');
    expect(house.smsTo(person.phone)).toHaveLength(3);
  });

  test('two processes that send at the same moment send one message', async () => {
    const person = await house.resident();
    await house.allow(person, 'progress');
    await returned(person);
    const sender = house.hall.app.get(MessageSender);
    await Promise.all([sender.sendDue(), sender.sendDue(), sender.sendDue()]);
    expect(sentTo(person)).toHaveLength(1);
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ channel: 'wechat', state: 'sent', attempts: 1 })]);
  });

  test('an event told twice is one message', async () => {
    const person = await house.resident();
    await house.allow(person, 'progress');
    await returned(person);
    await house.hall.work((work) => work.execute('UPDATE outbox_event SET delivered = 0'));
    await house.hall.work((work) => work.execute('DELETE FROM event_delivery'));
    await house.hall.deliver();
    await house.send();
    expect(sentTo(person)).toHaveLength(1);
    expect(await inboxOf(person.token)).toHaveLength(1);
  });

  test('a process that dies between taking a message and sending it: nobody knows, so it is not sent again, and what must reach people goes by SMS', async () => {
    const person = await house.resident();
    await house.allow(person, 'progress');
    await returned(person);
    const dying = jest.spyOn(house.hall.app.get(MessageCarriers), 'carry').mockRejectedValueOnce(new Error('the process died'));
    await expect(house.hall.app.get(MessageSender).sendDue()).rejects.toThrow('died');
    dying.mockRestore();
    await house.send();
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ state: 'sending' })]);
    house.hall.clock.set(MORNING + 2 * MINUTE + 1);
    await house.send();
    expect(sentTo(person)).toEqual([]);
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ channel: 'wechat', state: 'gave-up', reason: 'outcome-unknown' }), expect.objectContaining({ channel: 'sms', state: 'sent' })]);
    expect(house.smsTo(person.phone)).toHaveLength(1);
  });

  test('an answer that got lost is treated the same: WeChat may have sent it, and is not asked again', async () => {
    const person = await house.resident();
    await house.allow(person, 'call');
    await called(person);
    const before = toWechat();
    house.wechat.control.failNext(SEND, 'cut');
    await house.send();
    house.hall.clock.set(MORNING + 5 * MINUTE);
    await house.send();
    expect(toWechat() - before).toBe(1);
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ state: 'gave-up', reason: 'outcome-unknown' })]);
    expect(house.smsTo(person.phone)).toEqual([]);
  });

  test('WeChat\'s own no (43101) is an ordinary ending: nothing is left to spend, and what must reach people goes by SMS', async () => {
    const person = await house.resident();
    for (let taps = 0; taps < 2; taps += 1) await house.hall.call('POST', '/resident/message-consents', { token: person.token, body: { accepted: ['progress'], rejected: [] } });
    await returned(person);
    await house.send();
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ channel: 'wechat', state: 'not-consented', reason: 'by-wechat' }), expect.objectContaining({ channel: 'sms' })]);
    await house.send();
    expect(house.smsTo(person.phone)[0]).toMatch(/有几处需要修改/);
    const before = toWechat();
    await returned(person);
    await house.send();
    expect(toWechat()).toBe(before);
  });

  test('a token WeChat no longer takes is fetched anew and the message goes out once', async () => {
    const person = await house.resident();
    await house.allow(person, 'progress');
    await returned(person);
    house.wechat.control.failNext(SEND, { errcode: 40001 });
    await house.send();
    expect(sentTo(person)).toHaveLength(1);
  });

  test('while WeChat is busy a message waits ever longer, costs nothing, and goes out when WeChat is back', async () => {
    const person = await house.resident();
    await house.allow(person, 'progress');
    await returned(person);
    house.wechat.control.failNext(SEND, { errcode: -1 }, 2);
    const before = toWechat();
    const waits: number[] = [];
    for (const seconds of [0, 29, 30, 89, 90]) {
      house.hall.clock.set(MORNING + seconds * 1_000);
      await house.send();
      waits.push(toWechat() - before);
    }
    expect(waits).toEqual([1, 1, 2, 2, 3]);
    expect(sentTo(person)).toHaveLength(1);
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ state: 'sent', attempts: 3 })]);
  });

  test('a message WeChat will never take is not tried again and costs nothing', async () => {
    const person = await house.resident();
    await house.allow(person, 'call');
    await called(person);
    house.wechat.control.failNext(SEND, { errcode: 47003 });
    await house.send();
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ state: 'refused', reason: 'argument', attempts: 1 })]);
    await called(person);
    await house.send();
    expect(sentTo(person)).toHaveLength(1);
  });

  test('at night only what cannot wait goes out; the rest comes at half past seven', async () => {
    const person = await house.resident();
    await house.allow(person, 'progress');
    await house.allow(person, 'call');
    house.hall.clock.set(instantAt('2026-11-23', '22:00'));
    await returned(person);
    await called(person);
    await house.send();
    expect(sentTo(person).map((message) => message.templateId)).toEqual(['tmpl-call']);
    house.hall.clock.set(instantAt('2026-11-24', '07:29'));
    await house.send();
    expect(sentTo(person)).toHaveLength(1);
    house.hall.clock.set(instantAt('2026-11-24', '07:30'));
    await house.send();
    expect(sentTo(person).map((message) => message.templateId)).toEqual(['tmpl-call', 'tmpl-progress']);
  });

  test('a call that nobody could be told of in ten minutes is not told later', async () => {
    const person = await house.resident();
    await house.allow(person, 'call');
    await called(person);
    house.hall.clock.set(MORNING + 10 * MINUTE);
    await house.send();
    expect(sentTo(person)).toEqual([]);
    expect(await house.deliveries(person.id)).toEqual([expect.objectContaining({ state: 'gave-up', reason: 'stale' })]);
  });

  test('a number called again stands in the inbox and costs no message', async () => {
    const person = await house.resident();
    await house.allow(person, 'call');
    await called(person, 2);
    await house.send();
    expect([await inboxOf(person.token), sentTo(person)]).toEqual([[expect.objectContaining({ title: '轮到您了' })], []]);
  });

  test('people are asked about what this moment leads to, not when they have plenty, and not for a week after a no', async () => {
    const person = await house.resident();
    const asked = async (token = person.token) => (await house.hall.call<{ items: { code: string }[] }>('GET', '/resident/message-templates?for=submit', { token })).body.items;
    expect(await asked()).toEqual([{ code: 'progress', templateId: 'tmpl-progress' }, { code: 'visit', templateId: 'tmpl-visit' }]);
    await house.hall.call('POST', '/resident/message-consents', { token: person.token, body: { accepted: ['visit'], rejected: ['progress'] } });
    expect((await asked()).map(({ code }) => code)).toEqual(['visit']);
    for (let taps = 0; taps < 2; taps += 1) await house.allow(person, 'visit');
    expect(await asked()).toEqual([]);
    house.hall.clock.set(MORNING + 7 * 24 * HOUR);
    const { token } = await house.signIn(person.name);
    expect((await asked(token)).map(({ code }) => code)).toEqual(['progress']);
    expect(await house.hall.call('GET', '/resident/message-templates?for=sleeping', { token })).toMatchObject({ status: 400 });
    expect(await house.hall.call('POST', '/resident/message-consents', { token, body: { accepted: ['wages'], rejected: [] } })).toMatchObject({ status: 400 });
  });

  test('when two accounts of one person become one, inbox, waiting messages and what was allowed follow', async () => {
    const [from, into] = [await house.resident(), await house.resident()];
    await house.allow(from, 'progress');
    await house.allow(into, 'progress');
    await returned(from);
    await happen(async (work) => {
      await work.execute('UPDATE resident_identity SET resident_id = ? WHERE resident_id = ?', [into.id, from.id]);
      work.emit(accountsMerged, { fromResidentId: from.id, intoResidentId: into.id });
    });
    await returned(into);
    await house.send();
    expect(sentTo(from).length + sentTo(into).length).toBe(2);
    expect(await inboxOf(into.token)).toHaveLength(2);
    expect(await house.deliveries(from.id)).toEqual([]);
  });

  test('a superior to whom something overdue was reported finds it in the inbox; without WeChat a text message says so, and names nobody', async () => {
    const { actor, token } = await house.hall.staff(['leader'], '孙局长');
    const stranger = await house.hall.staff(['clerk']);
    await happen(async (work) => {
      await work.execute('UPDATE staff SET phone_cipher = ? WHERE id = ?', [house.phoneCipher('13900001111', actor.id), actor.id]);
      work.emit(deadlineEscalated, { deadlineId: 'd1', hallId: house.hall.hallId, subjectKind: 'suggestion', subjectId: 's1', step: 'reply', level: 2, staffId: actor.id });
    });
    await house.send();
    expect(house.smsTo('13900001111')).toEqual([expect.stringMatching(/^【社保服务大厅】有一件超期未办的事/)]);
    const inbox = (await house.hall.call<{ items: { id: string; read: boolean }[]; unread: number }>('GET', '/staff/inbox', { token })).body;
    expect(inbox).toMatchObject({ unread: 1, items: [{ title: '一件超期的事报到您这里', read: false, urgent: false }] });
    expect((await house.hall.call('POST', `/staff/inbox/${inbox.items[0]!.id}/read`, { token: stranger.token, body: {} })).status).toBe(404);
    expect((await house.hall.call('POST', `/staff/inbox/${inbox.items[0]!.id}/read`, { token, body: {} })).body).toMatchObject({ read: true });
    expect((await house.hall.call('GET', '/staff/inbox', { token })).body).toMatchObject({ unread: 0 });
  });

  test('nothing personal lies in what waits to be sent', async () => {
    const rows: { params: string }[] = await house.hall.dataSource.query('SELECT params FROM message_delivery');
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/1[3-9]\d{9}|\d{17}[\dX]|居民\d/);
  });

  test('how a message ended is forgotten after a season', async () => {
    house.hall.clock.set(MORNING + 120 * 24 * HOUR);
    await house.hall.app.get(MessageSender).forget();
    expect(Number((await house.hall.dataSource.query('SELECT COUNT(*) AS n FROM message_delivery WHERE ended_at IS NOT NULL'))[0].n)).toBe(0);
  });
});
