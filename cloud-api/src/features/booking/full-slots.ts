import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { SECOND } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { readPrepared } from '../../platform/persistence/statements.ts';

/** How long a refusal is remembered. It only chooses the way to ask; the answer always comes from the database. */
const REMEMBERED_FOR = 5 * SECOND;

/**
 * Slots somebody was lately refused. Most of a rush stands in front of them, so they are looked at, in one read, before
 * a transaction is opened for nothing.
 */
@Injectable()
export class FullSlots {
  private readonly lately = new LRUCache<string, true>({ max: 5_000, ttl: REMEMBERED_FOR });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  note(slotId: string): void {
    this.lately.set(slotId, true);
  }

  /** True when trying is in vain. Someone who has a booking there may be repeating a request that went well, so is let through. */
  async isInVain(slotId: string, residentId: string): Promise<boolean> {
    if (!this.lately.has(slotId)) return false;
    const rows = await readPrepared(
      this.dataSource,
      `SELECT 1 AS hopeful FROM (SELECT id FROM place WHERE slot_id = ? AND audience = 'public' AND free_from <= ? LIMIT 1) AS free
       UNION ALL SELECT 1 FROM booking WHERE resident_id = ? AND slot_id = ?`,
      [slotId, this.clock.now(), residentId, slotId],
    );
    if (rows.length > 0) this.lately.delete(slotId);
    return rows.length === 0;
  }
}
