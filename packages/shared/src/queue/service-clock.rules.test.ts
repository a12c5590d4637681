import { instantAt } from '../kernel/day.ts';
import { DEFAULT_QUEUE_SETTINGS as SETTINGS } from './queue-settings.ts';
import { autoServeAt, inScopeAtCall, readClock, servingStart } from './service-clock.rules.ts';
import type { ClockFacts } from './service-clock.rules.ts';

const CALLED = instantAt('2026-03-05', '10:00');
const after = (seconds: number) => CALLED + seconds * 1_000;
const clockOf = (some: Partial<ClockFacts> = {}): ClockFacts => ({ inScope: true, firstCallAt: CALLED, servingSince: after(30), doneAt: null, parked: [], ...some });
const read = (facts: ClockFacts, seconds: number) => readClock(facts, after(seconds), SETTINGS);

test('serving begins by itself a minute after the last call, and pressing late does not begin it later', () => {
  const ticket = { state: 'called', lastCallAt: CALLED } as const;
  expect(autoServeAt(ticket, SETTINGS)).toBe(after(60));
  expect([servingStart(after(20), ticket, SETTINGS), servingStart(after(90), ticket, SETTINGS)]).toEqual([after(20), after(60)]);
});

test('a recall, a miss or parking stops the automatic start', () => {
  expect(autoServeAt({ state: 'called', lastCallAt: after(50) }, SETTINGS)).toBe(after(110));
  for (const state of ['missed', 'parked', 'waiting', 'serving'] as const) expect(autoServeAt({ state, lastCallAt: CALLED }, SETTINGS)).toBeNull();
  expect(autoServeAt({ state: 'called', lastCallAt: null }, SETTINGS)).toBeNull();
});

test('the clock runs from serving to done; call to done is read beside it', () => {
  expect(read(clockOf({ servingSince: null }), 20)).toEqual({ stage: 'not-started', runningSeconds: 0, parkedSeconds: 0, callToDoneSeconds: 20, met: null });
  expect(read(clockOf(), 100)).toEqual({ stage: 'running', runningSeconds: 70, parkedSeconds: 0, callToDoneSeconds: 100, met: null });
  expect(read(clockOf({ doneAt: after(330) }), 9_999)).toEqual({ stage: 'stopped', runningSeconds: 300, parkedSeconds: 0, callToDoneSeconds: 330, met: true });
  expect(read(clockOf({ doneAt: after(331) }), 9_999).met).toBe(false);
});

test('a clock past its limit is broken before anyone closes the case', () => {
  expect([read(clockOf(), 330).met, read(clockOf(), 331).met]).toEqual([null, false]);
});

test('parked time is left out and shown, overlapping stretches once', () => {
  const parked = [{ from: after(100), to: after(200) }, { from: after(150), to: after(250) }, { from: after(0), to: after(40) }];
  expect(read(clockOf({ parked, doneAt: after(400) }), 400)).toEqual({ stage: 'stopped', runningSeconds: 210, parkedSeconds: 160, callToDoneSeconds: 400, met: true });
  expect(read(clockOf({ parked: [{ from: after(100), to: null }] }), 500)).toMatchObject({ stage: 'parked', runningSeconds: 70, parkedSeconds: 400 });
  expect(read(clockOf({ servingSince: null, parked: [{ from: after(10), to: null }] }), 50)).toMatchObject({ stage: 'parked', runningSeconds: 0, parkedSeconds: 40 });
});

test('out of scope there is no outcome, only times', () => expect(read(clockOf({ inScope: false, doneAt: after(900) }), 900)).toMatchObject({ runningSeconds: 870, met: null }));

test('in scope is who had all materials for every matter at the call', () => {
  expect([inScopeAtCall([{ ready: true }, { ready: true }]), inScopeAtCall([{ ready: true }, { ready: false }]), inScopeAtCall([])]).toEqual([true, false, false]);
});
