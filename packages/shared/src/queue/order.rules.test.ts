import fc from 'fast-check';
import { MINUTE } from '../kernel/day.ts';
import { lateOvertakings, playHallDay, unfairChoices } from './hall-day.builder.ts';
import type { Chooser, HallDay, Visitor } from './hall-day.builder.ts';
import { compareTickets, enterFromAfar, enterQueue, nextFor, rejoinQueue } from './order.rules.ts';
import type { QueueTicket } from './order.rules.ts';
import { DEFAULT_QUEUE_SETTINGS as SETTINGS, shortestPatience } from './queue-settings.ts';

const at = (minutes: number) => minutes * MINUTE;
const ticketOf = (id: string, some: Partial<QueueTicket> = {}): QueueTicket => ({ id, number: id, state: 'waiting', skills: ['a'], eligibleAt: 0, dueAt: at(30), ...some });
const bookingsFirst: Chooser = (skills, queue, now) =>
  nextFor(skills, queue.filter((ticket) => ticket.eligibleAt <= now && ticket.dueAt - ticket.eligibleAt <= at(10)), now) ?? nextFor(skills, queue, now);
const HEAD_START = shortestPatience(SETTINGS);

const visitor: fc.Arbitrary<Visitor> = fc.record({
  cls: fc.constantFrom('booked', 'walkin', 'care'), arrives: fc.integer({ min: 0, max: 90 }), slot: fc.option(fc.integer({ min: 0, max: 120 })),
  takenBefore: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 3 }), skill: fc.constantFrom('a', 'b'), service: fc.integer({ min: 1, max: 15 }),
  misses: fc.constantFrom(0, 0, 0, 1, 2), parks: fc.boolean(),
});
/** One walk-in at opening, and booking after booking scanning in just when a window comes free: the attack on a waiting ticket. */
const flood: fc.Arbitrary<Visitor[]> = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 10, maxLength: 40 }).map((starts) => [
  { cls: 'walkin', arrives: 0, slot: null, takenBefore: null, skill: 'a', service: 5, misses: 0, parks: false },
  ...starts.map((start): Visitor => ({ cls: start % 3 === 0 ? 'care' : 'booked', arrives: start, slot: start, takenBefore: null, skill: 'a', service: 5, misses: 0, parks: false })),
]);

const someHallDay: fc.Arbitrary<HallDay> = fc.record({
  visitors: fc.oneof(fc.array(visitor, { minLength: 2, maxLength: 40 }), flood, fc.tuple(flood, fc.array(visitor, { maxLength: 20 })).map(([one, two]) => [...one, ...two])),
  windows: fc.array(fc.subarray(['a', 'b'], { minLength: 1 }), { minLength: 1, maxLength: 4 }),
});

test('while a ticket waits, no free window with its skill is given one with a later due time', () => {
  fc.assert(fc.property(someHallDay, (day) => expect(unfairChoices(playHallDay(day, nextFor))).toEqual([])), { numRuns: 300 });
});

test('every overtaker became eligible no later than the due time of the overtaken, less the shortest patience', () => {
  fc.assert(fc.property(someHallDay, (day) => expect(lateOvertakings(playHallDay(day, nextFor), HEAD_START)).toEqual([])), { numRuns: 300 });
});

test('everyone who comes is called in the end', () => {
  fc.assert(fc.property(someHallDay, (day) => {
    const served = day.visitors.flatMap((visitor, index) => (day.windows.some((skills) => skills.includes(visitor.skill)) ? [`t${index}`] : []));
    expect([...new Set(playHallDay(day, nextFor).map(({ chosen }) => chosen.id))].sort()).toEqual(served.sort());
  }), { numRuns: 100 });
});

test('the two checks do find a hall that serves bookings first', () => {
  const day: HallDay = { windows: [['a']], visitors: [
    { cls: 'walkin', arrives: 0, slot: null, takenBefore: null, skill: 'a', service: 5, misses: 0, parks: false },
    ...Array.from({ length: 20 }, (_, index) => ({ cls: 'booked' as const, arrives: index * 5, slot: index * 5, takenBefore: null, skill: 'a' as const, service: 5, misses: 0, parks: false })),
  ] };
  const choices = playHallDay(day, bookingsFirst);
  expect(unfairChoices(choices).length).toBeGreaterThan(0);
  expect(lateOvertakings(choices, HEAD_START).length).toBeGreaterThan(0);
  expect(unfairChoices(playHallDay(day, nextFor))).toEqual([]);
});

test('a walk-in who waits beyond patience goes before every booking that comes after', () => {
  expect(nextFor(['a'], [ticketOf('Y1', { eligibleAt: at(25), dueAt: at(35) }), ticketOf('P1')], at(40))?.id).toBe('P1');
  expect(nextFor(['a'], [ticketOf('Y1', { eligibleAt: at(15), dueAt: at(25) }), ticketOf('P1')], at(40))?.id).toBe('Y1');
});

test('someone who came before the slot is called early only when nobody eligible waits for this window', () => {
  const early = ticketOf('Y1', { eligibleAt: at(60), dueAt: at(70) });
  expect(nextFor(['a'], [early, ticketOf('P1', { eligibleAt: at(10), dueAt: at(400) })], at(10))?.id).toBe('P1');
  expect(nextFor(['a'], [early, ticketOf('P1', { skills: ['b'] })], at(10))?.id).toBe('Y1');
});

test('a window is given only what it can serve wholly, and nobody who is not in the queue', () => {
  expect(nextFor(['a'], [ticketOf('P1', { skills: ['a', 'b'] })], 0)).toBeNull();
  expect(nextFor(['b', 'a'], [ticketOf('P1', { skills: ['a', 'b'] })], 0)?.id).toBe('P1');
  for (const state of ['called', 'serving', 'parked', 'missed', 'served', 'left', 'unserved'] as const) expect(nextFor(['a'], [ticketOf('P1', { state })], 0)).toBeNull();
  expect(nextFor(['a'], [ticketOf('P1', { state: 'transferred' })], 0)?.id).toBe('P1');
});

test('someone passed over because of a promise is not called again before it', () => {
  const passed = ticketOf('P1', { passedUntil: at(20) });
  expect([nextFor(['a'], [passed], at(20) - 1), nextFor(['a'], [passed], at(20))?.id]).toEqual([null, 'P1']);
});

test('ties go to who became eligible first, then to the lower number', () => {
  const tickets = [ticketOf('P2', { eligibleAt: at(1) }), ticketOf('P3'), ticketOf('P1', { eligibleAt: at(1) })];
  expect(tickets.sort(compareTickets).map((ticket) => ticket.id)).toEqual(['P3', 'P1', 'P2']);
  expect(compareTickets(ticketOf('P1'), ticketOf('P1'))).toBe(0);
});

test('a booking counts from the later of scan-in and slot, a walk-in and a care ticket from scan-in', () => {
  expect(enterQueue({ cls: 'booked', scanAt: at(5), slotStart: at(30) }, SETTINGS)).toEqual({ eligibleAt: at(30), dueAt: at(40) });
  expect(enterQueue({ cls: 'booked', scanAt: at(35), slotStart: at(30) }, SETTINGS)).toEqual({ eligibleAt: at(35), dueAt: at(45) });
  expect(enterQueue({ cls: 'walkin', scanAt: at(5), slotStart: at(30) }, SETTINGS)).toEqual({ eligibleAt: at(5), dueAt: at(35) });
  expect(enterQueue({ cls: 'care', scanAt: at(5), slotStart: at(30) }, SETTINGS)).toEqual({ eligibleAt: at(5), dueAt: at(10) });
});

test('a ticket taken from afar ages since it was taken but always leaves the shortest patience', () => {
  expect(enterFromAfar({ cls: 'walkin', takenAt: 0, scanAt: at(10) }, SETTINGS)).toEqual({ eligibleAt: at(10), dueAt: at(30) });
  expect(enterFromAfar({ cls: 'walkin', takenAt: 0, scanAt: at(90) }, SETTINGS)).toEqual({ eligibleAt: at(90), dueAt: at(95) });
});

test('rejoining after a miss keeps a due time still far off and never brings it nearer', () => {
  expect(rejoinQueue({ eligibleAt: 0, dueAt: at(30) }, at(10), SETTINGS)).toEqual({ eligibleAt: at(10), dueAt: at(30) });
  expect(rejoinQueue({ eligibleAt: 0, dueAt: at(30) }, at(28), SETTINGS)).toEqual({ eligibleAt: at(28), dueAt: at(33) });
});
