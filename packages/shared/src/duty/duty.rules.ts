import { isDay } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Refusal, Verdict } from '../kernel/verdict.ts';

export type ShiftState = 'planned' | 'on-duty' | 'handed-over' | 'missed';
export type ShiftAction = 'begin' | 'hand-over' | 'miss';

/** A shift that was begun and not handed over stays open, and is shown as owing its hand-over, until somebody writes it. */
export const SHIFT_MOVES: Moves<ShiftState, ShiftAction> = {
  planned: { begin: 'on-duty', miss: 'missed' },
  'on-duty': { 'hand-over': 'handed-over' },
  'handed-over': {}, missed: {},
};
export const SHIFT_STATE_LABELS: Record<ShiftState, string> = { planned: '已排班', 'on-duty': '带班中', 'handed-over': '已交接', missed: '未到岗' };

export interface ShiftFacts {
  state: ShiftState;
  day: Day;
  /** Whether the one who acts is the shift's leader, whoever acts for them, or somebody who edits the roster. */
  mine: boolean;
  edits: boolean;
}

/** Whether `action` may happen today. Codes: MOVE_NOT_ALLOWED, DUTY_NOT_YOURS, DUTY_OTHER_DAY. */
export function decideShift(action: ShiftAction, facts: ShiftFacts, today: Day): Verdict<ShiftState> {
  const next = move(SHIFT_MOVES, facts.state, action);
  if (!next.ok) return next;
  return CONDITIONS[action](facts, today) ?? allow(next.value);
}
export const shiftActions = (facts: ShiftFacts, today: Day): ShiftAction[] => (['begin', 'hand-over'] as const).filter((action) => decideShift(action, facts, today).ok);

const yours = ({ mine, edits }: ShiftFacts): Refusal | null => (mine || edits ? null : refuse('DUTY_NOT_YOURS', '只有当班领导或其 B 岗可以操作。'));
const CONDITIONS: Record<ShiftAction, (facts: ShiftFacts, today: Day) => Refusal | null> = {
  begin: (facts, today) => yours(facts) ?? (facts.day === today ? null : refuse('DUTY_OTHER_DAY', '只能在带班当天签到。')),
  'hand-over': (facts, today) => yours(facts) ?? (facts.day <= today ? null : refuse('DUTY_OTHER_DAY', '还没到带班的日子。')),
  miss: (facts, today) => (facts.day < today ? null : refuse('DUTY_OTHER_DAY', '当天还没有过完。')),
};

export interface AbsenceSpan { staffId: string; fromDay: Day; toDay: Day; substituteId: string | null }
export interface StandingPair { staffId: string; substituteId: string }

const away = (absences: readonly AbsenceSpan[], staffId: string, day: Day): AbsenceSpan | undefined =>
  absences.find((each) => each.staffId === staffId && each.fromDay <= day && day <= each.toDay);

/**
 * Who acts for `staffId` on `day`: themselves, or while they are recorded absent the substitute of that absence, else their standing B. A
 * substitute who is away too hands on to theirs; when the chain runs in a circle or ends, the person's own name stands.
 * @param works whether somebody still works here: whoever does not acts for nobody
 */
export function actingFor(staffId: string, day: Day, absences: readonly AbsenceSpan[], pairs: readonly StandingPair[], works: (staffId: string) => boolean = () => true): string {
  const seen = new Set<string>();
  let at = staffId;
  for (let absence = away(absences, at, day); absence; absence = away(absences, at, day)) {
    seen.add(at);
    const next = [absence.substituteId, pairs.find((pair) => pair.staffId === at)?.substituteId].find((id) => typeof id === 'string' && works(id));
    if (!next || seen.has(next)) return staffId;
    at = next;
  }
  return at;
}

/** What is wrong with an absence. @param fromDay inclusive @param toDay inclusive */
export function absenceProblems(absence: AbsenceSpan): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, code: 'DUTY_ABSENCE_INVALID', message });
  if (!isDay(absence.fromDay)) wrong('fromDay', '请选择开始日期');
  if (!isDay(absence.toDay) || absence.toDay < absence.fromDay) wrong('toDay', '结束日期不能早于开始日期');
  if (absence.substituteId === absence.staffId) wrong('substituteId', 'B 岗不能是本人');
  return problems;
}

/** A month `YYYY-MM` and its days. */
export const isMonth = (text: string): boolean => isDay(`${text}-01`);
