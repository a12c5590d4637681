import { dayLabel } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';

export type BoxOpeningState = 'planned' | 'begun' | 'opened' | 'entered';
export type BoxOpeningAction = 'begin' | 'reschedule' | 'step-back' | 'confirm' | 'finish';

/** One opening of the box on the wall 意见箱: two people open it together, then what lay in it is typed in. */
export const BOX_OPENING_MOVES: Moves<BoxOpeningState, BoxOpeningAction> = {
  planned: { begin: 'begun', reschedule: 'planned' },
  begun: { 'step-back': 'planned', confirm: 'opened' },
  opened: { finish: 'entered' },
  entered: {},
};
export const BOX_OPENING_ACTIONS: readonly BoxOpeningAction[] = ['begin', 'reschedule', 'step-back', 'confirm', 'finish'];
export const BOX_OPENING_LABELS: Record<BoxOpeningState, string> = { planned: '待开箱', begun: '等第二人确认', opened: '已开箱，录入中', entered: '已录入' };

export interface BoxOpeningFacts {
  state: BoxOpeningState;
  firstId: string | null;
  /** Who asks. */
  byId: string;
  plannedFor: Day;
  today: Day;
  /** Slips counted by the two, and slips typed in so far. */
  counted: number | null;
  entered: number;
}

/**
 * Whether the opening may go on. Its day is announced: earlier it is opened only after it was put on another day with a reason, and a day
 * that has passed stays the day it was owed on. Codes: MOVE_NOT_ALLOWED, BOX_NOT_YET, BOX_DAY_PASSED, BOX_SAME_PERSON,
 * BOX_NOT_BEGUN_BY_YOU, BOX_SLIPS_LEFT.
 */
export function decideBoxOpening(action: BoxOpeningAction, facts: BoxOpeningFacts): Verdict<BoxOpeningState> {
  const next = move(BOX_OPENING_MOVES, facts.state, action);
  if (!next.ok) return next;
  if (action === 'begin' && facts.today < facts.plannedFor) return refuse('BOX_NOT_YET', `公布的开箱日是 ${dayLabel(facts.plannedFor)}，那天才能开。要提前，请先改期并写明原因。`);
  if (action === 'reschedule' && facts.plannedFor < facts.today) return refuse('BOX_DAY_PASSED', '公布的开箱日已经过了，不能再改期，请尽快开箱。');
  if (action === 'confirm' && facts.firstId === facts.byId) return refuse('BOX_SAME_PERSON', '开箱要两个人在场，请另一位同事用自己的账号确认。');
  if (action === 'step-back' && facts.firstId !== facts.byId) return refuse('BOX_NOT_BEGUN_BY_YOU', '只有发起开箱的人可以撤回。');
  if (action === 'finish' && facts.counted !== null && facts.entered < facts.counted) return refuse('BOX_SLIPS_LEFT', `开箱时点了 ${facts.counted} 张，还有 ${facts.counted - facts.entered} 张没有录入。`);
  return next;
}

/** How often an opening may be put off before it takes a leader. */
export const PUT_OFF_FREELY = 2;

/** Whether an announced opening may be put on this day. Earlier is always well; later, again and again, is how a box is never opened. Code: BOX_PUT_OFF_TOO_OFTEN. */
export function decideNewDay({ from, to, putOff, leads }: { from: Day; to: Day; /** How often it was put off already. */ putOff: number; /** Whether a leader decides. */ leads: boolean }): Verdict<Day> {
  if (to <= from || putOff < PUT_OFF_FREELY || leads) return allow(to);
  return refuse('BOX_PUT_OFF_TOO_OFTEN', `这次开箱已经推迟了 ${putOff} 次，再推迟要由局领导决定。提前开不受限制。`);
}

export const boxOpeningActions = (facts: BoxOpeningFacts): BoxOpeningAction[] => BOX_OPENING_ACTIONS.filter((action) => decideBoxOpening(action, facts).ok);
