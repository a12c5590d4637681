import { Entity, Index } from 'typeorm';
import type { PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import type { MaterialRule } from '@hall/shared/enrolment/materials.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text } from '../../platform/persistence/columns.ts';

/** Everything people are told of a matter. What the district has not said yet reads 待本地填写. */
export interface MatterContent {
  name: string;
  summary: string;
  /** True when it can be filled in at home. */
  prefill: boolean;
  /** 法定时限 and 承诺时限: two things, side by side. */
  statutoryLimit: string;
  promisedLimit: string;
  /** Minutes at the window when everything is prepared, and when not: what slots and estimates start from. */
  minutesReady: number;
  minutesNotReady: number;
  steps: string[];
  notes: string[];
  materials: MaterialRule[];
}

/** One version of a matter. A case keeps the version it began with. */
@Entity('matter_version')
@Index('ux_matter_version', ['matterId', 'versionNumber'], { unique: true })
export class MatterVersion {
  @Id() id: string;
  @Text('matter_id', 40) matterId: string;
  @Integer('version_number') versionNumber: number;
  @Integer('position') position: number;
  @DayColumn('effective_from') effectiveFrom: string;
  @DayColumn('effective_to', { nullable: true }) effectiveTo: string | null;
  @Json('content') content: MatterContent;
  @InstantColumn('created_at') createdAt: number;
}

/** One row of a code table. A code once used is retired, never removed, so that old cases stay readable. */
@Entity('code_entry')
@Index('ux_code_entry', ['tableName', 'code'], { unique: true })
export class CodeEntry {
  @Id() id: string;
  @Text('table_name', 24) tableName: string;
  @Text('code', 32) code: string;
  @Text('label', 60) label: string;
  @Integer('position') position: number;
  @Flag('active') active: boolean;
}

/** A district's money rules, as they were loaded. Never edited: a correction is a new profile. */
@Entity('policy_profile')
@Index('ux_policy_profile', ['profileId'], { unique: true })
export class PolicyProfileRow {
  @Id() id: string;
  @Text('profile_id', 40) profileId: string;
  @Flag('example') example: boolean;
  @DayColumn('effective_from') effectiveFrom: string;
  @DayColumn('effective_to', { nullable: true }) effectiveTo: string | null;
  @Json('content') content: PolicyProfile;
  @InstantColumn('loaded_at') loadedAt: number;
  @Ref('loaded_by', { nullable: true }) loadedBy: string | null;
}
