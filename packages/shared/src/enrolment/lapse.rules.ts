import { addDays, dayOf, startOfDay } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';

/** A case without a step for this many days lapses; its filler is warned `LAPSE_WARNING_DAYS` before. */
export const LAPSE_DAYS = 90;
export const LAPSE_WARNING_DAYS = 14;

/** The day on which a case lapses when nothing happens. */
export const lapsesOn = (lastStepAt: Instant): Day => addDays(dayOf(lastStepAt), LAPSE_DAYS);

export const lapseWarningOn = (lastStepAt: Instant): Day => addDays(lapsesOn(lastStepAt), -LAPSE_WARNING_DAYS);

/** The whole last day still counts: the case lapses at the midnight that ends it. */
export const lapseDueAt = (lastStepAt: Instant): Instant => startOfDay(addDays(lapsesOn(lastStepAt), 1));

/** `warn` from the warning day on, `due` once the case may be closed. */
export function lapseStage(lastStepAt: Instant, now: Instant): 'far' | 'warn' | 'due' {
  if (now >= lapseDueAt(lastStepAt)) return 'due';
  return dayOf(now) >= lapseWarningOn(lastStepAt) ? 'warn' : 'far';
}
