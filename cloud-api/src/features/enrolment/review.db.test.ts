import { CalendarDay, CalendarYear } from '../../platform/persistence/platform.entities.ts';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { instantAt } from '@hall/shared/kernel/day';
import { Application } from './application.entity.ts';
import { DeadlineSweep } from '../deadlines/deadline-sweep.ts';
import { ReviewMark } from './review.entity.ts';
import type { ReviewQueueView, StaffCaseView } from './staff-case.dto.ts';
import { CaseStory, person } from './testing/case.builder.ts';

jest.setTimeout(60_000);
const MINUTE = 60_000;
const VAGUE = { target: 'field:householdAddress', reasonCode: 'field-too-vague', sentence: '请写到门牌号。' };

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => { hall = await TestApp.start(database.url); });
  afterAll(() => hall.close());
  // The queue of one story must not stand in the next.
  afterEach(async () => {
    await hall.work((work) => work.execute('DELETE FROM application'));
    hall.clock.set(MORNING);
  });

  const handedIn = async (name: string, first17: string) => {
    const story = await CaseStory.begin(hall, await hall.resident(person(name, first17)));
    await story.handIn(person(name, first17));
    return story;
  };
  const next = (clerk: { token: string }) => hall.call<StaffCaseView>('POST', '/staff/review/next', { token: clerk.token, body: {} });

  test('the oldest deadline comes first, and two clerks never get one case', async () => {
    const first = await handedIn('冯一', '42060619900201101');
    hall.clock.advance(24 * 60 * MINUTE);
    const second = await handedIn('冯二', '42060619900201102');
    const [one, two] = [await hall.staff(['clerk']), await hall.staff(['clerk'])];
    const taken = await Promise.all([next(one), next(two)]);
    expect(new Set(taken.map((answer) => answer.body.id))).toEqual(new Set([first.id, second.id]));
    expect((await next(one)).body.id).toBe(taken[0]!.body.id);
    expect(await next(await hall.staff(['clerk']))).toMatchObject({ status: 409, body: { code: 'REVIEW_QUEUE_EMPTY' } });
    const queue = await hall.call<ReviewQueueView>('GET', '/staff/review?state=submitted', one);
    expect(queue.body.rows.map((row) => row.id)).toEqual([first.id, second.id]);
  });

  test('a case with a gap is not called ready, whoever presses: the clerk is told how many, and the resident is not called to the hall', async () => {
    const story = await handedIn('冯九', '42060619900201109');
    const clerk = await hall.staff(['clerk']);
    await story.staff(clerk, 'POST', 'claim');
    // A picture was found broken and taken out of the archive after it was handed in.
    await hall.work((work) => work.execute("DELETE FROM case_picture WHERE application_id = ? AND page_number = 2", [story.id]));
    expect((await story.seenBy(clerk)).problems).toMatchObject([{ code: 'MATERIAL_PICTURES_SHORT' }]);
    expect(await story.staff(clerk, 'POST', 'ready')).toMatchObject({ status: 422, body: { code: 'APPLICATION_INCOMPLETE', title: expect.stringContaining('还有 1 处') } });
    expect((await story.seenBy(clerk)).state).toBe('submitted');
    await story.staff(clerk, 'PUT', 'marks', { marks: [{ target: 'material:citizen-id-card', reasonCode: 'material-missing-page', sentence: '请补拍国徽面。' }] });
    expect((await story.staff(clerk, 'POST', 'return')).body).toMatchObject({ state: 'returned' });
  });

  test('a claim ends ten minutes after the last work on it, and prepared marks outlive it', async () => {
    const story = await handedIn('冯三', '42060619900201103');
    const [one, two] = [await hall.staff(['clerk'], '甲'), await hall.staff(['clerk'], '乙')];
    await story.staff(one, 'POST', 'claim');
    hall.clock.advance(9 * MINUTE);
    await story.staff(one, 'PUT', 'marks', { marks: [VAGUE] });
    hall.clock.advance(9 * MINUTE);
    expect(await story.staff(two, 'POST', 'claim')).toMatchObject({ status: 409, body: { code: 'REVIEW_CLAIMED_BY_OTHER' } });
    expect(await story.staff(two, 'PUT', 'marks', { marks: [] })).toMatchObject({ status: 409, body: { code: 'REVIEW_CLAIMED_BY_OTHER' } });
    hall.clock.advance(MINUTE);
    expect((await story.staff(two, 'POST', 'claim')).body).toMatchObject({ claimedBy: '乙', claimedByMe: true, draftMarks: [{ sentence: '请写到门牌号。' }] });
    expect(await story.staff(one, 'POST', 'ready')).toMatchObject({ status: 409, body: { code: 'REVIEW_CLAIMED_BY_OTHER' } });
    await story.staff(two, 'POST', 'release');
    expect((await story.seenBy(one)).claimedBy).toBeNull();
  });

  test('a mark has to point at something of this case, for a reason of its kind', async () => {
    const story = await handedIn('冯四', '42060619900201104');
    const clerk = await hall.staff(['clerk']);
    await story.staff(clerk, 'POST', 'claim');
    const mark = (target: string, reasonCode: string) => story.staff(clerk, 'PUT', 'marks', { marks: [{ target, reasonCode, sentence: '请看' }] });
    expect(await mark('field:shoeSize', 'field-other')).toMatchObject({ status: 422, body: { code: 'MARK_TARGET_INVALID' } });
    expect(await mark('picture:0190', 'picture-blurred')).toMatchObject({ status: 422, body: { code: 'MARK_TARGET_INVALID' } });
    expect(await mark('field:phone', 'picture-blurred')).toMatchObject({ status: 422, body: { code: 'REVIEW_REASON_UNKNOWN' } });
    expect(await story.staff(clerk, 'POST', 'return')).toMatchObject({ status: 409, body: { code: 'REVIEW_NOTHING_MARKED' } });
  });

  test('a picture taken again takes the place of the one that was marked, also where no more would fit', async () => {
    const story = await handedIn('冯八', '42060619900201108');
    const { materials } = await story.seen();
    const [front, back] = materials[0]!.pictures;
    const clerk = await hall.staff(['clerk']);
    await story.staff(clerk, 'POST', 'claim');
    await story.staff(clerk, 'PUT', 'marks', { marks: [{ target: `picture:${front!.id}`, reasonCode: 'picture-glare', sentence: '有反光。' }] });
    await story.staff(clerk, 'POST', 'return');
    const again = (await story.photograph('citizen-id-card', 'retaken-1234')).body;
    expect(again.materials[0]!.pictures.map(({ id, pageNumber }) => [id === back!.id, pageNumber])).toEqual([[false, 1], [true, 2]]);
    expect(again.marks).toMatchObject([{ fixed: true }]);
    expect((await story.photograph('citizen-id-card', 'retaken-1234')).body.materials[0]!.pictures).toHaveLength(2);
    expect(await story.photograph('citizen-id-card')).toMatchObject({ status: 409, body: { code: 'APPLICATION_PICTURES_FULL' } });
  });

  test('a second return must say why the first did not name it, and the late item is remembered', async () => {
    const story = await handedIn('冯五', '42060619900201105');
    const clerk = await hall.staff(['clerk']);
    await story.staff(clerk, 'POST', 'claim');
    await story.staff(clerk, 'PUT', 'marks', { marks: [VAGUE] });
    await story.staff(clerk, 'POST', 'return');
    await story.save({ householdAddress: '米公路 12 号 502' });
    await story.act('submit');
    expect(await story.act('recall')).toMatchObject({ status: 409, body: { code: 'APPLICATION_CORRECTED' } });
    await story.staff(clerk, 'POST', 'claim');
    await story.staff(clerk, 'PUT', 'marks', { marks: [{ target: 'field:phone', reasonCode: 'field-phone-unreachable', sentence: '电话打不通。' }, VAGUE] });
    expect(await story.seenBy(clerk)).toMatchObject({ lateTargets: ['field:phone'] });
    expect(await story.staff(clerk, 'POST', 'return')).toMatchObject({ status: 422, body: { code: 'REVIEW_LATE_REASON_NEEDED' } });
    expect((await story.staff(clerk, 'POST', 'return', { lateReason: '第一次审核时号码还能打通' })).body).toMatchObject({ state: 'returned', round: 3 });
    const marks = await hall.dataSource.manager.find(ReviewMark, { where: { applicationId: story.id, round: 2 }, order: { position: 'ASC' } });
    expect(marks.map((mark) => [mark.target, mark.late])).toEqual([['field:phone', true], ['field:householdAddress', false]]);
    const notice = await hall.call<{ number: string; items: { label: string }[] }>('GET', `/resident/applications/${story.id}/notice`, story.resident);
    expect(notice.body).toMatchObject({ number: expect.stringMatching(/^告知420606-2026-\d{6}$/), items: [{ label: '手机号码' }, { label: '户籍详细地址' }, { label: '补充说明', sentence: '部分内容上次没有指出，抱歉。原因：第一次审核时号码还能打通' }] });
  });

  test('the deadline counts official working days, and waits for a calendar that is not loaded yet', async () => {
    await hall.work(async (work) => {
      await work.add(CalendarDay, { day: '2026-11-24', kind: 'holiday', name: '测试假日' });
      await work.execute('DELETE FROM calendar_year WHERE year = 2027');
    });
    hall.app.get(OfficialCalendar).forget();
    const soon = await handedIn('冯六', '42060619900201106');
    expect((await hall.dataSource.manager.findOneByOrFail(Application, { id: soon.id })).dueAt).toBe(instantAt('2026-11-26', '17:00'));

    hall.clock.set(instantAt('2026-12-31', '09:00'));
    const waiting = await handedIn('冯七', '42060619900201107');
    expect((await hall.dataSource.manager.findOneByOrFail(Application, { id: waiting.id })).dueAt).toBeNull();
    const sweep = hall.app.get(DeadlineSweep);
    expect(await sweep.computeAwaited()).toBe(0);
    await hall.work((work) => work.add(CalendarYear, { year: 2027, provisional: false, source: 'test', loadedAt: work.now }));
    hall.app.get(OfficialCalendar).forget();
    expect(await sweep.computeAwaited()).toBe(1);
    await hall.deliver();
    expect((await hall.dataSource.manager.findOneByOrFail(Application, { id: waiting.id })).dueAt).toBe(instantAt('2027-01-04', '17:00'));
  });
});
