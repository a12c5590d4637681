import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { satisfactionOf, type LevelCounts, type Satisfaction } from '@hall/shared/activity/activity.rules';
import type { Day, Instant } from '@hall/shared/kernel/day';
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
   * How many ratings of each level, 1 to 5, activities of the hall were given on these days, both included: the part of
   * 活动满意 that comes from activities themselves. Nothing below five in all may be shown.
   */
  async levelCounts(hallId: string, from: Day, to: Day): Promise<LevelCounts> {
    return counted(await this.dataSource.query('SELECT level, COUNT(*) AS n FROM activity_rating WHERE hall_id = ? AND given_on >= ? AND given_on <= ? GROUP BY level', [hallId, from, to]));
  }

  /** The same as what may be shown. */
  async satisfaction(hallId: string, from: Day, to: Day): Promise<Satisfaction> {
    return satisfactionOf(await this.levelCounts(hallId, from, to));
  }
}

export const counted = (rows: readonly { level: number; n: number | string }[]): LevelCounts =>
  NONE.map((none, index) => rows.reduce((sum, { level, n }) => (Number(level) === index + 1 ? sum + Number(n) : sum), none)) as unknown as LevelCounts;
