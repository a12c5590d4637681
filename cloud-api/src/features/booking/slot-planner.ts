import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bookableDays } from '@hall/shared/booking/booking.rules';
import { slotsFor, type Closure, type SlotPattern, type SlotPlan } from '@hall/shared/booking/slots.rules';
import { instantAt, type Day } from '@hall/shared/kernel/day';
import { system } from '../../platform/auth/actor.ts';
import { OfficialCalendar, kindIn } from '../../platform/calendar/official-calendar.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { arrangePlaces, changesNothing, type Arrangement, type PlaceStanding, type PlacesWanted } from './arrange-places.ts';
import { Booking, type Audience } from './booking.entity.ts';
import { bookingDisplaced } from './booking.events.ts';
import { bookingSettingsOf } from './booking-settings.reader.ts';
import { expireHold } from './places.ts';
import { BookingClosure, BookingPattern } from './plan.entity.ts';

export interface WeeklyPlan {
  patterns: readonly SlotPattern[];
  closures: readonly Closure[];
}

/** A slot as it stands, under the same key as the plan's. */
interface Standing {
  id: string;
  to: string;
  places: PlaceStanding[];
}

interface StandingRow {
  id: string;
  day: string;
  from_clock: string;
  to_clock: string;
  kind: string;
  place_id: string | null;
  number: number;
  audience: Audience;
  free_from: number | string;
  booking_id: string | null;
}

const wantedOf = (plan: SlotPlan | undefined): PlacesWanted => ({
  public: plan?.places.filter((place) => place.audience === 'public').length ?? 0,
  reserved: plan?.places.filter((place) => place.audience === 'reserved').length ?? 0,
});

/** Keeps the slots of the rolling window as the weekly plan, the closures and the official calendar say. */
@Injectable()
export class SlotPlanner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly halls: Halls,
    private readonly calendar: OfficialCalendar,
    private readonly clock: Clock,
  ) {}

  async planAll(): Promise<void> {
    for (const hall of await this.halls.all()) await this.plan(hall.id);
  }

  /** Idempotent: what is already as planned is left alone. Answers how many slots were made or changed. */
  async plan(hallId: string): Promise<number> {
    const weekly = await this.weeklyPlan(hallId);
    let changed = 0;
    for (const day of await this.days(hallId)) {
      const plans = await this.plansFor(weekly, day);
      const waiting = differences(plans, await this.standing(hallId, day), this.clock.now());
      if (waiting.length > 0) changed += await this.unitOfWork.run(system('slot-planner'), (work) => this.align(work, hallId, day, plans));
    }
    return changed;
  }

  /** The same inside somebody's unit of work, with a plan not saved yet or just saved by it. */
  async planWith(work: Work, hallId: string, weekly: WeeklyPlan): Promise<void> {
    for (const day of await this.days(hallId)) await this.align(work, hallId, day, await this.plansFor(weekly, day));
  }

  async weeklyPlan(hallId: string): Promise<WeeklyPlan> {
    const manager = this.dataSource.manager;
    const patterns = await manager.find(BookingPattern, { where: { hallId }, order: { position: 'ASC' } });
    const closures = await manager.find(BookingClosure, { where: { hallId }, order: { day: 'ASC', from: 'ASC' } });
    return { patterns: patterns.map(({ hallId: _, position: __, ...pattern }) => pattern), closures: closures.map(({ hallId: _, ...closure }) => closure) };
  }

  private async days(hallId: string): Promise<Day[]> {
    return bookableDays(this.clock.now(), await bookingSettingsOf(this.halls, hallId));
  }

  private async plansFor(weekly: WeeklyPlan, day: Day): Promise<SlotPlan[]> {
    return slotsFor(weekly.patterns, weekly.closures, kindIn(await this.calendar.load(), day), day);
  }

  private async align(work: Work, hallId: string, day: Day, plans: readonly SlotPlan[]): Promise<number> {
    const waiting = differences(plans, await this.standing(hallId, day), work.now);
    for (const { plan, standing } of waiting) {
      if (!standing) await this.makeSlot(work, hallId, plan!);
      else await this.changeSlot(work, standing.id, plan);
    }
    return waiting.length;
  }

  private async makeSlot(work: Work, hallId: string, plan: SlotPlan): Promise<void> {
    const id = newId();
    const { affected } = await work.sql.insertIfAbsent('slot (id, hall_id, day, from_clock, to_clock, kind, starts_at) VALUES (?, ?, ?, ?, ?, ?, ?)', [id, hallId, plan.day, plan.from, plan.to, plan.kind, instantAt(plan.day, plan.from)]);
    // Another process has made the same slot at this moment; the next run compares its places.
    if (affected > 0) await this.addPlaces(work, id, plan.places);
  }

  /** Under lock, because people may be taking places of this slot right now. */
  private async changeSlot(work: Work, slotId: string, plan: SlotPlan | undefined): Promise<void> {
    if (plan) await work.execute('UPDATE slot SET to_clock = ? WHERE id = ?', [plan.to, slotId]);
    const rows = await work.rows<{ id: string; number: number; audience: Audience; free_from: number | string; booking_id: string | null }>(
      `SELECT id, number, audience, free_from, booking_id FROM place WHERE slot_id = ? ORDER BY id${work.sql.forUpdate}`, [slotId]);
    for (const row of rows) if (row.booking_id !== null && Number(row.free_from) <= work.now) await expireHold(work, row.booking_id);
    const places = rows.map((row) => standingPlace(row, work.now));
    const arrangement = arrangePlaces(places, wantedOf(plan));
    await this.addPlaces(work, slotId, arrangement.add);
    for (const id of arrangement.remove) await work.execute('DELETE FROM place WHERE id = ?', [id]);
    for (const { id, audience } of arrangement.turn) await work.execute('UPDATE place SET audience = ? WHERE id = ?', [audience, id]);
    await this.tellDisplaced(work, slotId, arrangement);
  }

  private async addPlaces(work: Work, slotId: string, places: readonly { number: number; audience: Audience }[]): Promise<void> {
    if (places.length === 0) return;
    await work.execute(
      `INSERT INTO place (id, slot_id, number, audience, free_from) VALUES ${places.map(() => '(?, ?, ?, ?, 0)').join(', ')}`,
      places.flatMap((place) => [newId(), slotId, place.number, place.audience]),
    );
  }

  private async tellDisplaced(work: Work, slotId: string, arrangement: Arrangement): Promise<void> {
    for (const { id, audience } of arrangement.turn) {
      const booking = audience === 'withdrawn' ? await work.findOne(Booking, { placeRef: id }) : null;
      if (booking?.state !== 'booked') continue;
      work.audit('booking.displace', booking.id);
      work.emit(bookingDisplaced, { bookingId: booking.id, hallId: booking.hallId, slotId, residentId: booking.residentId });
    }
  }

  private async standing(hallId: string, day: Day): Promise<Map<string, Standing>> {
    const rows: StandingRow[] = await this.dataSource.query(
      `SELECT s.id, s.day, s.from_clock, s.to_clock, s.kind, p.id AS place_id, p.number, p.audience, p.free_from, p.booking_id
       FROM slot s LEFT JOIN place p ON p.slot_id = s.id WHERE s.hall_id = ? AND s.day = ?`, [hallId, day]);
    const slots = new Map<string, Standing>();
    for (const row of rows) {
      const key = `${row.day} ${row.from_clock} ${row.kind}`;
      const slot = slots.get(key) ?? { id: row.id, to: row.to_clock, places: [] };
      if (row.place_id !== null) slot.places.push(standingPlace({ ...row, id: row.place_id }, this.clock.now()));
      slots.set(key, slot);
    }
    return slots;
  }
}

const standingPlace = (row: Pick<StandingRow, 'id' | 'number' | 'audience' | 'free_from' | 'booking_id'>, now: number): PlaceStanding => ({
  id: row.id, number: row.number, audience: row.audience, taken: row.booking_id !== null && Number(row.free_from) > now,
});

/** What has to be made or changed; a slot that has begun stays as it was. */
function differences(plans: readonly SlotPlan[], standing: ReadonlyMap<string, Standing>, now: number): { plan: SlotPlan | undefined; standing: Standing | undefined }[] {
  const planned = new Map(plans.map((plan) => [plan.key, plan]));
  const keys = new Set([...planned.keys(), ...standing.keys()]);
  return [...keys]
    .filter((key) => instantAt(key.slice(0, 10), key.slice(11, 16)) > now)
    .map((key) => ({ plan: planned.get(key), standing: standing.get(key) }))
    .filter(({ plan, standing: slot }) => !slot || (plan && plan.to !== slot.to) || !changesNothing(arrangePlaces(slot.places, wantedOf(plan))));
}
