import { Injectable } from '@nestjs/common';
import { Between, DataSource, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { SHIFT_STATE_LABELS, actingFor, isMonth, shiftActions } from '@hall/shared/duty/duty.rules';
import { addDays, dayOf, type Day } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { OfficialCalendar, kindIn } from '../../platform/calendar/official-calendar.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { DutyActsForView, DutyAwayView, DutyMonthView, DutyShiftView, DutyTodayView } from './duty.dto.ts';
import { DutyAbsence, DutyPair, DutyShift } from './duty.entity.ts';
import { pairsVersion } from './pairs-version.ts';
import { DutyRoster, mayLead } from './duty-roster.ts';

/** The days of a month `YYYY-MM`. */
export function daysOfMonth(month: string): Day[] {
  const days: Day[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The roster as people see it: a month at the desk, today at the door. */
@Injectable()
export class DutyQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roster: DutyRoster,
    private readonly calendar: OfficialCalendar,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND for something that is no month */
  async month(actor: StaffActor, month = dayOf(this.clock.now()).slice(0, 7)): Promise<DutyMonthView> {
    if (!isMonth(month)) throw platformErrors.NOT_FOUND();
    const { hallId } = actor;
    const today = dayOf(this.clock.now());
    const days = daysOfMonth(month);
    const [data, staff, away, shifts, pairs, absences] = await Promise.all([
      this.calendar.load(), this.people.staffOf(hallId), this.away(hallId),
      this.dataSource.manager.findBy(DutyShift, { hallId, day: Between(days[0]!, days.at(-1)!) }),
      this.dataSource.manager.findBy(DutyPair, { hallId }),
      this.dataSource.manager.find(DutyAbsence, { where: { hallId, cancelledAt: IsNull(), toDay: MoreThanOrEqual(days[0]!) }, order: { fromDay: 'ASC', id: 'ASC' } }),
    ]);
    const names = await this.people.staffNames([...shifts.flatMap((shift) => [shift.leaderId, shift.begunBy ?? shift.leaderId]), ...pairs.flatMap((pair) => [pair.staffId, pair.substituteId]), ...absences.flatMap((each) => [each.staffId, each.substituteId ?? each.staffId])]);
    const nameOf = (id: string) => names.get(id) ?? staff.find((each) => each.id === id)?.name ?? '';
    const mayEdit = actor.permissions.has('duty.edit');
    const view = (shift: DutyShift): DutyShiftView => {
      const { id, day, leaderId, state, begunAt, begunBy, handedOverAt, handOverNote, version } = shift;
      const acting = begunBy ?? actingFor(leaderId, day, absences, pairs, (id) => staff.some((each) => each.id === id));
      return {
        id, leaderId, leaderName: nameOf(leaderId), actingName: acting === leaderId ? null : nameOf(acting), state, stateLabel: SHIFT_STATE_LABELS[state], begunAt, handedOverAt, handOverNote,
        handOverOwed: state === 'on-duty' && day < today, actions: shiftActions({ state, day, mine: actor.id === leaderId || actor.id === acting, edits: mayEdit }, today), version,
      };
    };
    return {
      month, today, mayEdit, pairsVersion: pairsVersion(pairs),
      days: days.map((day) => {
        const shift = shifts.find((each) => each.day === day);
        return { day, kind: kindIn(data, day), shift: shift ? view(shift) : null };
      }),
      people: staff.map((each) => ({ id: each.id, name: each.name, post: each.post, leads: mayLead(each) })),
      away: away.map(({ staffId, name, post, actingName, until }) => ({ staffId, name, post, actingName, until })),
      pairs: pairs.map(({ staffId, substituteId }) => ({ staffId, staffName: nameOf(staffId), substituteId, substituteName: nameOf(substituteId) })),
      absences: absences.map(({ id, staffId, fromDay, toDay, substituteId, reason, version }) => {
        const mine = mayEdit || staffId === actor.id;
        // Why somebody is away, an illness perhaps, is not everybody's business; that they are, is.
        return { id, staffId, staffName: nameOf(staffId), fromDay, toDay, substituteName: substituteId && nameOf(substituteId), reason: mine ? reason : '', mayCancel: mine && toDay >= today, version };
      }),
    };
  }

  /** Those whose work lies in this person's hands today, also while nothing of it is owed. */
  async actsFor(actor: StaffActor): Promise<DutyActsForView[]> {
    return (await this.away(actor.hallId)).filter(({ actingId }) => actingId === actor.id).map(({ staffId, name, post, until }) => ({ staffId, name, post, until }));
  }

  /** Who is away today, and in whose hands their work lies. */
  private async away(hallId: string): Promise<(DutyAwayView & { actingId: string })[]> {
    const day = dayOf(this.clock.now());
    const [staff, acting, absences] = await Promise.all([
      this.people.staffOf(hallId), this.roster.actingOn(hallId, day), this.dataSource.manager.find(DutyAbsence, { where: { hallId, fromDay: LessThanOrEqual(day), toDay: MoreThanOrEqual(day), cancelledAt: IsNull() }, order: { toDay: 'DESC' } }),
    ]);
    return staff.flatMap(({ id, name, post }) => {
      const [longest] = absences.filter(({ staffId }) => staffId === id);
      const actingId = acting(id);
      return longest ? [{ staffId: id, name, post, actingId, actingName: actingId === id ? null : staff.find((each) => each.id === actingId)?.name ?? '', until: longest.toDay }] : [];
    });
  }

  /** For everybody to see, as it hangs on the wall of the hall. */
  async today(): Promise<DutyTodayView> {
    const hall = await this.halls.hall(await this.halls.defaultHallId());
    const day = dayOf(this.clock.now());
    const duty = await this.roster.onDuty(hall.id, day);
    return {
      day, hallPhone: hall.phone,
      onDuty: duty && { leaderName: duty.actingName, inNameOf: duty.actingId === duty.leaderId ? null : duty.leaderName, post: duty.post, photoUrl: duty.photoUrl },
    };
  }
}
