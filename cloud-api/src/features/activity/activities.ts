import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { satisfactionOfAll, type LevelCounts, type Satisfaction } from '@hall/shared/activity/activity.rules';
import { addDays, startOfDay, type Day, type Instant } from '@hall/shared/kernel/day';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Activity } from './activity.entity.ts';

export interface ActivityFactsTold {
  hallId: string;
  title: string;
  place: string;
  startsAt: Instant;
}

const NONE: LevelCounts = [0, 0, 0, 0, 0];

/** What other rooms may know of activities. */
@Injectable()
export class Activities {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NOT_FOUND */
  async facts(id: string): Promise<ActivityFactsTold> {
    const row = await this.dataSource.manager.findOneBy(Activity, { id });
    if (!row) throw platformErrors.NOT_FOUND();
    return row;
  }

  /**
   * How content those were who came to the hall's activities of these days, both included, as far as it may be told: the part
   * of 活动满意 that comes from activities themselves. Only activities nobody can rate any more.
   */
  async satisfaction(hallId: string, from: Day, to: Day): Promise<Satisfaction> {
    const rows: { activity_id: string; level: number; n: number | string }[] = await this.dataSource.query(
      "SELECT r.activity_id, r.level, COUNT(*) AS n FROM activity_rating r JOIN activity a ON a.id = r.activity_id WHERE a.hall_id = ? AND a.state = 'closed' AND a.ends_at >= ? AND a.ends_at < ? GROUP BY r.activity_id, r.level",
      [hallId, startOfDay(from), startOfDay(addDays(to, 1))],
    );
    return satisfactionOfAll([...new Set(rows.map((row) => row.activity_id))].map((id) => counted(rows.filter((row) => row.activity_id === id))));
  }
}

export const counted = (rows: readonly { level: number; n: number | string }[]): LevelCounts =>
  NONE.map((none, index) => rows.reduce((sum, { level, n }) => (Number(level) === index + 1 ? sum + Number(n) : sum), none)) as unknown as LevelCounts;
