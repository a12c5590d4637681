import { randomUUID } from 'node:crypto';
import { instantAt } from '../../packages/shared/src/kernel/day.ts';
import { Settings } from '../../cloud-api/src/platform/config/settings.ts';
import { Jobs } from '../../cloud-api/src/platform/jobs/jobs.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import type { StarReceiptView } from '../../cloud-api/src/features/star/star.dto.ts';
import { StarHall } from '../../cloud-api/src/features/star/testing/star-hall.ts';
import { TestApp, type Answer } from '../../cloud-api/src/testing/test-app.ts';
import { agreement, carryAway, follow, orders, type Loot } from './attacker.ts';
import { Chance } from './chance.ts';
import { PATIENCE, tell } from './dose.ts';

jest.setTimeout(PATIENCE);

const BALLOTS = 200;
/** As for suggestions without a name: five times what 200 in random order stray by. */
const MORE_THAN_CHANCE = 0.35;

interface Act { thing: string; person: string; choice: string }

const must = <T>({ status, body }: Answer<T>): T => {
  if (status !== 200) throw new Error(`the story broke off: ${status} ${JSON.stringify(body)}`);
  return body;
};

onEveryDatabase((database) => {
  let hall: TestApp;
  let acts: Act[];
  let mid: Loot;
  let roundId: string;
  const chance = new Chance(20261124);

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { now: instantAt('2026-11-23', '08:00'), environment: { LOG_LEVEL: 'debug', LOG_TO: 'file', TRUST_PROXY_HOPS: '1' } });
    const star = await new StarHall(hall).furnish();
    const round = await star.openRound();
    roundId = round.id;
    acts = [];
    // Somebody looks at their account, votes, and says something under their name, all within a minute: in a known order, one after the other.
    for (let number = 0; number < BALLOTS; number += 1) {
      const voter = await star.voter();
      must(await hall.call('GET', '/resident/me', voter));
      hall.clock.set(hall.clock.now() + 5_000);
      const receipt = must(await star.vote<StarReceiptView>(voter, roundId, round.candidates[chance.upTo(round.candidates.length)]!.id));
      hall.clock.set(hall.clock.now() + 5_000);
      must(await hall.call('POST', '/resident/suggestions', { ...voter, key: newId(), body: { topic: 'other', text: '我以自己的名字提一条意见', wishesPublic: true, pictureIds: [] } }));
      acts.push({ thing: receipt.ballot, person: voter.id, choice: receipt.choice });
    }
    await hall.deliver();
    mid = await loot();
    hall.clock.set(round.closesAt);
    await hall.app.get(Jobs).runNow('star.follow-clock');
    await hall.deliver();
  });
  afterAll(() => hall.close());

  const loot = (): Promise<Loot> => carryAway(hall, hall.app.get(Settings).DATA_DIR);
  const things = () => acts.map(({ thing }) => thing);
  const people = () => new Set(acts.map(({ person }) => person));
  const unmasked = (found: Map<string, Set<string>>) => acts.filter(({ thing, person }) => found.get(thing)!.has(person)).length;
  const strongest = (taken: Loot) => [...orders(taken, things())].map(([by, order]) => ({ by, rho: agreement(order, things()) })).sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho));

  test('whoever carries everything away while votes are taken does no better than chance at telling who chose whom', () => {
    expect(unmasked(follow(mid, things(), people()))).toBe(0);
    const tried = strongest(mid);
    expect(tried.length).toBeGreaterThan(3);
    expect(tried.filter(({ rho }) => Math.abs(rho) > MORE_THAN_CHANCE)).toEqual([]);
    tell(`secret ballots on ${database.name}: ${BALLOTS} by ${people().size} people; 0 led to an account, best of ${tried.length} orders agrees ${tried[0]!.rho.toFixed(2)} (${tried[0]!.by})`);
  });

  test('nor after they were counted and every ballot stands in the ledger', async () => {
    const taken = await loot();
    expect(unmasked(follow(taken, things(), people()))).toBe(0);
    expect(strongest(taken).filter(({ rho }) => Math.abs(rho) > MORE_THAN_CHANCE)).toEqual([]);
    expect(taken.tables.get('star_ballot')!.map(({ counted }) => Number(counted))).toEqual(acts.map(() => 1));
  });

  test('roll and ballots have no value in common but the round', () => {
    const values = (table: string) => new Set(mid.tables.get(table)!.flatMap((row) => Object.entries(row).filter(([column]) => column !== 'counted').map(([, value]) => String(value))));
    const [roll, ballots] = [values('star_roll'), values('star_ballot')];
    expect([...roll].filter((value) => ballots.has(value))).toEqual([roundId]);
  });

  test('the log knows no ballot and nobody who voted', async () => {
    const text = (await loot()).logLines.join('\n');
    expect(acts.filter(({ thing, person }) => text.includes(thing) || text.includes(person))).toEqual([]);
  });

  describe('what is added on purpose is found', () => {
    test('an audit row that names who voted leads to every voter', async () => {
      await hall.work(async (work) => {
        for (const { thing, person } of acts) await work.execute("INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_id) VALUES (?, 0, 'resident', ?, 'star.vote', ?)", [randomUUID(), person, thing]);
      });
      expect(unmasked(follow(await loot(), things(), people()))).toBe(BALLOTS);
      await hall.work((work) => work.execute('DELETE FROM audit_entry WHERE at = 0'));
    });

    test('a row that counts up as ballots come puts them in their order', async () => {
      await hall.work(async (work) => {
        for (const { thing } of acts) await work.execute("INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_id) VALUES (?, 0, 'system', '-', 'star.vote', ?)", [newId(), thing]);
      });
      expect(strongest(await loot())[0]).toMatchObject({ by: expect.stringContaining('audit_entry'), rho: 1 });
      await hall.work((work) => work.execute('DELETE FROM audit_entry WHERE at = 0'));
    });
  });
});
