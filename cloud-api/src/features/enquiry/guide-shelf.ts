import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { guideInForce, indexed, type Indexed } from '@hall/shared/enquiry/guide.rules';
import { dayOf, type Day, type Instant } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { GuideVersion } from './guide.entity.ts';

export type ShelfEntry = GuideVersion & Indexed;

interface Known {
  hallId: string;
  day: Day;
  readAt: Instant;
  entries: ShelfEntry[];
}

const BELIEVED_FOR = 10_000;

/**
 * What stands on the public guide today, ready to be looked up. Each search compares with every entry: at 3,000 of them that
 * takes a few milliseconds, and no index of one database's Chinese is needed.
 */
@Injectable()
export class GuideShelf {
  private known: Known | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The newest entries first. */
  async today(hallId: string): Promise<ShelfEntry[]> {
    const now = this.clock.now();
    const day = dayOf(now);
    if (this.known && this.known.hallId === hallId && this.known.day === day && Math.abs(now - this.known.readAt) < BELIEVED_FOR) return this.known.entries;
    const rows = await this.dataSource.manager.find(GuideVersion, { where: { hallId, state: 'published' }, order: { effectiveFrom: 'DESC', id: 'DESC' } });
    const entries = rows.filter((row) => guideInForce(row, day)).map((row) => indexed(row));
    this.known = { hallId, day, readAt: now, entries };
    return entries;
  }

  /** Forgets what was believed, after the guide was changed in this process. */
  forget(): void {
    this.known = null;
  }
}
