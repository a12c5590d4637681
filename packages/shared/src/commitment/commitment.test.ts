import fc from 'fast-check';
import type { OfficialCalendar } from '../calendar/working-day.rules.ts';
import { MINUTE, dayOf, instantAt, startOfDay } from '../kernel/day.ts';
import { EVERYTHING, checkCommitmentRule, inScope, ruleSentence } from './commitment.rules.ts';
import type { CommitmentRule } from './commitment.rules.ts';
import { NO_COUNTS, SPREAD_STEPS, countOf, daysOf, rateOf, spreadStep } from './figures.rules.ts';
import { fulfilmentsOf, settledAt, stateOf } from './fulfilment.rules.ts';
import type { Fact } from './fulfilment.rules.ts';
import { SHIPPED_COMMITMENTS } from './shipped-commitments.ts';
import { ENDINGS, MEASURABLE_EVENTS, STANDING_STILL, subjectKindOf } from './measurable-events.ts';
import type { MeasurableEvent } from './measurable-events.ts';

const CALENDAR: OfficialCalendar = { coveredYears: [2026], holidays: { '2026-10-01': '国庆节', '2026-10-02': '国庆节', '2026-10-05': '国庆节', '2026-10-06': '国庆节', '2026-10-07': '国庆节' }, extraWorkdays: { '2026-10-10': '国庆节' } };
const FIVE: CommitmentRule = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { ...EVERYTHING, readyOnly: true } };
const ANSWER: CommitmentRule = { from: 'suggestion.received', to: 'suggestion.replied', limit: 5, clock: 'working-days', scope: EVERYTHING };
const START = instantAt('2026-11-23', '09:00');
const visit = (...events: [Exclude<MeasurableEvent, `${'app' | 'sug'}${string}`>, number][]): Fact[] => events.map(([event, minutes]) => ({ event, at: START + minutes * MINUTE, attributes: { ready: true } }));
const only = (rule: CommitmentRule, facts: readonly Fact[]) => {
  const found = fulfilmentsOf(rule, CALENDAR, facts);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const LATER = START + 1_000 * MINUTE;

const rules = fc.constantFrom(...SHIPPED_COMMITMENTS.map(({ rule }) => rule));
/** Facts of one subject of the rule's kind, as wild as they may come. */
const factsOf = (rule: CommitmentRule) => {
  const kind = subjectKindOf(rule.from);
  const events = (Object.keys(MEASURABLE_EVENTS) as MeasurableEvent[]).filter((event) => subjectKindOf(event) === kind);
  const byDay = MEASURABLE_EVENTS[rule.from].precision === 'day';
  return fc.array(fc.record({ event: fc.constantFrom(...events), at: fc.integer({ min: 0, max: 40 }).map((step) => (byDay ? startOfDay(dayOf(START + step * 1_440 * MINUTE)) : START + step * MINUTE)), attributes: fc.constantFrom<Fact['attributes']>({}, { ready: true }, { ready: false }, { cls: 'care' }, { staff: 'a' }) }), { maxLength: 9 });
};
const ruleAndFacts = rules.chain((rule) => factsOf(rule).map((facts) => ({ rule, facts })));

test('what became of each shipped promise follows from its rule and the facts, in whatever order they came to be known', () => {
  fc.assert(fc.property(ruleAndFacts, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), ({ rule, facts }, keys) => {
    const shuffled = facts.map((fact, at) => ({ fact, key: keys[at]! })).sort((a, b) => a.key - b.key).map(({ fact }) => fact);
    expect(fulfilmentsOf(rule, CALENDAR, shuffled)).toEqual(fulfilmentsOf(rule, CALENDAR, facts));
  }), { numRuns: 2_000 });
});

test('each shipped promise is kept exactly when what was promised happened in time', () => {
  fc.assert(fc.property(ruleAndFacts, fc.integer({ min: 0, max: 60 * 1_440 }), ({ rule, facts }, minutes) => {
    const now = START + minutes * MINUTE;
    for (const found of fulfilmentsOf(rule, CALENDAR, facts)) {
      const state = stateOf(found, now);
      expect(facts.some(({ event, at }) => event === rule.from && at === found.openedAt)).toBe(true);
      if (found.closedAt !== null) expect(facts.some(({ event, at }) => event === rule.to && at === found.closedAt)).toBe(true);
      expect(found.closedAt === null || found.endedAt === null).toBe(true);
      if (state === 'met') expect(found.dueAt === null || found.closedAt! <= found.dueAt).toBe(true);
      if (state === 'broken') expect((found.closedAt ?? found.endedAt ?? now)).toBeGreaterThanOrEqual(found.dueAt!);
      if (state === 'pending') expect(found.closedAt).toBeNull();
      const settled = settledAt(found);
      // What stands once stands for ever, unless another fact comes.
      if (settled !== null && settled < now) for (const later of [now + 1, now + 1_000_000]) expect(stateOf(found, later)).toBe(state);
      const counted = countOf(rule, found, false);
      expect(counted === null).toBe(settled === null);
      if (counted) expect(counted.counts.met + counted.counts.broken + counted.counts.ended).toBe(1);
    }
  }), { numRuns: 2_000 });
});

test('five minutes are counted from the call, and a minute in which the person fetched a paper is not counted', () => {
  expect(stateOf(only(FIVE, visit(['visit.called', 0], ['visit.serving', 1], ['visit.served', 5])), LATER)).toBe('met');
  expect(stateOf(only(FIVE, visit(['visit.called', 0], ['visit.serving', 1], ['visit.served', 6])), LATER)).toBe('broken');
  const parked = only(FIVE, visit(['visit.called', 0], ['visit.serving', 1], ['visit.parked', 3], ['visit.serving', 43], ['visit.served', 44]));
  expect(parked.took).toBe(4 * MINUTE);
  expect(stateOf(parked, LATER)).toBe('met');
});

test('parking somebody after the time has run out saves nothing', () => {
  expect(stateOf(only(FIVE, visit(['visit.called', 0], ['visit.serving', 1], ['visit.parked', 6], ['visit.serving', 20], ['visit.served', 21])), LATER)).toBe('broken');
});

test('who misses the call and is called again is counted anew; who leaves after the time has run out still counts as broken', () => {
  const again = fulfilmentsOf(FIVE, CALENDAR, visit(['visit.called', 0], ['visit.missed', 2], ['visit.called', 20], ['visit.serving', 21], ['visit.served', 24]));
  expect(again.map((found) => stateOf(found, LATER))).toEqual(['ended', 'met']);
  expect(stateOf(only(FIVE, visit(['visit.called', 0], ['visit.left', 9])), LATER)).toBe('broken');
});

test('a promise for those with everything ready does not judge the others', () => {
  expect(fulfilmentsOf(FIVE, CALENDAR, [{ event: 'visit.called', at: START, attributes: { ready: false } }])).toEqual([]);
  expect(inScope({ ...EVERYTHING, classes: ['care'], staff: ['a'] }, { cls: 'care', staff: 'b' })).toBe(false);
});

test('five working days are counted around National Day and its worked Saturday', () => {
  const received: Fact = { event: 'suggestion.received', at: startOfDay('2026-09-30'), attributes: {} };
  const found = only(ANSWER, [received]);
  // 8th, 9th, Saturday the 10th, 12th, 13th; not 1st to 7th.
  expect(dayOf(found.dueAt!)).toBe('2026-10-13');
  expect(stateOf(only(ANSWER, [received, { event: 'suggestion.replied', at: startOfDay('2026-10-13'), attributes: {} }]), LATER)).toBe('met');
  expect(stateOf(only(ANSWER, [received, { event: 'suggestion.replied', at: startOfDay('2026-10-14'), attributes: {} }]), LATER)).toBe('broken');
});

test('past the calendar nothing is judged, and nothing counts', () => {
  const found = only(ANSWER, [{ event: 'suggestion.received', at: startOfDay('2026-12-30'), attributes: {} }]);
  expect(found.dueAt).toBeNull();
  expect(stateOf(found, LATER * 2)).toBe('pending');
  expect(countOf(ANSWER, found, false)).toBeNull();
});

test('whoever was put aside and then served in time counts as kept, and as put aside', () => {
  const called = LATER - 100 * MINUTE;
  const told = (event: Fact['event'], minute: number): Fact => ({ event, at: called + minute * MINUTE, attributes: { ready: true } });
  const aside = [told('visit.called', 0), told('visit.parked', 2), told('visit.serving', 20), told('visit.served', 22)];
  expect(countOf(FIVE, only(FIVE, aside), false)?.counts).toMatchObject({ met: 1, broken: 0, paused: 1 });
  expect(countOf(FIVE, only(FIVE, [aside[0]!, told('visit.served', 3)]), false)?.counts).toMatchObject({ met: 1, paused: 0 });
  expect(countOf(FIVE, only(FIVE, aside), true)?.counts).toMatchObject({ excluded: 1, paused: 0 });
});

test('a share of fewer than five is not told, and 999 of 1,000 do not look like all', () => {
  expect(rateOf({ met: 4, broken: 0 })).toBeNull();
  expect(rateOf({ met: 5, broken: 0 })).toBe(1_000);
  expect(rateOf({ met: 9_999, broken: 1 })).toBe(999);
});

test('each time falls into one step of the spread', () => {
  expect([1, 2, 3, 5, 7, 10, 11].map((minutes) => spreadStep(FIVE, { took: minutes * MINUTE }))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(spreadStep(FIVE, { took: null })).toBe(SPREAD_STEPS - 1);
  expect(NO_COUNTS.spread).toHaveLength(SPREAD_STEPS);
});

test('a month ends on its last day, and the present one today', () => {
  expect(daysOf('2026-02', '2026-11-23')).toEqual({ first: '2026-02-01', last: '2026-02-28' });
  expect(daysOf('2026-11', '2026-11-23')).toEqual({ first: '2026-11-01', last: '2026-11-23' });
  expect(daysOf('last-90-days', '2026-11-23')).toEqual({ first: '2026-08-26', last: '2026-11-23' });
  expect(daysOf('2025-12', '2026-01-31')).toEqual({ first: '2025-12-01', last: '2025-12-31' });
});

test('a rule that cannot be measured is refused, with the field that is wrong', () => {
  const refused = (changes: Partial<CommitmentRule>) => {
    const verdict = checkCommitmentRule({ ...FIVE, ...changes });
    return verdict.ok ? null : [verdict.code, verdict.path];
  };
  expect(refused({})).toBeNull();
  expect(refused({ to: 'suggestion.replied' })).toEqual(['COMMITMENT_EVENTS_APART', 'to']);
  expect(refused({ from: 'visit.parked' })).toEqual(['COMMITMENT_EVENTS_APART', 'from']);
  expect(refused({ to: 'visit.left' })).toEqual(['COMMITMENT_EVENTS_APART', 'to']);
  expect(refused({ clock: 'working-days' })).toEqual(['COMMITMENT_CLOCK_WRONG', 'clock']);
  expect(refused({ limit: 0 })).toEqual(['COMMITMENT_LIMIT_INVALID', 'limit']);
  expect(refused({ from: 'visit.dreamt' as never })).toEqual(['COMMITMENT_EVENT_UNKNOWN', 'from']);
  for (const kind of Object.keys(ENDINGS)) for (const ending of ENDINGS[kind as keyof typeof ENDINGS]) expect(subjectKindOf(ending)).toBe(kind);
  expect(STANDING_STILL.visit).toBeDefined();
});

test('every shipped promise can be measured and says how', () => {
  for (const { rule, wording } of SHIPPED_COMMITMENTS) {
    expect(checkCommitmentRule(rule)).toMatchObject({ ok: true });
    expect(wording).not.toBe('');
    expect(ruleSentence(rule)).toContain('从“');
  }
});
