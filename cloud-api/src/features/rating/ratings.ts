import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Day } from '@hall/shared/kernel/day';
import { dayShare, type DayShare } from '@hall/shared/rating/rating-day.rules';

/** What other rooms may know of ratings: never a single one. */
@Injectable()
export class Ratings {
  constructor(private readonly dataSource: DataSource) {}

  /** What of a day's ratings may be told while it goes on. */
  async today(hallId: string, day: Day): Promise<DayShare> {
    const rows: { level: number | string }[] = await this.dataSource.query('SELECT level FROM rating WHERE hall_id = ? AND given_on = ? ORDER BY id', [hallId, day]);
    return dayShare(rows.map(({ level }) => Number(level)));
  }
}
