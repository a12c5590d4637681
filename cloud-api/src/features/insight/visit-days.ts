import { Injectable } from '@nestjs/common';
import { Between, DataSource } from 'typeorm';
import type { DaySums } from '@hall/shared/insight/period.rules';
import { addDays, dayOf, startOfDay, type Day } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import { InsightDay } from './insight.entity.ts';

/** So far back days are added up when nobody has done so. */
const BACK = 800;
/** What is entered late, from a paper taken during an outage, is there within these days. */
const SETTLES_WITHIN = 3;

/** The sums of each day: kept once the day is over, counted on the spot until then. */
@Injectable()
export class VisitDays {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly tickets: QueueTickets,
    private readonly clock: Clock,
  ) {}

  /** By day; days in which nobody came are left out. */
  async of(hallId: string, first: Day, last: Day): Promise<Map<Day, DaySums>> {
    const kept = await this.dataSource.manager.findBy(InsightDay, { hallId, day: Between(first, last) });
    const found = new Map(kept.map(({ day, sums }) => [day, sums]));
    for (const day of await this.tickets.daysWithVisits(hallId, first, last)) if (!found.has(day)) found.set(day, await this.tickets.sums(hallId, day));
    return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Adds up every day that is over and was not counted after it had settled. @returns how many */
  async keep(): Promise<number> {
    const today = dayOf(this.clock.now());
    let counted = 0;
    for (const { id: hallId } of await this.halls.all()) {
      const first = addDays(today, -BACK);
      const settled = new Set((await this.dataSource.manager.findBy(InsightDay, { hallId, day: Between(first, today) })).filter(({ day, countedAt }) => countedAt >= startOfDay(addDays(day, SETTLES_WITHIN))).map(({ day }) => day));
      for (const day of await this.tickets.daysWithVisits(hallId, first, addDays(today, -1))) {
        if (settled.has(day)) continue;
        await this.unitOfWork.run(system('insight.days'), async (work) => {
          const sums = await this.tickets.sums(hallId, day);
          await work.execute('DELETE FROM insight_day WHERE hall_id = ? AND day = ?', [hallId, day]);
          await work.add(InsightDay, { hallId, day, sums, countedAt: work.now });
        });
        counted += 1;
      }
    }
    return counted;
  }
}
