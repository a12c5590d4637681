import fc from 'fast-check';
import { DAY_LENGTH, HOUR, MINUTE, instantAt } from '../kernel/day.ts';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { REFERENCE_ALPHABET, isReference, normaliseReference, referenceFrom, spokenReference } from './booking-reference.ts';
import { DEFAULT_BOOKING_SETTINGS as SETTINGS } from './booking-settings.ts';
import { BOOKING_MOVES, BOOKING_SENTENCES, BOOKING_STATE_LABELS, OPEN_BOOKING_STATES, arrivalClass, decide, holdUntil, lateAfter, offers } from './booking.moves.ts';
import type { BookingAction, BookingFacts, BookingState } from './booking.moves.ts';
import { bookableDays, freeFromAfterCancel, mayHold, maySeeSlot, pausedUntil } from './booking.rules.ts';
import type { HoldFacts } from './booking.rules.ts';

const NOW = instantAt('2026-03-05', '10:00');
const SLOT = instantAt('2026-03-06', '09:30');
const bookingOf = (some: Partial<BookingFacts> = {}): BookingFacts =>
  ({ state: 'booked', by: 'resident', heldUntil: null, slotStart: SLOT, closesAt: instantAt('2026-03-06', '17:00'), rescheduleCount: 0, settings: SETTINGS, ...some });
const codeOf = (action: BookingAction, facts: BookingFacts, now = NOW) => { const verdict = decide(action, facts, now); return verdict.ok ? verdict.value : verdict.code; };
const wish = (some: Partial<HoldFacts> = {}): HoldFacts => ({ by: 'resident', slotStart: SLOT, slotKind: 'regular', allReady: false, matterAlreadyOpen: false, openVisits: 0, missedAt: [], ...some });
const holdCode = (facts: HoldFacts, now = NOW) => { const verdict = mayHold(facts, now, SETTINGS); return verdict.ok ? 'ok' : verdict.code; };

test('every state can be reached from a hold, and the closed ones stay closed', () => {
  const states = Object.keys(BOOKING_MOVES) as BookingState[];
  expect(reachableFrom(BOOKING_MOVES, 'held').size).toBe(states.length);
  expect(finalStates(BOOKING_MOVES).sort()).toEqual(states.filter((state) => !OPEN_BOOKING_STATES.includes(state)).sort());
  for (const state of states) expect(BOOKING_STATE_LABELS[state].length + BOOKING_SENTENCES[state].length).toBeGreaterThan(5);
});

test('a hold lasts five minutes: confirmed before, expired from then on, never both', () => {
  const held = bookingOf({ state: 'held', heldUntil: holdUntil(NOW, SETTINGS) });
  const last = NOW + 5 * MINUTE;
  expect([codeOf('confirm', held, last - 1), codeOf('confirm', held, last)]).toEqual(['booked', 'BOOKING_HOLD_EXPIRED']);
  expect([codeOf('expire', { ...held, by: 'hall' }, last - 1), codeOf('expire', { ...held, by: 'hall' }, last)]).toEqual(['BOOKING_HOLD_RUNNING', 'expired']);
});

test('the day before, a booking can be moved or cancelled and not yet arrived at', () => {
  expect(offers(bookingOf(), NOW)).toEqual(['reschedule', 'cancel']);
  expect(codeOf('arrive', bookingOf())).toBe('BOOKING_OTHER_DAY');
});

test('a booking is moved at most twice, and neither moved nor cancelled once its time has begun', () => {
  expect(codeOf('reschedule', bookingOf({ rescheduleCount: 2 }))).toBe('BOOKING_RESCHEDULED_TOO_OFTEN');
  expect([codeOf('reschedule', bookingOf(), SLOT - 1), codeOf('reschedule', bookingOf(), SLOT)]).toEqual(['booked', 'BOOKING_SLOT_BEGUN']);
  expect([codeOf('cancel', bookingOf(), SLOT - 1), codeOf('cancel', bookingOf(), SLOT)]).toEqual(['cancelled', 'BOOKING_SLOT_BEGUN']);
  expect(codeOf('cancel', bookingOf({ by: 'hall' }), SLOT + HOUR)).toBe('cancelled');
});

test('who comes late keeps the booked class within grace and is a walk-in afterwards, never turned away', () => {
  const grace = lateAfter(SLOT, SETTINGS);
  expect([arrivalClass(SLOT, grace, SETTINGS), arrivalClass(SLOT, grace + 1, SETTINGS)]).toEqual(['booked', 'walkin']);
  expect(codeOf('arrive', bookingOf(), grace + 3 * HOUR)).toBe('arrived');
  expect(codeOf('arrive', bookingOf(), SLOT - 2 * HOUR)).toBe('arrived');
  expect(codeOf('arrive', bookingOf({ slotStart: SLOT + 3 * HOUR }), SLOT)).toBe('BOOKING_TOO_EARLY');
});

test('nobody has missed a booking before the hall closed that day', () => {
  const facts = bookingOf({ by: 'hall' });
  expect([codeOf('miss', facts, facts.closesAt - 1), codeOf('miss', facts, facts.closesAt)]).toEqual(['BOOKING_STILL_EXPECTED', 'missed']);
  expect(codeOf('miss', bookingOf(), facts.closesAt)).toBe('BOOKING_NOT_YOURS_TO_MOVE');
});

test('what is over cannot be moved', () => {
  for (const state of finalStates(BOOKING_MOVES)) for (const by of ['resident', 'clerk', 'hall'] as const) expect(offers(bookingOf({ state, by }), SLOT)).toEqual([]);
  expect(codeOf('arrive', bookingOf({ state: 'cancelled' }), SLOT)).toBe('BOOKING_MOVE_NOT_ALLOWED');
});

test('residents book with half an hour’s lead and two weeks ahead; clerks up to the last minute', () => {
  expect(holdCode(wish({ slotStart: NOW + 30 * MINUTE }))).toBe('ok');
  expect(holdCode(wish({ slotStart: NOW + 30 * MINUTE - 1 }))).toBe('BOOKING_TOO_SOON');
  expect(holdCode(wish({ slotStart: NOW, by: 'clerk' }))).toBe('ok');
  expect(holdCode(wish({ slotStart: NOW - 1, by: 'clerk' }))).toBe('BOOKING_TOO_SOON');
  expect(holdCode(wish({ slotStart: instantAt('2026-03-19', '16:30') }))).toBe('ok');
  expect(holdCode(wish({ slotStart: instantAt('2026-03-20', '09:00') }))).toBe('BOOKING_TOO_FAR');
  expect([bookableDays(NOW, SETTINGS)[0], bookableDays(NOW, SETTINGS).at(-1)]).toEqual(['2026-03-05', '2026-03-19']);
});

test('express slots are for applications whose materials are all there', () => {
  expect(holdCode(wish({ slotKind: 'express' }))).toBe('BOOKING_EXPRESS_NOT_READY');
  expect(holdCode(wish({ slotKind: 'express', allReady: true }))).toBe('ok');
  expect(maySeeSlot({ by: 'clerk', slotStart: SLOT, slotKind: 'express', allReady: false }, NOW, SETTINGS).ok).toBe(false);
});

test('one open visit per person and matter, and a limit for all together', () => {
  expect(holdCode(wish({ matterAlreadyOpen: true }))).toBe('BOOKING_MATTER_OPEN');
  expect([holdCode(wish({ openVisits: 2 })), holdCode(wish({ openVisits: 3 }))]).toEqual(['ok', 'BOOKING_TOO_MANY']);
});

test('three recent misses pause booking for a week after the last, for residents only', () => {
  const missed = [1, 2, 30].map((days) => NOW - days * DAY_LENGTH);
  expect(pausedUntil(missed, NOW, SETTINGS)).toBe(NOW + 6 * DAY_LENGTH);
  expect(holdCode(wish({ missedAt: missed }))).toBe('BOOKING_PAUSED');
  expect(holdCode(wish({ missedAt: missed, by: 'clerk' }))).toBe('ok');
  expect(mayHold(wish({ missedAt: missed }), NOW, SETTINGS)).toMatchObject({ message: expect.stringContaining('3月11日') });
  expect(pausedUntil([...missed.slice(0, 2), NOW - 90 * DAY_LENGTH], NOW, SETTINGS)).toBeNull();
  expect(pausedUntil(missed.map((at) => at - 7 * DAY_LENGTH), NOW, SETTINGS)).toBeNull();
});

test('a cancelled place comes back within two to ten minutes, and at once on the last day', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
    const delay = freeFromAfterCancel(NOW + 3 * DAY_LENGTH, NOW, chance, SETTINGS) - NOW;
    expect(delay).toBeGreaterThanOrEqual(2 * MINUTE);
    expect(delay).toBeLessThanOrEqual(10 * MINUTE);
    expect(freeFromAfterCancel(NOW + 24 * HOUR, NOW, chance, SETTINGS)).toBe(NOW);
  }));
  expect(freeFromAfterCancel(NOW + 24 * HOUR + 1, NOW, 0, SETTINGS)).toBe(NOW + 2 * MINUTE);
});

test('references hold nothing that is misread, and are found however they are typed', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
    const reference = referenceFrom(bytes);
    expect(isReference(reference)).toBe(true);
    expect(normaliseReference(` ${spokenReference(reference).toLowerCase()} `)).toBe(reference);
  }));
  expect(REFERENCE_ALPHABET).not.toMatch(/[01OI]/);
  expect(new Set(Array.from({ length: 32 }, (_, value) => referenceFrom([value])[0])).size).toBe(32);
  expect(['ABCD234', 'ABCD2340', 'ABCD23456'].filter(isReference)).toEqual([]);
});
