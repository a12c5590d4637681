import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import type { ApiProcess } from '../servers/api-process.ts';
import { Chance } from '../trust/chance.ts';
import { dose, PATIENCE, tell } from '../trust/dose.ts';
import { Asking } from './asking.ts';
import { Crowd, Doors } from './crowd.ts';
import { eventFaults, gaps, halfDone, oversold } from './invariants.ts';
import { Ledger } from './ledger.ts';
import { PreparedHall } from './prepared-hall.ts';

jest.setTimeout(PATIENCE);

const PEOPLE = 32;
/** A dead process's lease runs out after 15 s; what it was to tell must be told soon after. */
const TOLD_WITHIN_MS = 60_000;

onEveryDatabase((database) => {
  const twoProcesses = database.name === 'MariaDB';
  const kills = twoProcesses ? dose(3, 25) : dose(2, 25);
  const ledger = new Ledger();
  const asking = new Asking();
  let prepared: PreparedHall;
  let crowd: Crowd;

  beforeAll(async () => {
    prepared = await PreparedHall.furnish(database.url, { slots: { minutes: 60, places: dose(20, 60) }, residents: PEOPLE + 1 });
    const chance = new Chance(Number(process.env.HALL_SEED ?? 20_261_123));
    const doors = new Doors();
    const running: ApiProcess[] = [await prepared.run(), ...(twoProcesses ? [await prepared.run()] : [])];
    for (const { url } of running) doors.opened(url);
    crowd = new Crowd(prepared, asking, doors, ledger, chance);
    const working = crowd.work(prepared.residents.slice(0, PEOPLE));
    for (let kill = 0; kill < kills; kill += 1) {
      await ledger.more(20 + chance.upTo(150));
      const victim = chance.upTo(running.length);
      const dead = running[victim]!;
      doors.closed(dead.url);
      await dead.kill('SIGKILL');
      running[victim] = await prepared.rerun(dead);
      doors.opened(dead.url);
    }
    await ledger.more(50);
    crowd.stop();
    await working;
    await crowd.lastWord(prepared.residents.at(-1)!, TOLD_WITHIN_MS);
    await prepared.stopAll();
  });
  afterAll(async () => {
    asking.close();
    await prepared?.clearAway();
  });

  test('whatever the hall said yes to is there after each kill -9, and nobody got an answer that makes no sense', async () => {
    expect(crowd.odd).toEqual([]);
    expect(crowd.unanswered).toBeGreaterThan(0);
    await prepared.lookInside(async (hall) => expect(await ledger.broken(hall)).toEqual([]));
    tell(`kill -9 on ${database.name}: ${kills} kills under load, ${crowd.unanswered} answers cut off, ${ledger.acknowledged} acknowledged writes (${ledger.counts()}), 0 lost, 0 done twice`);
  });

  test('who got no answer and asked again did nothing twice, nothing is half done, and no number is left out', async () => {
    await prepared.lookInside(async (hall) => {
      expect(await ledger.twice(hall)).toEqual([]);
      expect(await halfDone(hall)).toBe(0);
      expect(await oversold(hall)).toBe(0);
      expect(await gaps(hall)).toEqual([]);
    });
  });

  test('every event was told to everybody who listens and took effect exactly once, and none is stuck', async () => {
    await prepared.lookInside(async (hall) => {
      expect(await eventFaults(hall)).toEqual([]);
      const [told] = (await hall.dataSource.query('SELECT COUNT(*) AS n FROM outbox_event')) as { n: number | string }[];
      tell(`kill -9 on ${database.name}: ${Number(told!.n)} events, each told once to each listener, 0 waiting`);
    });
  });

  test('a lost booking, a lost ticket, a step done twice and a message told twice would each be seen', async () => {
    await prepared.lookInside(async (hall) => {
      const one = async (sql: string) => ((await hall.dataSource.query(sql)) as { id: string }[])[0]!.id;
      await hall.dataSource.query("UPDATE booking SET state = 'expired' WHERE id = ?", [await one("SELECT id FROM booking WHERE state = 'cancelled' LIMIT 1")]);
      await hall.dataSource.query('DELETE FROM ticket WHERE id = ?', [await one("SELECT id FROM ticket WHERE state = 'left' ORDER BY seq LIMIT 1")]);
      expect((await ledger.broken(hall)).map((fault) => fault.split(' ')[0]).sort()).toEqual(['booking', 'ticket']);
      expect((await gaps(hall)).length).toBe(1);

      const confirmed = await one("SELECT subject_id AS id FROM audit_entry WHERE action = 'booking.confirm' LIMIT 1");
      await hall.dataSource.query("INSERT INTO audit_entry (id, at, actor_kind, action, subject_id) VALUES (?, 0, 'resident', 'booking.confirm', ?)", [newId(), confirmed]);
      expect(await ledger.twice(hall)).toEqual([`booking.confirm ${confirmed} was done 2 times`]);

      // Both keys that keep an effect from happening twice are taken away, and the event is told again.
      const event = await one("SELECT id FROM outbox_event WHERE type = 'booking.booked' LIMIT 1");
      await hall.dataSource.query(database.name === 'MariaDB' ? 'DROP INDEX ux_inbox_once ON inbox_item' : 'DROP INDEX ux_inbox_once');
      await hall.dataSource.query('DELETE FROM event_delivery WHERE event_id = ?', [event]);
      await hall.dataSource.query('UPDATE outbox_event SET delivered = 0 WHERE id = ?', [event]);
      expect(await eventFaults(hall)).toContain(`booking.booked ${event} is not told`);
      await hall.deliver();
      expect(await eventFaults(hall)).toEqual([`booking.booked ${event} made 2 messages instead of 1`]);
    });
  });
});
