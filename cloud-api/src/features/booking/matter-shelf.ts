import { Injectable } from '@nestjs/common';
import { MINUTE, dayOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { Matters, type MatterFacts } from '../matters/matters.ts';
import { bookingErrors } from './booking.errors.ts';

/** A new version of a matter reaches bookings within this time. */
const BELIEVED_FOR = MINUTE;

/** The matters a visit can be for, remembered between requests because every booking asks for their names. */
@Injectable()
export class MatterShelf {
  private shelf: { day: string; readAt: number; byId: ReadonlyMap<string, MatterFacts> } | null = null;

  constructor(
    private readonly matters: Matters,
    private readonly clock: Clock,
  ) {}

  /** @throws BOOKING_MATTER_UNKNOWN */
  async matter(matterId: string): Promise<MatterFacts> {
    const found = (await this.today()).get(matterId);
    if (!found) throw bookingErrors.BOOKING_MATTER_UNKNOWN();
    return found;
  }

  /** How the matter is called, or was called last when it is no longer handled. */
  async nameOf(matterId: string): Promise<string> {
    return (await this.today()).get(matterId)?.name ?? (await this.matters.names()).get(matterId) ?? matterId;
  }

  /** The originals to bring to this matter; what only some need says when, what the hall looks up itself is not among them. */
  async bring(matterId: string): Promise<string[]> {
    const materials = (await this.today()).get(matterId)?.materials ?? [];
    return materials.filter(({ dataShared }) => !dataShared).map((material) => (material.when ? `${material.label}（${material.when}）` : material.label));
  }

  private async today(): Promise<ReadonlyMap<string, MatterFacts>> {
    const now = this.clock.now();
    const day = dayOf(now);
    if (this.shelf && this.shelf.day === day && now - this.shelf.readAt < BELIEVED_FOR) return this.shelf.byId;
    const list = await this.matters.inForce(day);
    this.shelf = { day, readAt: now, byId: new Map(list.map((matter) => [matter.id, matter])) };
    return this.shelf.byId;
  }
}
