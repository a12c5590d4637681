import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { AuditEntry, OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { TestApp } from '../../testing/test-app.ts';
import { instantAt } from '@hall/shared/kernel/day';
import { Cases } from './cases.ts';
import { LapseService } from './lapse.service.ts';
import type { FoundCaseView, StaffCaseView } from './staff-case.dto.ts';
import { CaseStory, aPhotograph, person, wholeAnswers } from './testing/case.builder.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  let clerk: Awaited<ReturnType<TestApp['staff']>>;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    clerk = await hall.staff(['clerk']);
  });
  afterAll(() => hall.close());

  const openAtWindow = (answers: object, more: object = {}) => hall.call<StaffCaseView>('POST', '/staff/applications', { ...clerk, body: { matterId: 'enrolment', answers, ...more } });
  const find = (body: object) => hall.call<{ items: FoundCaseView[] }>('POST', '/staff/cases/find', { ...clerk, body });

  test('someone without a phone is served in one go, with pictures or with originals alone', async () => {
    const who = person('许一', '42060619600301101');
    const opened = await openAtWindow(who);
    expect(opened.body).toMatchObject({ state: 'draft', personName: '许一', agentName: null, consentNeeded: false, identityVerified: false });
    const story = new CaseStory(hall, { token: '' }, opened.body.id);
    await story.staff(clerk, 'PATCH', 'draft', { answers: wholeAnswers(who) });
    const photo = await hall.upload<StaffCaseView>(`/staff/applications/${story.id}/materials/household-register/pictures`, { name: 'scan.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, clerk);
    expect(photo.body.materials.find((material) => material.code === 'household-register')!.pictures).toHaveLength(1);
    expect((await story.handle(clerk)).body).toMatchObject({ state: 'handled', problems: [], assessment: { year: 2026, tierYuan: 500 } });
    expect(await hall.app.get(Cases).handledOrClosed(story.id)).toBe(true);
  });

  test('the clerk is told of the case that stands instead of opening a second one', async () => {
    const who = person('许二', '42060619600301102');
    const first = await openAtWindow(who);
    expect(await openAtWindow(who)).toMatchObject({ status: 409, body: { code: 'APPLICATION_ALREADY_OPEN', data: { applicationId: first.body.id } } });
  });

  test('a case is found by ID number, phone or case number, by nothing else and in no other hall', async () => {
    const who = person('许三', '42060619600301103');
    const { body } = await openAtWindow({ ...who, phone: '13977778888' });
    const found = { items: [{ id: body.id, maskedName: '许*', maskedCitizenId: expect.stringMatching(/^420\*+\w{4}$/), caseNumber: body.caseNumber }] };
    expect((await find({ citizenId: ` ${who.citizenId.toLowerCase()}` })).body).toMatchObject(found);
    expect((await find({ phone: '139 7777 8888' })).body).toMatchObject(found);
    expect((await find({ caseNumber: body.caseNumber })).body).toMatchObject(found);
    expect((await find({ bookingReference: 'NOT-THERE' })).body).toEqual({ items: [] });
    expect(await find({})).toMatchObject({ status: 400, body: { code: 'CASE_FIND_ONE_KEY' } });
    expect(await find({ phone: '13977778888', caseNumber: body.caseNumber })).toMatchObject({ status: 400, body: { code: 'CASE_FIND_ONE_KEY' } });
    const elsewhere = { ...clerk.actor, hallId: '00000000-0000-7000-8000-000000000000' };
    expect(await hall.app.get(Cases).forPerson((await hall.app.get(Cases).facts(body.id)).citizenIndex!)).toHaveLength(1);
    await expect(hall.app.get((await import('./case.queries.ts')).CaseQueries).forStaff(elsewhere, body.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('another number on the card is refused, and changing the name afterwards needs the card again', async () => {
    const who = person('许四', '42060619900301104');
    const { body } = await openAtWindow(who);
    const story = new CaseStory(hall, { token: '' }, body.id);
    expect(await story.staff(clerk, 'POST', 'verify-identity', { citizenId: person('', '42060619900301199').citizenId })).toMatchObject({ status: 409, body: { code: 'IDENTITY_DIFFERS' } });
    expect((await story.staff(clerk, 'POST', 'verify-identity', { citizenId: who.citizenId })).body.identityVerified).toBe(true);
    expect((await story.staff(clerk, 'PATCH', 'draft', { answers: { name: '许思' } })).body.identityVerified).toBe(false);
  });

  test('a second account of one person is joined after the head confirms, and its cases follow', async () => {
    const who = person('许五', '42060619900301105');
    const old = await hall.resident(who);
    const before = await CaseStory.begin(hall, old);
    await before.handIn(who);
    await before.review(clerk);
    await before.handle(clerk);
    const fresh = await hall.resident(who);
    expect((await hall.call('POST', '/resident/applications', { ...fresh, body: { matterId: 'enrolment' } })).status).toBe(409);
    await hall.work((work) => work.execute("UPDATE application SET state = 'completed', open_key = NULL WHERE id = ?", [before.id]));

    const now = await CaseStory.begin(hall, fresh);
    expect(await now.staff(clerk, 'POST', 'verify-identity')).toMatchObject({ status: 409, body: { code: 'IDENTITY_MERGE_NEEDED', data: { otherResidentId: old.actor.id } } });
    expect((await now.staff(clerk, 'POST', 'merge-account')).status).toBe(403);
    const head = await hall.staff(['head']);
    expect(await now.staff(head, 'POST', 'merge-account')).toMatchObject({ status: 403, body: { code: 'STEP_UP_NEEDED' } });
    await hall.steppedUp(head.token);
    expect((await now.staff(head, 'POST', 'merge-account')).body.identityVerified).toBe(true);
    await hall.deliver();
    expect((await hall.call('GET', '/resident/me', old)).status).toBe(401);
    const mine = await hall.call<{ items: { id: string }[] }>('GET', '/resident/applications', fresh);
    expect(mine.body.items.map((card) => card.id).sort()).toEqual([before.id, now.id].sort());
    const picture = (await before.seenBy(clerk)).materials[0]!.pictures[0]!.id;
    expect((await hall.call('POST', `/resident/pictures/${picture}/link`, { ...fresh, body: {} })).status).toBe(200);
  });

  test('giving a case up and letting it lapse both tell whoever holds something for it, in the same unit of work', async () => {
    const closed: string[] = [];
    hall.app.get(Cases).onClosing('test.place', async (work, applicationId) => {
      await work.rows('SELECT id FROM application WHERE id = ?', [applicationId]);
      closed.push(applicationId);
    });
    const given = await CaseStory.begin(hall, await hall.resident(person('许六', '42060619900301106')));
    await given.act('withdraw');
    const begun = hall.clock.now();
    const forgotten = await CaseStory.begin(hall, await hall.resident(person('许七', '42060619900301107')));
    const lapses = hall.app.get(LapseService);
    hall.clock.set(instantAt('2027-02-06', '12:00'));
    expect(await lapses.sweep()).toMatchObject({ warned: 0 });
    hall.clock.set(instantAt('2027-02-07', '00:00'));
    expect((await lapses.sweep()).warned).toBeGreaterThan(0);
    expect((await lapses.sweep()).warned).toBe(0);
    hall.clock.set(instantAt('2027-02-21', '23:59'));
    expect((await lapses.sweep()).lapsed).toBe(0);
    hall.clock.set(instantAt('2027-02-22', '00:00'));
    expect((await lapses.sweep()).lapsed).toBeGreaterThan(0);
    expect((await forgotten.seenBy(await hall.staff(['clerk']))).state).toBe('lapsed');
    expect(closed).toEqual(expect.arrayContaining([given.id, forgotten.id]));
    const told = (await hall.dataSource.manager.find(OutboxEvent)).filter((event) => event.payload.includes(forgotten.id)).map((event) => event.type);
    expect(told).toEqual(['application.opened', 'application.lapse-near', 'application.lapsed']);
    hall.clock.set(begun);
  });

  test('a clerk closes a case that somebody else opened with a person’s number', async () => {
    const who = person('许八', '42060619900301108');
    const taken = await openAtWindow(who);
    const story = new CaseStory(hall, { token: '' }, taken.body.id);
    expect((await story.staff(clerk, 'POST', 'withdraw', { reason: '本人说明不是自己填写' })).body).toMatchObject({ state: 'withdrawn', timeline: [{ label: '开始填写' }, { label: '撤销', note: '本人说明不是自己填写' }] });
    expect((await openAtWindow(who)).status).toBe(200);
  });

  test('every look at a case is written down, with who looked and never what was seen', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('何小荷', '42060619910202002')));
    await story.save(person('何小荷', '42060619910202002'));
    const clerk = await hall.staff(['clerk']);
    for (let look = 0; look < 2; look += 1) await story.seenBy(clerk);
    const looks = await hall.dataSource.manager.findBy(AuditEntry, { action: 'case.read', subjectId: story.id });
    expect(looks.map(({ actorKind, actorId, detail }) => ({ actorKind, actorId, detail }))).toEqual(Array.from({ length: 2 }, () => ({ actorKind: 'staff', actorId: clerk.actor.id, detail: null })));
  });
});
