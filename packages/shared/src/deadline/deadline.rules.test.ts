import fc from 'fast-check';
import { addDays, instantAt } from '../kernel/day.ts';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { DEADLINE_MOVES, OPEN_DEADLINE_STATES, deadlineActions, decideDeadline, isOverdue, meetingOf } from './deadline.moves.ts';
import type { DeadlineFacts } from './deadline.moves.ts';
import { DEADLINE_CODES, basisText, defaultRule, ruleOn, ruleProblems } from './deadline.rules.ts';
import type { RuleVersion } from './deadline.rules.ts';

const TODAY = '2026-11-23';
const NOW = instantAt(TODAY, '10:00');
const running = (more: Partial<DeadlineFacts> = {}): DeadlineFacts => ({ state: 'running', dueAt: instantAt('2026-11-25', '17:00'), extended: false, extensionDays: 10, ...more });
const late = running({ dueAt: instantAt('2026-11-20', '17:00') });
const version = (more: Partial<RuleVersion> = {}): RuleVersion => ({ code: 'suggestion.reply', version: 1, inForceFrom: '2026-12-01', workingDays: 3, warnDays: 1, ladder: { leaderAfter: 1, directorAfter: 2 }, extensionDays: 5, basis: '{n} 个工作日内答复', ...more });
const code = (verdict: { ok: boolean; code?: string }) => verdict.code ?? 'ok';

test('a deadline ends in one of three ways, and every end can be reached', () => {
  expect(finalStates(DEADLINE_MOVES).sort()).toEqual(['dropped', 'met', 'met-late']);
  expect(reachableFrom(DEADLINE_MOVES, 'running').size).toBe(6);
  expect([...OPEN_DEADLINE_STATES].every((state) => decideDeadline('drop', running({ state }), NOW).ok)).toBe(true);
});
test('on the minute of closing it is still in time; a moment later it is late', () => {
  const { dueAt } = running();
  expect([isOverdue(running(), dueAt!), isOverdue(running(), dueAt! + 1)]).toEqual([false, true]);
  expect([meetingOf(running(), dueAt!), meetingOf(running(), dueAt! + 1)]).toEqual(['meet', 'meet-late']);
});
test('what stands still or waits for the calendar is never late', () => {
  expect([isOverdue(running({ state: 'paused', dueAt: null }), NOW), meetingOf(running({ state: 'awaiting-calendar', dueAt: null }), NOW)]).toEqual([false, 'meet']);
});
test('more time is given once, where the rule has any, and never after the day', () => {
  expect([running(), running({ extended: true }), running({ extensionDays: 0 }), late].map((facts) => code(decideDeadline('extend', facts, NOW)))).toEqual(['ok', 'DEADLINE_EXTENDED_ALREADY', 'DEADLINE_NOT_EXTENDABLE', 'DEADLINE_OVERDUE']);
});
test('nobody stops a clock by hand a third time; where the matter itself stops it nobody counts', () => {
  expect([decideDeadline('pause', running({ handPauses: 1 }), NOW).ok, code(decideDeadline('pause', running({ handPauses: 2 }), NOW)), decideDeadline('pause', running(), NOW).ok]).toEqual([true, 'DEADLINE_PAUSED_OFTEN', true]);
});
test('lost time is not hidden by stopping the clock', () => {
  expect(code(decideDeadline('pause', late, NOW))).toBe('DEADLINE_OVERDUE');
  const head = { grants: true, own: false };
  expect([deadlineActions(running(), head, NOW), deadlineActions(late, head, NOW), deadlineActions(running({ state: 'paused', dueAt: null }), head, NOW)]).toEqual([['extend', 'pause'], [], ['resume']]);
});
test('whoever owes it is offered no way to stop their own clock, and a clerk none at all', () => {
  expect([deadlineActions(running(), { grants: true, own: true }, NOW), deadlineActions(running(), { grants: false, own: true }, NOW)]).toEqual([['extend'], []]);
});

test('every rule of the catalogue is one a hall could have set itself', () => {
  for (const each of DEADLINE_CODES) expect(ruleProblems({ ...defaultRule(each), inForceFrom: '2026-12-01' }, TODAY)).toEqual([]);
});
test('the basis tells the days that really hold', () => expect(basisText(defaultRule('suggestion.reply'))).toContain('受理后 5 个工作日内答复'));
test("before its day a hall's version does not hold, from its day it does, and of two the later one", () => {
  const versions = [version(), version({ version: 2, inForceFrom: '2026-12-10', workingDays: 2 })];
  expect(['2026-11-30', '2026-12-01', '2026-12-09', '2026-12-10'].map((day) => ruleOn('suggestion.reply', versions, day)).map((rule) => [rule.version, rule.workingDays])).toEqual([[0, 5], [1, 3], [1, 3], [2, 2]]);
  expect(ruleOn('suggestion.plan', versions, '2027-01-01').version).toBe(0);
});
test('a version that would change today, or makes no sense, is refused with the field that is wrong', () => {
  const paths = (more: Partial<RuleVersion>) => ruleProblems(version(more), TODAY).map(({ path }) => path);
  expect(paths({})).toEqual([]);
  expect(paths({ inForceFrom: TODAY })).toEqual(['inForceFrom']);
  expect(paths({ workingDays: null })).toEqual(['workingDays']);
  expect(paths({ code: 'fund.pay' })).toEqual(['workingDays']);
  expect(paths({ workingDays: 0 })).toContain('workingDays');
  expect(paths({ warnDays: 3 })).toEqual(['warnDays']);
  expect(paths({ ladder: { leaderAfter: 3, directorAfter: 2 } })).toEqual(['ladder.directorAfter']);
  expect(paths({ basis: ' ' })).toEqual(['basis']);
});
test('whatever a hall sets for later, what began before that day keeps the rule it had', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.array(fc.record({ from: fc.integer({ min: 1, max: 60 }), days: fc.integer({ min: 1, max: 30 }) }), { maxLength: 6 }), fc.integer({ min: 1, max: 30 }), (began, set, days) => {
    const older = set.map(({ from, days: workingDays }, index) => version({ version: index + 1, inForceFrom: addDays(TODAY, from), workingDays }));
    const day = addDays(TODAY, began);
    const added = version({ version: older.length + 1, inForceFrom: addDays(day, 1), workingDays: days });
    expect(ruleOn('suggestion.reply', [...older, added], day)).toEqual(ruleOn('suggestion.reply', older, day));
  }));
});
