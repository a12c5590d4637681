import { createConnection } from 'mysql2/promise';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { ApiProcess } from '../servers/api-process.ts';
import { dose, PATIENCE, tell } from '../trust/dose.ts';
import { Asking } from './asking.ts';
import { halfDone, oversold } from './invariants.ts';
import { PreparedHall } from './prepared-hall.ts';

jest.setTimeout(PATIENCE);

const SLOTS = dose(60, 1_000);
const CLIENTS = 64;
const PLACES = 3;
/** So many of the clients tap twice, once at each process. */
const DOUBLE_TAPPERS = 6;

interface Held {
  id: string;
}

interface Rush {
  won: { bookingId: string; residentId: string; slotId: string }[];
  /** Answers nobody should get. */
  odd: string[];
  requests: number;
}

/** All clients reach for each slot at the same moment, slot after slot; who wins leaves and somebody new comes. */
async function rush(prepared: PreparedHall, processes: readonly ApiProcess[], slotIds: readonly string[]): Promise<Rush> {
  const asking = new Asking();
  const crowd = prepared.residents.slice(0, CLIENTS);
  let next = CLIENTS;
  const result: Rush = { won: [], odd: [], requests: 0 };
  for (const slotId of slotIds) {
    const winners = await Promise.all(crowd.map(async (client, index) => {
      const key = newId();
      const hold = (at: number) => asking.ask<Held>(processes[at % processes.length]!.url, 'POST', '/resident/bookings/hold', client.token, { key, body: { slotId, matters: [{ matterId: 'enrolment' }] } });
      const answers = await Promise.all(index < DOUBLE_TAPPERS ? [hold(index), hold(index + 1)] : [hold(index)]);
      result.requests += answers.length;
      const ids = new Set(answers.filter((answer) => answer.status === 200).map((answer) => answer.body.id));
      for (const { status, body } of answers) if (status !== 200 && body.code !== 'BOOKING_SLOT_FULL') result.odd.push(`${status} ${body.code}`);
      if (ids.size > 1) result.odd.push('two bookings for one wish');
      return [...ids].map((bookingId) => ({ bookingId, residentId: client.id, slotId }));
    }));
    result.won.push(...winners.flat());
    winners.forEach((won, index) => {
      if (won.length > 0) crowd[index] = prepared.residents[next++]!;
    });
  }
  asking.close();
  return result;
}

const insertByHand = (hall: TestApp, slotId: string, placeRef: string | null) => {
  const id = newId();
  return hall.dataSource.query("INSERT INTO booking (id, hall_id, slot_id, place_ref, reference, state, reschedule_count, created_at, version) VALUES (?, ?, ?, ?, ?, 'booked', 0, 0, 1)", [id, hall.hallId, slotId, placeRef, id.slice(-8).toUpperCase()]);
};

onEveryDatabase((database) => {
  const processes = database.name === 'MariaDB' ? 2 : 1;
  let prepared: PreparedHall;
  let result: Rush;
  let slotIds: string[];
  let complaints: string[];

  beforeAll(async () => {
    prepared = await PreparedHall.furnish(database.url, { slots: { minutes: dose(30, 4), places: PLACES }, residents: CLIENTS + SLOTS * PLACES });
    slotIds = prepared.slotIds.slice(0, SLOTS);
    const running = [await prepared.run(), ...(processes === 2 ? [await prepared.run()] : [])];
    const since = performance.now();
    result = await rush(prepared, running, slotIds);
    const seconds = (performance.now() - since) / 1000;
    await prepared.stopAll();
    complaints = prepared.complaints();
    tell(`contested places on ${database.name}, ${processes} process(es), ${CLIENTS} clients: ${slotIds.length} slots of ${PLACES} places, ${result.requests} requests in ${seconds.toFixed(1)} s, ${result.won.length} sold, oversold 0`);
  });
  afterAll(() => prepared?.clearAway());

  test('in each slot as many people win as there are places, and everybody else is told that it is full', () => {
    expect({ odd: result.odd, complaints }).toEqual({ odd: [], complaints: [] });
    const sold = new Map<string, number>();
    for (const { slotId } of result.won) sold.set(slotId, (sold.get(slotId) ?? 0) + 1);
    expect(slotIds.map((slotId) => sold.get(slotId))).toEqual(slotIds.map(() => PLACES));
  });

  test('no place is sold twice, and everybody who was told "it is yours" has it', async () => {
    await prepared.lookInside(async (hall) => {
      expect(await oversold(hall)).toBe(0);
      expect(await halfDone(hall)).toBe(0);
      const rows: { id: string; resident_id: string; slot_id: string }[] = await hall.dataSource.query('SELECT id, resident_id, slot_id FROM booking');
      expect(rows.map((row) => `${row.id} ${row.resident_id} ${row.slot_id}`).sort()).toEqual(result.won.map((won) => `${won.bookingId} ${won.residentId} ${won.slotId}`).sort());
    });
  });

  test('a statement typed by hand that oversells is refused by the database; without the unique key it is not, and the count sees it', async () => {
    await prepared.lookInside(async (hall) => {
      const [taken] = (await hall.dataSource.query('SELECT slot_id, place_ref FROM booking WHERE place_ref IS NOT NULL LIMIT 1')) as { slot_id: string; place_ref: string }[];
      await expect(insertByHand(hall, taken!.slot_id, taken!.place_ref)).rejects.toThrow(/unique|duplicate/i);
      await expect(insertByHand(hall, taken!.slot_id, null)).rejects.toThrow(/constraint/i);
      await hall.dataSource.query(database.name === 'MariaDB' ? 'DROP INDEX ux_booking_place ON booking' : 'DROP INDEX ux_booking_place');
      await insertByHand(hall, taken!.slot_id, taken!.place_ref);
      expect(await oversold(hall)).toBe(1);
    });
  });

  if (database.name !== 'MariaDB') return;

  describe('when something keeps giving places back that are taken', () => {
    /** The claim is the first protection; here it is taken away while the crowd comes, so that only the unique key is left. */
    async function rushWithoutClaims(slots: readonly string[]): Promise<{ oversold: number; sold: number }> {
      const [running, other] = [await prepared.run(), await prepared.run()];
      const vandal = await createConnection(database.url);
      let going = true;
      const giving = (async () => {
        while (going) await vandal.query('UPDATE place SET free_from = 0, booking_id = NULL, held_until = NULL');
      })();
      const { won } = await rush(prepared, [running, other], slots);
      going = false;
      await giving;
      await vandal.end();
      await prepared.stopAll();
      return { oversold: await prepared.lookInside(oversold), sold: won.length };
    }

    beforeAll(async () => {
      await prepared.lookInside((hall) => hall.dataSource.query("UPDATE booking SET state = 'cancelled', place_ref = NULL"));
      await prepared.lookInside((hall) => hall.dataSource.query('UPDATE visit_matter SET open_key = NULL, seat_key = NULL'));
    });

    test('without the unique key the hall oversells, and the count sees it', async () => {
      expect((await rushWithoutClaims(slotIds.slice(0, 4))).oversold).toBeGreaterThan(0);
    });

    test('with it not one place is sold twice', async () => {
      await prepared.lookInside(async (hall) => {
        await hall.dataSource.query("UPDATE booking SET state = 'cancelled', place_ref = NULL");
        await hall.dataSource.query('UPDATE visit_matter SET open_key = NULL, seat_key = NULL');
        await hall.dataSource.query('CREATE UNIQUE INDEX ux_booking_place ON booking (place_ref)');
      });
      const outcome = await rushWithoutClaims(slotIds.slice(4, 8));
      expect(outcome.oversold).toBe(0);
      expect(outcome.sold).toBeGreaterThan(0);
    });
  });
});
