import { dayOf } from '../kernel/day.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';
import type { Digest } from '../ledger/merkle.rules.ts';
import { ballotLevels, rootOfLevels } from '../star/ballot.rules.ts';
import type { CountedBallot } from '../star/ballot.rules.ts';
import { LEAST_BALLOTS, winnersOf } from '../star/star.rules.ts';
import type { Counted, TieRule } from '../star/star.rules.ts';

export interface StarCommitted { c: string; month: string; from: string; to: string; tie: TieRule; opens: number; closes: number; objectionDays: number; voters: 'verified-and-served'; candidates: readonly { staff: string; rate: number | null; judged: number }[] }
export interface StarBallots { c: string; part: number; ballots: readonly (readonly [id: string, choice: string])[] }
/** `tallies` is empty when there were too few ballots to tell any. */
export interface StarClosed { c: string; root: string; ballots: number; roll: number; tallies: readonly { staff: string; votes: number }[] }
export interface StarFinal { c: string; winners: readonly string[]; struck: readonly string[] }

interface Round { committed: StarCommitted; parts: number; ballots: CountedBallot[]; closed: StarClosed | null; final: boolean }

export interface StarBook { read(entry: LedgerEntry): string | null; readonly rounds: number }

/** Counts every star round anew: its rules said beforehand, each ballot once, the root over all of them, the tallies, and who won by the rule. */
export function starBook(digest: Digest): StarBook {
  const rounds = new Map<string, Round>();
  let agreed = 0;
  const roundOf = (c: unknown): Round | undefined => rounds.get(String(c));

  const READERS: Partial<Record<LedgerEntry['kind'], (entry: LedgerEntry) => string | null>> = {
    'star.committed': ({ body, day }) => {
      const committed = body as unknown as StarCommitted;
      if (roundOf(committed.c)) return '同一次评选的方案公布了两次：方案公布后不能再改';
      rounds.set(committed.c, { committed, parts: 0, ballots: [], closed: null, final: false });
      if (day > dayOf(committed.opens)) return '评选方案公布得比开始投票还晚';
      return committed.closes > committed.opens ? null : '评选的截止时间不在开始之后';
    },
    'star.ballots': ({ body, day }) => {
      const { c, part, ballots } = body as unknown as StarBallots;
      const round = roundOf(c);
      if (!round) return '公布了一次没有方案的评选的选票';
      if (round.closed) return '计票之后又添了选票';
      if (day < dayOf(round.committed.closes)) return '投票还没有截止就公布了选票';
      if (part !== round.parts + 1) return `选票少了一部分：应为第 ${round.parts + 1} 部分，这里是第 ${part} 部分`;
      round.parts = part;
      const known = new Set(round.committed.candidates.map(({ staff }) => staff));
      if (ballots.some(([, choice]) => !known.has(choice))) return '有选票投给了方案里没有的人';
      round.ballots.push(...ballots.map(([ballot, choice]) => ({ round: c, ballot, choice })));
      return null;
    },
    'star.closed': ({ body, day }) => {
      const closed = body as unknown as StarClosed;
      const round = roundOf(closed.c);
      if (!round) return '公布了一次没有方案的评选的计票';
      if (round.closed) return '同一次评选计了两次票';
      round.closed = closed;
      return day < dayOf(round.committed.closes) ? '投票还没有截止就计了票' : wrongCount(digest, round, closed);
    },
    'star.final': ({ body }) => {
      const { c, winners, struck } = body as unknown as StarFinal;
      const round = roundOf(c);
      if (!round?.closed) return '评选还没有计票就有了结果';
      if (round.final) return '同一次评选有两个结果';
      round.final = true;
      const votes = new Map(round.closed.tallies.map((each) => [each.staff, each.votes]));
      const counted: Counted[] = round.committed.candidates.map(({ staff, rate }) => ({ code: staff, rate, votes: votes.get(staff) ?? 0 }));
      const found = winnersOf(counted, round.committed.tie, struck);
      if ([...found].sort().join(' ') !== [...winners].sort().join(' ')) return '当选的人与票数和事先公布的规则不符';
      agreed += 1;
      return null;
    },
    checkpoint: ({ day }) => ([...rounds.values()].some(({ committed, closed }) => closed === null && dayOf(committed.closes) <= day) ? '有一次评选已经截止，封账时却没有计票' : null),
  };

  return { read: (entry) => READERS[entry.kind]?.(entry) ?? null, get rounds() { return agreed; } };
}

function wrongCount(digest: Digest, { committed, ballots }: Round, closed: StarClosed): string | null {
  if (closed.ballots !== closed.roll) return `有 ${closed.ballots} 张选票，投票的人却有 ${closed.roll} 位`;
  if (closed.ballots < LEAST_BALLOTS) return ballots.length === 0 && closed.tallies.length === 0 ? null : `选票不足 ${LEAST_BALLOTS} 张，不应公布得票`;
  if (new Set(ballots.map(({ ballot }) => ballot)).size !== ballots.length) return '同一张选票出现了两次';
  if (ballots.length !== closed.ballots) return `计票写着 ${closed.ballots} 张，账上有 ${ballots.length} 张选票`;
  if (rootOfLevels(digest, ballotLevels(digest, ballots)) !== closed.root) return '选票的根与计票时公布的不符：有选票被改动';
  const count = new Map<string, number>();
  for (const { choice } of ballots) count.set(choice, (count.get(choice) ?? 0) + 1);
  const said = new Map(closed.tallies.map(({ staff, votes }) => [staff, votes]));
  return committed.candidates.every(({ staff }) => said.get(staff) === (count.get(staff) ?? 0)) && said.size === committed.candidates.length ? null : '得票数与选票不符';
}
