import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { CaseStory, LI_MING } from '../enrolment/testing/case.builder.ts';
import { HallWindow } from '../hall/hall.entity.ts';
import { CallingService } from '../queue/calling.service.ts';
import { MATTER, clerkAtWindow, walkIn } from '../queue/queue.builder.ts';
import { RatedHall } from '../rating/testing/rated-hall.ts';
import type { RelayView } from '../relays/relay.dto.ts';
import { BoxOpening } from '../suggestion/box.entity.ts';
import { BoxService } from '../suggestion/box.service.ts';
import { SuggestionPlan } from '../suggestion/suggestion-work.entity.ts';
import { Voice, must, type Staff } from '../suggestion/testing/voice.builder.ts';
import type { AccountOpenWorkView } from './accounts.dto.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let voice: Voice;
  let hall: TestApp;
  let rated: RatedHall;
  let keeper: { token: string };
  beforeAll(async () => {
    voice = await Voice.start(database.url);
    hall = voice.hall;
    rated = await RatedHall.open(hall);
    keeper = await hall.staff(['system-admin'], '系统管理员');
  });
  afterAll(() => voice.close());

  const open = async ({ actor }: Staff) => must(await hall.call<AccountOpenWorkView>('GET', `/staff/accounts/${actor.id}/open-work`, keeper)).items;
  const handOn = (from: Staff, key: string, to: Staff | null) => hall.call<AccountOpenWorkView & { code: string }>('POST', `/staff/accounts/${from.actor.id}/hand-on`, { ...keeper, body: { key, toStaffId: to?.actor.id ?? null, reason: '调走，科长定的' } });

  test('a suggestion, its published plan and one not yet published pass to a colleague, who goes on where it stood', async () => {
    const author = await voice.author('zhang-guiying');
    const [first, second] = [must(await voice.submit(author)).id, must(await voice.submit(author, { text: '厕所的灯坏了半个月没有人修，老人怕摔' })).id];
    for (const id of [first, second]) await voice.taken(id);
    await voice.planned(first);
    must(await voice.savePlan(voice.wang, second));
    const plans = (await Promise.all([first, second].map((id) => voice.staff(voice.leader, id)))).map((seen) => seen.plans.at(-1)!.id);
    const keys = [`suggestion:${first}`, `suggestion:${second}`, ...plans.map((id) => `suggestion-plan:${id}`)];
    expect((await open(voice.wang)).map(({ key }) => key).sort()).toEqual([...keys].sort());
    for (const key of keys) expect((await handOn(voice.wang, key, voice.li)).status).toBe(200);
    expect(await open(voice.wang)).toEqual([]);
    must(await voice.move(voice.li, first, 'take'));
    expect(await hall.dataSource.manager.findOneBy(SuggestionPlan, { id: plans[0]! })).toMatchObject({ ownerId: voice.li.actor.id, state: 'published' });
    must(await voice.planMove(voice.li, first, 'carry-out'));
    must(await voice.move(voice.li, second, 'take'));
    must(await voice.planMove(voice.li, second, 'propose'));
    expect((await handOn(voice.wang, keys[2]!, voice.li)).status).toBe(404);
  });

  test('the case of a bad rating passes to another head, never to the one who was rated', async () => {
    const [another, third] = [await hall.staff(['head'], '吴科长'), await hall.staff(['head'], '钱科长')];
    const { caseId } = await rated.rated(await hall.resident(), undefined, { staffId: another.actor.id });
    const ownerId = (await rated.row({ id: caseId })).ownerId!;
    const owner = [rated.head, voice.head, third].find(({ actor }) => actor.id === ownerId)!;
    const successor = owner === third ? rated.head : third;
    expect((await handOn(owner, `rating:${caseId}`, another)).body).toMatchObject({ code: 'RATING_CASE_OTHERS' });
    expect((await handOn(owner, `rating:${caseId}`, rated.clerk)).body).toMatchObject({ code: 'HAND_ON_INVALID' });
    expect((await handOn(owner, `rating:${caseId}`, successor)).body).toMatchObject({ items: [] });
    expect((await rated.step(successor, caseId, 'contact', { words: '您好，想向您了解当时的情况。' })).status).toBe(200);
    expect(await rated.messages(successor)).toHaveLength(1);
  });

  test('a review that lies open before somebody goes back, and a colleague goes on with it', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(LI_MING));
    await story.handIn();
    await story.staff(rated.clerk, 'POST', 'claim');
    expect(await open(rated.clerk)).toEqual([{ key: `application:${story.id}`, needs: 'review.claim', text: expect.stringContaining('转交时放回') }]);
    expect((await handOn(rated.clerk, `application:${story.id}`, voice.li)).body).toMatchObject({ items: [] });
    expect(await story.seenBy(voice.li)).toMatchObject({ claimedBy: null });
    await story.review(voice.li);
    expect(await story.seen()).toMatchObject({ state: 'ready' });
  });

  test('a message nobody will read any more, a box begun alone and a window nobody is called to are let go', async () => {
    const leaving = await clerkAtWindow(hall, '8');
    const { id: relayId } = must(await hall.call<RelayView>('POST', '/staff/relays', { ...voice.leader, key: newId(), body: { title: '明天晨会', words: '请提前到。', link: null, departmentIds: [], roles: [], staffIds: [leaving.actor.id] } }));
    const box = hall.app.get(BoxService);
    await box.plan(leaving.actor, '2026-11-23');
    const opening = await hall.dataSource.manager.findOneByOrFail(BoxOpening, { hallId: hall.hallId, plannedFor: '2026-11-23' });
    await box.begin(leaving.actor, opening.id, opening.version);
    await walkIn(hall, leaving.actor);
    await hall.app.get(CallingService).next(leaving.actor);

    const keys = [`relay:${relayId}`, `box-opening:${opening.id}`, `window:${leaving.windowId}`];
    expect((await open(leaving)).find(({ key }) => key === keys[0])).toMatchObject({ text: '信息传达签收：明天晨会' });
    expect((await open(leaving)).map(({ key, needs }) => [key, needs]).sort()).toEqual(keys.map((key) => [key, null]).sort());
    expect((await handOn(leaving, keys[2]!, null)).body).toMatchObject({ code: 'WINDOW_BUSY' });
    await hall.work((work) => work.execute("UPDATE ticket SET state = 'left', window_in_use = NULL, open_key = NULL WHERE window_in_use = ?", [leaving.windowId]));
    for (const key of keys) expect((await handOn(leaving, key, null)).status).toBe(200);
    expect(await open(leaving)).toEqual([]);
    expect(await hall.dataSource.manager.findOneBy(HallWindow, { id: leaving.windowId })).toMatchObject({ state: 'closed', clerkId: null, skills: [MATTER] });
    expect(await hall.dataSource.manager.findOneBy(BoxOpening, { id: opening.id })).toMatchObject({ state: 'planned', firstId: null });
  });

  test('the days somebody was to lead pass one by one to others who may lead; a day already begun is handed over by itself', async () => {
    const plan = (day: string) => hall.call('PUT', '/staff/duty', { ...rated.head, body: { month: day.slice(0, 7), shifts: [{ day, leaderId: voice.leader.actor.id, version: null }] } });
    for (const day of ['2026-11-23', '2026-11-25']) expect((await plan(day)).status).toBe(200);
    await hall.work((work) => work.execute("UPDATE duty_shift SET state = 'on-duty', begun_by = leader_id WHERE day = '2026-11-23'", []));
    const [begun, coming] = await open(voice.leader);
    expect([begun, coming]).toEqual([{ text: '2026-11-23 带班，已经签到：请先在“带班”里交班', key: null, needs: null }, { text: '2026-11-25 带班', key: expect.stringMatching(/^duty-shift:/), needs: 'deadline.read' }]);
    expect((await handOn(voice.leader, coming!.key!, voice.li)).body).toMatchObject({ code: 'HAND_ON_INVALID' });
    expect((await handOn(voice.leader, coming!.key!, rated.leader)).body.items).toEqual([begun]);
  });
});
