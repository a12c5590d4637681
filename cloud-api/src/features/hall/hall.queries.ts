import { Injectable } from '@nestjs/common';
import { addDays, clockOf, dayLabel, dayOf, weekdayLabel, type Day, type Instant } from '@hall/shared/kernel/day';
import { OfficialCalendar, kindIn, provisionalIn, type CalendarData } from '../../platform/calendar/official-calendar.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Settings } from '../../platform/config/settings.ts';
import type { HallOverviewView } from './hall.dto.ts';
import { Halls, type HallFacts } from './halls.ts';

@Injectable()
export class HallQueries {
  constructor(
    private readonly halls: Halls,
    private readonly calendar: OfficialCalendar,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** What a resident wants to know before leaving home. */
  async overview(): Promise<HallOverviewView> {
    const now = this.clock.now();
    const hall = await this.halls.hall(await this.halls.defaultHallId());
    const openState = await this.halls.openState(hall.id, now);
    const calendar = await this.calendar.load();
    const today = dayOf(now);
    const next = openState === 'closed' ? nextOpening(calendar, hall, now) : null;
    return {
      id: hall.id, name: hall.name, address: hall.address, phone: hall.phone, openState,
      sentence: next?.sentence ?? `今天服务到 ${hall.openTo}${openState === 'closing' ? '，快要下班了' : ''}`,
      opensAt: works(calendar, today) ? hall.openFrom : null, closesAt: works(calendar, today) ? hall.openTo : null,
      waiting: openState === 'closed' ? [] : await this.halls.waitingIn(hall.id),
      motto: hall.motto, smile: hall.smile, dutyLeader: (await this.halls.leaderToday(hall.id))?.line ?? null, provisional: provisionalIn(calendar, today) || (next?.day != null && provisionalIn(calendar, next.day)), serverTime: now, demo: this.settings.isDemo,
    };
  }
}

/** How far ahead the next working day is looked for: longer than any holiday with the weekends around it. */
const LOOKED_AHEAD = 20;

function works(calendar: CalendarData, day: Day): boolean {
  const kind = kindIn(calendar, day);
  return kind === 'workday' || kind === 'extra-workday';
}

/** Why the hall is closed and when it opens again; the day is null when the calendar does not reach so far. */
function nextOpening(calendar: CalendarData, hall: Pick<HallFacts, 'openFrom'>, now: Instant): { sentence: string; day: Day | null } {
  const today = dayOf(now);
  if (works(calendar, today) && clockOf(now) < hall.openFrom) return { sentence: `现在未开门，今天 ${hall.openFrom} 开始服务`, day: today };
  const why = closedBecause(calendar, today);
  for (let day = addDays(today, 1), tries = 0; tries < LOOKED_AHEAD; tries += 1, day = addDays(day, 1)) {
    if (works(calendar, day)) return { sentence: `${why}，${dayLabel(day)}（${weekdayLabel(day)}）${hall.openFrom} 开始服务`, day };
  }
  return { sentence: `${why}，开门时间请电话询问`, day: null };
}

/** Nobody has gone home on a day on which nobody came. */
function closedBecause(calendar: CalendarData, today: Day): string {
  const kind = kindIn(calendar, today);
  if (kind === 'holiday') return `今天${calendar.holidays.get(today) ?? ''}放假`;
  if (kind === 'weekend') return '今天周末休息';
  return kind === 'uncovered' ? '今天休息' : '现在已下班';
}
