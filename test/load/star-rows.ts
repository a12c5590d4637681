import { createHash } from 'node:crypto';
import type { Connection } from 'mysql2/promise';
import { DAY_LENGTH, dayOf } from '@hall/shared/kernel/day';
import { HALL } from './queue-rows.ts';
import { now } from './rush-hall.ts';

const ROWS_AT_ONCE = 2_000;
const hex = (text: string) => createHash('sha256').update(text).digest('hex');
export const voterToken = (number: number) => `star-voter-token-${String(number).padStart(12, '0')}`;
export const nonceOf = (number: number) => hex(`nonce ${number}`);
const idOf = (kind: number, number: number) => `1000000${kind}-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** People whose card was seen, each served once today and signed in: what a round asks of a voter, by multi-row statements. */
export async function layVoters(database: Connection, count: number): Promise<void> {
  const at = now();
  const scope = JSON.stringify([{ matterId: 'benefit-enquiry', applicationId: null, ready: true }]);
  const put = async (into: string, columns: string, row: (number: number) => unknown[]) => {
    for (let from = 0; from < count; from += ROWS_AT_ONCE) await database.query(`INSERT INTO ${into} (${columns}) VALUES ?`, [Array.from({ length: Math.min(ROWS_AT_ONCE, count - from) }, (_, index) => row(from + index))]);
  };
  await put('resident', 'id, assurance, citizen_index, verified_index, elder_mode, created_at, version', (n) => [idOf(1, n), 'verified', hex(`citizen ${n}`), hex(`citizen ${n}`), 0, at, 1]);
  await put('session', 'id, token_hash, subject_kind, subject_id, created_at, expires_at', (n) => [idOf(2, n), hex(voterToken(n)), 'resident', idOf(1, n), at, at + DAY_LENGTH]);
  await put('ticket', 'id, hall_id, day, cls, seq, number, state, lane, source, resident_id, scope, ready, taken_at, eligible_at, due_at, call_count, rejoins, parked, ended_at, version',
    (n) => [idOf(3, n), HALL, dayOf(at), 'walkin', n + 1, `B${n + 1}`, 'served', 'benefit-enquiry', 'desk', idOf(1, n), scope, 1, at, at, at, 1, 0, '[]', at, 1]);
  await put('visit_matter', 'id, hall_id, ticket_id, resident_id, person_key, matter_id, state, close_reason, closed_at, version', (n) => [idOf(4, n), HALL, idOf(3, n), idOf(1, n), hex(`citizen ${n}`), 'benefit-enquiry', 'closed', 'served', at, 1]);
}
