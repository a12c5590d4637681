import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { actingFor } from '@hall/shared/duty/duty.rules';
import type { StaffRole } from '@hall/shared/identity/permissions';
import { dayOf, type Day, type Instant } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { Work } from '../../platform/persistence/work.ts';
import type { LeaderToday } from '../hall/halls.ts';
import { People, type StaffFacts } from '../identity/people.ts';
import { DutyAbsence, DutyPair, DutyShift } from './duty.entity.ts';

/** Who leads the hall on a day. Post and picture are those of whoever really acts. */
export interface DutyNow {
  shiftId: string;
  leaderId: string;
  leaderName: string;
  /** The leader, or whoever acts for them while they are away. */
  actingId: string;
  actingName: string;
  post: string;
  phone: string | null;
  /** Of the one who acts; null without a photograph. */
  photoUrl: string | null;
}

/** Tells for each person who acts for them on one day. */
export type ActingOn = (staffId: string) => string;

const LEADING: readonly StaffRole[] = ['leader', 'director', 'head'];
/** Who may stand on the roster. */
export const mayLead = ({ roles }: Pick<StaffFacts, 'roles'>): boolean => roles.some((role) => LEADING.includes(role));

const BELIEVED_FOR = 5_000;

/** What other rooms may know of the duty roster: who leads today, who acts for whom, who stands above whom. */
@Injectable()
export class DutyRoster {
  private believed: { key: string; leader: LeaderToday | null; readAt: Instant } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Null on a day without a shift, and where whoever should lead no longer works here. */
  async onDuty(hallId: string, day: Day): Promise<DutyNow | null> {
    const shift = await this.dataSource.manager.findOneBy(DutyShift, { hallId, day });
    if (!shift) return null;
    const [acting, staff] = await Promise.all([this.actingOn(hallId, day), this.people.staffOf(hallId)]);
    const actingId = shift.begunBy ?? acting(shift.leaderId);
    const of = (id: string): StaffFacts | undefined => staff.find((each) => each.id === id);
    if (!of(actingId)) return null;
    return {
      shiftId: shift.id, leaderId: shift.leaderId, leaderName: of(shift.leaderId)?.name ?? '', actingId, actingName: of(actingId)?.name ?? '', post: of(actingId)?.post ?? '', phone: null,
      photoUrl: of(actingId)?.photoUrl ?? null,
    };
  }

  /** The days from today on somebody is to lead, or leads. */
  shiftsAhead(hallId: string, leaderId: string): Promise<Pick<DutyShift, 'id' | 'day' | 'state'>[]> {
    return this.dataSource.manager.find(DutyShift, { where: { hallId, leaderId, day: MoreThanOrEqual(dayOf(this.clock.now())), state: In(['planned', 'on-duty']) }, order: { day: 'ASC' } });
  }

  /** Today's leader for the wall and the desk; believed for a few seconds, because every board asks. */
  async leaderToday(hallId: string): Promise<LeaderToday | null> {
    const now = this.clock.now();
    const key = `${hallId} ${dayOf(now)}`;
    if (this.believed?.key === key && Math.abs(now - this.believed.readAt) < BELIEVED_FOR) return this.believed.leader;
    const duty = await this.onDuty(hallId, dayOf(now));
    const leader = duty && { line: `${duty.actingName} ${duty.post}`, photoUrl: duty.photoUrl };
    this.believed = { key, leader, readAt: now };
    return leader;
  }

  /** Forgets what was believed, after the roster was changed in this process. */
  forget(): void {
    this.believed = null;
  }

  /** The id of whoever acts for `staffId` at `now`: B while A is recorded absent, else A. */
  async actingFor(hallId: string, staffId: string, now: Instant): Promise<string> {
    return (await this.actingOn(hallId, dayOf(now)))(staffId);
  }

  /** The same for many people of one day, with one reading. */
  async actingOn(hallId: string, day: Day): Promise<ActingOn> {
    const absences = await this.dataSource.manager.findBy(DutyAbsence, { hallId, fromDay: LessThanOrEqual(day), toDay: MoreThanOrEqual(day), cancelledAt: IsNull() });
    if (absences.length === 0) return (staffId) => staffId;
    const [pairs, staff] = await Promise.all([this.dataSource.manager.findBy(DutyPair, { hallId }), this.people.staffOf(hallId)]);
    const here = new Set(staff.map(({ id }) => id));
    return (staffId) => actingFor(staffId, day, absences, pairs, (id) => here.has(id));
  }

  /** Those whose work lies in this person's hands at `now`: their own, and of everybody away whom they act for. */
  async actsFor(hallId: string, staffId: string, now: Instant): Promise<string[]> {
    const day = dayOf(now);
    const absences = await this.dataSource.manager.findBy(DutyAbsence, { hallId, fromDay: LessThanOrEqual(day), toDay: MoreThanOrEqual(day), cancelledAt: IsNull() });
    if (absences.length === 0) return [staffId];
    const acting = await this.actingOn(hallId, day);
    return [...new Set([staffId, ...absences.map((absence) => absence.staffId).filter((absent) => acting(absent) === staffId)])];
  }

  /**
   * True when the actor may do what is `ownerId`'s: it is theirs, or they act for the owner just now. Acting in another's name is
   * written to the audit with both.
   */
  async actsAs(work: Work, actor: StaffActor, ownerId: string, subjectId: string): Promise<boolean> {
    if (actor.id === ownerId) return true;
    if ((await this.actingFor(actor.hallId, ownerId, work.now)) !== actor.id) return false;
    work.audit('duty.act-for', subjectId, { inNameOf: ownerId });
    return true;
  }

  /** The director, or whoever acts for them today; null when nobody holds the post. */
  async director(hallId: string): Promise<string | null> {
    return this.holding(hallId, (staff) => staff.roles.includes('director'));
  }

  /** The department's head, or whoever acts for them today. Without a department, or where it has no head, the first head of the hall. */
  async headOf(hallId: string, departmentId: string | null): Promise<string | null> {
    const inDepartment = departmentId === null ? null : await this.holding(hallId, (staff) => staff.departmentId === departmentId && staff.roles.includes('head'));
    return inDepartment ?? this.holding(hallId, (staff) => staff.roles.includes('head'));
  }

  private async holding(hallId: string, holds: (staff: StaffFacts) => boolean): Promise<string | null> {
    const found = (await this.people.staffOf(hallId)).find(holds);
    return found ? this.actingFor(hallId, found.id, this.clock.now()) : null;
  }
}
