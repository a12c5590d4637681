import type { ActivityInput, ActivitySatisfactionView, DoorSignUpView, StaffActivityView } from '@hall/shared/api/views';
import { clockOf, dayOf, instantAt } from '@hall/shared/kernel/day';
import { dayWords } from '../../kit/clock.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

export type Scope = 'coming' | 'past' | 'drafts';
export const SCOPES: readonly Scope[] = ['coming', 'past', 'drafts'];
export const scopeOf = (text: string): Scope => SCOPES.find((scope) => scope === text) ?? 'coming';

/** What is coming with the soonest first, what was with the latest first. */
export function narrowed(items: readonly StaffActivityView[], scope: Scope, now: number): StaffActivityView[] {
  if (scope === 'drafts') return items.filter((item) => item.state === 'draft');
  const coming = (item: StaffActivityView) => item.endsAt >= now && (item.state === 'announced' || item.state === 'held');
  return scope === 'coming' ? items.filter(coming).reverse() : items.filter((item) => item.state !== 'draft' && !coming(item));
}

export function toneOf({ state, signUpOpen }: Pick<StaffActivityView, 'state' | 'signUpOpen'>): Tone {
  if (state === 'announced') return signUpOpen ? 'sun' : 'info';
  return state === 'held' ? 'ok' : state === 'cancelled' ? 'accent' : 'quiet';
}

export const spanText = ({ startsAt, endsAt }: Pick<StaffActivityView, 'startsAt' | 'endsAt'>): string => copy.span(dayWords(dayOf(startsAt)), clockOf(startsAt), clockOf(endsAt));
export const satisfactionText = ({ n, average }: ActivitySatisfactionView): string => (average === null ? copy.tooFew(n) : copy.rated(average, n));

/** Names and references that hold what was typed; whoever is still expected comes first. */
export function found(items: readonly DoorSignUpView[], text: string): DoorSignUpView[] {
  const wanted = text.replace(/\s/g, '').toUpperCase();
  const rank = ({ state }: DoorSignUpView): number => ['signed-up', 'waiting', 'attended', 'called-off'].indexOf(state);
  return items.filter((item) => item.name.includes(text.trim()) || item.reference.includes(wanted)).sort((a, b) => rank(a) - rank(b));
}

/** A plan as the form holds it: days and clocks instead of instants. */
export interface Form { title: string; words: string; place: string; day: string; from: string; to: string; closesDay: string; closesClock: string; capacity: number }

export const formOf = (view: ActivityInput): Form => ({
  title: view.title, words: view.words, place: view.place, capacity: view.capacity, day: dayOf(view.startsAt), from: clockOf(view.startsAt), to: clockOf(view.endsAt), closesDay: dayOf(view.signUpClosesAt), closesClock: clockOf(view.signUpClosesAt),
});
export const planOf = ({ title, words, place, capacity, day, from, to, closesDay, closesClock }: Form): ActivityInput => ({
  title: title.trim(), words: words.trim(), place: place.trim(), capacity, startsAt: instantAt(day, from), endsAt: instantAt(day, to), signUpClosesAt: instantAt(closesDay, closesClock),
});
