import { Entity, Index } from 'typeorm';
import type { PlanState } from '@hall/shared/house/house.rules';
import { DayColumn, Id, InstantColumn, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** A change somebody decided on, from a day on. Applied ones are never altered: undoing is a change of its own. */
@Entity('house_plan')
@Index('ux_house_plan_open', ['openKey'], { unique: true })
@Index('ix_house_plan_due', ['state', 'effectiveFrom'])
@Index('ix_house_plan_hall', ['hallId', 'kind', 'createdAt'])
export class HousePlan {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('kind', 20) kind: string;
  @Ref('subject_id') subjectId: string;
  /** What it was called when the change was decided on. */
  @Text('label', 80) label: string;
  @DayColumn('effective_from') effectiveFrom: string;
  /** Null for something new. */
  @Json('before', { nullable: true }) before: object | null;
  @Json('after') after: object;
  /** The change in words, as its author was shown it. */
  @Json('lines') lines: string[];
  @Text('reason', 200) reason: string;
  @Text('state', 10) state: PlanState;
  /** Why it could not take effect on its day. */
  @Text('refusal', 300, { nullable: true }) refusal: string | null;
  /** Kind and subject while planned: one change at a time. */
  @Text('open_key', 80, { nullable: true }) openKey: string | null;
  @Ref('created_by') createdBy: string;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('applied_at', { nullable: true }) appliedAt: number | null;
  @Ref('undoes', { nullable: true }) undoes: string | null;
  @Version() version: number;
}
