import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { addDays, dayOf, weekdayOf, type Day } from '@hall/shared/kernel/day';
import { Clock } from '../platform/clock/clock.ts';
import { Staff } from '../features/identity/staff.entity.ts';
import type { DutyMonthView } from '../features/duty/duty.dto.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast } from './sample-cast.ts';

/** They lead in turn; each is the B of the next. */
const LEADERS = ['sun', 'qian', 'zheng'] as const;
const NOTES = ['2 号窗口高拍仪已报修，师傅明早 9 点到，请盯一下。', '一切正常，无未办结事项。', '下午有两位老人结伴来，约好明天上午再来，请引导到爱心窗口。'];

/** The sample's leaders lead the hall in turn, sign in and hand over, and one of them will be away. */
export class SampleDuty {
  private constructor(
    private readonly leaders: ReadonlyMap<string, SampleActor>,
    private readonly ids: ReadonlyMap<string, string>,
    private readonly today: Day,
  ) {}

  static async gather(app: NestFastifyApplication, cast: SampleCast): Promise<SampleDuty> {
    const leaders = new Map<string, SampleActor>();
    for (const name of LEADERS) leaders.set(name, await cast.staff(name));
    const staff = await app.get(DataSource).manager.find(Staff);
    return new SampleDuty(leaders, new Map(staff.map((each) => [each.userName, each.id])), dayOf(app.get(Clock).now()));
  }

  /** The roster of this month and the next. @param present the day the visitor sees: led by the first of the leaders */
  async plan(present: Day): Promise<void> {
    const director = this.leaders.get('zheng')!;
    const { pairsVersion: version } = await director.get<DutyMonthView>('/staff/duty');
    await director.put('/staff/duty/pairs', { version, pairs: LEADERS.map((name, index) => ({ staffId: this.ids.get(name)!, substituteId: this.ids.get(LEADERS[(index + 1) % LEADERS.length]!)! })) });
    const months = [...new Set([this.today, present, addDays(present, 31)].map((day) => day.slice(0, 7)))];
    for (const month of months) {
      const { days } = await director.get<DutyMonthView>(`/staff/duty?month=${month}`);
      const open = days.filter(({ day, kind, shift }) => day >= this.today && !shift && (kind === 'workday' || kind === 'extra-workday'));
      await director.put('/staff/duty', { month, shifts: open.map(({ day }) => ({ day, leaderId: this.ids.get(leaderOf(day, present))!, version: null })) });
    }
    const away = this.ids.get('zheng')!;
    await director.post('/staff/duty/absences', { staffId: away, fromDay: addDays(present, 1), toDay: addDays(present, 3), substituteId: null, reason: '到市局开会' });
  }

  async begin(day: Day, present: Day): Promise<void> {
    await this.step(day, present, 'begin', {});
  }

  async handOver(day: Day, present: Day): Promise<void> {
    await this.step(day, present, 'hand-over', { note: NOTES[weekdayOf(day) % NOTES.length] });
  }

  private async step(day: Day, present: Day, path: 'begin' | 'hand-over', body: object): Promise<void> {
    const leader = this.leaders.get(leaderOf(day, present))!;
    const { days } = await leader.get<DutyMonthView>(`/staff/duty?month=${day.slice(0, 7)}`);
    const shift = days.find((each) => each.day === day)?.shift;
    if (shift?.actions.includes(path)) await leader.post(`/staff/duty/shifts/${shift.id}/${path}`, { version: shift.version, ...body });
  }
}

/** Day by day in turn, so that the present day is always the first one's. */
function leaderOf(day: Day, present: Day): (typeof LEADERS)[number] {
  let turn = 0;
  for (let at = day < present ? day : present; at < (day < present ? present : day); at = addDays(at, 1)) if (weekdayOf(at) <= 5) turn += day < present ? -1 : 1;
  return LEADERS[((turn % LEADERS.length) + LEADERS.length) % LEADERS.length]!;
}
