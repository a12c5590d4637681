import fc from 'fast-check';
import { finalStates } from '../kernel/moves.ts';
import { SHIFT_MOVES, absenceProblems, actingFor, decideShift, isMonth, shiftActions } from './duty.rules.ts';
import type { AbsenceSpan, ShiftFacts } from './duty.rules.ts';

const DAY = '2026-11-23';
const away = (staffId: string, substituteId: string | null = null, more: Partial<AbsenceSpan> = {}): AbsenceSpan => ({ staffId, fromDay: '2026-11-20', toDay: '2026-11-25', substituteId, ...more });
const PAIRS = [{ staffId: 'sun', substituteId: 'qian' }, { staffId: 'qian', substituteId: 'sun' }, { staffId: 'zheng', substituteId: 'sun' }];
const shift = (more: Partial<ShiftFacts> = {}): ShiftFacts => ({ state: 'planned', day: DAY, mine: true, edits: false, ...more });

test('who is here acts for themselves', () => expect(actingFor('sun', DAY, [away('qian')], PAIRS)).toBe('sun'));
test('who is away is stood in for by their B, or by the one named for these days', () => {
  expect(actingFor('sun', DAY, [away('sun')], PAIRS)).toBe('qian');
  expect(actingFor('sun', DAY, [away('sun', 'zheng')], PAIRS)).toBe('zheng');
});
test('whoever no longer works here acts for nobody: the standing B does, and else the name itself stands', () => {
  const without = (...gone: string[]) => actingFor('sun', DAY, [away('sun', 'zheng')], PAIRS, (id) => !gone.includes(id));
  expect([without(), without('zheng'), without('zheng', 'qian')]).toEqual(['zheng', 'qian', 'sun']);
});
test('the first and the last day of an absence count, the days around it do not', () => {
  expect(['2026-11-19', '2026-11-20', '2026-11-25', '2026-11-26'].map((day) => actingFor('sun', day, [away('sun')], PAIRS))).toEqual(['sun', 'qian', 'qian', 'sun']);
});
test('a B who is away too hands on to theirs', () => expect(actingFor('zheng', DAY, [away('zheng'), away('sun')], PAIRS)).toBe('qian'));
test('two who stand in for each other and are both away leave the name that stands on the roster', () => expect(actingFor('sun', DAY, [away('sun'), away('qian')], PAIRS)).toBe('sun'));
test('somebody away without a B keeps their own name', () => expect(actingFor('he', DAY, [away('he')], PAIRS)).toBe('he'));
test('whoever acts is here, or it is the person themselves', () => {
  const who = fc.constantFrom('a', 'b', 'c', 'd');
  fc.assert(fc.property(fc.array(fc.tuple(who, fc.option(who)), { maxLength: 5 }), fc.array(fc.tuple(who, who), { maxLength: 4 }), who, (absent, pairs, asked) => {
    const absences = absent.map(([staffId, substituteId]) => away(staffId, substituteId));
    const acting = actingFor(asked, DAY, absences, pairs.map(([staffId, substituteId]) => ({ staffId, substituteId })));
    expect(acting === asked || absences.every((each) => each.staffId !== acting)).toBe(true);
  }));
});

test('a shift is begun on its day by its leader, by who acts for them, or by who writes the roster', () => {
  const codes = [shift(), shift({ mine: false }), shift({ mine: false, edits: true }), shift({ day: '2026-11-24' })].map((facts) => decideShift('begin', facts, DAY)).map((verdict) => (verdict.ok ? verdict.value : verdict.code));
  expect(codes).toEqual(['on-duty', 'DUTY_NOT_YOURS', 'on-duty', 'DUTY_OTHER_DAY']);
});
test('a hand-over can be written later, but a day nobody began is missed once it is over, not before', () => {
  expect(shiftActions(shift({ state: 'on-duty', day: '2026-11-20' }), DAY)).toEqual(['hand-over']);
  expect([decideShift('miss', shift(), DAY).ok, decideShift('miss', shift(), '2026-11-24').ok, decideShift('miss', shift({ state: 'on-duty' }), '2026-11-24').ok]).toEqual([false, true, false]);
  expect(finalStates(SHIFT_MOVES).sort()).toEqual(['handed-over', 'missed']);
});
test('an absence that ends before it begins, or names the absent as substitute, is refused', () => {
  expect(absenceProblems(away('sun'))).toEqual([]);
  expect(absenceProblems(away('sun', 'sun', { toDay: '2026-11-19' })).map(({ path }) => path)).toEqual(['toDay', 'substituteId']);
});
test('a month is written as four digits and two', () => expect(['2026-11', '2026-13', '2026-1'].map(isMonth)).toEqual([true, false, false]));
