import { randomUUID } from 'node:crypto';
import { addDays, dayOf, instantAt } from '../../packages/shared/src/kernel/day.ts';
import { AppraisalHall, type Visitor } from '../../cloud-api/src/features/appraisal/testing/appraisal-hall.ts';
import type { AppraisalStandingView } from '../../cloud-api/src/features/appraisal/appraisal.dto.ts';
import { Settings } from '../../cloud-api/src/platform/config/settings.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import { TestApp, type Answer } from '../../cloud-api/src/testing/test-app.ts';
import { agreement, carryAway, follow, orders, type Loot } from './attacker.ts';
import { Chance } from './chance.ts';
import { PATIENCE, tell } from './dose.ts';

jest.setTimeout(PATIENCE);

const ANSWERS = 200;
/** As for ballots: five times what 200 in random order stray by. */
const MORE_THAN_CHANCE = 0.35;

/** What was said, known by its row, and who said it. */
interface Act { thing: string; person: string }

const must = <T>({ status, body }: Answer<T>): T => {
  if (status !== 200) throw new Error(`the story broke off: ${status} ${JSON.stringify(body)}`);
  return body;
};

onEveryDatabase((database) => {
  let hall: TestApp;
  let house: AppraisalHall;
  let appraisalId: string;
  let acts: Act[];
  let mid: Loot;
  const chance = new Chance(20261125);

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { now: instantAt('2026-11-23', '09:00'), environment: { LOG_LEVEL: 'debug', LOG_TO: 'file', TRUST_PROXY_HOPS: '1' } });
    house = await new AppraisalHall(hall).furnish();
    await house.serveMany(ANSWERS + 10);
    appraisalId = (await house.open({ invite: ANSWERS })).id;
    await house.night();
    hall.clock.set(instantAt(dayOf(hall.clock.now()), '09:00'));
    await house.signInAnew();
    acts = [];
    // Somebody opens their invitation, answers, and says something under their name, all within a minute: in a known order, one after the other.
    for (const visitor of house.visitors) {
      if (!must(await hall.call<AppraisalStandingView>('GET', `/resident/appraisals/${appraisalId}`, visitor)).mayAnswer) continue;
      hall.clock.set(hall.clock.now() + 5_000);
      acts.push({ thing: await answered(visitor), person: visitor.id });
      hall.clock.set(hall.clock.now() + 5_000);
      must(await hall.call('POST', '/resident/suggestions', { ...visitor, key: newId(), body: { topic: 'other', text: '我以自己的名字提一条意见', wishesPublic: true, pictureIds: [] } }));
    }
    await hall.deliver();
    mid = await loot();
    await house.night(addDays('2026-11-23', 4));
  });
  afterAll(() => hall.close());

  /** Gives the answer and tells its row: what no attacker can watch, and what the test measures them by. */
  async function answered(visitor: Visitor): Promise<string> {
    const before = new Set(acts.map(({ thing }) => thing));
    must(await house.answer(visitor, appraisalId, [1 + chance.upTo(5), 1 + chance.upTo(5)]));
    return (await hall.dataSource.query<{ id: string }[]>('SELECT id FROM appraisal_answer')).map(({ id }) => id).find((id) => !before.has(id))!;
  }
  const loot = (): Promise<Loot> => carryAway(hall, hall.app.get(Settings).DATA_DIR);
  const things = () => acts.map(({ thing }) => thing);
  const people = () => new Set(acts.map(({ person }) => person));
  const unmasked = (found: Map<string, Set<string>>) => acts.filter(({ thing, person }) => found.get(thing)!.has(person)).length;
  const strongest = (taken: Loot) => [...orders(taken, things())].map(([by, order]) => ({ by, rho: agreement(order, things()) })).sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho));

  test('whoever carries everything away while people answer does no better than chance at telling who said what', () => {
    expect(acts).toHaveLength(ANSWERS);
    expect(unmasked(follow(mid, things(), people()))).toBe(0);
    const tried = strongest(mid);
    expect(tried.length).toBeGreaterThan(3);
    expect(tried.filter(({ rho }) => Math.abs(rho) > MORE_THAN_CHANCE)).toEqual([]);
    tell(`secret answers on ${database.name}: ${ANSWERS} by ${people().size} people; 0 led to an account, best of ${tried.length} orders agrees ${tried[0]!.rho.toFixed(2)} (${tried[0]!.by})`);
  });

  test('nor after they were counted; and who could have been asked is forgotten', async () => {
    const taken = await loot();
    expect(unmasked(follow(taken, things(), people()))).toBe(0);
    expect(strongest(taken).filter(({ rho }) => Math.abs(rho) > MORE_THAN_CHANCE)).toEqual([]);
    expect(taken.tables.get('appraisal_answer')!.map(({ counted }) => Number(counted))).toEqual(acts.map(() => 1));
    expect(taken.tables.get('appraisal_member')).toEqual([]);
  });

  test('roll, answers and those who were invited have no value in common but the appraisal', () => {
    const values = (table: string) => new Set(mid.tables.get(table)!.flatMap((row) => Object.entries(row).filter(([column]) => !['counted', 'invited'].includes(column)).map(([, value]) => String(value))));
    const [roll, answers, members] = [values('appraisal_roll'), values('appraisal_answer'), values('appraisal_member')];
    expect([...roll].filter((value) => answers.has(value))).toEqual([appraisalId]);
    expect([...members].filter((value) => answers.has(value) || roll.has(value))).toEqual([appraisalId]);
  });

  test('the log knows no answer and nobody who gave one', async () => {
    const text = (await loot()).logLines.join('\n');
    expect(acts.filter(({ thing, person }) => text.includes(thing) || text.includes(person))).toEqual([]);
  });

  describe('what is added on purpose is found', () => {
    const planted = async (actorKind: string, actorOf: (person: string) => string, idOf: () => string) => hall.work(async (work) => {
      for (const { thing, person } of acts) await work.execute('INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_id) VALUES (?, 0, ?, ?, ?, ?)', [idOf(), actorKind, actorOf(person), 'appraisal.answer', thing]);
    });
    afterEach(() => hall.work((work) => work.execute('DELETE FROM audit_entry WHERE at = 0')));

    test('an audit row that names who answered leads to everybody', async () => {
      await planted('resident', (person) => person, randomUUID);
      expect(unmasked(follow(await loot(), things(), people()))).toBe(ANSWERS);
    });

    test('a row that counts up as answers come puts them in their order', async () => {
      await planted('system', () => '-', newId);
      expect(strongest(await loot())[0]).toMatchObject({ by: expect.stringContaining('audit_entry'), rho: 1 });
    });
  });
});
