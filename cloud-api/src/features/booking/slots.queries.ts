import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { bookableDays, maySeeSlot, type SlotKind } from '@hall/shared/booking/booking.rules';
import type { Closure } from '@hall/shared/booking/slots.rules';
import { weekdayLabel, type CalendarDayKind, type Day, type Instant } from '@hall/shared/kernel/day';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { OfficialCalendar, kindIn, provisionalIn, type CalendarData } from '../../platform/calendar/official-calendar.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import type { SlotDayView, SlotDaysQuery, SlotView, SlotsQuery } from './booking.dto.ts';
import { bookingSettingsOf } from './booking-settings.reader.ts';
import { CaseReadiness } from './case-readiness.ts';
import { MatterShelf } from './matter-shelf.ts';
import { SlotPlanner } from './slot-planner.ts';

interface SlotRow {
  id: string;
  day: Day;
  from_clock: string;
  to_clock: string;
  kind: SlotKind;
  starts_at: number | string;
  free: number | string;
}

interface Asking {
  by: 'resident' | 'clerk';
  allReady: boolean;
}

/** What people see of days and slots. Free is what could be taken at this instant: expired holds are, withheld places are not. */
@Injectable()
export class SlotsQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly calendar: OfficialCalendar,
    private readonly planner: SlotPlanner,
    private readonly readiness: CaseReadiness,
    private readonly shelf: MatterShelf,
    private readonly clock: Clock,
  ) {}

  /** Every day of the booking window, also those without service, each with its reason. @throws BOOKING_MATTER_UNKNOWN, NOT_FOUND */
  async days(actor: ResidentActor | StaffActor, query: SlotDaysQuery): Promise<SlotDayView[]> {
    for (const matterId of (query.matterIds ?? '').split(',').filter(Boolean)) await this.shelf.matter(matterId);
    const hallId = await this.hallOf(actor);
    const settings = await bookingSettingsOf(this.halls, hallId);
    const days = bookableDays(this.clock.now(), settings);
    const asking = await this.asking(actor, query.applicationId);
    const slots = await this.slotsBetween(hallId, days[0]!, days[days.length - 1]!, asking);
    const [{ closures }, calendar] = [await this.planner.weeklyPlan(hallId), await this.calendar.load()];
    return days.map((day) => {
      const ofDay = slots.filter((slot) => slot.day === day);
      const free = ofDay.filter((slot) => slot.offered).reduce((sum, slot) => sum + slot.free, 0);
      return { day, weekdayLabel: weekdayLabel(day), open: ofDay.length > 0, note: noteOn(day, calendar, closures, ofDay.length > 0, free), free, provisional: provisionalIn(calendar, day) };
    });
  }

  /** The slots of one day that have not begun yet. */
  async slots(actor: ResidentActor | StaffActor, query: SlotsQuery): Promise<SlotView[]> {
    const ofDay = await this.slotsBetween(await this.hallOf(actor), query.day, query.day, await this.asking(actor, query.applicationId));
    const now = this.clock.now();
    return ofDay.filter((slot) => slot.startsAt > now).map(toView);
  }

  /** The slots a displaced booking could have instead, nearest in time first. */
  async nearest(hallId: string, kind: SlotKind, startsAt: Instant, count: number): Promise<SlotView[]> {
    const days = bookableDays(this.clock.now(), await bookingSettingsOf(this.halls, hallId));
    const slots = await this.slotsBetween(hallId, days[0]!, days[days.length - 1]!, { by: 'clerk', allReady: kind === 'express' });
    const away = new Map(slots.map((slot) => [slot.id, Math.abs(slot.startsAt - startsAt)]));
    return slots.filter((slot) => slot.offered && slot.free > 0 && slot.kind === kind).sort((a, b) => away.get(a.id)! - away.get(b.id)!).slice(0, count).map(toView);
  }

  private async hallOf(actor: ResidentActor | StaffActor): Promise<string> {
    return actor.kind === 'staff' ? actor.hallId : this.halls.defaultHallId();
  }

  private async asking(actor: ResidentActor | StaffActor, applicationId: string | undefined): Promise<Asking> {
    return { by: actor.kind === 'staff' ? 'clerk' : 'resident', allReady: await this.readiness.isReady(actor, applicationId) };
  }

  private async slotsBetween(hallId: string, from: Day, to: Day, asking: Asking): Promise<(SlotView & { startsAt: Instant })[]> {
    const now = this.clock.now();
    const settings = await bookingSettingsOf(this.halls, hallId);
    const rows: SlotRow[] = await this.dataSource.query(
      `SELECT s.id, s.day, s.from_clock, s.to_clock, s.kind, s.starts_at, SUM(CASE WHEN p.free_from <= ? THEN 1 ELSE 0 END) AS free
       FROM slot s JOIN place p ON p.slot_id = s.id AND (p.audience = 'public' OR p.audience = ?)
       WHERE s.hall_id = ? AND s.day >= ? AND s.day <= ? GROUP BY s.id, s.day, s.from_clock, s.to_clock, s.kind, s.starts_at ORDER BY s.starts_at, s.kind`,
      [now, asking.by === 'clerk' ? 'reserved' : 'public', hallId, from, to],
    );
    return rows.map((row) => {
      const startsAt = Number(row.starts_at);
      const free = Number(row.free);
      const seen = maySeeSlot({ ...asking, slotStart: startsAt, slotKind: row.kind }, now, settings);
      return { id: row.id, day: row.day, from: row.from_clock, to: row.to_clock, kind: row.kind, free, offered: seen.ok && free > 0, reason: seen.ok ? (free > 0 ? null : '已约满') : seen.message, startsAt };
    });
  }
}

const toView = ({ startsAt: _, ...view }: SlotView & { startsAt: Instant }): SlotView => view;

const DAY_OFF: Record<CalendarDayKind, string | null> = { workday: null, 'extra-workday': '调休上班', weekend: '周末休息', holiday: '放假', uncovered: '这一天的放假安排还没有公布，暂时不能预约' };

function noteOn(day: Day, calendar: CalendarData, closures: readonly Closure[], open: boolean, free: number): string | null {
  const kind = kindIn(calendar, day);
  if (kind === 'holiday') return `${calendar.holidays.get(day) ?? ''}${DAY_OFF.holiday}`;
  if (kind === 'weekend' || kind === 'uncovered') return DAY_OFF[kind];
  const closure = closures.find((one) => one.day === day);
  if (!open) return closure?.reason ?? '这一天不接受预约，可以直接到大厅取号';
  if (free === 0) return '已约满，可以直接到大厅取号';
  return closure ? `${closure.from}–${closure.to} ${closure.reason}` : DAY_OFF[kind];
}
