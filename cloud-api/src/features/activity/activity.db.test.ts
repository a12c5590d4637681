import { DAY_LENGTH, HOUR, MINUTE, instantAt } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { People } from '../identity/people.ts';
import { aPhotograph } from '../enrolment/testing/case.builder.ts';
import { ActivityCodes } from './activity-codes.ts';
import { ActivityPlace, ActivityRating, ActivitySignUp } from './activity.entity.ts';
import type { ActivityInput, ActivityList, ActivitySatisfactionView, ActivityView, DoorList, MyActivityView, StaffActivityView } from './activity.dto.ts';

jest.setTimeout(60_000);
const START = instantAt('2026-11-25', '14:00');
const END = instantAt('2026-11-25', '15:30');
const PLAN: ActivityInput = { title: '缴费档次怎么选', words: '请社保专家讲一讲，现场答疑。', place: '二楼会议室', startsAt: START, endsAt: END, signUpClosesAt: START - HOUR, capacity: 2 };
type Resident = Awaited<ReturnType<TestApp['resident']>>;
type Answered<T> = T & { code?: string };

onEveryDatabase((database) => {
  let hall: TestApp;
  let head: Awaited<ReturnType<TestApp['staff']>>;
  let clerk: Awaited<ReturnType<TestApp['staff']>>;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, clerk] = [await hall.staff(['head'], '周建平'), await hall.staff(['clerk'], '赵雪')];
  });
  beforeEach(async () => {
    hall.clock.set(MORNING);
    for (const { token, actor } of [head, clerk]) {
      const fresh = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', actor.id)).token);
      (token === head.token ? head : clerk).token = fresh;
    }
  });
  afterAll(() => hall.close());

  const staff = <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, token = head.token) => hall.call<Answered<T>>(method, `/staff/activities${path}`, { token, ...(body ? { body } : {}), ...(method === 'POST' ? { key: newId() } : {}) });
  const announced = async (more: Partial<ActivityInput> = {}): Promise<StaffActivityView> => {
    const { body } = await staff<StaffActivityView>('POST', '', { ...PLAN, ...more });
    return (await staff<StaffActivityView>('POST', `/${body.id}/announce`, { version: body.version })).body;
  };
  const signUp = (who: Resident, activityId: string, name: string | null = '王小明') => hall.call<Answered<MyActivityView>>('POST', `/resident/activities/${activityId}/sign-ups`, { token: who.token, key: newId(), body: { name } });
  const mine = async (who: Resident, activityId: string) => (await hall.call<MyActivityView>('GET', `/resident/activities/${activityId}`, { token: who.token })).body;
  const own = <T = MyActivityView>(who: Resident, signUpId: string, path: string, body: object) => hall.call<Answered<T>>('POST', `/resident/activity-sign-ups/${signUpId}/${path}`, { token: who.token, body });
  const crowd = (size: number) => Promise.all(Array.from({ length: size }, () => hall.resident()));
  const told = async (type: string) => (await hall.dataSource.manager.findBy(OutboxEvent, { type })).map(({ payload }) => JSON.parse(payload) as { signUpId: string; residentId: string | null; activityId: string });
  /** A new day begins with a new sign-in. */
  const at = async (instant: number, ...people: { token: string; actor: { kind: 'staff' | 'resident'; id: string } }[]) => {
    hall.clock.set(instant);
    for (const who of people) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, who.actor.kind, who.actor.id)).token);
  };
  const oversold = async (activityId: string): Promise<number> => {
    const seated = (await hall.dataSource.manager.findBy(ActivitySignUp, { activityId })).filter(({ placeId }) => placeId !== null);
    return seated.length - new Set(seated.map(({ placeId }) => placeId)).size + Math.max(0, seated.length - (await hall.dataSource.manager.countBy(ActivityPlace, { activityId })));
  };

  test('of fifty people who sign up for ten places at once, ten have a place and forty wait, each once, in an order without gaps', async () => {
    const { id } = await announced({ capacity: 10 });
    const people = await crowd(50);
    const answers = await Promise.all(people.map((who) => signUp(who, id)));
    const states = answers.map(({ body }) => body.signUp?.state);
    expect([states.filter((state) => state === 'signed-up').length, states.filter((state) => state === 'waiting').length]).toEqual([10, 40]);
    expect(await oversold(id)).toBe(0);
    const positions = (await hall.dataSource.manager.findBy(ActivitySignUp, { activityId: id })).map(({ position }) => position).sort((a, b) => a - b);
    expect(positions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect((await hall.call<ActivityView>('GET', `/public/activities/${id}`)).body).toMatchObject({ capacity: 10, free: 0, waiting: 40 });
  });

  test('twenty taps of one person on the last place are one sign-up', async () => {
    const { id } = await announced();
    const [who] = await crowd(1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => signUp(who!, id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'ACTIVITY_SIGNED_UP_ALREADY')).toHaveLength(19);
  });

  test('a freed place goes to whoever has waited longest, who is told; several at once go to several', async () => {
    const { id } = await announced();
    const [first, second, third, fourth] = await crowd(4) as [Resident, Resident, Resident, Resident];
    for (const who of [first, second, third, fourth]) await signUp(who, id);
    expect((await mine(fourth, id)).signUp).toMatchObject({ state: 'waiting', ahead: 1 });
    const leave = async (who: Resident) => {
      const { signUp: standing } = await mine(who, id);
      return own(who, standing!.id, 'cancel', { version: standing!.version });
    };
    expect((await Promise.all([leave(first), leave(second)])).map(({ status }) => status)).toEqual([200, 200]);
    expect([(await mine(third, id)).signUp?.state, (await mine(fourth, id)).signUp?.state, (await mine(first, id)).signUp]).toEqual(['signed-up', 'signed-up', null]);
    expect((await told('activity.place-given')).filter(({ activityId }) => activityId === id).map(({ residentId }) => residentId)).toEqual([third.actor.id, fourth.actor.id]);
    await hall.deliver();
    const inbox = (await hall.call<{ items: { title: string; body: string; link: string }[] }>('GET', '/resident/inbox', { token: third.token })).body.items;
    expect(inbox[0]).toMatchObject({ title: '候补成功，有您的位置了', body: expect.stringContaining('缴费档次怎么选'), link: `/activity/one/index?id=${id}` });
    // Whoever left may come again, at the end of the line.
    expect((await signUp(first, id)).body.signUp).toMatchObject({ state: 'waiting', ahead: 0 });
    expect(await oversold(id)).toBe(0);
  });

  test('more places take in those who wait, and there are never fewer than are taken', async () => {
    let activity = await announced();
    const people = await crowd(3);
    for (const who of people) await signUp(who, activity.id);
    const change = (capacity: number) => staff<StaffActivityView>('PUT', `/${activity.id}`, { ...PLAN, capacity, version: activity.version });
    expect((await change(1)).body).toMatchObject({ code: 'ACTIVITY_INVALID' });
    activity = (await change(4)).body;
    expect(activity).toMatchObject({ signedUp: 3, free: 1, waiting: 0 });
    activity = (await change(3)).body;
    expect(await hall.dataSource.manager.countBy(ActivityPlace, { activityId: activity.id })).toBe(3);
    const moved = await staff<StaffActivityView>('PUT', `/${activity.id}`, { ...PLAN, capacity: 3, place: '一楼大厅', version: activity.version });
    expect(moved.status).toBe(200);
    expect((await told('activity.moved')).filter(({ activityId }) => activityId === activity.id)).toHaveLength(3);
  });

  test('the name on the account is taken; without one it is asked for', async () => {
    const { id } = await announced();
    const known = await hall.resident({ name: '欧阳娜', citizenId: '420606199001011239' });
    const [nameless] = await crowd(1);
    expect((await signUp(known, id, null)).body.signUp).toMatchObject({ maskedName: '欧*娜', state: 'signed-up' });
    expect((await mine(nameless!, id)).nameNeeded).toBe(true);
    expect(await signUp(nameless!, id, ' ')).toMatchObject({ status: 422, body: { code: 'ACTIVITY_NAME_NEEDED' } });
  });

  test('nobody sees a draft, and nobody signs up after it closed', async () => {
    const { body: draft } = await staff<StaffActivityView>('POST', '', PLAN);
    const [who] = await crowd(1) as [Resident];
    expect((await hall.call<ActivityList>('GET', '/public/activities')).body.items.some(({ id }) => id === draft.id)).toBe(false);
    expect([(await hall.call('GET', `/public/activities/${draft.id}`)).status, (await signUp(who, draft.id)).status]).toEqual([404, 404]);
    const { id } = await announced();
    await at(START - HOUR, who);
    expect((await signUp(who, id)).body).toMatchObject({ code: 'ACTIVITY_SIGN_UP_CLOSED' });
    expect((await mine(who, id)).refusal).toContain('截止');
  });

  test('whoever stands at the door shows it with the code there; another code, another time and a waiting one do not', async () => {
    const { id } = await announced({ capacity: 1 });
    const [who, waiting] = await crowd(2) as [Resident, Resident];
    const mineId = (await signUp(who, id)).body.signUp!.id;
    const waitingId = (await signUp(waiting, id)).body.signUp!.id;
    const code = () => hall.app.get(ActivityCodes).current(id).digits;
    await at(START - 2 * HOUR, who);
    expect((await own(who, mineId, 'attend', { code: code() })).body).toMatchObject({ code: 'ACTIVITY_DOOR_SHUT' });
    await at(START - 10 * MINUTE, who, waiting, clerk);
    const stale = code();
    hall.clock.advance(3 * MINUTE);
    expect((await own(who, mineId, 'attend', { code: stale })).body).toMatchObject({ code: 'ACTIVITY_CODE_WRONG' });
    expect((await own(waiting, waitingId, 'attend', { code: code() })).body).toMatchObject({ code: 'ACTIVITY_WAITING_FOR_PLACE' });
    const shown = (await hall.call<{ url: string; digits: string }>('GET', `/staff/activities/${id}/code`, { token: clerk.token })).body;
    expect((await own(who, mineId, 'attend', { code: shown.url.split('code=')[1]! })).body.signUp).toMatchObject({ state: 'attended' });
    expect((await own(who, mineId, 'attend', { code: shown.digits })).status).toBe(200);
  });

  test('guesses at the code run out', async () => {
    const { id } = await announced();
    const [who] = await crowd(1) as [Resident];
    const signUpId = (await signUp(who, id)).body.signUp!.id;
    await at(START, who);
    const right = hall.app.get(ActivityCodes).current(id).digits;
    const answers = await Promise.all(Array.from({ length: 15 }, (_, index) => own(who, signUpId, 'attend', { code: String((Number(right) + 1 + index) % 1_000_000).padStart(6, '0') })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  test('somebody without a phone is written down at the door and ticked by name, and a wrong tick is taken back', async () => {
    const { id } = await announced({ capacity: 1 });
    await at(START - 10 * MINUTE, clerk);
    const door = <T = DoorList>(path: string, body: object) => staff<T>('POST', `/${id}/sign-ups${path}`, body, clerk.token);
    const [li] = (await door('', { name: '李秀兰', phone: '138 0013 8000' })).body.items;
    expect(li).toMatchObject({ name: '李秀兰', byHand: true, hasPhone: true, state: 'signed-up', actions: ['attend', 'cancel'] });
    expect((await door<{ phone: string }>(`/${li!.id}/phone`, {})).body).toEqual({ phone: '13800138000' });
    const [ticked] = (await door(`/${li!.id}/attend`, { version: li!.version })).body.items;
    expect(ticked).toMatchObject({ state: 'attended', actions: ['undo'] });
    expect((await door(`/${li!.id}/attend`, { version: li!.version })).body).toMatchObject({ code: 'STALE_VERSION' });
    expect((await door(`/${li!.id}/undo`, { version: ticked!.version })).body.items[0]).toMatchObject({ state: 'signed-up', attendedAt: null });
    expect((await door('', { name: '张三', phone: '12345' })).status).toBe(422);
    expect((await staff('POST', '', PLAN, clerk.token)).status).toBe(403);
    const audit: { action: string }[] = await hall.dataSource.query("SELECT action FROM audit_entry WHERE action IN ('activity.show-phone', 'activity.read-door-list') AND actor_id = ?", [clerk.actor.id]);
    expect(new Set(audit.map(({ action }) => action))).toEqual(new Set(['activity.show-phone', 'activity.read-door-list']));
  });

  test('those who came rate it once, nobody can tell who said what, and five are needed for a figure', async () => {
    const { id } = await announced({ capacity: 6 });
    const people = await crowd(6);
    const ids = new Map<string, string>();
    for (const who of people) ids.set(who.actor.id, (await signUp(who, id)).body.signUp!.id);
    await at(START, ...people);
    const { digits } = hall.app.get(ActivityCodes).current(id);
    for (const who of people.slice(0, 5)) await own(who, ids.get(who.actor.id)!, 'attend', { code: digits });
    const rate = (who: Resident, level: number) => own<{ thanks: string }>(who, ids.get(who.actor.id)!, 'rating', { level });
    expect((await rate(people[0]!, 5)).body).toMatchObject({ code: 'ACTIVITY_NOT_OVER' });
    await at(END + MINUTE, ...people);
    await hall.app.get(Jobs).runNow('activity.follow-clock');
    await hall.app.get(Jobs).runNow('activity.follow-clock');
    expect((await told('activity.rating-invited')).filter(({ activityId }) => activityId === id)).toHaveLength(5);
    expect((await rate(people[5]!, 5)).body).toMatchObject({ code: 'ACTIVITY_NOT_ATTENDED' });
    for (const [index, who] of people.slice(0, 4).entries()) expect((await rate(who, index + 2)).status).toBe(200);
    const satisfaction = async () => (await hall.call<ActivityView>('GET', `/public/activities/${id}`)).body.satisfaction;
    expect(await satisfaction()).toEqual({ n: 4, average: null, satisfiedRate: null });
    const both = await Promise.all([rate(people[4]!, 5), rate(people[4]!, 1), rate(people[4]!, 5)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const inAll = async () => (await hall.call<ActivitySatisfactionView>('GET', '/public/activity-satisfaction')).body;
    // While somebody may still rate, an average would tell the rating just given.
    expect([await satisfaction(), await inAll()]).toEqual([{ n: 5, average: null, satisfiedRate: null }, { n: 0, average: null, satisfiedRate: null }]);
    const [row] = await hall.dataSource.manager.findBy(ActivityRating, { activityId: id });
    expect(Object.keys(row!).sort()).toEqual(['activityId', 'givenOn', 'hallId', 'id', 'level']);
    expect(await hall.dataSource.query("SELECT action FROM audit_entry WHERE action LIKE 'activity.rat%'")).toEqual([]);
    await at(END + 16 * DAY_LENGTH, head);
    await hall.app.get(Jobs).runNow('activity.follow-clock');
    expect((await staff<StaffActivityView>('GET', `/${id}`)).body.state).toBe('closed');
    expect([(await satisfaction()).average, await inAll()]).toEqual([expect.any(Number), await satisfaction()]);
  });

  test('the day before, those with a place are reminded once; at its hour it begins by itself', async () => {
    const { id } = await announced({ capacity: 1 });
    for (const who of await crowd(2)) await signUp(who, id);
    hall.clock.set(START - DAY_LENGTH + MINUTE);
    for (let turn = 0; turn < 2; turn += 1) await hall.app.get(Jobs).runNow('activity.follow-clock');
    expect((await told('activity.near')).filter(({ activityId }) => activityId === id)).toHaveLength(1);
    await at(START, head);
    await hall.app.get(Jobs).runNow('activity.follow-clock');
    expect((await staff<StaffActivityView>('GET', `/${id}`)).body).toMatchObject({ state: 'held', stateLabel: '进行中' });
  });

  test('a called-off activity tells everybody why, and lets everybody go', async () => {
    const activity = await announced({ capacity: 1 });
    const people = await crowd(2) as [Resident, Resident];
    for (const who of people) await signUp(who, activity.id);
    expect((await staff('POST', `/${activity.id}/cancel`, { version: activity.version, reason: ' ' })).body).toMatchObject({ code: 'ACTIVITY_REASON_NEEDED' });
    expect((await staff<StaffActivityView>('POST', `/${activity.id}/cancel`, { version: activity.version, reason: '讲课的老师生病了' })).body).toMatchObject({ state: 'cancelled', cancelReason: '讲课的老师生病了' });
    expect((await told('activity.called-off')).filter(({ activityId }) => activityId === activity.id)).toHaveLength(2);
    expect((await mine(people[1], activity.id)).signUp).toMatchObject({ state: 'called-off', actions: [] });
  });

  test('the picture of an announced activity hangs out for everybody', async () => {
    const activity = await announced();
    const hung = await hall.upload<StaffActivityView>(`/staff/activities/${activity.id}/picture`, { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, { token: head.token });
    expect(hung.status).toBe(200);
    expect((await hall.call<Buffer>('GET', hung.body.pictureUrl!.replace('/api', ''))).status).toBe(200);
    expect((await hall.call('GET', `/public/activities/${newId()}/pictures/${hung.body.pictureUrl!.split('/').at(-1)}`)).status).toBe(404);
  });

  test('two accounts of one person bring one place; the other goes to whoever waits', async () => {
    const { id } = await announced();
    const [one, two, waiting] = await crowd(3) as [Resident, Resident, Resident];
    for (const who of [one, two, waiting]) await signUp(who, id);
    await hall.work((work) => hall.app.get(People).merge(work, one.actor.id, two.actor.id));
    await hall.deliver();
    expect([(await mine(two, id)).signUp?.state, (await mine(waiting, id)).signUp?.state]).toEqual(['signed-up', 'signed-up']);
    expect(await oversold(id)).toBe(0);
  });

  describe('a statement typed by hand', () => {
    const insert = (activityId: string, placeId: string | null, state = 'signed-up') => {
      const id = newId();
      return hall.dataSource.query('INSERT INTO activity_sign_up (id, activity_id, place_id, position, reference, name_cipher, state, signed_up_at, rated, version) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 1)', [id, activityId, placeId, Math.floor(Number(`0x${id.slice(-6)}`) + 1_000), id.slice(-8).toUpperCase(), 'x', state]);
    };

    test('gives no place twice, no place of another activity, and nobody a seat without one', async () => {
      const [full, other] = [await announced({ capacity: 1 }), await announced({ capacity: 1 })];
      await signUp((await crowd(1))[0]!, full.id);
      const taken = await hall.dataSource.manager.findOneByOrFail(ActivityPlace, { activityId: full.id });
      const elsewhere = await hall.dataSource.manager.findOneByOrFail(ActivityPlace, { activityId: other.id });
      await expect(insert(full.id, taken.id)).rejects.toThrow(/unique|duplicate/i);
      await expect(insert(full.id, elsewhere.id)).rejects.toThrow(/foreign key/i);
      await expect(insert(full.id, null)).rejects.toThrow(/constraint/i);
      await expect(hall.dataSource.query('DELETE FROM activity_place WHERE id = ?', [taken.id])).rejects.toThrow(/foreign key/i);
      await expect(insert(full.id, null, 'waiting')).resolves.toBeDefined();
    });
  });
});
