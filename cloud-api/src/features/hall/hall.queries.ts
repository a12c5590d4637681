import { Injectable } from '@nestjs/common';
import { addDays, clockOf, dayLabel, dayOf, weekdayLabel } from '@hall/shared/kernel/day';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
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
    const openState = await this.halls.openState(hall.id, now);
    const works = await this.works(dayOf(now));
    return {
      id: hall.id, name: hall.name, address: hall.address, phone: hall.phone, openState,
      sentence: openState === 'closed' ? await this.nextOpening(hall, now) : `今天服务到 ${hall.openTo}${openState === 'closing' ? ',快要下班了' : ''}`,
      opensAt: works ? hall.openFrom : null, closesAt: works ? hall.openTo : null,
      waiting: openState === 'closed' ? [] : await this.halls.waitingIn(hall.id),
      motto: hall.motto, smile: hall.smile, serverTime: now, demo: this.settings.isDemo,
    };
  }

  private async nextOpening(hall: { openFrom: string; openTo: string }, now: number): Promise<string> {
    const today = dayOf(now);
    if ((await this.works(today)) && clockOf(now) < hall.openFrom) return `现在未开门，今天 ${hall.openFrom} 开始服务`;
    for (let day = addDays(today, 1), tries = 0; tries < 20; tries += 1, day = addDays(day, 1)) {
      if (await this.works(day)) return `现在已下班，${dayLabel(day)}（${weekdayLabel(day)}）${hall.openFrom} 开始服务`;
    }
    return '现在已下班，开门时间请电话询问';
  }

  private async works(day: string): Promise<boolean> {
    const kind = await this.calendar.kindOf(day);
    return kind === 'workday' || kind === 'extra-workday';
  }
}
