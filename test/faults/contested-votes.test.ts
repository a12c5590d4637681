import { randomBytes } from 'node:crypto';
import { SECOND } from '../../packages/shared/src/kernel/day.ts';
import { Sessions } from '../../cloud-api/src/platform/auth/sessions.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import { StarCount } from '../../cloud-api/src/features/star/star-count.ts';
import type { StaffStarRoundView, StarReceiptView } from '../../cloud-api/src/features/star/star.dto.ts';
import { StarHall, newNonce, type Voter } from '../../cloud-api/src/features/star/testing/star-hall.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { dose, PATIENCE, tell } from '../trust/dose.ts';

jest.setTimeout(PATIENCE);

const VOTERS = dose(64, 400);
const AT_ONCE = 64;

onEveryDatabase((database) => {
  let hall: TestApp;
  let star: StarHall;
  let round: StaffStarRoundView;
  let voters: Voter[];

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { environment: { TRUST_PROXY_HOPS: '1', DB_POOL: '16' } });
    star = await new StarHall(hall).furnish();
    round = await star.openRound();
    voters = [];
    for (let number = 0; number < VOTERS; number += 1) voters.push(await star.voter());
  });
  afterAll(() => hall.close());

  const count = async (sql: string) => Number((await hall.dataSource.query<{ n: number | string }[]>(sql))[0]!.n);
  /** Everybody at once, at most so many under way. */
  async function crowd<T>(jobs: readonly (() => Promise<T>)[]): Promise<T[]> {
    const results: T[] = [];
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => { while (next < jobs.length) { const mine = next++; results[mine] = await jobs[mine]!(); } }));
    return results;
  }

  test('a crowd votes from two telephones each, some send their vote again and some replay somebody else\'s: one each, and every receipt is its own', async () => {
    const nonces = voters.map(() => newNonce());
    const jobs = voters.flatMap((voter, at) => {
      const vote = (choice: number, nonce: string) => () => star.vote<StarReceiptView>(voter, round.id, round.candidates[choice % 3]!.id, nonce);
      // The same telephone twice at once, another telephone with another wish, and a nonce overheard from a neighbour.
      return [vote(at, nonces[at]!), vote(at, nonces[at]!), vote(at + 1, newNonce()), vote(at, nonces[(at + 1) % VOTERS]!)];
    });
    const answers = await crowd(jobs);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(await count('SELECT COUNT(*) AS n FROM star_roll')).toBe(VOTERS);
    expect(await count('SELECT COUNT(*) AS n FROM star_ballot')).toBe(VOTERS);
    const refused = new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code));
    expect([...refused].filter((code) => !['STAR_VOTED_ALREADY', 'STAR_NONCE_TAKEN'].includes(code ?? ''))).toEqual([]);
    tell(`contested votes on ${database.name}: ${jobs.length} votes of ${VOTERS} people at once; ${VOTERS} counted, ${answers.filter(({ status }) => status !== 200).length} refused, double 0`);
  });

  test('whoever votes in the very second in which it ends is either counted or told that it is over: never neither, never both', async () => {
    const late: Voter[] = [];
    for (let number = 0; number < AT_ONCE; number += 1) late.push(await star.voter());
    hall.clock.set(round.closesAt - SECOND);
    for (const voter of late) voter.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'resident', voter.id)).token);
    const before = await count('SELECT COUNT(*) AS n FROM star_ballot');
    const votes = late.map((voter, at) => star.vote<StarReceiptView>(voter, round.id, round.candidates[at % 3]!.id, randomBytes(24).toString('hex')));
    hall.clock.set(round.closesAt);
    const [answers] = await Promise.all([Promise.all(votes), hall.app.get(StarCount).followClock()]);
    await hall.app.get(StarCount).followClock();
    const given = answers.filter(({ status }) => status === 200).length;
    expect(answers.filter(({ status, body }) => status !== 200 && body.code !== 'STAR_CLOSED')).toEqual([]);
    const [closed] = await hall.dataSource.query<{ body: string }[]>("SELECT body FROM ledger_line WHERE kind = 'star.closed'");
    expect(JSON.parse(closed!.body)).toMatchObject({ ballots: before + given, roll: before + given });
    expect(await count('SELECT COUNT(*) AS n FROM star_ballot WHERE counted = 0')).toBe(0);
  });
});
