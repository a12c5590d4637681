import { MINUTE, SECOND, instantAt } from '../kernel/day.ts';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { careReason, ticketClass } from './care.rules.ts';
import { DEFAULT_QUEUE_SETTINGS as SETTINGS } from './queue-settings.ts';
import { OUTAGE_FIRST_ORDINAL, parseTicketNumber, spokenNumber, ticketNumber } from './ticket-number.ts';
import { TICKET_ACTIONS, TICKET_MOVES, TICKET_SENTENCES, TICKET_STATE_LABELS, absenceAction, decide, forgottenStage, offers, recallsLeft } from './ticket.moves.ts';
import type { TicketAction, TicketFacts, TicketState } from './ticket.moves.ts';

const NOW = instantAt('2026-03-05', '10:00');
const ticketOf = (some: Partial<TicketFacts> = {}): TicketFacts => ({
  state: 'waiting', by: 'clerk', callCount: 0, rejoinCount: 0, lastCallAt: null, servingSince: null, promisedUntil: null, openMatters: 0, hallOpen: true, settings: SETTINGS, ...some,
});
const called = (some: Partial<TicketFacts> = {}) => ticketOf({ state: 'called', callCount: 1, lastCallAt: NOW, ...some });
const codeOf = (action: TicketAction, facts: TicketFacts, now = NOW) => { const verdict = decide(action, facts, now); return verdict.ok ? verdict.value : verdict.code; };
const STATES = Object.keys(TICKET_MOVES) as TicketState[];

test('every state can be reached from waiting, and nothing that waits is stuck', () => {
  expect(reachableFrom(TICKET_MOVES, 'waiting').size).toBe(STATES.length);
  expect(finalStates(TICKET_MOVES).sort()).toEqual(['left', 'served', 'unserved']);
  for (const state of ['waiting', 'called', 'serving', 'missed', 'parked', 'transferred'] as const) expect(reachableFrom(TICKET_MOVES, state)).toContain('served');
});

test('what is over stays over, whoever asks', () => {
  for (const state of finalStates(TICKET_MOVES)) for (const by of ['resident', 'clerk', 'hall'] as const) expect(offers(ticketOf({ state, by, hallOpen: false }), NOW)).toEqual([]);
});

test('a person called is recalled at most three times', () => {
  expect([1, 2, 3, 4].map((callCount) => codeOf('recall', called({ callCount })))).toEqual(['called', 'called', 'called', 'TICKET_RECALLS_USED']);
  expect([0, 1, 4, 9].map((callCount) => recallsLeft(callCount, SETTINGS))).toEqual([3, 3, 0, 0]);
});

test('a visit is not done while one of its matters is open, and the button stays to say so', () => {
  const serving = ticketOf({ state: 'serving', servingSince: NOW, openMatters: 1 });
  expect(codeOf('done', serving)).toBe('TICKET_CASE_OPEN');
  expect(offers(serving, NOW)).toEqual(['done', 'park', 'transfer']);
  expect(codeOf('done', { ...serving, openMatters: 0 })).toBe('served');
});

test('someone called earlier than promised is passed over, not missed', () => {
  const promised = called({ promisedUntil: NOW + MINUTE });
  expect([codeOf('miss', promised), codeOf('pass', promised)]).toEqual(['TICKET_PROMISED_LATER', 'waiting']);
  expect([codeOf('miss', promised, NOW + MINUTE), codeOf('pass', promised, NOW + MINUTE)]).toEqual(['missed', 'TICKET_NOT_PROMISED']);
  expect(absenceAction(null, NOW)).toBe('miss');
});

test('a missed person rejoins at most twice and only while the hall is open', () => {
  const missed = ticketOf({ state: 'missed', by: 'resident' });
  expect(codeOf('rejoin', { ...missed, rejoinCount: 1 })).toBe('waiting');
  expect(codeOf('rejoin', { ...missed, rejoinCount: 2 })).toBe('TICKET_REJOINS_USED');
  expect(codeOf('rejoin', { ...missed, hallOpen: false })).toBe('HALL_CLOSED');
  expect(offers(missed, NOW)).toEqual(['rejoin', 'leave']);
});

test('residents may leave or rejoin and nothing else', () => {
  for (const state of STATES) expect(offers(ticketOf({ state, by: 'resident' }), NOW).filter((action) => action !== 'leave' && action !== 'rejoin')).toEqual([]);
});

test('serving begins by itself only after its time, but a clerk may begin at once', () => {
  expect(codeOf('serve', called({ by: 'hall' }), NOW + 60 * SECOND - 1)).toBe('TICKET_STILL_CALLED');
  expect(codeOf('serve', called({ by: 'hall' }), NOW + 60 * SECOND)).toBe('serving');
  expect(codeOf('serve', called())).toBe('serving');
  expect(codeOf('serve', called({ by: 'resident' }))).toBe('TICKET_NOT_YOURS_TO_MOVE');
});

test('a forgotten service is flagged, then released and not counted as served', () => {
  expect([44, 45, 119, 120].map((minutes) => forgottenStage(NOW, NOW + minutes * MINUTE, SETTINGS))).toEqual(['fine', 'flagged', 'flagged', 'release']);
  const serving = ticketOf({ state: 'serving', by: 'hall', servingSince: NOW });
  expect([codeOf('release', serving, NOW + 120 * MINUTE - 1), codeOf('release', serving, NOW + 120 * MINUTE)]).toEqual(['TICKET_NOT_FORGOTTEN', 'unserved']);
  expect(codeOf('release', called({ by: 'hall' }), NOW + 120 * MINUTE)).toBe('waiting');
});

test('at closing everyone still waiting is recorded, never before', () => {
  for (const state of ['waiting', 'parked', 'transferred', 'called'] as const) {
    expect(codeOf('close', ticketOf({ state, by: 'hall' }))).toBe('HALL_STILL_OPEN');
    expect(codeOf('close', ticketOf({ state, by: 'hall', hallOpen: false }))).toBe('unserved');
  }
  expect(codeOf('close', ticketOf({ state: 'serving', by: 'hall', hallOpen: false }))).toBe('TICKET_MOVE_NOT_ALLOWED');
});

test('every state has a label and a sentence, and every action is listed once', () => {
  for (const state of STATES) expect(TICKET_STATE_LABELS[state].length + TICKET_SENTENCES[state].length).toBeGreaterThan(8);
  expect(new Set(TICKET_ACTIONS)).toEqual(new Set(STATES.flatMap((state) => Object.keys(TICKET_MOVES[state]))));
});

test('numbers carry their class, read back and are spoken sign by sign', () => {
  expect([ticketNumber('booked', 1), ticketNumber('walkin', 42), ticketNumber('care', 1000)]).toEqual(['Y001', 'P042', 'A1000']);
  expect([parseTicketNumber(' ｐ042'), parseTicketNumber('A1000')]).toEqual([{ cls: 'walkin', ordinal: 42 }, { cls: 'care', ordinal: 1000 }]);
  expect(['B001', 'P1', 'P000', 'P0042', ''].map(parseTicketNumber)).toEqual([null, null, null, null, null]);
  expect(spokenNumber('P104')).toBe('P 幺 零 四');
  expect(parseTicketNumber(ticketNumber('walkin', OUTAGE_FIRST_ORDINAL))).toEqual({ cls: 'walkin', ordinal: OUTAGE_FIRST_ORDINAL });
});

test('elders from seventy, disabled and pregnant people and people in hardship get a care ticket', () => {
  expect([careReason({ age: 70 }), careReason({ age: 69 }), careReason({ age: null })]).toEqual(['elder', null, null]);
  expect([careReason({ age: 30, disabled: true }), careReason({ age: 30, pregnant: true }), careReason({ age: 30, hardship: true })]).toEqual(['disabled', 'pregnant', 'hardship']);
  expect([ticketClass({ age: 70 }, 'booked'), ticketClass({ age: 30 }, 'booked'), ticketClass({ age: 30 }, 'walkin')]).toEqual(['care', 'booked', 'walkin']);
});
