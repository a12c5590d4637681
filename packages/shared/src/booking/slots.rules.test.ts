import fc from 'fast-check';
import { bookablePlaces, checkClosure, checkPattern, slotsFor } from './slots.rules.ts';
import type { Closure, SlotPattern } from './slots.rules.ts';

const THURSDAY = '2026-03-05';
const patternOf = (some: Partial<SlotPattern> = {}): SlotPattern => ({
  id: 'morning', weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '10:00', slotMinutes: 30, capacity: 10, walkInShare: 0.4, expressPlaces: 2,
  reservedExpress: 0, reservedRegular: 1, effectiveFrom: '2026-01-01', effectiveTo: null, onExtraWorkdays: true, ...some,
});
const closureOf = (some: Partial<Closure> = {}): Closure => ({ id: 'c', day: THURSDAY, from: null, to: null, reason: '系统升级', ...some });
const keys = (slots: readonly { key: string }[]) => slots.map((slot) => slot.key.slice(11));

test('a weekly pattern makes express and regular slots with public and reserved places', () => {
  const slots = slotsFor([patternOf()], [], 'workday', THURSDAY);
  expect(keys(slots)).toEqual(['09:00 express', '09:00 regular', '09:30 express', '09:30 regular']);
  expect(slots[1]).toMatchObject({ day: THURSDAY, from: '09:00', to: '09:30', kind: 'regular' });
  expect(slots[1]?.places.map((place) => `${place.number} ${place.audience}`)).toEqual(['1 public', '2 public', '3 public', '4 reserved']);
  expect(slots[0]?.places).toHaveLength(2);
});

test('making the slots of a day twice makes the same slots', () => {
  expect(slotsFor([patternOf()], [], 'workday', THURSDAY)).toEqual(slotsFor([patternOf(), patternOf({ id: 'again', capacity: 99 })], [], 'workday', THURSDAY));
});

test('the walk-ins’ share is never bookable, whatever the rounding', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 100 }), (capacity, percent) => {
    const bookable = bookablePlaces({ capacity, walkInShare: percent / 100 });
    expect(capacity - bookable).toBeGreaterThanOrEqual(capacity * percent / 100 - 1e-6);
    expect(capacity - bookable).toBeLessThan(capacity * percent / 100 + 1);
  }));
  expect(bookablePlaces({ capacity: 10, walkInShare: 0.3 })).toBe(7);
});

test('there are no slots on days off, on other weekdays, outside the pattern’s dates or beyond the calendar', () => {
  for (const kind of ['weekend', 'holiday', 'uncovered'] as const) expect(slotsFor([patternOf()], [], kind, THURSDAY)).toEqual([]);
  expect(slotsFor([patternOf({ weekdays: [1] })], [], 'workday', THURSDAY)).toEqual([]);
  expect(slotsFor([patternOf({ effectiveFrom: '2026-03-06' })], [], 'workday', THURSDAY)).toEqual([]);
  expect(slotsFor([patternOf({ effectiveTo: '2026-03-04' })], [], 'workday', THURSDAY)).toEqual([]);
});

test('an extra workday on a Saturday uses the patterns made for it, unless Saturday has its own', () => {
  const saturday = '2026-02-14';
  expect(slotsFor([patternOf()], [], 'extra-workday', saturday)).toHaveLength(4);
  expect(slotsFor([patternOf({ onExtraWorkdays: false })], [], 'extra-workday', saturday)).toEqual([]);
  expect(keys(slotsFor([patternOf(), patternOf({ id: 'sat', weekdays: [6], from: '14:00', to: '14:30', expressPlaces: 0 })], [], 'extra-workday', saturday))).toEqual(['14:00 regular']);
});

test('a closure takes the slots it touches, and a whole-day one all', () => {
  expect(keys(slotsFor([patternOf()], [closureOf({ from: '09:10', to: '09:30' })], 'workday', THURSDAY))).toEqual(['09:30 express', '09:30 regular']);
  expect(slotsFor([patternOf()], [closureOf()], 'workday', THURSDAY)).toEqual([]);
  expect(slotsFor([patternOf()], [closureOf({ day: '2026-03-06' })], 'workday', THURSDAY)).toHaveLength(4);
});

test('the last slot ends in time, and none is made without places', () => {
  expect(keys(slotsFor([patternOf({ to: '09:50', expressPlaces: 0 })], [], 'workday', THURSDAY))).toEqual(['09:00 regular']);
  expect(slotsFor([patternOf({ walkInShare: 1 })], [], 'workday', THURSDAY)).toEqual([]);
});

test.each<[Partial<SlotPattern>, string]>([
  [{ weekdays: [] }, 'weekdays'], [{ weekdays: [8] }, 'weekdays'], [{ from: '9:00' }, 'from'], [{ to: '09:00' }, 'to'], [{ slotMinutes: 4 }, 'slotMinutes'], [{ slotMinutes: 61 }, 'slotMinutes'],
  [{ capacity: 0 }, 'capacity'], [{ walkInShare: 1.1 }, 'walkInShare'], [{ walkInShare: Number.NaN }, 'walkInShare'], [{ expressPlaces: 7 }, 'expressPlaces'], [{ reservedExpress: 3 }, 'reservedExpress'],
  [{ reservedRegular: 5 }, 'reservedRegular'], [{ effectiveFrom: '2026-02-30' }, 'effectiveFrom'], [{ effectiveTo: '2025-12-31' }, 'effectiveTo'],
])('a pattern with %j is refused by the name of its field', (some, field) => {
  expect(checkPattern(patternOf(some), 'patterns.0')).toMatchObject({ code: 'BOOKING_PLAN_INVALID', path: `patterns.0.${field}` });
});

test('a sound pattern and a sound closure pass', () => {
  expect(checkPattern(patternOf()).ok && checkClosure(closureOf()).ok && checkClosure(closureOf({ from: '09:00', to: '10:00' })).ok).toBe(true);
});

test.each<[Partial<Closure>, string]>([[{ day: 'soon' }, 'day'], [{ from: '09:00' }, 'to'], [{ from: '10:00', to: '09:00' }, 'from'], [{ reason: ' ' }, 'reason']])('a closure with %j is refused by the name of its field', (some, field) => {
  expect(checkClosure(closureOf(some))).toMatchObject({ path: `closure.${field}` });
});
