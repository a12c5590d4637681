import { HOUR } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';

export type ActivityState = 'draft' | 'announced' | 'held' | 'closed' | 'cancelled';
export type ActivityAction = 'announce' | 'hold' | 'close' | 'cancel';

/** `hold` is the beginning itself and `close` the end of rating: both come with the clock, or by hand a little earlier. */
export const ACTIVITY_MOVES: Moves<ActivityState, ActivityAction> = {
  draft: { announce: 'announced', cancel: 'cancelled' },
  announced: { hold: 'held', cancel: 'cancelled' },
  held: { close: 'closed' },
  closed: {}, cancelled: {},
};
export const ACTIVITY_ACTIONS: readonly ActivityAction[] = ['announce', 'hold', 'close', 'cancel'];
export const ACTIVITY_STATE_LABELS: Record<ActivityState, string> = { draft: '草稿', announced: '报名中', held: '已开展', closed: '已结束', cancelled: '已取消' };

/** How long before its beginning the door opens. */
export const DOOR_OPENS_BEFORE = HOUR;
/** How long after its end somebody may still show at the door's code that they are there. */
export const DOOR_SHUTS_AFTER = HOUR / 2;

export interface ActivityFacts {
  state: ActivityState;
  startsAt: Instant;
  endsAt: Instant;
  signUpClosesAt: Instant;
}

/** Whether `action` may happen now, and the state it leads to. Codes: MOVE_NOT_ALLOWED, ACTIVITY_BEGUN, ACTIVITY_NOT_BEGUN, ACTIVITY_NOT_OVER. */
export function decideActivity(action: ActivityAction, facts: ActivityFacts, now: Instant): Verdict<ActivityState> {
  const next = move(ACTIVITY_MOVES, facts.state, action);
  return next.ok ? CONDITIONS[action](facts, now) ?? allow(next.value) : next;
}

export const offersOfActivity = (facts: ActivityFacts, now: Instant): ActivityAction[] => ACTIVITY_ACTIONS.filter((action) => decideActivity(action, facts, now).ok);

const CONDITIONS: Record<ActivityAction, (facts: ActivityFacts, now: Instant) => Refusal | null> = {
  announce: ({ startsAt }, now) => (now < startsAt ? null : refuse('ACTIVITY_BEGUN', '开始时间已经过了，请先改时间，再发布。')),
  cancel: ({ state, startsAt }, now) => (state === 'draft' || now < startsAt ? null : refuse('ACTIVITY_BEGUN', '活动已经开始，不能再取消。')),
  hold: ({ startsAt }, now) => (now >= startsAt - DOOR_OPENS_BEFORE ? null : refuse('ACTIVITY_NOT_BEGUN', '还没到活动时间。')),
  close: ({ endsAt }, now) => (now >= endsAt ? null : refuse('ACTIVITY_NOT_OVER', '活动还没有结束。')),
};

/** What may be written anew: everything of a draft, and of an announced one all but its past. */
export const mayEditActivity = ({ state, startsAt }: ActivityFacts, now: Instant): boolean => state === 'draft' || (state === 'announced' && now < startsAt);

/** Whether somebody may sign up by themselves just now. Codes: ACTIVITY_NOT_ANNOUNCED, ACTIVITY_SIGN_UP_CLOSED. */
export function maySignUp({ state, signUpClosesAt, startsAt }: ActivityFacts, now: Instant): Verdict {
  if (state !== 'announced') return refuse('ACTIVITY_NOT_ANNOUNCED', '这个活动现在不能报名。');
  return now < signUpClosesAt && now < startsAt ? allow(true) : refuse('ACTIVITY_SIGN_UP_CLOSED', '报名已经截止，可以看看别的活动。');
}

/** Whether staff may write somebody onto the list: also at the door, while it is going on. Codes: ACTIVITY_NOT_ANNOUNCED, ACTIVITY_OVER. */
export function mayAddByHand({ state, endsAt }: ActivityFacts, now: Instant): Verdict {
  if (state !== 'announced' && state !== 'held') return refuse('ACTIVITY_NOT_ANNOUNCED', '这个活动现在不能报名。');
  return now < endsAt ? allow(true) : refuse('ACTIVITY_OVER', '活动已经结束，不能再报名。');
}

/** A place that becomes free is given on until the beginning. */
export const givesPlacesOn = ({ state, startsAt }: ActivityFacts, now: Instant): boolean => state === 'announced' && now < startsAt;

export const doorIsOpen = ({ state, startsAt, endsAt }: ActivityFacts, now: Instant): boolean =>
  (state === 'announced' || state === 'held') && now >= startsAt - DOOR_OPENS_BEFORE && now <= endsAt + DOOR_SHUTS_AFTER;
