import { Listeners } from '../../cloud-api/src/platform/events/listeners.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';

const OPEN = "('held', 'booked', 'arrived')";
const count = async (hall: TestApp, sql: string): Promise<number> => Number(((await hall.dataSource.query(sql)) as { n: number | string }[])[0]!.n);

/** Slots in which more bookings are open than there are places, or in which two bookings sit on one place. */
export const oversold = (hall: TestApp): Promise<number> => count(hall, `SELECT COUNT(*) AS n FROM slot s WHERE
  (SELECT COUNT(*) FROM booking b WHERE b.slot_id = s.id AND b.state IN ${OPEN}) > (SELECT COUNT(*) FROM place p WHERE p.slot_id = s.id)
  OR (SELECT COUNT(*) FROM booking b WHERE b.slot_id = s.id AND b.state IN ${OPEN}) > (SELECT COUNT(DISTINCT b.place_ref) FROM booking b WHERE b.slot_id = s.id AND b.state IN ${OPEN})`);

/** Open bookings whose place does not know them, and places kept for a booking that is over. */
export const halfDone = (hall: TestApp): Promise<number> => count(hall, `SELECT (SELECT COUNT(*) FROM booking b JOIN place p ON p.id = b.place_ref WHERE b.state IN ('booked', 'arrived') AND (p.booking_id IS NULL OR p.booking_id <> b.id))
  + (SELECT COUNT(*) FROM place p JOIN booking b ON b.id = p.booking_id WHERE b.state IN ('cancelled', 'missed', 'served')) + (SELECT COUNT(*) FROM visit_matter m JOIN booking b ON b.id = m.booking_id WHERE m.open_key IS NOT NULL AND b.state NOT IN ${OPEN}) AS n`);

/** Each class of a day whose numbers are not 1, 2, 3 … without a gap or a repeat. */
export async function gaps(hall: TestApp): Promise<string[]> {
  const rows: { day: string; cls: string; seq: number | string }[] = await hall.dataSource.query('SELECT day, cls, seq FROM ticket WHERE seq < 9001 ORDER BY day, cls, seq');
  const classes = new Map<string, number[]>();
  for (const { day, cls, seq } of rows) {
    const name = `${day} ${cls}`;
    classes.set(name, classes.get(name) ?? []);
    classes.get(name)!.push(Number(seq));
  }
  return [...classes].flatMap(([name, numbers]) => {
    const wrong = numbers.findIndex((number, index) => number !== index + 1);
    return wrong === -1 ? [] : [`${name}: ${numbers[wrong]} stands at place ${wrong + 1}`];
  });
}

/** Events that wait, that a listener has not heard or heard in vain, and messages that came twice or not at all. */
export async function eventFaults(hall: TestApp): Promise<string[]> {
  const listeners = hall.app.get(Listeners);
  const events: { id: string; type: string; payload: string; delivered: number; attempts: number }[] = await hall.dataSource.query('SELECT id, type, payload, delivered, attempts FROM outbox_event');
  const heard = tally(await hall.dataSource.query('SELECT event_id AS fact FROM event_delivery'));
  // A message's key begins with the event it tells of.
  const told: { once_key: string }[] = await hall.dataSource.query('SELECT once_key FROM inbox_item');
  const messages = tally(told.map(({ once_key: key }) => ({ fact: key.split(':')[0]! })));
  const faults: string[] = [];
  for (const { id, type, payload, delivered, attempts } of events) {
    const names = listeners.for(type).map(({ name }) => name);
    if (Number(delivered) !== 1) faults.push(`${type} ${id} is not told`);
    if (Number(attempts) > 0) faults.push(`${type} ${id} failed ${attempts} times`);
    if ((heard.get(id) ?? 0) !== names.length) faults.push(`${type} ${id} was heard by ${heard.get(id) ?? 0} of ${names.length}`);
    const { residentId } = JSON.parse(payload) as { residentId?: string | null };
    const wanted = residentId && names.some((name) => name.startsWith('notification.')) ? 1 : 0;
    const made = messages.get(id) ?? 0;
    if (made !== wanted) faults.push(`${type} ${id} made ${made} messages instead of ${wanted}`);
  }
  return faults;
}

function tally(rows: readonly { fact: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { fact } of rows) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return counts;
}

/** Tickets that were called for the first time to more than one window. */
export async function doubleCalls(hall: TestApp): Promise<string[]> {
  const rows: { payload: string }[] = await hall.dataSource.query("SELECT payload FROM outbox_event WHERE type = 'ticket.called'");
  const windows = new Map<string, Set<string>>();
  for (const { payload } of rows) {
    const { ticketId, windowId } = JSON.parse(payload) as { ticketId: string; windowId: string };
    windows.set(ticketId, (windows.get(ticketId) ?? new Set()).add(windowId));
  }
  return [...windows].filter(([, called]) => called.size > 1).map(([ticketId, called]) => `${ticketId} was called to ${called.size} windows`);
}
