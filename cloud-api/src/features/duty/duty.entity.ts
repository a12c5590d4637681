import { Entity, Index } from 'typeorm';
import type { ShiftState } from '@hall/shared/duty/duty.rules';
import { DayColumn, Id, InstantColumn, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** Which leader leads the hall on a day. */
@Entity('duty_shift')
@Index('ux_duty_shift', ['hallId', 'day'], { unique: true })
export class DutyShift {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @DayColumn('day') day: string;
  @Ref('leader_id') leaderId: string;
  @Text('state', 12) state: ShiftState;
  @InstantColumn('begun_at', { nullable: true }) begunAt: number | null;
  /** Whoever really came: the leader, or the one who acts for them. */
  @Ref('begun_by', { nullable: true }) begunBy: string | null;
  @InstantColumn('handed_over_at', { nullable: true }) handedOverAt: number | null;
  @Ref('handed_over_by', { nullable: true }) handedOverBy: string | null;
  @Text('hand_over_note', 500, { nullable: true }) handOverNote: string | null;
  @Version() version: number;
}

/** A's standing substitute B. */
@Entity('duty_pair')
@Index('ux_duty_pair', ['hallId', 'staffId'], { unique: true })
export class DutyPair {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('staff_id') staffId: string;
  @Ref('substitute_id') substituteId: string;
  @Version() version: number;
}

/** Somebody is away for some days, both included. Withdrawn, never deleted. */
@Entity('duty_absence')
@Index('ix_duty_absence', ['hallId', 'toDay'])
export class DutyAbsence {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('staff_id') staffId: string;
  @DayColumn('from_day') fromDay: string;
  @DayColumn('to_day') toDay: string;
  /** Null: the standing substitute. */
  @Ref('substitute_id', { nullable: true }) substituteId: string | null;
  @Text('reason', 60) reason: string;
  @Ref('recorded_by') recordedBy: string;
  @InstantColumn('recorded_at') recordedAt: number;
  @InstantColumn('cancelled_at', { nullable: true }) cancelledAt: number | null;
  @Version() version: number;
}
