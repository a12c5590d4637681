import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createPool, type PoolConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';

/**
 * What booking-rush is measured against: the least that holds a place honestly. Node's own server and prepared
 * statements, one file, writing the same rows in one transaction with the same durability; no framework, no checks.
 * Arguments: the database's url, the pool's size, the port.
 */
const [url = '', poolSize = '10', port = '0'] = process.argv.slice(2);
const HOLD_MS = 5 * 60_000;
const now = () => Math.round(performance.timeOrigin + performance.now());
/** Ordered by time like the product's, so that rows land at the end of an index. */
const newId = () => now().toString(16).padStart(12, '0') + randomUUID().slice(12);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const pool = createPool({ uri: url, connectionLimit: Number(poolSize), maxIdle: Number(poolSize), supportBigNumbers: true });
pool.on('connection', (connection) => connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED'));

interface Wish {
  slotId: string;
  matters: { matterId: string }[];
}

class Refusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

async function first<T>(connection: PoolConnection, sql: string, values: (string | number)[]): Promise<T | undefined> {
  const [rows] = await connection.execute<RowDataPacket[]>(sql, values);
  return rows[0] as T | undefined;
}

const write = async (connection: PoolConnection, sql: string, values: (string | number | null)[]) => (await connection.execute<ResultSetHeader>(sql, values))[0].affectedRows;

async function hold(connection: PoolConnection, resident: string, key: string, body: string): Promise<object> {
  const wish = JSON.parse(body) as Wish;
  const at = now();
  const id = newId();
  const until = at + HOLD_MS;
  const fresh = await write(connection, 'INSERT IGNORE INTO idempotency_record (scope, request_key, body_hash, resource_id, at) VALUES (?, ?, ?, ?, ?)', [`resident:${resident}:hold`, key, hash(body), id, at]);
  if (fresh === 0) throw new Refusal(409);
  const place = await first<{ id: string }>(connection, "SELECT id FROM place WHERE slot_id = ? AND audience = 'public' AND free_from <= ? ORDER BY free_from LIMIT 1 FOR UPDATE SKIP LOCKED", [wish.slotId, at]);
  if (!place) throw new Refusal(409);
  await write(connection, 'UPDATE place SET booking_id = ?, free_from = ?, held_until = ? WHERE id = ? AND free_from <= ?', [id, until, until, place.id, at]);
  const reference = randomBytes(6).toString('base64url').toUpperCase();
  await write(connection, "INSERT INTO booking (id, hall_id, slot_id, place_ref, reference, state, resident_id, held_until, reschedule_count, created_at, version) VALUES (?, 'rush-hall', ?, ?, ?, 'held', ?, ?, 0, ?, 1)", [id, wish.slotId, place.id, reference, resident, until, at]);
  for (const { matterId } of wish.matters) {
    const person = `resident:${resident}`;
    await write(connection, "INSERT INTO visit_matter (id, hall_id, booking_id, resident_id, person_key, matter_id, open_key, seat_key, state, version) VALUES (?, 'rush-hall', ?, ?, ?, ?, ?, ?, 'open', 1)", [newId(), id, resident, person, matterId, `${person} ${matterId}`, `${person} 1`]);
  }
  await write(connection, "INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_id, request_id) VALUES (?, ?, 'resident', ?, 'booking.hold', ?, ?)", [newId(), at, resident, id, key]);
  await write(connection, "INSERT INTO outbox_event (id, at, type, payload, delivered, attempts, not_before) VALUES (?, ?, 'booking.held', ?, 0, 0, ?)", [newId(), at, JSON.stringify({ bookingId: id, hallId: 'rush-hall', slotId: wish.slotId, residentId: resident }), at]);
  return { id, reference, state: 'held', slotId: wish.slotId, heldUntil: until };
}

async function answer(request: IncomingMessage, body: string): Promise<object> {
  const token = (request.headers.authorization ?? '').slice('Bearer '.length);
  const connection = await pool.getConnection();
  try {
    const session = await first<{ subject_id: string }>(connection, "SELECT s.subject_id FROM session s JOIN resident r ON r.id = s.subject_id WHERE s.token_hash = ? AND s.subject_kind = 'resident' AND s.ended_at IS NULL AND s.expires_at > ? AND r.merged_into IS NULL", [hash(token), now()]);
    if (!session) throw new Refusal(401);
    await connection.query('START TRANSACTION');
    try {
      const held = await hold(connection, session.subject_id, String(request.headers['idempotency-key']), body);
      await connection.query('COMMIT');
      return held;
    } catch (error) {
      await connection.query('ROLLBACK');
      throw error;
    }
  } finally {
    connection.release();
  }
}

function send(response: ServerResponse, status: number, view: object): void {
  const text = JSON.stringify(view);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text);
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    if (request.method === 'GET') return send(response, 200, {});
    answer(request, body).then((view) => send(response, 200, view), (error: unknown) => send(response, error instanceof Refusal ? error.status : 500, { error: String(error) }));
  });
});
server.listen(Number(port), '127.0.0.1');
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
