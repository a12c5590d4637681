import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { aPhotograph } from '../enrolment/testing/case.builder.ts';
import { Hall } from '../hall/hall.entity.ts';
import type { RelativeView } from '../identity/identity.dto.ts';
import { LI, ZHANG, book, openForBooking, patternOf, slotsOn } from './testing/bookings.ts';

onEveryDatabase((database) => {
  let hall: TestApp;
  let here: string;
  let elsewhere: string;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    await openForBooking(hall, patternOf());
    here = (await hall.staff(['clerk'])).token;
    elsewhere = await clerkOfAnotherHall();
  });
  afterAll(() => hall.close());

  const otherHallId = newId();
  async function clerkOfAnotherHall(): Promise<string> {
    const { token, actor } = await hall.staff(['clerk'], '李建国');
    await hall.work(async (work) => {
      await work.add(Hall, { id: otherHallId, name: '另一个大厅', areaCode: '420607', address: '别处路 2 号', phone: '0710-1111111', motto: '微笑服务', smile: '今天你微笑了吗？', openFrom: '09:00', openTo: '17:00', sample: true });
      await work.execute('UPDATE staff SET hall_id = ? WHERE id = ?', [otherHallId, actor.id]);
      await work.execute('UPDATE staff_grant SET hall_id = ? WHERE staff_id = ?', [otherHallId, actor.id]);
    });
    return token;
  }

  /** A resident with a relative whose signed authority is uploaded. */
  async function withAuthority() {
    const { token } = await hall.resident(ZHANG);
    const relative = await hall.call<RelativeView>('POST', '/resident/relatives', { token, key: newId(), body: { relation: 'mother', ...LI } });
    const uploaded = await hall.upload<RelativeView>(`/resident/relatives/${relative.body.id}/authority`, { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, { token, key: newId() });
    return { token, relativeId: relative.body.id, pictureId: uploaded.body.authority.pictureId! };
  }
  const opens = async (pictureId: string, token: string) => (await hall.call('POST', `/staff/pictures/${pictureId}/link`, { token, body: {} })).status;
  const whoOpens = async (pictureId: string) => ({ here: await opens(pictureId, here), elsewhere: await opens(pictureId, elsewhere) });

  test('a relative’s authority is shown to no hall, until she comes to one for a visit, and only while that visit stands', async () => {
    const { token, relativeId, pictureId } = await withAuthority();
    expect(await whoOpens(pictureId)).toEqual({ here: 404, elsewhere: 404 });
    const [slot] = await slotsOn(hall, token, '2026-11-25');
    const booking = await book(hall, token, slot!.id, { relativeId });
    expect(await whoOpens(pictureId)).toEqual({ here: 200, elsewhere: 404 });
    await hall.call('POST', `/resident/bookings/${booking.id}/cancel`, { token, body: { version: booking.version } });
    expect(await whoOpens(pictureId)).toEqual({ here: 404, elsewhere: 404 });
  });

  test('a visit for herself shows nobody her relative’s authority', async () => {
    const { token, pictureId } = await withAuthority();
    const [slot] = await slotsOn(hall, token, '2026-11-26');
    await book(hall, token, slot!.id);
    expect(await whoOpens(pictureId)).toEqual({ here: 404, elsewhere: 404 });
  });

  test('a case in which she acts for the relative shows it to the hall of the case and to no other', async () => {
    const { token, relativeId, pictureId } = await withAuthority();
    expect((await hall.call('POST', '/resident/applications', { token, body: { matterId: 'enrolment', relativeId } })).status).toBe(200);
    expect(await whoOpens(pictureId)).toEqual({ here: 200, elsewhere: 404 });
    await hall.work((work) => work.execute('UPDATE application SET hall_id = ? WHERE relative_id = ?', [otherHallId, relativeId]));
    expect(await whoOpens(pictureId)).toEqual({ here: 404, elsewhere: 200 });
    expect((await hall.call('POST', `/resident/pictures/${pictureId}/link`, { token, body: {} })).status).toBe(200);
  });
});
