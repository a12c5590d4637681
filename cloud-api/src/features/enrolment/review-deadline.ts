import { addDays, dayOf, startOfDay, type Instant } from '@hall/shared/kernel/day';
import { kindIn, type CalendarData } from '../../platform/calendar/official-calendar.ts';

/**
 * The end of the Nth working day after the day of submission, by the official calendar; null when it lies beyond the
 * years that are loaded: then the deadline stands as awaiting the calendar, and nobody's submission is refused.
 */
export function reviewDueAt(calendar: CalendarData, submittedAt: Instant, workingDays: number): Instant | null {
  let day = dayOf(submittedAt);
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    const kind = kindIn(calendar, day);
    if (kind === 'uncovered') return null;
    if (kind === 'workday' || kind === 'extra-workday') left -= 1;
  }
  return startOfDay(addDays(day, 1));
}
