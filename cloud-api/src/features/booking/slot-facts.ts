import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import type { SlotKind } from '@hall/shared/booking/booking.rules';
import { SECOND, type Day, type Instant } from '@hall/shared/kernel/day';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Slot } from './booking.entity.ts';

/** What of a slot never changes once people can see it. */
export interface SlotFacts {
  id: string;
  hallId: string;
  day: Day;
  from: string;
  to: string;
  kind: SlotKind;
  startsAt: Instant;
}

const BELIEVED_FOR = 30 * SECOND;

/** Slots by id. A rush asks for the same few again and again, so a process remembers them for a while. */
@Injectable()
export class SlotFactsReader {
  private readonly known = new LRUCache<string, SlotFacts>({ max: 5_000, ttl: BELIEVED_FOR });

  constructor(private readonly dataSource: DataSource) {}

  /** @throws NOT_FOUND */
  async slot(slotId: string): Promise<SlotFacts> {
    const known = this.known.get(slotId);
    if (known) return known;
    const row = await this.dataSource.manager.findOneBy(Slot, { id: slotId });
    if (!row) throw platformErrors.NOT_FOUND();
    const facts = { id: row.id, hallId: row.hallId, day: row.day, from: row.from, to: row.to, kind: row.kind, startsAt: row.startsAt };
    this.known.set(slotId, facts);
    return facts;
  }
}
