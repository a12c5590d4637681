import type { Connection } from 'mysql2/promise';
import { addDays, dayOf, instantAt } from '@hall/shared/kernel/day';
import { addMonths, firstDayOf, monthOf } from '@hall/shared/rating/published-figures.rules';
import { startApi } from '../servers/api-process.ts';
import { startPrivateMariadb } from '../servers/private-mariadb.ts';
import type { Figure } from './figure.ts';
import { HALL, layHall, open } from './queue-rows.ts';
import { now } from './rush-hall.ts';
import { median, rounded } from './statistics.ts';

const SIZES = [10_000, 1_000_000];
const ROWS_AT_ONCE = 5_000;
const ROUNDS = 15;
const MATTERS = ['["enrolment"]', '["enrolment-change"]', '["benefit-enquiry"]', '["enrolment","benefit-enquiry"]'];
const LEVELS = [5, 5, 5, 5, 4, 4, 4, 3, 2, 1];

const PATH = (month: string) => `/api/public/ratings/figures?month=${month}`;
/** Sums a year straight from the rows, as the page would have to without the sums of each month. */
const FROM_ROWS = `SELECT SUBSTRING(i.served_on, 1, 7) AS month, i.matter_ids, COUNT(*), COUNT(r.id), SUM(r.level <= 2) FROM rating_invitation i LEFT JOIN rating r ON r.invitation_id = i.id
  WHERE i.hall_id = ? AND i.served_on >= ? GROUP BY SUBSTRING(i.served_on, 1, 7), i.matter_ids`;

/** A year of services, two in five of them rated, by multi-row statements. @returns the last whole month of it */
async function layRatings(database: Connection, from: number, until: number): Promise<string> {
  const last = addMonths(monthOf(dayOf(now())), -2);
  const first = firstDayOf(addMonths(last, -11));
  for (let start = from; start < until; start += ROWS_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(ROWS_AT_ONCE, until - start) }, (_, at) => start + at);
    const id = (kind: string, n: number) => `0000000${kind}-0000-7000-9000-${String(n).padStart(12, '0')}`;
    const dayFor = (n: number) => addDays(first, n % 360);
    await database.query('INSERT INTO rating_invitation (id, ticket_id, hall_id, matter_ids, served_on, served_at, rated, version) VALUES ?', [numbers.map((n) => [id('1', n), id('2', n), HALL, MATTERS[n % 7 % 4], dayFor(n), instantAt(dayFor(n), '10:00'), n % 5 < 2 ? 1 : 0, 1])]);
    const rated = numbers.filter((n) => n % 5 < 2);
    await database.query('INSERT INTO rating (id, invitation_id, hall_id, way, level, reasons, attitude, given_on) VALUES ?', [rated.map((n) => [id('3', n), id('1', n), HALL, 'slip', LEVELS[(n * 7) % 10], '[]', n % 3 === 0 ? null : 4, dayFor(n)])]);
  }
  await database.query('ANALYZE TABLE rating_invitation, rating');
  return last;
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
};

/** The published figures with ten thousand and with a million services: read from the months' sums, beside summing the rows, and counting all anew. */
export async function run(): Promise<Figure[]> {
  const server = await startPrivateMariadb();
  const figures: Figure[] = [];
  try {
    const url = await server.freshDatabase('rating_figures');
    await (await startApi({ DATABASE_URL: url, LOG_LEVEL: 'warn' })).stop();
    const database = await open(url);
    await layHall(database, 1);
    let laid = 0;
    for (const size of SIZES) {
      const month = await layRatings(database, laid, size);
      laid = size;
      await database.query('DELETE FROM rating_month');
      // A server that finds months without sums counts them when it starts.
      const counting = performance.now();
      const api = await startApi({ DATABASE_URL: url, LOG_LEVEL: 'warn' }, 300_000);
      try {
        const ask = async () => (await fetch(`${api.url}${PATH(month)}`)).status;
        const deadline = performance.now() + 240_000;
        const months = async () => Number(((await database.query('SELECT COUNT(DISTINCT month) AS n FROM rating_month WHERE served > 0'))[0] as { n: number }[])[0]!.n);
        while ((await months()) < 12 && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
        const counted = performance.now() - counting;
        const status = await ask();
        const reads: number[] = [];
        for (let round = 0; round < ROUNDS; round += 1) reads.push(await timed(ask));
        const rows = await timed(() => database.query(FROM_ROWS, [HALL, firstDayOf(addMonths(month, -11))]));
        const read = median(reads);
        figures.push({
          name: `rating-figures ${size}`, value: rounded(read, 1), unit: 'ms', reach: '≤ 50', ok: status === 200 && read <= 50,
          note: `${size} services; summing a year from the rows ${Math.round(rows)} ms, counting every month anew ${Math.round(counted)} ms with the start of the server; answered ${status}`,
        });
      } finally {
        await api.stop();
      }
    }
    await database.end();
  } finally {
    await server.stop();
  }
  return figures;
}
