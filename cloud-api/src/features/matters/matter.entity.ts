import { Entity, Index } from 'typeorm';
import type { PolicyProfile } from '@hall/shared/enrolment/policy-profile';
import type { StoredMatter } from '@hall/shared/matter/matter-content';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

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
  @Json('content') content: StoredMatter;
  @InstantColumn('created_at') createdAt: number;
  /** Null when it came with the programme. */
  @Ref('published_by', { nullable: true }) publishedBy: string | null;
  @Text('reason', 200, { nullable: true }) reason: string | null;
  /** The number of the version it restores. */
  @Integer('restores', { nullable: true }) restores: number | null;
  /** Taken back before its day came. */
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: number | null;
  @Ref('withdrawn_by', { nullable: true }) withdrawnBy: string | null;
  /** Why. */
  @Text('withdrawal', 200, { nullable: true }) withdrawal: string | null;
}

/** A version of a matter while it is being written; one at a time for each matter. */
@Entity('matter_draft')
@Index('ux_matter_draft_open', ['openKey'], { unique: true })
@Index('ux_matter_draft_shipped', ['shippedKey'], { unique: true })
@Index('ix_matter_draft_matter', ['matterId', 'createdAt'])
export class MatterDraft {
  @Id() id: string;
  @Text('matter_id', 40) matterId: string;
  /** On the shelf, from 0. */
  @Integer('position') position: number;
  @Json('content') content: StoredMatter;
  /** What it was begun for. */
  @Text('note', 200) note: string;
  @Integer('restores', { nullable: true }) restores: number | null;
  @Text('state', 10) state: 'open' | 'published' | 'dropped';
  /** The matter's id while open. */
  @Text('open_key', 40, { nullable: true }) openKey: string | null;
  /** Of a change that came with the programme: it is drafted once and never again. */
  @Text('shipped_key', 80, { nullable: true }) shippedKey: string | null;
  /** Null when it came with the programme. */
  @Ref('created_by', { nullable: true }) createdBy: string | null;
  @InstantColumn('created_at') createdAt: number;
  @Ref('changed_by', { nullable: true }) changedBy: string | null;
  @InstantColumn('changed_at') changedAt: number;
  @Integer('published_version', { nullable: true }) publishedVersion: number | null;
  @Version() version: number;
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
