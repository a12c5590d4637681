import { Entity, PrimaryColumn } from 'typeorm';
import type { DaySums } from '@hall/shared/insight/period.rules';
import { InstantColumn, Json } from '../../platform/persistence/columns.ts';

/** A hall's day that is over, added up, so that a year is read in as many rows as it has days. `countedAt` tells whether it was counted after all had settled. */
@Entity('insight_day')
export class InsightDay {
  @PrimaryColumn({ name: 'hall_id', type: 'varchar', length: 36 }) hallId: string;
  @PrimaryColumn({ name: 'day', type: 'varchar', length: 10 }) day: string;
  @Json('sums') sums: DaySums;
  @InstantColumn('counted_at') countedAt: number;
}
