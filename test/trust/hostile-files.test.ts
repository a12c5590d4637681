import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { Settings } from '../../cloud-api/src/platform/config/settings.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { StaffActivityView } from '../../cloud-api/src/features/activity/activity.dto.ts';
import { PATIENCE, tell } from './dose.ts';
import { cleanedPictures, HIDDEN, photo, refusedPictures, refusedWorkbooks } from './hostile-files.ts';
import { openCounter, openTheHall, settle, type Counter, type Household } from './household.ts';
import { openBox } from './voices.ts';
import { operationsOf, nameOf, type Document } from './openapi-walk.ts';

jest.setTimeout(PATIENCE);

interface View {
  id?: string;
  pictureId?: string;
  code?: string;
  authority?: { pictureId: string };
  materials?: { code: string; pictures: { id: string }[] }[];
}

/** An activity nobody knows of yet. @returns its id */
async function planActivity(hall: TestApp, { token }: Counter): Promise<string> {
  const startsAt = hall.clock.now() + 24 * 60 * 60_000;
  const plan = { title: '政策宣讲', words: '讲一讲缴费档次。', place: '二楼会议室', startsAt, endsAt: startsAt + 60 * 60_000, signUpClosesAt: startsAt, capacity: 5 };
  return (await hall.call<StaffActivityView>('POST', '/staff/activities', { token, key: newId(), body: plan })).body.id;
}

describe('at the doors that take files', () => {
  let hall: TestApp;
  let home: Household;
  let counter: Counter;
  /** Each picture door: where it is, who comes with a picture, and which picture came of it; null where the one who came is told nothing to look at it by. */
  let doors: { door: string; path: string; token: string; kept: ((view: View) => string) | null }[];
  /** Each door that reads a workbook. */
  let books: { door: string; path: string; token: string }[];

  beforeAll(async () => {
    hall = await TestApp.start('sqlite::memory:');
    await openTheHall(hall);
    counter = await openCounter(hall);
    home = await settle(hall, counter);
    const last = (code: string) => (view: View) => view.materials!.find((material) => material.code === code)!.pictures.at(-1)!.id;
    const opened = await hall.call<{ id: string }>('POST', '/staff/applications', { token: counter.token, key: newId(), body: { matterId: 'enrolment', answers: { name: '上官云', citizenId: '420606198807070036' } } });
    doors = [
      { door: 'POST /api/resident/relatives/:id/authority', path: `/resident/relatives/${home.relativeId}/authority`, token: home.token, kept: (view) => view.authority!.pictureId },
      { door: 'POST /api/resident/applications/:id/materials/:code/pictures', path: `/resident/applications/${home.draftId}/materials/household-register/pictures`, token: home.token, kept: last('household-register') },
      { door: 'POST /api/staff/applications/:id/materials/:code/pictures', path: `/staff/applications/${opened.body.id}/materials/household-register/pictures`, token: counter.token, kept: last('household-register') },
      { door: 'POST /api/resident/suggestion-pictures', path: '/resident/suggestion-pictures', token: home.token, kept: (view) => view.id! },
      { door: 'POST /api/staff/box-openings/:id/pictures', path: `/staff/box-openings/${await openBox(hall, counter)}/pictures`, token: counter.token, kept: (view) => view.pictureId! },
      { door: 'POST /api/resident/enquiry-pictures', path: '/resident/enquiry-pictures', token: home.token, kept: (view) => view.pictureId! },
      { door: 'POST /api/staff/activities/:id/picture', path: `/staff/activities/${await planActivity(hall, counter)}/picture`, token: counter.token, kept: null },
      { door: 'POST /api/public/anonymous-pictures', path: '/public/anonymous-pictures', token: '', kept: null },
    ];
    books = [
      { door: 'POST /api/staff/batches/:id/reply', path: `/staff/batches/${counter.batchId}/reply`, token: counter.token },
      { door: 'POST /api/staff/duty/import', path: '/staff/duty/import', token: counter.token },
      { door: 'POST /api/staff/funds/import', path: '/staff/funds/import', token: counter.token },
      { door: 'POST /api/staff/house/:kind/import', path: '/staff/house/window/import', token: counter.token },
      { door: 'POST /api/staff/matters/:id/materials/import', path: '/staff/matters/enrolment/materials/import', token: counter.token },
      { door: 'POST /api/staff/code-tables/:table/import', path: '/staff/code-tables/bank/import', token: counter.token },
      { door: 'POST /api/staff/accounts/import', path: '/staff/accounts/import', token: (await hall.staff(['system-admin'])).token },
    ];
  });
  afterAll(() => hall.close());

  /** How many files the hall keeps on its disk. */
  const onDisk = () => readdirSync(join(hall.app.get(Settings).DATA_DIR, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

  test('every door that takes a file is tried', async () => {
    const { body } = await hall.call<Document>('GET', '/openapi.json');
    const taking = operationsOf(body).filter((operation) => operation.body?.kind === 'file').map(nameOf);
    expect(taking.sort()).toEqual([...doors, ...books].map(({ door }) => door).sort());
  });

  test('what is no picture is refused in plain words, and nothing of it is kept', async () => {
    const files = await refusedPictures();
    const before = onDisk();
    const outcomes: unknown[] = [];
    for (const { door, path, token } of doors) {
      for (const [what, code, file] of files) {
        const { status, body } = await hall.upload<View & { title?: string }>(path, file, { token, key: newId() });
        if (status < 400 || status >= 500 || body.code !== code || !/[一-龥]/.test(body.title ?? '')) outcomes.push([door, what, status, body.code]);
      }
    }
    expect(outcomes).toEqual([]);
    expect(onDisk()).toBe(before);
    tell(`files: ${files.length} hostile files × ${doors.length} picture doors refused, nothing kept`);
  });

  test('what hides something in a real picture is redrawn: the picture is there, what was hidden is not', async () => {
    for (const { door, path, token, kept } of doors) {
      for (const [what, file] of kept ? await cleanedPictures() : []) {
        const answer = await hall.upload<View>(path, file, { token, key: newId() });
        expect([door, what, answer.status, answer.body.code]).toEqual([door, what, 200, undefined]);
        const pictureId = kept!(answer.body);
        const link = await hall.call<{ url: string }>('POST', `/${path.split('/')[1]}/pictures/${pictureId}/link`, { token, body: {} });
        for (const variant of ['full', 'thumb']) {
          const shown = await hall.app.inject({ method: 'GET', url: `${link.body.url}?variant=${variant}`, headers: { accept: 'text/html' } });
          const text = shown.rawPayload.toString('latin1');
          expect([what, HIDDEN.filter((hidden) => text.includes(hidden))]).toEqual([what, []]);
          expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'jpeg' });
          // Whatever a browser is asked to make of it, it is a picture and may run nothing.
          expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-disposition': 'inline; filename="picture.jpg"', 'content-security-policy': "default-src 'none'" });
        }
        await hall.call('DELETE', `/resident/applications/${home.draftId}/pictures/${pictureId}`, { token: home.token });
        if (door.includes('/staff/')) await hall.work((work) => work.execute('DELETE FROM case_picture WHERE picture_id = ?', [pictureId]));
      }
    }
  });

  test('the hidden words were really in the files that were sent', async () => {
    for (const [what, file] of (await cleanedPictures()).slice(0, 4)) expect([what, HIDDEN.some((hidden) => file.bytes.toString('latin1').includes(hidden))]).toEqual([what, true]);
  });

  test('the province\'s reply, a roster and a list of funds are taken only as workbooks, and a bomb is not unpacked', async () => {
    const outcomes: unknown[] = [];
    const files = refusedWorkbooks();
    for (const { door, path, token } of books) {
      for (const [what, file] of files) {
        const { status, body } = await hall.upload<View>(path, file, { token });
        if (status < 400 || status >= 500 || !body.code) outcomes.push([door, what, status, body.code]);
      }
    }
    expect(outcomes).toEqual([]);
    tell(`files: ${files.length} hostile workbooks × ${books.length} doors refused`);
  });

  test('a picture is not taken as a workbook, and a workbook not as a picture', async () => {
    const picture = { name: 'a.jpg', type: 'image/jpeg', bytes: await photo().jpeg().toBuffer() };
    for (const { door, path, token } of books) expect([door, (await hall.upload(path, picture, { token })).status]).toEqual([door, 415]);
    const [, workbook] = refusedWorkbooks().at(-1)!;
    expect(await hall.upload(doors[0]!.path, workbook, { token: home.token, key: newId() })).toMatchObject({ status: 415 });
  });
});
