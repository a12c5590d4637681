import { createHash, randomUUID } from 'node:crypto';
import { createConnection, type Connection } from 'mysql2/promise';
import { DAY_LENGTH, addDays, clockFromMinutes, dayOf, instantAt } from '@hall/shared/kernel/day';

const ROWS_AT_ONCE = 2_000;
export const HALL = 'rush-hall';
/** The present, without asking the clock that the product reserves for itself. */
export const now = (): number => Math.round(performance.timeOrigin + performance.now());

export const tokenOf = (resident: number) => `rush-resident-token-${String(resident).padStart(9, '0')}`;
const residentId = (resident: number) => `rush-${String(resident).padStart(9, '0')}`;

async function insertMany(connection: Connection, into: string, count: number, row: (index: number) => unknown[]): Promise<void> {
  for (let start = 0; start < count; start += ROWS_AT_ONCE) {
    const rows = Array.from({ length: Math.min(ROWS_AT_ONCE, count - start) }, (_, index) => row(start + index));
    await connection.query(`INSERT INTO ${into} VALUES ?`, [rows]);
  }
}

/** Puts a hall and signed-in residents into a migrated database, by multi-row statements. */
export async function fillHall(url: string, residents: number): Promise<void> {
  const connection = await createConnection(url);
  const at = now();
  await connection.query("INSERT INTO hall (id, name, area_code, address, phone, motto, smile, open_from, open_to, sample, version) VALUES (?, '测试大厅', '420606', '测试路 1 号', '0', '', '', '09:00', '17:00', 1, 1)", [HALL]);
  await insertMany(connection, 'resident (id, assurance, elder_mode, created_at, version)', residents, (index) => [residentId(index), 'wechat', 0, at, 1]);
  await insertMany(connection, 'session (id, token_hash, subject_kind, subject_id, created_at, expires_at)', residents, (index) => [
    randomUUID(), createHash('sha256').update(tokenOf(index)).digest('hex'), 'resident', residentId(index), at, at + DAY_LENGTH,
  ]);
  await connection.end();
}

const SLOTS_A_DAY = 480;
/** Slots of all scenarios stand one minute after another, so that none stands where another does. */
let minutesUsed = 0;

/** Makes slots from tomorrow on, each with so many places; returns their ids. `taken`: nobody can have one. */
export async function fillSlots(url: string, name: string, slots: number, placesEach: number, taken = false): Promise<string[]> {
  const connection = await createConnection(url);
  const tomorrow = addDays(dayOf(now()), 1);
  const ids = Array.from({ length: slots }, (_, index) => `${name}-${String(index).padStart(5, '0')}`);
  await insertMany(connection, 'slot (id, hall_id, day, from_clock, to_clock, kind, starts_at)', slots, (index) => {
    const minute = minutesUsed + index;
    const day = addDays(tomorrow, Math.floor(minute / SLOTS_A_DAY));
    const clock = clockFromMinutes(540 + (minute % SLOTS_A_DAY));
    return [ids[index], HALL, day, clock, clock, 'regular', instantAt(day, clock)];
  });
  minutesUsed += slots;
  await insertMany(connection, 'place (id, slot_id, number, audience, free_from)', slots * placesEach, (index) => [randomUUID(), ids[index % slots], Math.floor(index / slots) + 1, 'public', taken ? Number.MAX_SAFE_INTEGER : 0]);
  await connection.end();
  return ids;
}
