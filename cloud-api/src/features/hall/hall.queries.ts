import { Injectable } from '@nestjs/common';
import { hoursOf, openingAt, type Opening } from '@hall/shared/calendar/opening.rules';
import { addDays, clockOf, dayLabel, dayOf, weekdayLabel, type Day } from '@hall/shared/kernel/day';
import { OfficialCalendar, kindIn, provisionalIn, type CalendarData } from '../../platform/calendar/official-calendar.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Settings } from '../../platform/config/settings.ts';
import type { HallOverviewView } from './hall.dto.ts';
import { Halls } from './halls.ts';

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
    const calendar = await this.calendar.load();
    const today = dayOf(now);
    const plan = await this.halls.dayPlan(hall.id, today);
    const opening = openingAt(plan, clockOf(now));
    const openState = opening.state;
    const next = openState === 'closed' ? await this.nextOpening(calendar, hall.id, today, opening) : null;
    const { serves } = hoursOf(plan);
    return {
      id: hall.id, name: hall.name, address: hall.address, phone: hall.phone, openState,
      sentence: next?.sentence ?? sentenceWhile(opening),
      opensAt: serves[0]?.from ?? null, closesAt: serves.at(-1)?.to ?? null,
      waiting: openState === 'closed' ? [] : await this.halls.waitingIn(hall.id),
      motto: hall.motto, smile: hall.smile, dutyLeader: (await this.halls.leaderToday(hall.id))?.line ?? null, provisional: provisionalIn(calendar, today) || (next?.day != null && provisionalIn(calendar, next.day)), serverTime: now, demo: this.settings.isDemo,
    };
  }

  /** Why the hall is closed and when it opens again; the day is null when the calendar does not reach so far. */
  private async nextOpening(calendar: CalendarData, hallId: string, today: Day, { next, rest }: Opening): Promise<{ sentence: string; day: Day | null }> {
    if (next !== null) return { sentence: rest?.reason ? `今天因“${rest.reason}”，${next} 开始服务` : `现在未开门，今天 ${next} 开始服务`, day: today };
    const why = rest?.reason ? `今天因“${rest.reason}”暂停服务` : closedBecause(calendar, today);
    for (let day = addDays(today, 1), tries = 0; tries < LOOKED_AHEAD; tries += 1, day = addDays(day, 1)) {
      const [first] = hoursOf(await this.halls.dayPlan(hallId, day)).serves;
      if (first) return { sentence: `${why}，${dayLabel(day)}（${weekdayLabel(day)}）${first.from} 开始服务`, day };
    }
    return { sentence: `${why}，开门时间请电话询问`, day: null };
  }
}

/** How far ahead the next day of service is looked for: longer than any holiday with the weekends around it. */
const LOOKED_AHEAD = 20;

/** While it serves, or rests and goes on the same day. */
function sentenceWhile({ state, next, rest }: Opening): string {
  if (state === 'break') return rest?.reason ? `因“${rest.reason}”暂停服务，${next} 继续` : `现在午休，${next} 继续服务，可以先取号等候`;
  return `今天服务到 ${next}${state === 'closing' ? '，快要下班了' : ''}`;
}

/** Nobody has gone home on a day on which nobody came. */
function closedBecause(calendar: CalendarData, today: Day): string {
  const kind = kindIn(calendar, today);
  if (kind === 'holiday') return `今天${calendar.holidays.get(today) ?? ''}放假`;
  if (kind === 'weekend') return '今天周末休息';
  return kind === 'uncovered' ? '今天休息' : '现在已下班';
}
