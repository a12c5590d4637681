import { createHash } from 'node:crypto';
import { auditor } from '@hall/shared/audit/auditor';
import { starBook } from '@hall/shared/audit/star-book';
import { DAY_LENGTH, HOUR, instantAt } from '@hall/shared/kernel/day';
import { provesBallot } from '@hall/shared/star/ballot.rules';
import { Sessions } from '../../platform/auth/sessions.ts';
import { isSigned } from '../../platform/crypto/signing.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { LedgerQueries } from '../ledger/ledger.queries.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import { StarCount } from './star-count.ts';
import type { StaffStarRoundList, StaffStarRoundView, StarNomineeList, StarObjectionList, StarProofView, StarReceiptView, StarRoundList, StarRoundView, StarStandingView } from './star.dto.ts';
import { Stars } from './stars.ts';
import { StarHall, newNonce, type Voter } from './testing/star-hall.ts';

jest.setTimeout(60_000);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

onEveryDatabase((database) => {
  let hall: TestApp;
  let star: StarHall;
  let round: StaffStarRoundView;
  let voters: Voter[];
  const receipts: StarReceiptView[] = [];
  const newNonceOfFirst = newNonce();

  beforeAll(async () => {
    hall = await TestApp.start(database.url, { environment: { TRUST_PROXY_HOPS: '1' } });
    star = await new StarHall(hall).furnish();
    await hall.app.get(LedgerSequencer).sequence();
    voters = [];
    for (let number = 0; number < 7; number += 1) voters.push(await star.voter());
  });
  afterAll(() => hall.close());

  /** A day later the sessions have run out: everybody signs in anew. */
  const at = async (instant: number) => {
    hall.clock.set(instant);
    const staff = [star.head, ...star.candidates].map((who) => [who, 'staff', who.actor.id] as const);
    const people = voters.map((who) => [who, 'resident', who.id] as const);
    for (const [who, kind, id] of [...staff, ...people]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, kind, id)).token);
  };
  const pick = (at: number) => round.candidates[at]!.id;
  const said = async (kind: string) => (await hall.dataSource.query<{ body: string }[]>('SELECT body FROM ledger_line WHERE kind = ? ORDER BY id', [kind])).map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  const audit = async () => {
    const [book, file] = [starBook(digest), (await hall.app.get(LedgerQueries).export())!];
    let text = '';
    for await (const part of file.lines) text += part;
    const reader = auditor({ digest, isSigned, books: [book] });
    for (const line of text.trimEnd().split('\n')) reader.line(line);
    return { ...reader.end(), rounds: book.rounds };
  };

  test('a head nominates with the figures beside, and what is missing is said field by field', async () => {
    const { body: nominees } = await star.call<StarNomineeList>('GET', '/staff/stars/nominees?month=2026-11', star.head);
    expect(nominees.items[0]).toMatchObject({ name: '王晓梅', served: 7, judged: 0, rate: null, honours: 0 });
    expect((await star.call('POST', '/staff/stars', star.candidates[0]!, star.plan())).status).toBe(403);
    const wrong = await star.call('POST', '/staff/stars', star.head, star.plan({ closesAt: hall.clock.now() }));
    expect(wrong.body).toMatchObject({ code: 'STAR_DRAFT_INVALID', fields: [{ path: 'closesAt' }] });
    const made = (await star.call<StaffStarRoundView>('POST', '/staff/stars', star.head, star.plan())).body;
    expect(made).toMatchObject({ state: 'draft', code: null, actions: ['revise', 'open', 'discard'], turnout: null });
    expect((await star.call('POST', '/staff/stars', star.head, star.plan())).body.code).toBe('STAR_MONTH_TAKEN');
    expect((await star.call<StaffStarRoundList>('GET', '/staff/stars', star.candidates[0]!)).body.items).toEqual([]);
    expect((await star.call('GET', `/staff/stars/${made.id}`, star.candidates[0]!)).status).toBe(404);
    expect((await hall.call<StarRoundList>('GET', '/public/stars')).body.items).toEqual([]);
    const revised = (await star.call<StaffStarRoundView>('PUT', `/staff/stars/${made.id}`, star.head, { ...star.plan({ tieRule: 'rate' }), version: made.version })).body;
    expect(revised).toMatchObject({ tieRule: 'rate', actions: ['revise', 'open', 'discard'] });
    expect((await star.call('POST', `/staff/stars/${made.id}/discard`, star.head, { version: revised.version })).body).toMatchObject({ state: 'discarded' });
  });

  test('opening says everything to the ledger, and from then on nobody can change or end it', async () => {
    round = await star.openRound();
    expect(round).toMatchObject({ state: 'open', actions: [], ballots: null, root: null });
    expect(await said('star.committed')).toEqual([expect.objectContaining({ c: round.code, month: '2026-11', tie: 'shared', opens: round.opensAt, closes: round.closesAt, voters: 'verified-and-served', candidates: round.candidates.map(({ code }) => ({ staff: code, rate: null, judged: 0 })) })]);
    expect((await star.call('PUT', `/staff/stars/${round.id}`, star.head, { ...star.plan({ opensAt: hall.clock.now() + 1 }), version: round.version })).body.code).toBe('MOVE_NOT_ALLOWED');
    for (const step of ['open', 'discard', 'publish']) expect((await star.call('POST', `/staff/stars/${round.id}/${step}`, star.head, { version: round.version })).status).toBe(409);
    expect(await hall.app.get(StarCount).close(round.id)).toBe(false);
    expect(JSON.stringify(await said('star.committed'))).not.toContain('王晓梅');
  });

  test('each person who was served has one vote; the same nonce again gets the same receipt', async () => {
    const [first] = voters as [Voter, ...Voter[]];
    const nonce = newNonceOfFirst;
    const given = await star.vote<StarReceiptView>(first, round.id, pick(0), nonce);
    expect(given).toMatchObject({ status: 200, body: { round: round.code, choice: round.candidates[0]!.code, candidateName: '王晓梅', monthLabel: '2026年11月' } });
    expect((await star.vote<StarReceiptView>(first, round.id, pick(0), nonce)).body).toEqual(given.body);
    // Whatever is asked for with it: the vote that was given stands.
    expect((await star.vote<StarReceiptView>(first, round.id, pick(1), nonce)).body).toEqual(given.body);
    expect((await star.vote(first, round.id, pick(1))).body.code).toBe('STAR_VOTED_ALREADY');
    expect((await star.vote(voters[1]!, round.id, pick(1), nonce)).body.code).toBe('STAR_NONCE_TAKEN');
    receipts.push(given.body);
    for (const voter of voters.slice(1)) receipts.push((await star.vote<StarReceiptView>(voter, round.id, pick(1))).body);
    expect(new Set(receipts.map(({ ballot }) => ballot)).size).toBe(7);
    expect((await star.call<StarStandingView>('GET', `/resident/stars/${round.id}`, first)).body).toMatchObject({ mayVote: false, voted: true, whyCode: 'STAR_VOTED_ALREADY' });
  });

  test('whoever is not verified, was not served, or only came along, is told what to do', async () => {
    const code = async (voter: Voter) => (await star.vote(voter, round.id, pick(0))).body.code;
    expect(await code(await star.voter({ verified: false }))).toBe('STAR_NOT_VERIFIED');
    expect(await code(await star.voter({ served: false }))).toBe('STAR_NOT_SERVED');
    const helper = await star.voter({ served: false });
    await star.serve('somebody-else', helper.id);
    expect(await code(helper)).toBe('STAR_NOT_SERVED');
    const left = await star.voter({ served: false });
    await star.serve(left.citizenIndex, left.id, 'left');
    expect(await code(left)).toBe('STAR_NOT_SERVED');
    const unknown = await star.voter();
    expect((await star.vote(unknown, round.id, round.id)).body.code).toBe('STAR_CANDIDATE_UNKNOWN');
    expect((await star.call<StarStandingView>('GET', `/resident/stars/${round.id}`, helper)).body).toMatchObject({ mayVote: false, voted: false, why: expect.stringContaining('本人') });
    expect((await hall.call('POST', `/resident/stars/${round.id}/vote`, { token: unknown.token, body: { candidateId: pick(0), nonce: 'x' } })).status).toBe(400);
  });

  test('nobody is told a tally before the end: not the public, not the head, and no proof either', async () => {
    const texts = [await hall.call('GET', '/public/stars'), await hall.call('GET', `/public/stars/${round.id}`), await star.call('GET', `/staff/stars/${round.id}`, star.head), await star.call('GET', '/staff/stars', star.head)].map(({ body }) => JSON.stringify(body));
    for (const text of texts) expect(text.match(/"votes":(?!null)/g)).toBeNull();
    // How many voted, in steps of five.
    expect((await star.call<StaffStarRoundView>('GET', `/staff/stars/${round.id}`, star.head)).body).toMatchObject({ turnout: 5, ballots: null });
    expect((await hall.call('POST', '/public/stars/proof', { body: { ballot: receipts[0]!.ballot } })).body).toMatchObject({ code: 'STAR_NOT_COUNTED_YET' });
  });

  test('a vote leaves no trace of its own: no audit row, no event, no idempotency row', async () => {
    const count = async () => Promise.all(['audit_entry', 'outbox_event', 'idempotency_record', 'session'].map(async (table) => Number((await hall.dataSource.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM ${table}`))[0]!.n)));
    const somebody = await star.voter();
    const before = await count();
    expect((await star.vote(somebody, round.id, pick(2))).status).toBe(200);
    expect(await count()).toEqual(before);
    const [ballot] = await hall.dataSource.query<object[]>('SELECT * FROM star_ballot');
    expect(Object.keys(ballot!).sort()).toEqual(['choice', 'counted', 'id', 'nonce_hash', 'round_id']);
    const [entry] = await hall.dataSource.query<object[]>('SELECT * FROM star_roll');
    expect(Object.keys(entry!).sort()).toEqual(['counted', 'round_id', 'voter_mac']);
  });

  test('at its end the clock counts, and every receipt proves that its ballot is in', async () => {
    await at(round.closesAt);
    expect((await star.vote(await star.voter(), round.id, pick(0))).body.code).toBe('STAR_CLOSED');
    expect(await hall.app.get(StarCount).followClock()).toBe(1);
    expect(await hall.app.get(StarCount).followClock()).toBe(0);
    const [closed] = await said('star.closed');
    expect(closed).toMatchObject({ c: round.code, ballots: 8, roll: 8, tallies: [{ votes: 1 }, { votes: 6 }, { votes: 1 }] });
    for (const { round: code, ballot, choice } of receipts) {
      const { body: proof } = await hall.call<StarProofView>('POST', '/public/stars/proof', { body: { ballot } });
      expect(provesBallot(digest, { round: code, ballot, choice }, proof.proof, closed!.root as string)).toBe(true);
      expect(proof).toMatchObject({ root: closed!.root, ballots: 8 });
    }
    expect((await hall.call('POST', '/public/stars/proof', { body: { ballot: 'nobody' } })).body).toMatchObject({ code: 'STAR_BALLOT_UNKNOWN' });
    // A retry whose answer was lost finds its receipt even now.
    expect((await star.vote<StarReceiptView>(voters[0]!, round.id, pick(0), newNonceOfFirst)).body).toEqual(receipts[0]);
  });

  test('the result is shown, doubted, answered by somebody else, and only then final', async () => {
    const { body: before } = await star.call<StaffStarRoundView>('GET', `/staff/stars/${round.id}`, star.head);
    expect(before).toMatchObject({ state: 'closed', actions: ['publish'] });
    expect((await hall.call<StarRoundView>('GET', `/public/stars/${round.id}`)).body.candidates.map(({ votes }) => votes)).toEqual([null, null, null]);
    expect((await star.call('POST', `/resident/stars/${round.id}/objections`, voters[0]!, { candidateId: null, words: '我对这次的结果有疑问' })).body.code).toBe('STAR_OBJECTION_LATE');
    await star.call('POST', `/staff/stars/${round.id}/publish`, star.head, { version: before.version });
    expect((await hall.call<StarRoundView>('GET', `/public/stars/${round.id}`)).body).toMatchObject({ state: 'published', ballots: 8, objectionsUntil: '2026-12-02', candidates: [{ votes: 1 }, { votes: 6 }, { votes: 1 }] });

    const raised = await star.call<StarObjectionList>('POST', `/resident/stars/${round.id}/objections`, voters[0]!, { candidateId: pick(1), words: '她请亲戚朋友来办业务拉票' });
    expect(raised.body.items).toMatchObject([{ state: 'raised', candidateName: '李文静', actions: [] }]);
    expect((await star.call('POST', `/resident/stars/${round.id}/objections`, voters[0]!, { candidateId: null, words: '我再说一次我的疑问' })).body.code).toBe('STAR_OBJECTION_OPEN_ALREADY');
    await at(instantAt('2026-12-03', '09:00'));
    // The period is over, but an objection still waits.
    expect(await hall.app.get(StarCount).followClock()).toBe(0);
    const [objection] = (await star.call<StarObjectionList>('GET', `/staff/stars/${round.id}/objections`, star.head)).body.items;
    expect((await star.call('POST', `/staff/stars/objections/${objection!.id}/answer`, star.head, { uphold: true, words: '已经核实', version: 1 })).body.code).toBe('STAR_OBJECTION_NOT_YOURS');
    const other = await hall.staff(['director'], '孙明远');
    expect((await star.call<StarObjectionList>('POST', `/staff/stars/objections/${objection!.id}/answer`, other, { uphold: false, words: '经查，来办业务的都是本人，没有拉票', version: 1 })).body.items).toMatchObject([{ state: 'explained' }]);
    expect(await hall.app.get(StarCount).followClock()).toBe(1);
    await hall.deliver();
    expect((await hall.call<StarRoundView>('GET', `/public/stars/${round.id}`)).body).toMatchObject({ state: 'final', candidates: [{ star: false }, { star: true }, { star: false }] });
    expect(await hall.app.get(Stars).onShow(hall.hallId)).toMatchObject({ monthLabel: '2026年11月', ballots: 8, stars: [{ name: '李文静', votes: 6 }] });
    expect(await hall.app.get(Stars).honoursOf([star.candidates[1]!.actor.id])).toMatchObject([{ month: '2026-11' }]);
    expect((await star.call<StarNomineeList>('GET', '/staff/stars/nominees?month=2026-12', star.head)).body.items.find(({ name }) => name === '李文静')).toMatchObject({ honours: 1 });
  });

  test('anybody can count it anew from the exported ledger, and finds a ballot that was changed in the database', async () => {
    await at(instantAt('2026-12-04', '00:10'));
    await hall.app.get(LedgerSequencer).seal();
    expect(await audit()).toMatchObject({ sound: true, findings: [], rounds: 1 });
    const other = round.candidates[0]!.code;
    await hall.work((work) => work.execute("UPDATE ledger_line SET body = REPLACE(body, ?, ?) WHERE kind = 'star.ballots'", [round.candidates[1]!.code, other]));
    expect(await audit()).toMatchObject({ sound: false });
    await hall.work((work) => work.execute("UPDATE ledger_line SET body = REPLACE(body, ?, ?) WHERE kind = 'star.ballots'", [other, round.candidates[1]!.code]));
  });

  test('the rolls of two rounds have no name in common, and of fewer than five ballots nothing is told', async () => {
    await at(instantAt('2026-12-04', '09:00'));
    for (const voter of voters) await star.serve(voter.citizenIndex, voter.id);
    const next = await star.openRound({ month: '2026-12', opensAt: hall.clock.now() + HOUR, closesAt: hall.clock.now() + DAY_LENGTH });
    for (const voter of voters.slice(0, 4)) expect((await star.vote(voter, next.id, next.candidates[0]!.id)).status).toBe(200);
    const rolls = await hall.dataSource.query<{ voter_mac: string }[]>('SELECT voter_mac FROM star_roll');
    expect(new Set(rolls.map(({ voter_mac }) => voter_mac)).size).toBe(rolls.length);
    await at(next.closesAt + 2 * DAY_LENGTH);
    // Nobody published it: a day later the clock did.
    expect(await hall.app.get(StarCount).followClock()).toBe(1);
    await at(next.closesAt + 4 * DAY_LENGTH);
    expect(await hall.app.get(StarCount).followClock()).toBe(1);
    expect((await said('star.closed'))[1]).toMatchObject({ ballots: 4, roll: 4, tallies: [] });
    expect((await hall.call<StarRoundView>('GET', `/public/stars/${next.id}`)).body).toMatchObject({ state: 'published', ballots: 4, candidates: [{ votes: null }, { votes: null }, { votes: null }] });
  });

  test('somebody whose card was just seen votes without a telephone, once', async () => {
    await at(instantAt('2026-12-20', '09:00'));
    const seen = await star.voter();
    const next = await star.openRound({ month: '2026-11', opensAt: hall.clock.now() + HOUR, closesAt: hall.clock.now() + DAY_LENGTH }).catch((error: Error) => error.message);
    expect(next).toContain('STAR_MONTH_TAKEN');
    await hall.work((work) => work.execute("UPDATE star_round SET month_key = NULL, state = 'discarded' WHERE month = '2026-12'"));
    const again = await star.openRound({ month: '2026-12', opensAt: hall.clock.now() + HOUR, closesAt: hall.clock.now() + DAY_LENGTH });
    const vote = () => hall.app.get(Stars).voteOfSeen(hall.hallId, again.id, seen.citizenIndex, again.candidates[0]!.id, newNonce());
    expect(await vote()).toMatchObject({ round: again.code });
    await expect(vote()).rejects.toMatchObject({ code: 'STAR_VOTED_ALREADY' });
    expect((await star.vote(seen, again.id, again.candidates[1]!.id)).body.code).toBe('STAR_VOTED_ALREADY');
  });
});
