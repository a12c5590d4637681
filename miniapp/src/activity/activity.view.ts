import type { ActivitySatisfactionView, ActivitySignUpView, ActivityView, MyActivityView } from '@hall/shared/api/views';
import { clockOf, dayOf } from '@hall/shared/kernel/day';
import { dayFromHere } from '../kit/clock.ts';
import { copy } from '../kit/copy/activity.ts';
import type { Tone } from '../kit/ui/card.tsx';

export function toneOf({ state, signUpOpen }: Pick<ActivityView, 'state' | 'signUpOpen'>): Tone {
  if (state === 'cancelled') return 'accent';
  return state === 'announced' ? (signUpOpen ? 'sun' : 'info') : state === 'held' ? 'ok' : 'plain';
}

/** `明天 14:00`, seen from `here`. */
export const whenInWords = ({ startsAt }: Pick<ActivityView, 'startsAt'>, here: string): string => copy.list.when(dayFromHere(dayOf(startsAt), here), clockOf(startsAt));
/** `11月25日 周三 14:00–15:30`. */
export const spanInWords = ({ startsAt, endsAt }: Pick<ActivityView, 'startsAt' | 'endsAt'>, here: string): string => `${dayFromHere(dayOf(startsAt), here)} ${clockOf(startsAt)}–${clockOf(endsAt)}`;

export const placesInWords = ({ capacity, free, waiting }: Pick<ActivityView, 'capacity' | 'free' | 'waiting'>): string => (free > 0 ? copy.one.placesLeft(capacity, free) : copy.one.placesFull(capacity, waiting));

/** Null while nobody has rated. */
export const scoreInWords = ({ n, average }: ActivitySatisfactionView): string | null => (n === 0 ? null : average === null ? copy.one.scoreFew(n) : copy.one.scoreWords(average.toFixed(1), n));

/** What a card of the list says below its title. */
export function cardLine({ state, signUpOpen, free, waiting, satisfaction }: ActivityView): string | null {
  if (state === 'announced' && signUpOpen) return free > 0 ? copy.list.free(free) : copy.list.full(waiting);
  return satisfaction.average === null ? null : copy.list.score(satisfaction.average.toFixed(1), satisfaction.n);
}

export interface Shelves { mine: ActivityView[]; coming: ActivityView[]; past: ActivityView[] }

/** One's own that are not over yet first; nothing stands in two places. */
export function shelvesOf(all: readonly ActivityView[], own: readonly MyActivityView[], now: number): Shelves {
  const mine = own.filter(({ activity, signUp }) => activity.endsAt >= now || signUp?.actions.includes('rate')).map(({ activity }) => activity);
  const others = all.filter(({ id }) => !mine.some((each) => each.id === id));
  return { mine, coming: others.filter((each) => each.endsAt >= now && each.state !== 'cancelled'), past: others.filter((each) => each.endsAt < now && each.state !== 'cancelled') };
}

/** Taking a sign-up back: who only waits gives up no place. */
export const leaving = ({ state }: Pick<ActivitySignUpView, 'state'>) => (state === 'waiting' ? copy.stopWaiting : copy.cancelling);

export interface Standing { tone: Tone; title: string; detail: string | null }

/** How one's own sign-up stands, in words. */
export function standingOf(signUp: ActivitySignUpView, activity: Pick<ActivityView, 'startsAt' | 'cancelReason'>, here: string): Standing {
  if (signUp.state === 'waiting') return { tone: 'warn', title: copy.one.waiting(signUp.ahead ?? 0), detail: copy.one.waitingDetail };
  if (signUp.state === 'attended') return signUp.rated ? { tone: 'ok', title: copy.one.rated, detail: null } : { tone: 'ok', title: copy.one.attended, detail: signUp.actions.includes('rate') ? null : copy.one.attendedDetail };
  if (signUp.state === 'called-off') return { tone: 'accent', title: copy.one.calledOff, detail: activity.cancelReason ? copy.one.cancelledWhy(activity.cancelReason) : null };
  return { tone: 'ok', title: copy.one.signedUp, detail: copy.one.signedUpDetail(dayFromHere(dayOf(activity.startsAt), here), clockOf(activity.startsAt)) };
}
