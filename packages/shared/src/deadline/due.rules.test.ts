import fc from 'fast-check';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../calendar/working-day.rules.ts';
import type { OfficialCalendar } from '../calendar/working-day.rules.ts';
import { addDays, dayOf, instantAt } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import { defaultRule } from './deadline.rules.ts';
import { dueDay, dueInstants, ladderSteps, levelReached, workingDaysLate } from './due.rules.ts';
import type { DueFacts } from './due.rules.ts';

/** 国务院办公厅's year 2026 as far as these stories need it: National Day with the Saturday worked for it, and New Year. */
const CALENDAR: OfficialCalendar = {
  coveredYears: [2026],
  holidays: { '2026-01-01': '元旦', '2026-01-02': '元旦', ...Object.fromEntries(Array.from({ length: 7 }, (_, index) => [addDays('2026-10-01', index), '国庆节'])) },
  extraWorkdays: { '2026-01-04': '元旦', '2026-09-27': '国庆节', '2026-10-10': '国庆节' },
};
const HOURS = { from: '09:00', to: '17:00' };
const facts = (from: Day, workingDays: number | null, more: Partial<DueFacts> = {}): DueFacts => ({ from: instantAt(from, '10:30'), givenDay: null, workingDays, extraDays: 0, warnDays: 1, pauses: [], ...more });
const due = (from: Day, workingDays: number | null, more: Partial<DueFacts> = {}) => {
  const verdict = dueDay(CALENDAR, facts(from, workingDays, more));
  return verdict.ok ? verdict.value : verdict.code;
};

test('what begins on the last day before National Day is due when people work again, the worked Saturday included', () => {
  expect([1, 2, 3].map((days) => due('2026-09-30', days))).toEqual(['2026-10-08', '2026-10-09', '2026-10-10']);
  expect(due('2026-10-03', 1)).toBe('2026-10-08');
});
test('a worked Sunday counts like any working day', () => expect(due('2026-09-26', 1)).toBe('2026-09-27'));
test('a month ends without anybody noticing', () => expect([due('2026-07-31', 1), due('2026-02-27', 2)]).toEqual(['2026-08-03', '2026-03-03']));
test('past the year that is announced, nothing is made up', () => expect([due('2026-12-31', 1), due('2026-12-28', 5), due('2026-12-28', 3)]).toEqual(['CALENDAR_NOT_COVERED', 'CALENDAR_NOT_COVERED', '2026-12-31']));
test('a given day that nobody works on moves to the next working day', () => expect([due('2026-09-01', null, { givenDay: '2026-10-02' }), due('2026-09-01', null, { givenDay: '2026-09-15' })]).toEqual(['2026-10-08', '2026-09-15']));

test('it is due when the hall closes, and its owner is warned when the hall opens on the working day before', () => {
  expect(dueInstants(CALENDAR, facts('2026-09-30', 2), HOURS)).toEqual({ ok: true, value: { dueAt: instantAt('2026-10-09', '17:00'), warnAt: instantAt('2026-10-08', '09:00') } });
});
test('the warning never lies before the beginning', () => {
  expect(dueInstants(CALENDAR, facts('2026-11-23', 1), HOURS)).toMatchObject({ value: { warnAt: instantAt('2026-11-23', '10:30') } });
  expect(dueInstants(CALENDAR, facts('2026-11-23', 1, { warnDays: 0 }), HOURS)).toMatchObject({ value: { warnAt: instantAt('2026-11-24', '09:00') } });
});

test('the days from the stop to the going on are not counted; a stop that ends the same day shifts nothing', () => {
  expect(due('2026-11-23', 3)).toBe('2026-11-26');
  expect(due('2026-11-23', 3, { pauses: [{ from: '2026-11-24', to: '2026-11-25' }] })).toBe('2026-11-30');
  expect(due('2026-11-23', 3, { pauses: [{ from: '2026-11-24', to: '2026-11-24' }] })).toBe('2026-11-26');
  expect(due('2026-11-20', null, { givenDay: '2026-11-26', pauses: [{ from: '2026-11-23', to: '2026-11-24' }] })).toBe('2026-11-30');
});

test('the head is added once it is late, the leader on duty and the director working days after, the holiday left out', () => {
  const steps = ladderSteps(CALENDAR, { leaderAfter: 1, directorAfter: 3 }, instantAt('2026-09-30', '17:00'), HOURS);
  expect(steps).toEqual([{ level: 1, at: instantAt('2026-09-30', '17:00') }, { level: 2, at: instantAt('2026-10-08', '17:00') }, { level: 3, at: instantAt('2026-10-10', '17:00') }]);
  expect([instantAt('2026-09-30', '17:00'), instantAt('2026-09-30', '17:01'), instantAt('2026-10-08', '17:01'), instantAt('2026-11-01', '09:00')].map((now) => levelReached(steps, now))).toEqual([0, 1, 2, 3]);
});
test('where the calendar ends the ladder waits, and nobody is added too early', () => {
  const steps = ladderSteps(CALENDAR, { leaderAfter: 1, directorAfter: 3 }, instantAt('2026-12-31', '17:00'), HOURS);
  expect(steps.map(({ level }) => level)).toEqual([1]);
});
test('what a resident may let be climbs to nobody', () => expect(ladderSteps(CALENDAR, defaultRule('suggestion.confirm').ladder, instantAt('2026-11-23', '17:00'), HOURS)).toEqual([]));
test('lateness is counted in working days', () => expect([instantAt('2026-09-30', '18:00'), instantAt('2026-10-07', '12:00'), instantAt('2026-10-10', '12:00')].map((now) => workingDaysLate(CALENDAR, instantAt('2026-09-30', '17:00'), now))).toEqual([0, 0, 3]));

const someDay = fc.integer({ min: 0, max: 250 }).map((offset) => addDays('2026-01-05', offset));
const someCount = fc.integer({ min: 1, max: 20 });
const dueOf = (run: DueFacts): Day => {
  const verdict = dueDay(CALENDAR, run);
  if (!verdict.ok) throw new Error(verdict.code);
  return verdict.value;
};

test('every due day is a working day, and exactly as many working days away as the rule says', () => {
  fc.assert(fc.property(someDay, someCount, (from, count) => {
    const day = dueOf(facts(from, count));
    expect(isWorkingDay(CALENDAR, day)).toEqual({ ok: true, value: true });
    expect(workingDaysBetween(CALENDAR, from, day)).toEqual({ ok: true, value: count });
  }));
});
test('an extension gives exactly the days it grants', () => {
  fc.assert(fc.property(someDay, someCount, fc.integer({ min: 1, max: 10 }), (from, count, extraDays) => {
    expect(workingDaysBetween(CALENDAR, dueOf(facts(from, count)), dueOf(facts(from, count, { extraDays })))).toEqual({ ok: true, value: extraDays });
  }));
});
test('a stop before the due day shifts it by the working days of the stop, no more and no less', () => {
  fc.assert(fc.property(someDay, someCount, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 12 }), (from, count, after, length) => {
    const plain = dueOf(facts(from, count));
    const start = addDays(from, after);
    fc.pre(start <= plain);
    const pause = { from: start, to: addDays(start, length) };
    const lost = workingDaysBetween(CALENDAR, addDays(pause.from, -1), pause.to);
    if (!lost.ok) throw new Error(lost.code);
    // A stop on days nobody works shifts nothing; what ends in one begins to count on the next working day.
    const shifted = dueOf(facts(from, count, { pauses: [pause] }));
    expect(workingDaysBetween(CALENDAR, plain, shifted)).toEqual({ ok: true, value: lost.value });
  }));
});
test('a stop after the due day gives nothing back', () => {
  fc.assert(fc.property(someDay, someCount, fc.integer({ min: 1, max: 9 }), (from, count, after) => {
    const plain = dueOf(facts(from, count));
    expect(dueOf(facts(from, count, { pauses: [{ from: addDays(plain, after), to: addDays(plain, after + 3) }] }))).toBe(plain);
  }));
});
test('a warning comes no later than the closing of the due day and no earlier than the beginning', () => {
  fc.assert(fc.property(someDay, someCount, fc.integer({ min: 0, max: 5 }), (from, count, warnDays) => {
    const run = facts(from, count, { warnDays });
    const verdict = dueInstants(CALENDAR, run, HOURS);
    if (!verdict.ok) throw new Error(verdict.code);
    expect(verdict.value.warnAt).toBeGreaterThanOrEqual(run.from);
    expect(verdict.value.warnAt).toBeLessThan(verdict.value.dueAt);
    expect(dayOf(verdict.value.dueAt)).toBe(dueOf(run));
  }));
});
test('superiors are added in order, each later than the one before', () => {
  fc.assert(fc.property(someDay, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 }), (day, leaderAfter, more) => {
    const dueAt = instantAt(day, '17:00');
    const steps = ladderSteps(CALENDAR, { leaderAfter, directorAfter: leaderAfter + more }, dueAt, HOURS);
    expect(steps.map(({ level }) => level)).toEqual([1, 2, 3]);
    expect(steps[0]!.at).toBeLessThan(steps[1]!.at);
    expect(steps[1]!.at).toBeLessThanOrEqual(steps[2]!.at);
    expect(addWorkingDays(CALENDAR, day, leaderAfter)).toEqual({ ok: true, value: dayOf(steps[1]!.at) });
  }));
});
