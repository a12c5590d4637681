import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { APPLICATION_MOVES, APPLICATION_STATE_LABELS, OPEN_APPLICATION_STATES, decide, nextStepOf, offers } from './application.moves.ts';
import type { ApplicationFacts, ApplicationState , APPLICATION_ACTIONS} from './application.moves.ts';
import { LAPSE_DAYS, lapseDueAt, lapseStage, lapseWarningOn, lapsesOn } from './lapse.rules.ts';
import { DAY_LENGTH, instantAt } from '../kernel/day.ts';

const NOW = instantAt('2026-03-05', '10:00');
const caseOf = (some: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  state: 'draft', by: 'resident', problems: 0, unfixedMarks: 0, round: 1, claimed: false, claimedByMe: false, draftMarks: 0,
  lateItemsWithoutReason: 0, atWindow: false, identityVerified: false, originalsMissing: 0, lastStepAt: NOW, ...some,
});
const clerk = (some: Partial<ApplicationFacts>) => caseOf({ by: 'clerk', claimed: true, claimedByMe: true, atWindow: true, identityVerified: true, ...some });
const codeOf = (action: (typeof APPLICATION_ACTIONS)[number], facts: ApplicationFacts, now = NOW) => { const verdict = decide(action, facts, now); return verdict.ok ? verdict.value : verdict.code; };
const STATES = Object.keys(APPLICATION_MOVES) as ApplicationState[];

test('every state can be reached from a draft, and three of them are the end', () => {
  expect(reachableFrom(APPLICATION_MOVES, 'draft').size).toBe(STATES.length);
  expect(finalStates(APPLICATION_MOVES).sort()).toEqual(['completed', 'lapsed', 'withdrawn']);
});

test('from every open state a case can still be completed and can be withdrawn', () => {
  for (const state of OPEN_APPLICATION_STATES) {
    expect(reachableFrom(APPLICATION_MOVES, state)).toContain('completed');
    expect(APPLICATION_MOVES[state].withdraw).toBe('withdrawn');
  }
});

test('a case goes from draft through a return to completion', () => {
  expect(codeOf('submit', caseOf())).toBe('submitted');
  expect(codeOf('return', clerk({ state: 'submitted', draftMarks: 1 }))).toBe('returned');
  expect(codeOf('submit', caseOf({ state: 'returned', round: 2 }))).toBe('submitted');
  expect(codeOf('ready', clerk({ state: 'submitted', round: 2 }))).toBe('ready');
  expect(codeOf('handle', clerk({ state: 'ready' }))).toBe('handled');
  expect(codeOf('reject', caseOf({ state: 'handled', by: 'hall' }))).toBe('rejected');
  expect(codeOf('handle', clerk({ state: 'rejected' }))).toBe('handled');
  expect(codeOf('complete', caseOf({ state: 'handled', by: 'hall' }))).toBe('completed');
});

test('an incomplete draft is not submitted but the button stays, so that pressing it says what is missing', () => {
  const facts = caseOf({ problems: 3 });
  expect(decide('submit', facts, NOW)).toMatchObject({ code: 'APPLICATION_INCOMPLETE', message: expect.stringContaining('3 处') });
  expect(offers(facts, NOW)).toEqual(['submit', 'withdraw']);
});

test('a returned case is not submitted while a mark is left', () => {
  expect(codeOf('submit', caseOf({ state: 'returned', unfixedMarks: 1 }))).toBe('APPLICATION_MARKS_LEFT');
});

test('a submitted case is recalled only before a clerk reads it and only before a first return', () => {
  expect(codeOf('recall', caseOf({ state: 'submitted' }))).toBe('draft');
  expect(codeOf('recall', caseOf({ state: 'submitted', claimed: true }))).toBe('APPLICATION_UNDER_REVIEW');
  expect(codeOf('recall', caseOf({ state: 'submitted', round: 2 }))).toBe('APPLICATION_CORRECTED');
  expect(offers(caseOf({ state: 'submitted', claimed: true }), NOW)).toEqual(['withdraw']);
});

test('only the clerk who claimed a case reviews it', () => {
  expect(codeOf('ready', clerk({ state: 'submitted', claimed: false, claimedByMe: false }))).toBe('REVIEW_NOT_CLAIMED');
  expect(codeOf('return', clerk({ state: 'submitted', claimedByMe: false, draftMarks: 1 }))).toBe('REVIEW_CLAIMED_BY_OTHER');
});

test('a return names something, and a late item needs its reason', () => {
  expect(codeOf('return', clerk({ state: 'submitted' }))).toBe('REVIEW_NOTHING_MARKED');
  expect(codeOf('return', clerk({ state: 'submitted', round: 2, draftMarks: 1, lateItemsWithoutReason: 1 }))).toBe('REVIEW_LATE_REASON_NEEDED');
  expect(codeOf('ready', clerk({ state: 'submitted', draftMarks: 1 }))).toBe('REVIEW_MARKS_LEFT');
  expect(codeOf('ready', clerk({ state: 'submitted', problems: 1 }))).toBe('APPLICATION_INCOMPLETE');
});

test('at the window a person without pre-fill is served from the draft, after the ID card and the originals', () => {
  expect(codeOf('handle', clerk({ state: 'draft' }))).toBe('handled');
  expect(codeOf('handle', clerk({ state: 'draft', atWindow: false }))).toBe('APPLICATION_NOT_AT_WINDOW');
  expect(codeOf('handle', clerk({ state: 'draft', identityVerified: false }))).toBe('IDENTITY_NOT_VERIFIED');
  expect(codeOf('handle', clerk({ state: 'draft', problems: 1 }))).toBe('APPLICATION_INCOMPLETE');
  expect(codeOf('handle', clerk({ state: 'draft', originalsMissing: 2 }))).toBe('ORIGINALS_NOT_SEEN');
});

test('nobody does another’s step', () => {
  expect(codeOf('handle', caseOf({ state: 'ready' }))).toBe('APPLICATION_NOT_YOURS_TO_MOVE');
  expect(codeOf('submit', clerk({}))).toBe('APPLICATION_NOT_YOURS_TO_MOVE');
  expect(codeOf('lapse', clerk({}))).toBe('APPLICATION_NOT_YOURS_TO_MOVE');
});

test('nothing is offered for a case that is over', () => {
  for (const state of finalStates(APPLICATION_MOVES)) for (const by of ['resident', 'clerk', 'hall'] as const) {
    expect(offers(clerk({ state, by }), NOW + 400 * DAY_LENGTH)).toEqual([]);
  }
});

test('a case lapses after ninety whole days without a step, warned fourteen days before', () => {
  expect([lapsesOn(NOW), lapseWarningOn(NOW)]).toEqual(['2026-06-03', '2026-05-20']);
  expect(codeOf('lapse', caseOf({ by: 'hall' }), lapseDueAt(NOW) - 1)).toBe('APPLICATION_NOT_LAPSED');
  expect(codeOf('lapse', caseOf({ by: 'hall' }), lapseDueAt(NOW))).toBe('lapsed');
  expect([75, 76, LAPSE_DAYS, LAPSE_DAYS + 1].map((days) => lapseStage(NOW, NOW + days * DAY_LENGTH))).toEqual(['far', 'warn', 'warn', 'due']);
});

test('a case that waits for the hall never lapses', () => {
  expect(codeOf('lapse', caseOf({ state: 'submitted', by: 'hall' }), lapseDueAt(NOW))).toBe('APPLICATION_MOVE_NOT_ALLOWED');
});

test('every state has a label and a sentence for what comes next', () => {
  for (const state of STATES) expect([APPLICATION_STATE_LABELS[state].length, nextStepOf(state).length].every((length) => length > 2)).toBe(true);
  expect(nextStepOf('ready', true)).toContain('预约时间');
});
