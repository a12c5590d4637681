import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { startApi, type ApiProcess } from '../servers/api-process.ts';
import { freePort, startChild, untilReady, type Child } from '../servers/child.ts';
import { startPrivateMariadb } from '../servers/private-mariadb.ts';
import { crowd, type CrowdResult } from './crowd.ts';
import type { Figure } from './figure.ts';
import { fillHall, fillSlots, tokenOf } from './rush-hall.ts';

const CONNECTIONS = 64;
const WARM_UP_MS = 1_000;
/** Each server is counted for ten seconds in all, in turns with the other, so that the machine's moods fall on both. */
const ROUNDS = 2;
const COUNT_MS = 5_000;
const POOL = 10;
/** Each person comes once; when all have come, the turn ends early. */
const RESIDENTS_A_TURN = 30_000;

const SCENARIOS = [
  { name: 'many', slots: 300, placesEach: 100, taken: false, reach: 0.8 },
  { name: 'hot', slots: 4, placesEach: 7_500, taken: false, reach: 0.8 },
  { name: 'sold-out', slots: 4, placesEach: 50, taken: true, reach: 0.6 },
] as const;

type Scenario = (typeof SCENARIOS)[number];

async function startBare(url: string): Promise<{ child: Child; port: number }> {
  const port = await freePort();
  const child = startChild(process.execPath, [join(import.meta.dirname, 'bare-booking.server.ts'), url, String(POOL), String(port)]);
  await untilReady(child, 'The bare server', () => fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.ok, () => false));
  return { child, port };
}

/** One server, one scenario: everybody comes with a session of their own and wants a place. */
async function turn(port: number, slotIds: readonly string[], firstResident: number): Promise<CrowdResult> {
  return crowd(port, (number) => (number >= RESIDENTS_A_TURN ? null : {
    path: '/api/resident/bookings/hold',
    headers: { authorization: `Bearer ${tokenOf(firstResident + number)}`, 'idempotency-key': randomUUID() },
    body: JSON.stringify({ slotId: slotIds[number % slotIds.length], matters: [{ matterId: 'enrolment' }] }),
  }), { connections: CONNECTIONS, warmUpMs: WARM_UP_MS, countMs: COUNT_MS });
}

async function count(url: string, sql: string): Promise<number> {
  const connection = await createConnection(url);
  const [rows] = await connection.query<RowDataPacket[]>(sql);
  await connection.end();
  return Number(rows[0]?.n);
}

/** Slots with more open bookings than places, plus places two open bookings claim, plus acknowledged holds without a booking. */
async function oversold(url: string, acknowledged: number): Promise<number> {
  const overfull = await count(url, "SELECT COUNT(*) AS n FROM (SELECT b.slot_id FROM booking b WHERE b.place_ref IS NOT NULL GROUP BY b.slot_id HAVING COUNT(*) > (SELECT COUNT(*) FROM place p WHERE p.slot_id = b.slot_id)) AS slots");
  const twice = await count(url, 'SELECT COUNT(*) AS n FROM (SELECT place_ref FROM booking WHERE place_ref IS NOT NULL GROUP BY place_ref HAVING COUNT(*) > 1) AS places');
  const kept = await count(url, 'SELECT COUNT(*) AS n FROM booking');
  return overfull + twice + Math.max(0, acknowledged - kept);
}

/** The rounds of one server as one result: the mean rate, and the worst of the slowest answers. */
function together(rounds: readonly CrowdResult[]): CrowdResult {
  const sum = (of: (round: CrowdResult) => Map<number, number>) => {
    const counts = new Map<number, number>();
    for (const round of rounds) for (const [status, count] of of(round)) counts.set(status, (counts.get(status) ?? 0) + count);
    return counts;
  };
  return {
    perSecond: rounds.reduce((total, round) => total + round.perSecond, 0) / rounds.length, p99Ms: Math.max(...rounds.map((round) => round.p99Ms)),
    statuses: sum((round) => round.statuses), allStatuses: sum((round) => round.allStatuses),
  };
}

const describe = (scenario: Scenario, ours: CrowdResult, bare: CrowdResult, status: number): Figure[] => {
  const ratio = ours.perSecond / bare.perSecond;
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const clean = [...ours.statuses.keys(), ...bare.statuses.keys()].every((seen) => seen === status);
  const note = `${Math.round(ours.perSecond)}/s beside bare ${Math.round(bare.perSecond)}/s (p99 ${Math.round(bare.p99Ms)} ms); ${CONNECTIONS} connections, pool ${POOL}, every commit flushed${clean ? '' : `; unexpected answers: ${JSON.stringify([...ours.statuses, ...bare.statuses])}`}`;
  return [
    { name: `booking-rush ${scenario.name}`, value: rounded(ratio), unit: '× bare', reach: `≥ ${scenario.reach}`, ok: ratio >= scenario.reach && clean, note },
    { name: `booking-rush ${scenario.name} p99`, value: Math.round(ours.p99Ms), unit: 'ms', reach: '≤ 100', ok: ours.p99Ms <= 100, note: 'from the first byte sent to the last read' },
  ];
};

/**
 * 64 people at once for ten seconds in all, on many slots, on few and before sold-out ones: the whole server (auth, validation,
 * idempotency, audit, outbox) beside a bare one in the same run, on the same database. The outbox is told by another
 * process, as in production with RUN_JOBS=false for the servers that answer.
 */
export async function run(): Promise<Figure[]> {
  const mariadb = await startPrivateMariadb({ flags: ['--innodb-buffer-pool-size=512M', '--innodb-log-file-size=256M'] });
  let api: ApiProcess | undefined;
  let bare: Child | undefined;
  try {
    const url = await mariadb.freshDatabase('booking_rush');
    api = await startApi({ DATABASE_URL: url, DB_POOL: String(POOL), RUN_JOBS: 'false', LOG_LEVEL: 'error' });
    const started = await startBare(url);
    bare = started.child;
    await fillHall(url, RESIDENTS_A_TURN * 2 * (1 + ROUNDS * SCENARIOS.length));
    const figures: Figure[] = [];
    let acknowledged = 0;
    let residents = 0;
    const serve = async (port: number, scenario: Scenario) => {
      const slots = await fillSlots(url, `${scenario.name}-${residents}`, scenario.slots, scenario.placesEach, scenario.taken);
      const result = await turn(port, slots, residents);
      residents += RESIDENTS_A_TURN;
      acknowledged += result.allStatuses.get(200) ?? 0;
      return result;
    };
    // Code that has not run yet is slow in any server, and there is more of it in ours: nothing is counted at first.
    for (const port of [started.port, api.port]) await serve(port, SCENARIOS[0]);
    for (const scenario of SCENARIOS) {
      const beside: CrowdResult[] = [];
      const ours: CrowdResult[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        beside.push(await serve(started.port, scenario));
        ours.push(await serve(api.port, scenario));
      }
      figures.push(...describe(scenario, together(ours), together(beside), scenario.taken ? 409 : 200));
    }
    const over = await oversold(url, acknowledged);
    figures.push({ name: 'booking-rush oversold', value: over, unit: 'places', reach: '0', ok: over === 0, note: `of ${acknowledged} acknowledged holds` });
    return figures;
  } finally {
    await api?.stop();
    await bare?.end();
    await mariadb.stop();
  }
}
