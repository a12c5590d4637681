import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { starOpened } from '../star/star.events.ts';
import { AT_ONCE } from './message-budget.ts';

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => { hall = await TestApp.start(database.url); }, 60_000);
  afterAll(() => hall.close());

  const open = async (roundId: string) => {
    await hall.work((work) => Promise.resolve(work.emit(starOpened, { roundId, hallId: hall.hallId, month: '2026-11', opensAt: MORNING })));
    await hall.deliver();
  };
  const told = async (token: string) => (await hall.call<{ items: { title: string; body: string; link: string }[] }>('GET', '/resident/inbox', { token })).body.items;

  test('only who asked is told that votes are taken, once for each asking', async () => {
    const [asked, other] = [await hall.resident(), await hall.resident()];
    await hall.call('POST', '/resident/message-consents', { token: asked.token, body: { accepted: ['star'], rejected: [] } });
    await open('r1');
    expect(await told(asked.token)).toMatchObject([{ title: '服务标兵开始投票', body: expect.stringMatching(/^2026年11月服务标兵评选，2026年11月23日 09:00 开始投票。/) as string, link: '/star/vote/index?id=r1' }]);
    await open('r2');
    expect([(await told(asked.token)).length, (await told(other.token)).length]).toEqual([1, 0]);
  });

  test('when more asked than are written to at once, all are told all the same', async () => {
    const people = Array.from({ length: AT_ONCE + 3 }, (_, at) => `p${String(at).padStart(4, '0')}`);
    await hall.work(async (work) => { await work.execute(`INSERT INTO message_consent (id, holder_kind, holder_id, template, remaining, changed_at) VALUES ${people.map(() => "(?, 'resident', ?, 'star', 1, 0)").join(', ')}`, people.flatMap((id) => [id, id])); });
    await open('r3');
    const [{ n }] = await hall.dataSource.query<[{ n: number | string }]>("SELECT COUNT(DISTINCT resident_id) AS n FROM inbox_item WHERE link = '/star/vote/index?id=r3'");
    expect(Number(n)).toBe(people.length);
  });
});
