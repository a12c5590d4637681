import { createHash } from 'node:crypto';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { dayOf, addDays, startOfDay, MINUTE } from '@hall/shared/kernel/day';
import { DEFAULT_QUEUE_SETTINGS } from '@hall/shared/queue/queue-settings';
import { now } from './rush-hall.ts';

/** A hall with clerks at open windows and tickets, laid straight into the database: benchmarks measure calling, not arriving. */
export const HALL = '00000000-0000-7000-8000-00000000000a';
const MATTER = 'benefit-enquiry';
const ROWS_AT_ONCE = 1_000;
const FEW_PAGES = 20;
const COLUMNS = [
  'id', 'hall_id', 'day', 'cls', 'seq', 'number', 'state', 'lane', 'source', 'open_key', 'scope', 'ready', 'taken_at', 'eligible_at', 'due_at',
  'window_id', 'staff_id', 'call_count', 'rejoins', 'first_called_at', 'called_at', 'serving_at', 'parked', 'ended_at', 'version',
] as const;

export const open = (url: string): Promise<Connection> => createConnection({ uri: url, supportBigNumbers: true });

const idOf = (kind: number, number: number): string => `0000000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;

async function insert(database: Connection, into: string, columns: readonly string[], rows: readonly unknown[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await database.query(`INSERT INTO ${into} (${columns.join(', ')}) VALUES ?`, [rows.slice(from, from + ROWS_AT_ONCE)]);
}

/**
 * Waits until the database has written down what was laid into it: years of history do not come in a minute, and what
 * is measured should not wait for them on the disk. It stops waiting after a minute.
 */
export async function settled(database: Connection): Promise<void> {
  const [[before]] = await database.query<RowDataPacket[]>('SELECT @@GLOBAL.innodb_max_dirty_pages_pct AS share');
  await database.query('SET GLOBAL innodb_max_dirty_pages_pct = 0');
  const patience = performance.now() + 60_000;
  for (let dirty = Infinity; dirty > FEW_PAGES && performance.now() < patience; await new Promise((resolve) => setTimeout(resolve, 200))) {
    const [[status]] = await database.query<RowDataPacket[]>("SHOW GLOBAL STATUS LIKE 'Innodb_buffer_pool_pages_dirty'");
    dirty = Number(status!.Value);
  }
  await database.query('SET GLOBAL innodb_max_dirty_pages_pct = ?', [Number(before!.share)]);
}

/** A hall that is open the whole day, every day. @returns the tokens of its clerks, one at each window */
export async function layHall(database: Connection, windows: number): Promise<string[]> {
  const at = now();
  const tokens = Array.from({ length: windows }, (_, index) => `bench-clerk-${String(index).padStart(30, '0')}`);
  const numbers = tokens.map((_, index) => index);
  await insert(database, 'hall', ['id', 'name', 'area_code', 'address', 'phone', 'motto', 'smile', 'open_from', 'open_to', 'sample', 'version'], [[HALL, '测试大厅', '420606', '测试路 1 号', '0710-0000000', '微笑服务每一天', '今天你微笑了吗', '00:00', '24:00', 1, 1]]);
  const days = Array.from({ length: 3 }, (_, index) => addDays(dayOf(at), index - 1));
  // The server may have loaded the official years already.
  for (const table of ['calendar_day', 'calendar_year']) await database.query(`DELETE FROM ${table}`);
  await insert(database, 'calendar_year', ['year', 'provisional', 'source', 'loaded_at'], [...new Set(days.map((day) => Number(day.slice(0, 4))))].map((year) => [year, 0, 'bench', at]));
  await insert(database, 'calendar_day', ['day', 'kind', 'name'], days.map((day) => [day, 'workday', 'bench']));
  await insert(database, 'staff', ['id', 'hall_id', 'user_name', 'password_hash', 'failed_sign_ins', 'name', 'badge_number', 'post', 'active', 'version'], numbers.map((n) => [idOf(1, n), HALL, `bench-${n}`, 'none', 0, `窗口${n}`, String(n), '经办员', 1, 1]));
  await insert(database, 'staff_grant', ['id', 'staff_id', 'hall_id', 'roles'], numbers.map((n) => [idOf(2, n), idOf(1, n), HALL, '["clerk"]']));
  await insert(database, 'session', ['id', 'token_hash', 'subject_kind', 'subject_id', 'created_at', 'expires_at'], tokens.map((token, n) => [idOf(3, n), createHash('sha256').update(token).digest('hex'), 'staff', idOf(1, n), at, at + 86_400_000]));
  await insert(database, 'hall_window', ['id', 'hall_id', 'label', 'position', 'skills', 'state', 'clerk_id', 'opened_at', 'version'], numbers.map((n) => [idOf(4, n), HALL, `${n + 1}号`, n, JSON.stringify([MATTER]), 'open', idOf(1, n), at, 1]));
  await insert(database, 'queue_lane', ['hall_id', 'lane'], [[HALL, MATTER]]);
  return tokens;
}

/** @param waiting today; the others were served on the days before, 600 a day */
export async function layTickets(database: Connection, total: number, waiting: number): Promise<void> {
  const at = now();
  const scope = JSON.stringify([{ matterId: MATTER, applicationId: null, ready: false }]);
  const patience = DEFAULT_QUEUE_SETTINGS.patienceMinutes.walkin * MINUTE;
  const rows = Array.from({ length: total }, (_, index) => {
    const waits = index < waiting;
    const seq = waits ? index + 1 : ((index - waiting) % 600) + 1;
    const day = waits ? dayOf(at) : addDays(dayOf(at), -1 - Math.floor((index - waiting) / 600));
    const taken = waits ? at - (waiting - index) * 10 : startOfDay(day) + 10 * 60 * MINUTE + seq * 1_000;
    const served = waits ? null : taken + 20 * MINUTE;
    const id = idOf(5, index);
    return [
      id, HALL, day, 'walkin', seq, `P${String(seq).padStart(3, '0')}`, waits ? 'waiting' : 'served', MATTER, 'desk', waits ? `ticket:${id}` : null, scope, 0, taken, taken, taken + patience,
      waits ? null : idOf(4, 0), waits ? null : idOf(1, 0), waits ? 0 : 1, 0, served, served, served, '[]', served, 1,
    ];
  });
  await insert(database, 'ticket', COLUMNS, rows);
  await database.query('ANALYZE TABLE ticket');
  await settled(database);
}
