import fc from 'fast-check';
import { MINUTE } from '../kernel/day.ts';
import { estimateWaits, expectedFreeAt, learnedMinutes } from './estimate.rules.ts';
import type { EstimateTicket, EstimateWindow } from './estimate.rules.ts';
import { compareTickets, nextFor } from './order.rules.ts';
import { RankHeap } from './rank-heap.ts';

const at = (minutes: number) => minutes * MINUTE;
const ticketOf = (id: string, some: Partial<EstimateTicket> = {}): EstimateTicket => ({ id, number: id, state: 'waiting', skills: ['a'], eligibleAt: 0, dueAt: at(30), minutes: 10, ...some });
const windowOf = (id: string, some: Partial<EstimateWindow> = {}): EstimateWindow => ({ id, skills: ['a'], freeAt: 0, ...some });
const queueOf = (count: number) => Array.from({ length: count }, (_, index) => ticketOf(`P${String(index).padStart(3, '0')}`));

test('the first in the queue of an idle window goes at once, the next after one service', () => {
  const waits = estimateWaits(queueOf(3), [windowOf('w')], 0);
  expect(waits.get('P000')).toEqual({ ahead: 0, startsAt: 0, lowMinutes: 0, highMinutes: 0, stepOutUntil: null });
  expect([waits.get('P001')?.startsAt, waits.get('P002')?.startsAt]).toEqual([at(10), at(20)]);
  expect([waits.get('P001')?.ahead, waits.get('P002')?.ahead]).toEqual([1, 2]);
});

test('the range widens with the queue and holds the expected time', () => {
  const waits = [...estimateWaits(queueOf(30), [windowOf('w'), windowOf('v')], 0).values()];
  for (const wait of waits) {
    expect(wait.lowMinutes).toBeLessThanOrEqual(wait.startsAt / MINUTE);
    expect(wait.highMinutes).toBeGreaterThanOrEqual(wait.startsAt / MINUTE);
  }
  const width = (index: number) => (waits[index]?.highMinutes ?? 0) - (waits[index]?.lowMinutes ?? 0);
  expect(width(29)).toBeGreaterThan(width(5));
});

test('one may step out until five minutes before the tenth percentile, and not at all when that is near', () => {
  const waits = estimateWaits(queueOf(12), [windowOf('w')], 0);
  expect(waits.get('P001')?.stepOutUntil).toBeNull();
  const last = waits.get('P011');
  expect(last?.stepOutUntil).toBe(((last?.lowMinutes ?? 0) - 5) * MINUTE);
});

test('a ticket no open window can serve gets no estimate', () => {
  const tickets = [ticketOf('P1'), ticketOf('P2', { skills: ['b'] })];
  expect([...estimateWaits(tickets, [windowOf('w')], 0).keys()]).toEqual(['P1']);
  expect(estimateWaits(tickets, [], 0).size).toBe(0);
});

test('bookings not yet there stretch the high end only, and get no estimate themselves', () => {
  const tickets = [ticketOf('P1'), ticketOf('P2', { dueAt: at(60) })];
  const without = estimateWaits(tickets, [windowOf('w')], 0).get('P2');
  const waits = estimateWaits([...tickets, ticketOf('Y1', { eligibleAt: at(5), dueAt: at(15), expected: true })], [windowOf('w')], 0);
  expect(waits.has('Y1')).toBe(false);
  expect(waits.get('P2')?.lowMinutes).toBe(without?.lowMinutes);
  expect(waits.get('P2')?.highMinutes).toBeGreaterThan(without?.highMinutes ?? Infinity);
});

test('someone before the slot is reckoned with early when the window is idle, an expected one only from the slot on', () => {
  const early = ticketOf('Y1', { eligibleAt: at(60), dueAt: at(70) });
  expect(estimateWaits([early], [windowOf('w')], 0).get('Y1')?.startsAt).toBe(0);
  expect(estimateWaits([early, ticketOf('P1')], [windowOf('w')], 0).get('Y1')?.startsAt).toBe(at(10));
  expect(estimateWaits([ticketOf('P1', { passedUntil: at(20) })], [windowOf('w')], 0).get('P1')?.startsAt).toBe(at(20));
});

const someTicket = fc.record({ eligible: fc.integer({ min: -60, max: 60 }), patience: fc.integer({ min: 5, max: 40 }), skills: fc.subarray(['a', 'b', 'c'], { minLength: 1 }), minutes: fc.integer({ min: 1, max: 20 }), passed: fc.option(fc.integer({ min: -5, max: 30 }), { freq: 4 }) });
const someWindow = fc.record({ skills: fc.subarray(['a', 'b', 'c'], { minLength: 1 }), free: fc.integer({ min: -5, max: 15 }) });

test('the simulation calls exactly whom the rule of order calls, at the same time', () => {
  fc.assert(fc.property(fc.array(someTicket, { maxLength: 40 }), fc.array(someWindow, { minLength: 1, maxLength: 4 }), (people, desks) => {
    const tickets = people.map((person, index) => ticketOf(`P${String(index).padStart(3, '0')}`, {
      eligibleAt: at(person.eligible), dueAt: at(person.eligible + person.patience), skills: person.skills, minutes: person.minutes, passedUntil: person.passed === null ? null : at(person.passed),
    }));
    const windows = desks.map((desk, index) => windowOf(`w${index}`, { skills: desk.skills, freeAt: at(desk.free) }));
    const waits = estimateWaits(tickets, windows, 0);
    const queue = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    const free = windows.map((window) => Math.max(0, window.freeAt));
    for (let now = 0; now < at(1_000) && queue.size > 0; now += MINUTE) {
      windows.forEach((window, index) => {
        if ((free[index] as number) > now) return;
        const called = nextFor(window.skills, queue.values(), now);
        if (called === null) return;
        queue.delete(called.id);
        free[index] = now + called.minutes * MINUTE;
        expect(waits.get(called.id)?.startsAt).toBe(now);
      });
    }
    expect(waits.size).toBe(tickets.length - queue.size);
  }), { numRuns: 300 });
});

test('with scattered service times about eight in ten people are called within the range they were shown', () => {
  let seed = 20_260_305;
  const random = () => { seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0; return (seed + 0.5) / 4_294_967_296; };
  const sigma = Math.sqrt(Math.log(1 + 0.6 ** 2));
  const scattered = () => 10 * Math.exp(sigma * Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random()) - sigma ** 2 / 2);
  const tickets = queueOf(40);
  const waits = estimateWaits(tickets, [windowOf('w0'), windowOf('w1'), windowOf('w2')], 0);
  let inside = 0;
  let people = 0;
  for (let day = 0; day < 200; day++) {
    const free = [0, 0, 0];
    for (const ticket of tickets) {
      const window = free.indexOf(Math.min(...free));
      const start = free[window] as number;
      free[window] = start + scattered();
      const wait = waits.get(ticket.id);
      if (wait === undefined || wait.ahead < 6) continue;
      people++;
      if (start >= wait.lowMinutes && start <= wait.highMinutes) inside++;
    }
  }
  expect(inside / people).toBeGreaterThan(0.72);
  expect(inside / people).toBeLessThan(0.92);
});

test('the same hall gives the same estimate, in whatever order the tickets come', () => {
  const tickets = queueOf(50).map((ticket, index) => ({ ...ticket, dueAt: at((index * 7) % 13) }));
  expect(estimateWaits([...tickets].reverse(), [windowOf('w')], 0)).toEqual(estimateWaits(tickets, [windowOf('w')], 0));
  expect([...estimateWaits(tickets, [windowOf('w')], 0).keys()]).toEqual([...tickets].sort(compareTickets).map((ticket) => ticket.id));
});

test('service minutes begin at what the matter says and move to what was measured', () => {
  expect(learnedMinutes(5, { count: 0, totalMinutes: 0 })).toBe(5);
  expect(learnedMinutes(5, { count: 10, totalMinutes: 150 })).toBe(10);
  expect(learnedMinutes(5, { count: 990, totalMinutes: 990 * 15 })).toBeCloseTo(14.9);
});

test('a window at work is free after the mean, and a little later each time once that is over', () => {
  expect([expectedFreeAt(0, 8, at(3)), expectedFreeAt(0, 8, at(7)), expectedFreeAt(0, 8, at(20))]).toEqual([at(8), at(9), at(22)]);
});

test('the heap gives its ranks back in order', () => {
  fc.assert(fc.property(fc.array(fc.nat(100)), (ranks) => {
    const heap = new RankHeap();
    ranks.forEach((rank) => heap.push(rank));
    expect(ranks.map(() => heap.pop())).toEqual([...ranks].sort((a, b) => a - b));
    expect(heap.pop()).toBeUndefined();
  }));
});
