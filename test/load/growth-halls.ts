import type { Connection } from 'mysql2/promise';
import { dayOf } from '@hall/shared/kernel/day';
import { addMonths, firstDayOf, monthOf } from '@hall/shared/rating/published-figures.rules';
import { aesSuite } from '../../cloud-api/src/platform/crypto/aes-suite.ts';
import { generateKeyRing, parseKeyRing } from '../../cloud-api/src/platform/crypto/key-ring.ts';
import { RingCrypto } from '../../cloud-api/src/platform/crypto/ring-crypto.ts';
import { startApi, type ApiProcess } from '../servers/api-process.ts';
import type { PrivateMariadb } from '../servers/private-mariadb.ts';
import { HALL, layHall, open, settled } from './queue-rows.ts';
import { now } from './rush-hall.ts';
import { laySun } from './sun-rows.ts';
import { layDeadlines, layInbox, layPeople, layRatings, laySuggestions, type VoiceSize } from './voice-rows.ts';

const COUNTING_PATIENCE_MS = 240_000;
const MONTHS = 12;
/** Sums a year straight from the rows, as the page would have to without the sums of each month. */
const FROM_ROWS = `SELECT SUBSTRING(i.served_on, 1, 7) AS month, i.matter_ids, COUNT(*), COUNT(r.id), SUM(r.level <= 2) FROM rating_invitation i LEFT JOIN rating r ON r.invitation_id = i.id
  WHERE i.hall_id = ? AND i.served_on >= ? GROUP BY SUBSTRING(i.served_on, 1, 7), i.matter_ids`;

export interface GrownHall {
  size: VoiceSize;
  api: ApiProcess;
  /** The token of a head who sees the whole post. */
  staff: string;
  /** Milliseconds: a year of ratings summed from its rows, and every month counted anew with the start of the server. */
  summedMs: number;
  countedMs: number;
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
};

async function told(database: Connection): Promise<boolean> {
  const [rows] = await database.query('SELECT COUNT(DISTINCT month) AS n FROM rating_month WHERE served > 0');
  return Number((rows as { n: number }[])[0]!.n) >= MONTHS;
}

/** A hall of this size, its history laid straight into the database, its server started and done with what it counts when it starts. @param rounds how often each thing will be asked */
export async function layGrownHall(server: PrivateMariadb, size: VoiceSize, rounds: number): Promise<GrownHall> {
  const url = await server.freshDatabase(`growth_${size.rows}`);
  const ring = generateKeyRing(aesSuite);
  const settings = { DATABASE_URL: url, KEY_RING: ring, LOG_LEVEL: 'warn' };
  await (await startApi(settings)).stop();
  const database = await open(url);
  try {
    const [clerk] = await layHall(database, 1);
    await layPeople(database, rounds);
    const crypto = new RingCrypto({ ring: parseKeyRing(ring, [aesSuite]) });
    await laySuggestions(database, crypto, size.suggestions);
    await layRatings(database, size.rows, rounds);
    await layInbox(database, size.rows);
    await layDeadlines(database, size.rows);
    await laySun(database, crypto, size);
    await database.query('ANALYZE TABLE suggestion, suggestion_gram, suggestion_step, rating_invitation, rating, inbox_item, deadline');
    const summedMs = await timed(() => database.query(FROM_ROWS, [HALL, firstDayOf(addMonths(monthOf(dayOf(now())), -MONTHS))]));
    const begun = performance.now();
    const api = await startApi(settings, COUNTING_PATIENCE_MS);
    // The server counts the months it finds without sums; nothing is measured meanwhile.
    while (!(await told(database)) && performance.now() < begun + COUNTING_PATIENCE_MS) await new Promise((resolve) => setTimeout(resolve, 200));
    await settled(database);
    return { size, api, staff: clerk!, summedMs, countedMs: performance.now() - begun };
  } finally {
    await database.end();
  }
}
