import type { Connection } from 'mysql2/promise';
import { EVERYTHING } from '@hall/shared/commitment/commitment.rules';
import { LAST_NINETY_DAYS, NO_COUNTS, figureOf } from '@hall/shared/commitment/figures.rules';
import { DAY_LENGTH, MINUTE, addDays, dayOf } from '@hall/shared/kernel/day';
import { addMonths, monthOf } from '@hall/shared/rating/published-figures.rules';
import { newSigningPair } from '../../cloud-api/src/platform/crypto/signing.ts';
import type { RingCrypto } from '../../cloud-api/src/platform/crypto/ring-crypto.ts';
import { HALL } from './queue-rows.ts';
import { now } from './rush-hall.ts';
import { OPEN_AT_ONCE, idOf } from './voice-rows.ts';

/**
 * What the hall promises and how it turned out, the ledger, who was served by whom, and questions: years of it, laid straight into the database.
 * Growing is history: a day is as full in the small hall as in the large one, and as many questions are open.
 */
export interface SunSize { rows: number }

const PROMISES = 10;
/** Of each promise on each day. */
const TIMES_A_DAY = 27;
const VISITS_A_DAY = 300;
/** The small hall, too, has seen a year: the trend is as long on both boards. */
const LEAST_MONTHS = 14;
const CLERK = '00000001-0000-7000-8000-000000000000';
const WINDOW = '00000004-0000-7000-8000-000000000000';
export const PROMISE_ID = idOf('1', 0);
/** A day so many entries back, as SQL. */
const dayBack = (today: string, each: number): string => `DATE_FORMAT(DATE_SUB('${today}', INTERVAL 1 + seq DIV ${each} DAY), '%Y-%m-%d')`;
const id = (kind: string, number = 'seq'): string => `CONCAT('0000000${kind}-0000-7000-9000-', LPAD(${number}, 12, '0'))`;

export async function laySun(database: Connection, crypto: RingCrypto, { rows }: SunSize): Promise<void> {
  await layPromises(database, rows);
  await layFulfilments(database, rows);
  await layLedger(database, crypto, rows);
  await layVisits(database, rows);
  await layEnquiries(database, rows);
  await database.query('ANALYZE TABLE commitment, commitment_version, published_figure, fulfilment, ledger_line, ticket, enquiry, enquiry_step');
}

/** Each in force since the first day, with the figures of every month that is over and of the last ninety days. */
async function layPromises(database: Connection, rows: number): Promise<void> {
  const [at, today] = [now(), dayOf(now())];
  const all = Array.from({ length: PROMISES }, (_, n) => ({ n, commitment: idOf('1', n), version: idOf('2', n), code: `promise-code-${String(n).padStart(9, '0')}` }));
  // One promise is about the time at the window, as in every hall; the others are about waiting.
  const ruleOf = (n: number) => JSON.stringify({ ...(n === 0 ? { from: 'visit.called', to: 'visit.served', limit: 5 } : { from: 'visit.taken', to: 'visit.called', limit: 10 + n }), clock: 'minutes', scope: EVERYTHING });
  const from = addDays(today, -Math.ceil(rows / PROMISES / TIMES_A_DAY) - 1);
  await database.query('INSERT INTO commitment (id, hall_id, code, holder_kind, holder_id, state, position, created_at, created_by, version) VALUES ?', [all.map(({ n, commitment, code }) => [commitment, HALL, code, 'hall', null, 'published', n, at, CLERK, 1])]);
  await database.query('INSERT INTO commitment_version (id, commitment_id, hall_id, number, wording, basis, rule, state, in_force_from, in_force_to, drafted_by, published_by, published_at, version) VALUES ?', [
    all.map(({ n, commitment, version }) => [version, commitment, HALL, 1, n === 0 ? '叫号后五分钟内办结' : `取号后 ${10 + n} 分钟内叫到`, '大厅公开承诺', ruleOf(n), 'published', from, null, CLERK, CLERK, at, 1]),
  ]);
  const months = Math.max(LEAST_MONTHS, Math.ceil(rows / PROMISES / TIMES_A_DAY / 30));
  const periods = [LAST_NINETY_DAYS, ...Array.from({ length: months }, (_, back) => addMonths(monthOf(today), -back))];
  const counts = { ...NO_COUNTS, met: 780, broken: 30, spread: [200, 300, 200, 80, 20, 10, 0, 0] };
  for (const { n, version, code } of all) {
    await database.query('INSERT INTO published_figure (id, hall_id, commitment_version_id, period, as_of, figure) VALUES ?', [periods.map((period, at) => [idOf('3', n * 1_000 + at), HALL, version, period, today, JSON.stringify(figureOf(code, 1, period, today, counts))])]);
  }
}

/** Nearly all kept, one in thirty broken, one in ninety left before; none open but today's. */
async function layFulfilments(database: Connection, rows: number): Promise<void> {
  const [at, today] = [now(), dayOf(now())];
  const opened = `${at} - ${DAY_LENGTH} * (1 + seq DIV ${PROMISES * TIMES_A_DAY}) - (seq % ${PROMISES * TIMES_A_DAY}) * ${MINUTE}`;
  await database.query(
    `INSERT INTO fulfilment (id, hall_id, commitment_version_id, subject_id, ordinal, opened_at, due_at, closed_at, ended_at, settles_on, spread_step, took, staff_id, window_id)
     SELECT ${id('4')}, ?, ${id('2', `seq % ${PROMISES}`)}, ${id('5')}, 0, ${opened}, ${opened} + 300000, IF(seq DIV 10 % 90 = 7, NULL, ${opened} + IF(seq DIV 10 % 30 = 3, 400000, 200000)), IF(seq DIV 10 % 90 = 7, ${opened} + 60000, NULL),
       ${dayBack(today, PROMISES * TIMES_A_DAY)}, seq % 4, 200000, ?, ? FROM seq_1_to_${rows}`, [HALL, CLERK, WINDOW]);
}

/** Entries of facts, one in a hundred a figure, sealed up to yesterday. Their hashes name each other nowhere: nobody is asked to check them here. */
async function layLedger(database: Connection, crypto: RingCrypto, rows: number): Promise<void> {
  const [at, today] = [now(), dayOf(now())];
  const pair = newSigningPair();
  const [key, yesterday] = [idOf('6', 0), addDays(today, -1)];
  await database.query('INSERT INTO ledger_key (id, hall_id, public_key, private_key_cipher, made_at) VALUES (?, ?, ?, ?, ?)', [key, HALL, pair.publicKey, crypto.encryptField(pair.privateKey, `ledger-key.private:${key}`), at]);
  await database.query(
    `INSERT INTO ledger_line (id, hall_id, fact_key, kind, day, body, written_at, for_seal, seq, hash)
     SELECT ${id('7')}, ?, CONCAT('bench:', seq), IF(seq % 100 = 0, 'figure.published', 'fact'), ${dayBack(today, 4 * VISITS_A_DAY)},
       IF(seq % 100 = 0, '{"asOf":"2026-11-22","broken":30,"c":"promise-code-000000000","disputed":0,"ended":0,"excluded":0,"met":780,"period":"2026-11","rate":962,"spread":[200,300,200,80,20,10,0,0],"upheld":0,"v":1}',
         CONCAT('{"at":1795402434000,"event":"visit.served","of":{"cls":"walkin","ready":true},"s":"', LPAD(seq, 22, 'x'), '"}')), ? - seq, 0, ${rows + 1} - seq, SHA2(CONCAT(seq), 256) FROM seq_1_to_${rows}`, [HALL, at]);
  const peaks = [...rows.toString(2)].filter((bit) => bit === '1').map((_, peak) => String(peak).padStart(64, '0'));
  await database.query('INSERT INTO ledger_book (id, name, last_seq, last_hash, frontier, begun_on, sealed_to, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)', [HALL, 'bench-ledger-000000000', rows, '0'.repeat(64), JSON.stringify({ size: rows, peaks }), addDays(today, -400), yesterday]);
  await database.query('INSERT INTO ledger_checkpoint (id, hall_id, day, size, root, seq, signature, key_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [idOf('8', 0), HALL, yesterday, rows - 1, 'ab'.repeat(32), rows, 'none', key]);
}

async function layVisits(database: Connection, rows: number): Promise<void> {
  const [at, today] = [now(), dayOf(now())];
  const scope = JSON.stringify([{ matterId: 'benefit-enquiry', applicationId: null, ready: true }]);
  const taken = `${at} - ${DAY_LENGTH} * (1 + seq DIV ${VISITS_A_DAY})`;
  await database.query(
    `INSERT INTO ticket (id, hall_id, day, cls, seq, number, state, lane, source, scope, ready, taken_at, eligible_at, due_at, window_id, staff_id, call_count, rejoins, first_called_at, called_at, serving_at, parked, ended_at, version)
     SELECT ${id('9')}, ?, ${dayBack(today, VISITS_A_DAY)}, 'walkin', 1 + seq % ${VISITS_A_DAY}, CONCAT('P', 1 + seq % ${VISITS_A_DAY}), IF(seq % 20 = 0, 'left', 'served'), 'benefit-enquiry', 'desk', ?, 1, ${taken}, ${taken}, ${taken}, ?, ?, 1, 0, ${taken}, ${taken}, ${taken}, '[]', ${taken} + 200000, 1
     FROM seq_1_to_${rows}`, [HALL, scope, WINDOW, CLERK]);
}

/** Answered but for the newest {@link OPEN_AT_ONCE}, a third of which nobody took yet. */
async function layEnquiries(database: Connection, rows: number): Promise<void> {
  const at = now();
  await database.query(
    `INSERT INTO enquiry (id, hall_id, number, way, addressee, owner_id, state, asked_again, picture_count, asked_at, changed_at, version)
     SELECT ${id('1')}, ?, CONCAT('E-', seq), 'desk', 'section', IF(seq <= ${OPEN_AT_ONCE} AND seq % 3 = 0, NULL, ?), IF(seq <= ${OPEN_AT_ONCE}, 'open', 'answered'), 0, 0, ? - seq * ${MINUTE}, ? - seq * ${MINUTE}, 1 FROM seq_1_to_${rows}`, [HALL, CLERK, at, at]);
  await database.query(`INSERT INTO enquiry_step (id, enquiry_id, position, kind, at, by_kind) SELECT ${id('2')}, ${id('1')}, 1, 'ask', ? - seq * ${MINUTE}, 'asker' FROM seq_1_to_${rows}`, [at]);
}
