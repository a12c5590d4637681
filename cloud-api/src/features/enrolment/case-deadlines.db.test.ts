import { instantAt } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { CASE_SUBJECT } from './case-deadlines.ts';
import type { ReviewQueueView } from './staff-case.dto.ts';
import { CaseStory, person } from './testing/case.builder.ts';

jest.setTimeout(60_000);
const DUE = instantAt('2026-11-25', '17:00');

onEveryDatabase((database) => {
  let hall: TestApp;
  let clerk: Awaited<ReturnType<TestApp['staff']>>;
  let head: Awaited<ReturnType<TestApp['staff']>>;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [clerk, head] = [await hall.staff(['clerk']), await hall.staff(['head'], '周建平')];
  });
  beforeEach(() => hall.clock.set(MORNING));
  afterAll(() => hall.close());

  const handedIn = async (name: string, first17: string) => {
    const story = await CaseStory.begin(hall, await hall.resident(person(name, first17)));
    await story.handIn(person(name, first17));
    return story;
  };
  const owed = async (story: CaseStory): Promise<DeadlineView[]> => (await hall.app.get(Deadlines).of(CASE_SUBJECT, [story.id])).get(story.id) ?? [];

  test('a review is owed from the moment a case is handed in; whoever claims it owns it, and whoever gives it back does not', async () => {
    const story = await handedIn('钱一', '42060619900501101');
    expect(await owed(story)).toMatchObject([{ stepLabel: '网上预审', state: 'running', dueAt: DUE, ownerName: null, basis: '收到网上申请后 2 个工作日内审核完毕' }]);
    expect(JSON.stringify(await owed(story))).not.toContain('钱一');
    await story.staff(clerk, 'POST', 'claim');
    expect((await owed(story))[0]).toMatchObject({ ownerName: '王晓梅' });
    await story.staff(clerk, 'POST', 'release');
    expect((await owed(story))[0]).toMatchObject({ ownerName: null, state: 'running' });
  });

  test('a return meets it, handing in again opens the next; giving the case up drops it', async () => {
    const story = await handedIn('钱二', '42060619900501102');
    await story.staff(clerk, 'POST', 'claim');
    await story.staff(clerk, 'PUT', 'marks', { marks: [{ target: 'field:householdAddress', reasonCode: 'field-too-vague', sentence: '请写到门牌号。' }] });
    await story.staff(clerk, 'POST', 'return');
    hall.clock.set(MORNING + 60_000);
    await story.save({ householdAddress: '米公路 12 号 502' });
    await story.act('submit');
    expect((await owed(story)).map(({ state }) => state)).toEqual(['met', 'running']);
    await story.act('withdraw');
    expect((await owed(story)).map(({ state }) => state)).toEqual(['met', 'dropped']);
  });

  test('taking a case back to mend it oneself makes the review needless', async () => {
    const story = await handedIn('钱三', '42060619900501103');
    await story.act('recall');
    expect((await owed(story)).map(({ state }) => state)).toEqual(['dropped']);
  });

  test('a review that was given more time moves back in the list of the clerks', async () => {
    const [first, second] = [await handedIn('钱四', '42060619900501104'), await handedIn('钱五', '42060619900501105')];
    const [{ id, version }] = await owed(first) as [DeadlineView];
    await hall.call('POST', `/staff/deadlines/${id}/extend`, { token: head.token, body: { workingDays: 1, reason: '照片要请公安核对', version } });
    await hall.deliver();
    const { rows } = (await hall.call<ReviewQueueView>('GET', '/staff/review', clerk)).body;
    expect(rows.filter((row) => [first.id, second.id].includes(row.id)).map(({ id: caseId, dueAt }) => [caseId, dueAt])).toEqual([[second.id, DUE], [first.id, instantAt('2026-11-26', '17:00')]]);
  });
});
