import { Injectable } from '@nestjs/common';
import { DataSource, MoreThanOrEqual } from 'typeorm';
import { checkClosure, checkPattern, type Closure, type SlotPattern } from '@hall/shared/booking/slots.rules';
import type { Day } from '@hall/shared/kernel/day';
import type { Verdict } from '@hall/shared/kernel/verdict';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls, type HallClosure } from '../hall/halls.ts';
import { Booking } from './booking.entity.ts';
import { bookingErrors } from './booking.errors.ts';
import { BookingPictures } from './booking-pictures.ts';
import { toBookingView } from './booking.view.ts';
import type { BookingConflictView, BookingPlanInput, BookingPlanView } from './plan.dto.ts';
import { BookingClosure, BookingPattern, BookingPlan } from './plan.entity.ts';
import { SlotPlanner } from './slot-planner.ts';
import { SlotsQueries } from './slots.queries.ts';

/** To the clerk an account without a name is not “本人”. */
const NOBODY_SAID = '还没登记姓名';
/** How many new places a displaced booking is offered. */
const OFFERS = 3;

/** The hall's weekly plan and closures, changed as one thing; nobody's booking is ever dropped by it. */
@Injectable()
export class PlanService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly planner: SlotPlanner,
    private readonly slots: SlotsQueries,
    private readonly pictures: BookingPictures,
    private readonly clock: Clock,
    private readonly halls: Halls,
  ) {}

  async plan(hallId: string): Promise<BookingPlanView> {
    const row = await this.dataSource.manager.findOneBy(BookingPlan, { id: hallId });
    const { patterns, closures } = await this.planner.weeklyPlan(hallId);
    return {
      version: row?.version ?? 0, patterns: patterns.map((pattern) => ({ ...pattern, weekdays: [...pattern.weekdays] })), closures: closures.map((closure) => ({ ...closure })),
      conflicts: await this.conflicts(hallId),
    };
  }

  /** Saves the plan and brings the slots of the window in line with it, in one unit of work. @throws BOOKING_PLAN_INVALID, STALE_VERSION */
  async change(actor: StaffActor, input: BookingPlanInput): Promise<BookingPlanView> {
    const patterns = input.patterns.map((pattern, index) => checked(checkPattern(pattern, `patterns.${index}`)));
    const closures = input.closures.map((closure, index) => checked(checkClosure(closure, `closures.${index}`)));
    await this.unitOfWork.run(actor, async (work) => {
      await this.nextVersion(work, actor.hallId, input.version);
      await this.replace(work, actor.hallId, patterns, closures);
      await this.planner.planWith(work, actor.hallId, { patterns, closures });
      work.audit('booking.plan', actor.hallId, { patterns: patterns.length, closures: closures.length });
    });
    this.halls.forget();
    return this.plan(actor.hallId);
  }

  /** When the hall is closed from a day on, for whoever tells people whether it is open. */
  closuresFrom(hallId: string, from: Day): Promise<HallClosure[]> {
    return this.dataSource.manager.find(BookingClosure, { where: { hallId, day: MoreThanOrEqual(from) }, order: { day: 'ASC', from: 'ASC' } });
  }

  /** Bookings at times the hall no longer serves, each with the nearest places it could have instead. */
  private async conflicts(hallId: string): Promise<BookingConflictView[]> {
    const now = this.clock.now();
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT b.id FROM slot s JOIN place p ON p.slot_id = s.id AND p.audience = 'withdrawn' JOIN booking b ON b.place_ref = p.id
       WHERE s.hall_id = ? AND s.starts_at > ? AND b.state = 'booked' ORDER BY s.starts_at, b.id`, [hallId, now]);
    const bookings = await Promise.all(rows.map((row) => this.dataSource.manager.findOneByOrFail(Booking, { id: row.id })));
    return Promise.all((await this.pictures.ofAll(bookings)).map(async (picture) => {
      const view = toBookingView(picture, 'clerk', now);
      return {
        bookingId: view.id, reference: view.reference, day: view.day, from: view.from, to: view.to, kind: view.kind, personName: picture.matters[0]?.personName ? view.matters[0]!.personName : NOBODY_SAID, contactPhoneMasked: view.contactPhoneMasked, hearsByItself: picture.booking.residentId !== null,
        matterNames: view.matters.map((matter) => matter.matterName), version: view.version, offers: await this.slots.nearest(hallId, picture.slot.kind, picture.slot.startsAt, OFFERS),
      };
    }));
  }

  private async nextVersion(work: Work, hallId: string, seen: number): Promise<void> {
    if (seen > 0) {
      const row = await work.findOne(BookingPlan, { id: hallId });
      if (row?.version !== seen) throw platformErrors.STALE_VERSION();
      const { affected } = await work.execute('UPDATE booking_plan SET version = version + 1 WHERE id = ? AND version = ?', [hallId, seen]);
      if (affected === 0) throw platformErrors.STALE_VERSION();
      return;
    }
    const { affected } = await work.sql.insertIfAbsent('booking_plan (id, version) VALUES (?, 1)', [hallId]);
    if (affected === 0) throw platformErrors.STALE_VERSION();
  }

  private async replace(work: Work, hallId: string, patterns: readonly SlotPattern[], closures: readonly Closure[]): Promise<void> {
    await work.execute('DELETE FROM booking_pattern WHERE hall_id = ?', [hallId]);
    await work.execute('DELETE FROM booking_closure WHERE hall_id = ?', [hallId]);
    for (const [position, pattern] of patterns.entries()) await work.add(BookingPattern, { ...pattern, weekdays: [...pattern.weekdays], hallId, position });
    for (const closure of closures) await work.add(BookingClosure, { ...closure, hallId });
  }
}

function checked<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw bookingErrors.BOOKING_PLAN_INVALID({ fields: [{ path: verdict.path ?? '', code: verdict.code, message: verdict.message }] });
  return verdict.value;
}
