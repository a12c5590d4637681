import { People } from '../identity/people.ts';
import { PictureSweep } from '../pictures/pictures.jobs.ts';
import { FileStorage } from '../../platform/storage/file-storage.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { Application } from './application.entity.ts';
import type { ApplicationCardView, ApplicationView } from './application.dto.ts';
import { CaseStory, aPhotograph, person, wholeAnswers } from './testing/case.builder.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => { hall = await TestApp.start(database.url); });
  afterAll(() => hall.close());

  const open = (who: { token: string }, body: object = { matterId: 'enrolment' }, key?: string) => hall.call<ApplicationView>('POST', '/resident/applications', { token: who.token, body, ...(key ? { key } : {}) });

  test('an unknown question, a wrong type and a stale page are each refused by name', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('孙一', '42060619900101101')));
    expect(await story.save({ shoeSize: 42 } as never)).toMatchObject({ status: 400, body: { code: 'ANSWERS_UNKNOWN_FIELD', fields: [{ path: 'answers.shoeSize' }] } });
    expect(await story.save({ tierYuan: '500' } as never)).toMatchObject({ status: 400, body: { code: 'ANSWERS_TYPE', fields: [{ path: 'answers.tierYuan' }] } });
    expect(await hall.call('PATCH', `/resident/applications/${story.id}/draft`, { ...story.resident, body: { version: 99, answers: {} } })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect(await hall.call('PATCH', `/resident/applications/${story.id}/draft`, { ...story.resident, body: { version: 1, answers: {}, extra: 1 } })).toMatchObject({ status: 400, body: { fields: [{ path: 'extra' }] } });
  });

  test('nothing about a person is kept before they have agreed to it', async () => {
    const resident = await hall.resident(person('孙二', '42060619900101102'));
    await hall.call('POST', '/resident/consents/withdraw', { ...resident, body: { kind: 'sensitive-data' } });
    const story = await CaseStory.begin(hall, resident);
    expect(await story.seen()).toMatchObject({ answers: {}, consentNeeded: true });
    expect(await story.save({ phone: '13800138000' })).toMatchObject({ status: 403, body: { code: 'APPLICATION_CONSENT_NEEDED' } });
    expect(await story.photograph('citizen-id-card')).toMatchObject({ status: 403 });
    const notice = (await hall.call<{ items: { kind: string; version: string }[] }>('GET', '/public/notices')).body.items.find((item) => item.kind === 'sensitive-data')!;
    await hall.call('POST', '/resident/consents', { ...resident, body: { kind: 'sensitive-data', version: notice.version } });
    expect((await story.save({ phone: '13800138000' })).body).toMatchObject({ answers: { name: '孙二', phone: '13800138000' }, consentNeeded: false });
  });

  test('one person has one open case of a matter, also when two phones begin it at once', async () => {
    const resident = await hall.resident(person('孙三', '42060619900101103'));
    const answers = await Promise.all([open(resident), open(resident), open(resident)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    const refused = answers.find((answer) => answer.status === 409)!;
    expect(refused.body).toMatchObject({ code: 'APPLICATION_ALREADY_OPEN' });
    const other = await hall.resident(person('孙三', '42060619900101103'));
    const stranger = await open(other);
    expect(stranger).toMatchObject({ status: 409, body: { code: 'APPLICATION_ALREADY_OPEN' } });
    expect(stranger.body).not.toHaveProperty('data');
  });

  test('a tap sent twice begins one case', async () => {
    const resident = await hall.resident(person('孙四', '42060619900101104'));
    const [first, second] = await Promise.all([open(resident, { matterId: 'enrolment' }, 'begin-once-1234'), open(resident, { matterId: 'enrolment' }, 'begin-once-1234')]);
    expect([first.status, second.status, second.body.id]).toEqual([200, 200, first.body.id]);
  });

  test('case numbers of a year have no gaps, whoever was refused in between', async () => {
    const residents = [];
    for (let index = 10; index < 22; index += 1) residents.push(await hall.resident(person('周七', `420606199101010${index}`)));
    await Promise.all([...residents, ...residents].map((resident) => open(resident)));
    const numbers = (await hall.dataSource.manager.find(Application)).map((row) => Number(row.caseNumber.slice(-6))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('a number that is not the account’s own is caught as soon as it is whole', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('孙五', '42060619900101105')));
    expect((await story.save({ citizenId: '4206061990' })).status).toBe(200);
    expect(await story.save({ citizenId: person('', '42060619900101199').citizenId })).toMatchObject({ status: 409, body: { code: 'APPLICATION_NOT_SELF', fields: [{ path: 'answers.citizenId' }] } });
  });

  test('whoever never said who they are has said it by submitting', async () => {
    const resident = await hall.resident();
    const story = await CaseStory.begin(hall, resident);
    await story.handIn(person('孙六', '42060619900101106'));
    expect((await hall.call<{ assurance: string }>('GET', '/resident/me', resident)).body.assurance).toBe('declared');
  });

  test('a helper fills for a relative, with the entrustment asked for and the relative’s own details', async () => {
    const helper = await hall.resident(person('孙八', '42060619900101108'));
    const mother = person('周兰', '42060619650101104');
    const added = await hall.call<{ id: string }>('POST', '/resident/relatives', { ...helper, body: { relation: 'mother', ...mother } });
    const story = await CaseStory.begin(hall, helper, added.body.id);
    const seen = await story.seen();
    expect(seen).toMatchObject({ relationLabel: '母亲', personId: added.body.id, answers: mother });
    expect(seen.materials.map((material) => material.code)).toEqual(['citizen-id-card', 'household-register', 'entrustment']);
    expect((await open(helper)).status).toBe(200);
    const cards = await hall.call<{ items: ApplicationCardView[] }>('GET', '/resident/applications', helper);
    expect(cards.body.items.map((card) => card.relationLabel).sort()).toEqual(['本人', '母亲'].sort());
  });

  test('a case is nobody else’s to see, to change or to photograph', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('吴九', '42060619900101109')));
    const stranger = new CaseStory(hall, await hall.resident(), story.id);
    expect(await stranger.seen()).toMatchObject({ code: 'NOT_FOUND' });
    expect((await hall.call('PATCH', `/resident/applications/${story.id}/draft`, { ...stranger.resident, body: { version: 1, answers: {} } })).status).toBe(404);
    expect((await stranger.photograph('citizen-id-card')).status).toBe(404);
    expect((await hall.call('POST', `/resident/applications/${story.id}/withdraw`, { ...stranger.resident, body: { version: 1 } })).status).toBe(404);
  });

  test('only real photographs are kept, no more than the material allows, and a retry keeps one', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('吴十', '42060619900101110')));
    const path = `/resident/applications/${story.id}/materials/citizen-id-card/pictures`;
    expect(await hall.upload(path, { name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.from('<script>') }, story.resident)).toMatchObject({ status: 415, body: { code: 'FILE_NOT_A_PICTURE' } });
    expect(await hall.upload(path, { name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.alloc(9 * 1024 * 1024, 1) }, story.resident)).toMatchObject({ status: 413, body: { code: 'FILE_TOO_LARGE' } });
    expect(await hall.call('POST', path, { ...story.resident, body: {} })).toMatchObject({ status: 415 });
    expect(await story.photograph('no-such-paper')).toMatchObject({ status: 404, body: { code: 'APPLICATION_MATERIAL_UNKNOWN' } });
    await story.photograph('citizen-id-card', 'same-photo-1234');
    const again = await story.photograph('citizen-id-card', 'same-photo-1234');
    expect(again.body.materials[0]!.pictures).toHaveLength(1);
    await story.photograph('citizen-id-card');
    expect(await story.photograph('citizen-id-card')).toMatchObject({ status: 409, body: { code: 'APPLICATION_PICTURES_FULL' } });
  });

  test('files that no picture names any more are swept, and only at the second look', async () => {
    const sweep = hall.app.get(PictureSweep);
    const files = hall.app.get(FileStorage);
    await sweep.sweep();
    await sweep.sweep();
    const stray = await files.save(await aPhotograph());
    expect([await sweep.sweep(), await files.exists(stray.id), await sweep.sweep(), await files.exists(stray.id)]).toEqual([0, true, 1, false]);
  });

  test('a submitted case can be taken back while nobody looks at it, and given up for good', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('郑一', '42060619900101111')));
    await story.handIn(person('郑一', '42060619900101111'));
    expect((await story.act('recall')).body).toMatchObject({ state: 'draft' });
    await story.act('submit');
    const clerk = await hall.staff(['clerk']);
    await story.staff(clerk, 'POST', 'claim');
    expect(await story.act('recall')).toMatchObject({ status: 409, body: { code: 'APPLICATION_UNDER_REVIEW' } });
    expect((await story.act('withdraw')).body).toMatchObject({ state: 'withdrawn', actions: [], lapsesOn: null });
    const again = await CaseStory.begin(hall, story.resident);
    expect(again.id).not.toBe(story.id);
  });

  test('what the answers say is not readable in the database', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('郑二', '42060619900101112')));
    await story.save(wholeAnswers(person('郑二', '42060619900101112')));
    const row = JSON.stringify(await hall.dataSource.manager.findOneBy(Application, { id: story.id }));
    for (const secret of ['郑二', '42060619900101112', '13800138000', '6222020200112233445', '米公路']) expect(row).not.toContain(secret);
    expect(row).toContain(hall.app.get(People).citizenIndex(person('郑二', '42060619900101112').citizenId));
  });

  test('a matter that is not prepared at home is booked, not filled in', async () => {
    const resident = await hall.resident(person('郑三', '42060619900101113'));
    expect(await open(resident, { matterId: 'enrolment-change' })).toMatchObject({ status: 422, body: { code: 'APPLICATION_MATTER_NOT_PREFILLED' } });
    expect(await open(resident, { matterId: 'fishing-licence' })).toMatchObject({ status: 404, body: { code: 'MATTER_UNKNOWN' } });
  });
});
