import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { RowDataPacket } from 'mysql2/promise';
import { SECOND, HOUR, dayOf } from '@hall/shared/kernel/day';
import { BALLOTS_AN_ENTRY, provesBallot } from '@hall/shared/star/ballot.rules';
import { startApi, type ApiProcess } from '../servers/api-process.ts';
import { startPrivateMariadb } from '../servers/private-mariadb.ts';
import { crowd, type Shot } from './crowd.ts';
import type { Figure } from './figure.ts';
import { layHall, open } from './queue-rows.ts';
import { now } from './rush-hall.ts';
import { layVoters, nonceOf, voterToken } from './star-rows.ts';

const ELIGIBLE = 50_000;
const BALLOTS = 30_000;
const CONNECTIONS = 64;
const LATE_CONNECTIONS = 4;
/** Every so many-th voter tries again: with another telephone, or the same vote once more. */
const AGAIN_EVERY = 10;
const SAMPLED = 200;
const PATIENCE_MS = 15 * 60_000;
const CLOSING_PATIENCE_MS = 2 * 60_000;
/** Before the end the server starts anew with its clock put forward; who is late votes from then on until the count is told. */
const BEFORE_THE_END = 5 * SECOND;

/** Half of them voted once, half sent the same vote twice; of those who came with two telephones nobody knows which was first. */
const sampled = (at: number): number => at * 2 * AGAIN_EVERY * Math.floor(BALLOTS / SAMPLED / 2 / AGAIN_EVERY) + (at % 2);

interface Round { id: string; version: number; opensAt: number; closesAt: number; candidates: { id: string; code: string; votes: number | null }[] }
interface Receipt { round: string; ballot: string; choice: string }
/** A village at its telephones: everybody with an address of their own. */
const addressOf = (voter: number): string => `10.${voter >> 16}.${(voter >> 8) & 255}.${voter & 255}`;
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const voteOf = (round: Round, voter: number, nonce: string): Shot => ({
  path: `/api/resident/stars/${round.id}/vote`, headers: { authorization: `Bearer ${voterToken(voter)}`, 'x-forwarded-for': addressOf(voter) }, body: JSON.stringify({ candidateId: round.candidates[voter % 3]!.id, nonce }),
});

async function ask<T>(api: ApiProcess, method: string, path: string, token: string | null, body?: object, address?: string): Promise<T> {
  const answer = await fetch(`${api.url}/api${path}`, { method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...(address ? { 'x-forwarded-for': address } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/**
 * A whole round on MariaDB: 50,000 who may vote, 30,000 who do from 64 connections, some of them twice; then the clock is put to its end, and while
 * the others come too late the house counts, says every ballot to the ledger and proves to whoever asks that theirs is in.
 */
export async function run(): Promise<Figure[]> {
  const mariadb = await startPrivateMariadb({ flags: ['--innodb-buffer-pool-size=512M', '--innodb-log-file-size=256M'] });
  let api: ApiProcess | undefined;
  try {
    const url = await mariadb.freshDatabase('star_round');
    api = await startApi({ DATABASE_URL: url, DB_POOL: '10', RUN_JOBS: 'false', LOG_LEVEL: 'error', TRUST_PROXY_HOPS: '1' });
    const database = await open(url);
    const [head] = await layHall(database, 4);
    await database.query("UPDATE staff_grant SET roles = '[\"head\"]'");
    await layVoters(database, ELIGIBLE);
    const number = async (sql: string) => Number((await database.query<RowDataPacket[]>(sql))[0][0]?.n);

    const [staff] = await database.query<RowDataPacket[]>('SELECT id FROM staff ORDER BY id LIMIT 3');
    const opensAt = now() + 2 * SECOND;
    const plan = { month: dayOf(opensAt).slice(0, 7), tieRule: 'shared', opensAt, closesAt: opensAt + HOUR, objectionDays: 5, nominees: staff.map(({ id }) => ({ staffId: String(id), reasons: '耐心细致，群众都愿意找他办事' })) };
    const draft = await ask<Round>(api, 'POST', '/staff/stars', head!, plan);
    const round = await ask<Round>(api, 'POST', `/staff/stars/${draft.id}/open`, head!, { version: draft.version });
    await pause(Math.max(0, opensAt - now()) + 200);

    // Who comes again comes while others are still voting for the first time.
    const voters = Array.from({ length: BALLOTS }, (_, voter) => voter);
    const shots = voters.flatMap((voter) => [() => voteOf(round, voter, nonceOf(voter)), ...(voter % AGAIN_EVERY === 0 ? [() => voteOf(round, voter, voter % 20 === 0 ? nonceOf(voter) : nonceOf(voter + ELIGIBLE))] : [])]);
    const rushed = await crowd(api.port, (at) => shots[at]?.() ?? null, { connections: CONNECTIONS, warmUpMs: 0, countMs: PATIENCE_MS });
    const receipts = await Promise.all(Array.from({ length: SAMPLED }, async (_, at) => {
      const { path, headers, body } = voteOf(round, sampled(at), nonceOf(sampled(at)));
      const answer = await fetch(`${api!.url}${path}`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body });
      return (await answer.json()) as Receipt;
    }));
    const roll = await number('SELECT COUNT(*) AS n FROM star_roll');
    const ballots = await number('SELECT COUNT(*) AS n FROM star_ballot');

    await api.restart({ CLOCK_STARTS_AT: String(round.closesAt - BEFORE_THE_END), RUN_JOBS: 'true' });
    const { serverTime } = await ask<{ serverTime: number }>(api, 'GET', '/public/board', null);
    const ahead = serverTime - now();
    // The others come at the last moment and too late. Whoever is told that the vote counts must be counted, and nobody else.
    const [votes, patience] = [round.candidates.map(() => BALLOTS / 3), now() + CLOSING_PATIENCE_MS];
    let isClosed = false;
    const late = crowd(api.port, (at) => (!isClosed && BALLOTS + at < ELIGIBLE ? voteOf(round, BALLOTS + at, nonceOf(BALLOTS + at)) : null), { connections: LATE_CONNECTIONS, warmUpMs: 0, countMs: PATIENCE_MS }, (at, status) => {
      if (status === 200) votes[(BALLOTS + at) % 3]! += 1;
    });
    while (!(isClosed = (await number("SELECT COUNT(*) AS n FROM star_round WHERE state = 'closed'")) > 0)) {
      if (now() > patience) throw new Error(`the round was not closed within ${CLOSING_PATIENCE_MS} ms: ${api.lastWords()}`);
      await pause(5);
    }
    const closingMs = now() + ahead - (await number('SELECT closed_at AS n FROM star_round'));
    const { allStatuses: lateAnswers } = await late;
    const counted = votes.reduce((sum, each) => sum + each, 0);
    const [[said]] = await database.query<RowDataPacket[]>("SELECT body FROM ledger_line WHERE kind = 'star.closed'");
    const closed = JSON.parse(String(said!.body)) as { root: string; ballots: number; roll: number; tallies: { staff: string; votes: number }[] };
    let proven = 0;
    for (const [at, receipt] of receipts.entries()) {
      const { proof } = await ask<{ proof: { side: 'left' | 'right'; hash: string }[] }>(api, 'POST', '/public/stars/proof', null, { ballot: receipt.ballot }, addressOf(sampled(at)));
      if (provesBallot(digest, { round: receipt.round, ballot: receipt.ballot, choice: receipt.choice }, proof, closed.root)) proven += 1;
    }
    await database.end();
    const right = roll === BALLOTS && ballots === BALLOTS && closed.ballots === counted && closed.roll === counted && round.candidates.every(({ code }, at) => closed.tallies.find(({ staff }) => staff === code)?.votes === votes[at]);
    return [
      { name: 'star-round votes', value: Math.round(rushed.perSecond), unit: '/s', reach: `${BALLOTS} and the last counted, one each`, ok: right, note: `${ELIGIBLE} eligible, ${CONNECTIONS} connections, ${BALLOTS / AGAIN_EVERY} came twice; roll ${roll}, ballots ${ballots}; p99 ${Math.round(rushed.p99Ms)} ms; answers ${JSON.stringify([...rushed.allStatuses])}; at the end ${counted - BALLOTS} in time, answers ${JSON.stringify([...lateAnswers])}` },
      { name: 'star-round closing', value: closingMs, unit: 'ms', reach: '< 5000', ok: closingMs < 5_000, note: `count, root, ${Math.ceil(counted / BALLOTS_AN_ENTRY)} entries of ballots, one commit` },
      { name: 'star-round receipts', value: proven, unit: 'proven', reach: String(SAMPLED), ok: proven === SAMPLED, note: 'sampled receipts against the root in the ledger' },
    ];
  } finally {
    await api?.stop();
    await mariadb.stop();
  }
}
