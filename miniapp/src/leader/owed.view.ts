import type { DeadlineView, DutyActsForView } from '@hall/shared/api/views';
import { clockOf, dayLabel, dayOf, daysBetween, type Day, type Instant } from '@hall/shared/kernel/day';
import { dayFromHere, momentInWords, nearDay } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/office.ts';
import { to } from '../kit/navigate.ts';
import type { Tone } from '../kit/ui/card.tsx';

const copy = words.owed;

/** Of what is owed, as much as a line tells: the whole of it stays with the server. */
export type Owed = Pick<DeadlineView, 'id' | 'subjectKind' | 'subjectId' | 'title' | 'stepLabel' | 'ownerName' | 'actingName' | 'state' | 'stateLabel' | 'fromAt' | 'dueAt' | 'overdue' | 'daysLate' | 'level' | 'levelLabel' | 'pausedFor'>;

export const owedOf = ({ id, subjectKind, subjectId, title, stepLabel, ownerName, actingName, state, stateLabel, fromAt, dueAt, overdue, daysLate, level, levelLabel, pausedFor }: DeadlineView): Owed =>
  ({ id, subjectKind, subjectId, title, stepLabel, ownerName, actingName, state, stateLabel, fromAt, dueAt, overdue, daysLate, level, levelLabel, pausedFor });

/** Where a thing is worked on with the phone; null where only the desk can. */
export function placeOf({ subjectKind, subjectId }: Pick<Owed, 'subjectKind' | 'subjectId'>): string | null {
  switch (subjectKind) {
    case 'suggestion': return to('/leader/suggestion/index', { id: subjectId });
    case 'suggestion-plan': return to('/leader/suggestion/index', { plan: subjectId });
    case 'enquiry': return to('/leader/enquiry/index', { id: subjectId });
    case 'rating': return to('/leader/rating/index', { id: subjectId });
    case 'relay': return '/leader/relays/index';
    case 'appraisal': return to('/leader/appraisal/index', { id: subjectId });
    default: return null;
  }
}

export const whose = ({ ownerName, actingName }: Pick<Owed, 'ownerName' | 'actingName'>): string =>
  (ownerName === null ? copy.unowned : actingName === null ? ownerName : copy.actsFor(ownerName, actingName));

/** By when, or how late, in words. `now` decides what is called today. */
export function dueWords({ dueAt, overdue, daysLate, pausedFor, stateLabel }: Pick<Owed, 'dueAt' | 'overdue' | 'daysLate' | 'pausedFor' | 'stateLabel'>, now: Instant): string {
  if (dueAt === null) return [stateLabel, pausedFor].filter(Boolean).join('：') || copy.noDate;
  if (!overdue) return copy.by(momentInWords(dueAt, dayOf(now)));
  const moment = shortMoment(dueAt, now);
  return daysLate > 0 ? copy.lateBy(daysLate, moment) : copy.lateToday(moment);
}

/** `11月20日 17:00`, or `今天 09:30`: without the weekday, for a line that has more to say. */
export const shortMoment = (at: Instant, now: Instant): string => `${nearDay(dayOf(at), dayOf(now)) ?? dayLabel(dayOf(at))} ${clockOf(at)}`;

/** Late is red, due today or tomorrow is amber, the rest is calm. */
export function dueTone({ dueAt, overdue }: Pick<Owed, 'dueAt' | 'overdue'>, now: Instant): Tone {
  if (overdue) return 'accent';
  return dueAt !== null && daysBetween(dayOf(now), dayOf(dueAt)) <= 1 ? 'warn' : 'info';
}

/** The second line: whose it is, since when, and how far up it has been reported. */
export function owedDetail(item: Owed, now: Instant): string {
  const since = dayOf(item.fromAt) === dayOf(now) ? shortMoment(item.fromAt, now) : dayLabel(dayOf(item.fromAt));
  return [whose(item), copy.since(since), item.level > 0 ? copy.reportedTo(item.levelLabel) : null, placeOf(item) === null ? copy.onComputer : null].filter(Boolean).join(' · ');
}

/** Somebody away for whom the person acts today, with their post and until when. */
export const actsForWords = ({ name, post, until }: DutyActsForView, here: Day): string => words.home.actsFor(name, post, dayFromHere(until, here));
