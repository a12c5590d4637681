import fc from 'fast-check';
import { starBook } from '../audit/star-book.ts';
import type { StarClosed, StarCommitted } from '../audit/star-book.ts';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { DAY_LENGTH, HOUR, dayOf, instantAt } from '../kernel/day.ts';
import type { LedgerEntry, LedgerKind } from '../ledger/entry.rules.ts';
import { plainDigest as digest } from '../ledger/plain-digest.builder.ts';
import { leafHash, merkleRoot, proofOf } from '../ledger/merkle.rules.ts';
import { ballotLevels, ballotText, proofInLevels, provesBallot, rootOfLevels } from './ballot.rules.ts';
import { STAR_ROUND_MOVES, STEPS_OF_THE_CLOCK, starRoundLabel } from './star.moves.ts';
import { daysOfMonth, starPlanProblems, takesVotes, winnersOf } from './star.rules.ts';
import type { StarPlan } from './star.rules.ts';

const NOW = instantAt('2026-12-01', '09:00');
const PLAN: StarPlan = {
  month: '2026-11', tieRule: 'shared', opensAt: NOW + HOUR, closesAt: NOW + 5 * DAY_LENGTH, objectionDays: 5,
  nominees: [{ staffId: 'wang', reasons: '耐心，老人都愿意找她办事' }, { staffId: 'li', reasons: '一个月没有一件超时的业务' }],
};

describe('a round of the service star', () => {
  it('can end, and cannot be changed or ended early by anybody once it is open', () => {
    expect(finalStates(STAR_ROUND_MOVES).sort()).toEqual(['discarded', 'final']);
    expect([...reachableFrom(STAR_ROUND_MOVES, 'open')].sort()).toEqual(['closed', 'final', 'open', 'published']);
    expect(Object.keys(STAR_ROUND_MOVES.open)).toEqual(['close']);
    expect(STEPS_OF_THE_CLOCK).toContain('close');
  });
  it('knows its days, in February of a leap year too', () => expect([daysOfMonth('2028-02'), daysOfMonth('2026-12')]).toEqual([{ first: '2028-02-01', last: '2028-02-29' }, { first: '2026-12-01', last: '2026-12-31' }]));
  it('says that voting is over from its last instant on, though nobody has counted yet', () => {
    const round = { state: 'open', opensAt: 10, closesAt: 20 } as const;
    expect([9, 10, 19, 20].map((now) => starRoundLabel(round, now))).toEqual(['还没开始', '投票中', '投票中', '投票截止']);
    expect(starRoundLabel({ ...round, state: 'closed' }, 15)).toBe('已计票');
  });
  it('takes votes from its first instant on and not at its last', () => {
    const round = { state: 'open', opensAt: 10, closesAt: 20 };
    expect([9, 10, 19, 20].map((now) => takesVotes(round, now))).toEqual([false, true, true, false]);
    expect(takesVotes({ ...round, state: 'draft' }, 15)).toBe(false);
  });
  it('says field by field what is missing of a plan', () => {
    expect(starPlanProblems(PLAN, NOW)).toEqual([]);
    const paths = (more: Partial<StarPlan>) => starPlanProblems({ ...PLAN, ...more }, NOW).map(({ path }) => path);
    expect(paths({ month: '2027-01' })).toEqual(['month']);
    expect(paths({ opensAt: NOW - 1 })).toEqual(['opensAt']);
    expect(paths({ closesAt: PLAN.opensAt + 1 })).toEqual(['closesAt']);
    expect(paths({ objectionDays: 1 })).toEqual(['objectionDays']);
    expect(paths({ nominees: [PLAN.nominees[0]!, PLAN.nominees[0]!] })).toEqual(['nominees']);
    expect(paths({ nominees: [PLAN.nominees[0]!, { staffId: 'li', reasons: '好' }] })).toEqual(['nominees.1.reasons']);
  });
});

describe('the star', () => {
  const of = (code: string, votes: number, rate: number | null = null) => ({ code, votes, rate });
  it('has the most votes', () => expect(winnersOf([of('a', 3), of('b', 4)], 'shared')).toEqual(['b']));
  it('is more than one at a tie, or whoever kept the time more often, as was said beforehand', () => {
    expect(winnersOf([of('a', 3, 900), of('b', 3, 950)], 'shared')).toEqual(['a', 'b']);
    expect(winnersOf([of('a', 3, 900), of('b', 3, 950)], 'rate')).toEqual(['b']);
    expect(winnersOf([of('a', 3, 950), of('b', 3, 950), of('c', 3)], 'rate')).toEqual(['a', 'b']);
  });
  it('is the next one when an objection struck the first off', () => expect(winnersOf([of('a', 3), of('b', 4)], 'shared', ['b'])).toEqual(['a']));
  it('is nobody of fewer than five ballots', () => expect([winnersOf([of('a', 4), of('b', 0)], 'shared'), winnersOf([of('a', 4), of('b', 1)], 'shared')]).toEqual([[], ['a']]));
});

const ballots = (count: number) => Array.from({ length: count }, (_, at) => ({ round: 'r', ballot: digest(String(at)).slice(0, 36), choice: at % 3 === 0 ? 'a' : 'b' }));

describe('the tree over the ballots', () => {
  it('is the tree of the ledger, and every ballot proves itself and no other', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (count, pick) => {
      const all = ballots(count).sort((a, b) => (a.ballot < b.ballot ? -1 : 1));
      const leaves = all.map((each) => leafHash(digest, ballotText(each)));
      const levels = ballotLevels(digest, all);
      const root = rootOfLevels(digest, levels);
      const at = pick % count;
      const proof = proofInLevels(levels, at);
      expect(root).toBe(merkleRoot(digest, leaves));
      expect(proof).toEqual(proofOf(digest, leaves, at));
      expect(provesBallot(digest, all[at]!, proof, root)).toBe(true);
      expect(provesBallot(digest, { ...all[at]!, choice: 'c' }, proof, root)).toBe(false);
    }), { numRuns: 60 });
  });
  it('of no ballots is the digest of nothing', () => expect(rootOfLevels(digest, ballotLevels(digest, []))).toBe(digest('')));
});

describe('whoever counts a round anew from the ledger', () => {
  const entry = (kind: LedgerKind, body: object, day = '2026-12-06'): LedgerEntry => ({ seq: 1, prev: '', kind, day, body: body as LedgerEntry['body'] });
  const committed: StarCommitted = {
    c: 'r', month: '2026-11', from: '2026-11-01', to: '2026-11-30', tie: 'rate', opens: NOW, closes: NOW + 5 * DAY_LENGTH, objectionDays: 5, voters: 'verified-and-served', candidates: [{ staff: 'a', rate: 900, judged: 20 }, { staff: 'b', rate: null, judged: 3 }],
  };
  const all = ballots(9);
  const root = rootOfLevels(digest, ballotLevels(digest, all));
  const closed: StarClosed = { c: 'r', root, ballots: 9, roll: 9, tallies: [{ staff: 'a', votes: 3 }, { staff: 'b', votes: 6 }] };
  const part = { c: 'r', part: 1, ballots: all.map(({ ballot, choice }) => [ballot, choice]) };
  const read = (...entries: LedgerEntry[]) => {
    const book = starBook(digest);
    return { found: entries.map((each) => book.read(each)).filter((words) => words !== null), agreed: book.rounds };
  };
  const said = entry('star.committed', committed, dayOf(NOW));
  const final = entry('star.final', { c: 'r', winners: ['b'], struck: [] }, '2026-12-15');

  it('agrees with one that was held as it should be', () => expect(read(said, entry('star.ballots', part), entry('star.closed', closed), final)).toEqual({ found: [], agreed: 1 }));
  it('finds rules that came too late or twice, ballots before the end or after the count, and another winner', () => {
    expect(read(entry('star.committed', committed, '2026-12-02')).found).toHaveLength(1);
    expect(read(said, said).found).toHaveLength(1);
    expect(read(said, entry('star.ballots', part, '2026-12-05')).found).toHaveLength(1);
    expect(read(said, entry('star.ballots', part), entry('star.closed', closed), entry('star.ballots', { ...part, part: 2 })).found).toHaveLength(1);
    expect(read(said, entry('star.ballots', part), entry('star.closed', closed), entry('star.final', { c: 'r', winners: ['a'], struck: [] })).found).toHaveLength(1);
    expect(read(said, entry('star.ballots', part), entry('star.closed', closed), entry('star.final', { c: 'r', winners: ['a'], struck: ['b'] })).found).toEqual([]);
  });
  it('finds a ballot that was changed, added, left out or doubled, and a tally that does not add up', () => {
    const [first, ...others] = part.ballots as [string, string][];
    const count = (more: object, closing: object = {}) => read(said, entry('star.ballots', { ...part, ...more }), entry('star.closed', { ...closed, ...closing })).found;
    expect(count({ ballots: [[first![0], 'b'], ...others] })).toEqual(['选票的根与计票时公布的不符：有选票被改动']);
    expect(count({ ballots: [...part.ballots, ['x', 'a']] })).toHaveLength(1);
    expect(count({ ballots: others })).toHaveLength(1);
    expect(count({ ballots: [first, first, ...others] })).toEqual(['同一张选票出现了两次']);
    expect(count({}, { roll: 8 })).toEqual(['有 9 张选票，投票的人却有 8 位']);
    expect(count({}, { tallies: [{ staff: 'a', votes: 4 }, { staff: 'b', votes: 5 }] })).toEqual(['得票数与选票不符']);
  });
  it('is told no tally of fewer than five ballots', () => {
    expect(read(said, entry('star.closed', { ...closed, ballots: 4, roll: 4, tallies: [] })).found).toEqual([]);
    expect(read(said, entry('star.closed', { ...closed, ballots: 4, roll: 4 })).found).toHaveLength(1);
  });
});
