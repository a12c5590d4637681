import { addWorkingDays, type OfficialCalendar } from '../calendar/working-day.rules.ts';
import type { Day } from '../kernel/day.ts';

/** How many working days after the first a vote usually stays open. */
const OPEN_FOR = 4;

/** When a round opens and closes unless somebody says otherwise: both on working days, when whoever comes to the hall can be told of it. Null where the calendar cannot tell yet. */
export function usualDays(calendar: OfficialCalendar, today: Day): { opens: Day; closes: Day } | null {
  const opens = addWorkingDays(calendar, today, 1);
  if (!opens.ok) return null;
  const closes = addWorkingDays(calendar, opens.value, OPEN_FOR);
  return closes.ok ? { opens: opens.value, closes: closes.value } : null;
}
