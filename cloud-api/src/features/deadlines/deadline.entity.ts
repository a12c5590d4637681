import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { DeadlineState, LadderLevel, PauseReason } from '@hall/shared/deadline/deadline.moves';
import type { DeadlineCode, DeadlineRule, Ladder } from '@hall/shared/deadline/deadline.rules';
import { DayColumn, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** Given once, by somebody who may. */
export interface Extension {
  workingDays: number;
  reason: string;
  byId: string;
  at: number;
}

/** Something the hall owes by a day. It carries the rule it was opened under, and nothing personal. */
@Entity('deadline')
@Index('ux_deadline_open', ['openKey'], { unique: true })
@Index('ix_deadline_next', ['state', 'nextAt'])
@Index('ix_deadline_owed', ['hallId', 'state', 'dueAt'])
@Index('ix_deadline_subject', ['subjectKind', 'subjectId'])
export class Deadline {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('subject_kind', 30) subjectKind: string;
  @Text('subject_id', 64) subjectId: string;
  @Text('step', 40) step: string;
  /** Subject and step while it is open, null once ended: the database allows one open deadline for both. */
  @Text('open_key', 140, { nullable: true }) openKey: string | null;
  @Text('title', 120) title: string;
  @Ref('owner_id', { nullable: true }) ownerId: string | null;
  @Ref('department_id', { nullable: true }) departmentId: string | null;
  @Text('rule_code', 40) ruleCode: DeadlineCode;
  @Json('rule') rule: DeadlineRule;
  @Text('state', 20) state: DeadlineState;
  @InstantColumn('from_at') fromAt: number;
  @DayColumn('given_day', { nullable: true }) givenDay: string | null;
  /** Null while its clock stands still, or while the calendar cannot tell. */
  @InstantColumn('due_at', { nullable: true }) dueAt: number | null;
  @InstantColumn('warn_at', { nullable: true }) warnAt: number | null;
  /** When the sweep has to look at it again; null when there is nothing left to tell. */
  @InstantColumn('next_at', { nullable: true }) nextAt: number | null;
  @InstantColumn('warned_at', { nullable: true }) warnedAt: number | null;
  @InstantColumn('overdue_told_at', { nullable: true }) overdueToldAt: number | null;
  @Integer('level') level: LadderLevel;
  @Integer('extra_days') extraDays: number;
  @Json('extension', { nullable: true }) extension: Extension | null;
  @InstantColumn('ended_at', { nullable: true }) endedAt: number | null;
  @Text('drop_reason', 60, { nullable: true }) dropReason: string | null;
  @InstantColumn('created_at') createdAt: number;
  @Version() version: number;
}

/** A stretch in which a deadline's clock stood still. */
@Entity('deadline_pause')
@Index('ix_deadline_pause', ['deadlineId'])
export class DeadlinePause {
  @Id() id: string;
  @Ref('deadline_id') deadlineId: string;
  @ManyToOne(() => Deadline, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'deadline_id', foreignKeyConstraintName: 'fk_deadline_pause' })
  deadline?: Deadline;
  @Text('reason', 30) reason: PauseReason;
  @InstantColumn('from_at') fromAt: number;
  @InstantColumn('to_at', { nullable: true }) toAt: number | null;
  /** Null when the matter itself stopped the clock. */
  @Ref('paused_by', { nullable: true }) pausedBy: string | null;
}

/** A superior who was added, once for each level. */
@Entity('deadline_superior')
@Index('ux_deadline_superior', ['deadlineId', 'level'], { unique: true })
export class DeadlineSuperior {
  @Id() id: string;
  @Ref('deadline_id') deadlineId: string;
  @ManyToOne(() => Deadline, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'deadline_id', foreignKeyConstraintName: 'fk_deadline_superior' })
  deadline?: Deadline;
  @Integer('level') level: LadderLevel;
  /** Null when nobody holds that post. */
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @InstantColumn('at') at: number;
}

/** A hall's own version of a rule, from a day on. Added, never altered. */
@Entity('deadline_rule')
@Index('ux_deadline_rule', ['hallId', 'code', 'ruleVersion'], { unique: true })
export class DeadlineRuleVersion {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('code', 40) code: DeadlineCode;
  @Integer('rule_version') ruleVersion: number;
  @DayColumn('in_force_from') inForceFrom: string;
  @Integer('working_days', { nullable: true }) workingDays: number | null;
  @Integer('warn_days') warnDays: number;
  @Json('ladder', { nullable: true }) ladder: Ladder | null;
  @Integer('extension_days') extensionDays: number;
  @Text('basis', 120) basis: string;
  @Ref('set_by') setBy: string;
  @InstantColumn('set_at') setAt: number;
}
