import type { Instant } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Refusal, Verdict } from '../kernel/verdict.ts';
import { doorIsOpen } from './activity.moves.ts';
import type { ActivityFacts } from './activity.moves.ts';

export type SignUpState = 'signed-up' | 'waiting' | 'attended' | 'cancelled' | 'called-off';
export type SignUpAction = 'promote' | 'cancel' | 'attend' | 'undo' | 'call-off';

/** `promote`: a place became free. `undo`: a name was ticked by mistake. `call-off`: the activity itself was cancelled. */
export const SIGN_UP_MOVES: Moves<SignUpState, SignUpAction> = {
  waiting: { promote: 'signed-up', cancel: 'cancelled', 'call-off': 'called-off' },
  'signed-up': { cancel: 'cancelled', attend: 'attended', 'call-off': 'called-off' },
  attended: { undo: 'signed-up' },
  cancelled: {}, 'called-off': {},
};
export const SIGN_UP_STATE_LABELS: Record<SignUpState, string> = { 'signed-up': '已报名', waiting: '候补中', attended: '已签到', cancelled: '已取消报名', 'called-off': '活动已取消' };
/** Those that hold a place, or wait for one. */
export const OPEN_SIGN_UPS: readonly SignUpState[] = ['signed-up', 'waiting', 'attended'];

export interface SignUpFacts {
  state: SignUpState;
  rated: boolean;
}

/** Whether `action` may happen now, and the state it leads to. Codes: MOVE_NOT_ALLOWED, ACTIVITY_BEGUN, ACTIVITY_DOOR_SHUT, ACTIVITY_WAITING_FOR_PLACE, ACTIVITY_RATED. */
export function decideSignUp(action: SignUpAction, facts: SignUpFacts, activity: ActivityFacts, now: Instant): Verdict<SignUpState> {
  if (action === 'attend' && facts.state === 'waiting') return refuse('ACTIVITY_WAITING_FOR_PLACE', '您还在候补，有了空位才能签到。请问一下门口的工作人员。');
  const next = move(SIGN_UP_MOVES, facts.state, action);
  return next.ok ? CONDITIONS[action]?.(facts, activity, now) ?? allow(next.value) : next;
}

const CONDITIONS: Partial<Record<SignUpAction, (facts: SignUpFacts, activity: ActivityFacts, now: Instant) => Refusal | null>> = {
  cancel: (_, { startsAt }, now) => (now < startsAt ? null : refuse('ACTIVITY_BEGUN', '活动已经开始，不用再取消。')),
  attend: (_, activity, now) => (doorIsOpen(activity, now) ? null : refuse('ACTIVITY_DOOR_SHUT', '签到从开始前 1 小时起，到结束后半小时止。')),
  undo: ({ rated }) => (rated ? refuse('ACTIVITY_RATED', '本人已经评价过，不能再改签到。') : null),
};

/** Whether this sign-up may be rated now: by those who came, once, from the end until it is closed. Codes: ACTIVITY_NOT_ATTENDED, ACTIVITY_RATED, ACTIVITY_NOT_OVER, ACTIVITY_RATING_OVER. */
export function mayRateActivity({ state, rated }: SignUpFacts, activity: ActivityFacts, now: Instant): Verdict {
  if (state !== 'attended') return refuse('ACTIVITY_NOT_ATTENDED', '到场签到过的人才能评价。');
  if (rated) return refuse('ACTIVITY_RATED', '您已经评价过了，谢谢。');
  if (now < activity.endsAt) return refuse('ACTIVITY_NOT_OVER', '活动结束后就可以评价。');
  return activity.state === 'announced' || activity.state === 'held' ? allow(true) : refuse('ACTIVITY_RATING_OVER', '评价的时间已过，有话可以投到意见箱。');
}

export type ResidentOffer = 'cancel' | 'attend' | 'rate';
/** What a resident may do with their own sign-up. */
export const offersOfSignUp = (facts: SignUpFacts, activity: ActivityFacts, now: Instant): ResidentOffer[] => [
  ...(['cancel', 'attend'] as const).filter((action) => decideSignUp(action, facts, activity, now).ok),
  ...(mayRateActivity(facts, activity, now).ok ? ['rate' as const] : []),
];
