import { Injectable } from '@nestjs/common';
import type { OfficialCalendar as Notices } from '@hall/shared/calendar/working-day.rules';
import { dueInstants, ladderSteps, type Hours, type PausedDays } from '@hall/shared/deadline/due.rules';
import { dayOf, DAY_LENGTH, type Instant } from '@hall/shared/kernel/day';
import { OfficialCalendar, type CalendarData } from '../../platform/calendar/official-calendar.ts';
import { Halls } from '../hall/halls.ts';
import type { Deadline, DeadlinePause } from './deadline.entity.ts';

/** The calendar and the hours of one hall: what a due instant is computed with. */
export interface Terms {
  calendar: Notices;
  hours: Hours;
}

type Run = Pick<Deadline, 'fromAt' | 'givenDay' | 'rule' | 'extraDays'>;

/** Fetches what the rules need to tell when something is due. */
@Injectable()
export class DeadlineTerms {
  constructor(
    private readonly official: OfficialCalendar,
    private readonly halls: Halls,
  ) {}

  async of(hallId: string): Promise<Terms> {
    const [data, hall] = await Promise.all([this.official.load(), this.halls.hall(hallId)]);
    return { calendar: noticesOf(data), hours: { from: hall.openFrom, to: hall.openTo } };
  }
}

const noticesOf = ({ years, holidays, workdays }: CalendarData): Notices => ({ coveredYears: [...years.keys()], holidays: Object.fromEntries(holidays), extraWorkdays: Object.fromEntries(workdays) });

export const pausedDays = (pauses: readonly Pick<DeadlinePause, 'fromAt' | 'toAt'>[]): PausedDays[] => pauses.flatMap(({ fromAt, toAt }) => (toAt === null ? [] : [{ from: dayOf(fromAt), to: dayOf(toAt) }]));

/** When it is due, or nulls and the waiting state when the calendar cannot tell yet. */
export function computeDue({ calendar, hours }: Terms, run: Run, pauses: readonly PausedDays[]): Pick<Deadline, 'state' | 'dueAt' | 'warnAt'> {
  const { workingDays, warnDays } = run.rule;
  const due = dueInstants(calendar, { from: run.fromAt, givenDay: run.givenDay, workingDays, warnDays, extraDays: run.extraDays, pauses }, hours);
  return due.ok ? { state: 'running', ...due.value } : { state: 'awaiting-calendar', dueAt: null, warnAt: null };
}

/** When the sweep has to look next; a day from now while the calendar cannot tell the next step of the ladder. */
export function nextLook({ calendar, hours }: Terms, row: Pick<Deadline, 'state' | 'dueAt' | 'warnAt' | 'warnedAt' | 'overdueToldAt' | 'level' | 'rule'>, now: Instant): Instant | null {
  if (row.state !== 'running' || row.dueAt === null) return null;
  if (row.warnedAt === null && row.warnAt !== null && row.warnAt < row.dueAt) return row.warnAt;
  if (row.overdueToldAt === null) return row.dueAt;
  if (row.rule.ladder === null || row.level === 3) return null;
  const next = ladderSteps(calendar, row.rule.ladder, row.dueAt, hours).find((step) => step.level > row.level);
  return next?.at ?? now + DAY_LENGTH;
}
