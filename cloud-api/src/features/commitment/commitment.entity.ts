import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Attributes, CommitmentRule, HolderKind } from '@hall/shared/commitment/commitment.rules';
import type { CommitmentFigure, FigurePeriod } from '@hall/shared/commitment/figures.rules';
import type { MeasurableEvent, SubjectKind } from '@hall/shared/commitment/measurable-events';
import type { CommitmentState, ExclusionReason, ExclusionState, VersionState } from '@hall/shared/commitment/commitment.moves';
import { DayColumn, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** A promise of the hall, of a department or of a person. What it says stands in its versions. */
@Entity('commitment')
@Index('ux_commitment_code', ['code'], { unique: true })
@Index('ix_commitment_hall', ['hallId', 'state'])
export class Commitment {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** How the ledger and the public call it. */
  @Text('code', 22) code: string;
  @Text('holder_kind', 12) holderKind: HolderKind;
  @Ref('holder_id', { nullable: true }) holderId: string | null;
  @Text('state', 12) state: CommitmentState;
  @Integer('position') position: number;
  @InstantColumn('created_at') createdAt: number;
  @Ref('created_by') createdBy: string;
  @Version() version: number;
}

/** One wording with its rule, for the days it was in force. Once published it is never changed. */
@Entity('commitment_version')
@Index('ux_commitment_version', ['commitmentId', 'number'], { unique: true })
@Index('ix_commitment_in_force', ['hallId', 'state', 'inForceFrom'])
export class CommitmentVersion {
  @Id() id: string;
  @Ref('commitment_id') commitmentId: string;
  @ManyToOne(() => Commitment, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'commitment_id', foreignKeyConstraintName: 'fk_commitment_version' })
  commitment?: Commitment;
  @Ref('hall_id') hallId: string;
  @Integer('number') number: number;
  @Text('wording', 120) wording: string;
  @Text('basis', 200) basis: string;
  /** With the house's own ids; the ledger has it with public codes. */
  @Json('rule') rule: CommitmentRule;
  @Text('state', 12) state: VersionState;
  @DayColumn('in_force_from', { nullable: true }) inForceFrom: string | null;
  /** The last day; null while nothing has taken its place. */
  @DayColumn('in_force_to', { nullable: true }) inForceTo: string | null;
  @Ref('drafted_by') draftedBy: string;
  @Ref('published_by', { nullable: true }) publishedBy: string | null;
  @InstantColumn('published_at', { nullable: true }) publishedAt: number | null;
  @Version() version: number;
}

/** Something that happened and that promises are measured by. Added, never changed. */
@Entity('measured_fact')
@Index('ux_measured_fact', ['factKey'], { unique: true })
@Index('ix_measured_subject', ['subjectKind', 'subjectId'])
@Index('ix_measured_event', ['hallId', 'event', 'at'])
export class MeasuredFact {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('fact_key', 60) factKey: string;
  @Text('subject_kind', 12) subjectKind: SubjectKind;
  @Text('subject_id', 64) subjectId: string;
  @Text('event', 30) event: MeasurableEvent;
  @InstantColumn('at') at: number;
  @Json('attributes') attributes: Attributes;
  @InstantColumn('known_at') knownAt: number;
}

/** One time a promise applied. It holds instants, computed from facts, and no verdict: kept or broken is read off them. */
@Entity('fulfilment')
@Index('ux_fulfilment', ['commitmentVersionId', 'subjectId', 'ordinal'], { unique: true })
@Index('ix_fulfilment_settles', ['commitmentVersionId', 'settlesOn'])
@Index('ix_fulfilment_due', ['hallId', 'closedAt', 'dueAt'])
@Index('ix_fulfilment_subject', ['subjectId'])
export class FulfilmentRow {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('commitment_version_id') commitmentVersionId: string;
  @ManyToOne(() => CommitmentVersion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'commitment_version_id', foreignKeyConstraintName: 'fk_fulfilment_version' })
  commitmentVersion?: CommitmentVersion;
  @Text('subject_id', 64) subjectId: string;
  @Integer('ordinal') ordinal: number;
  @InstantColumn('opened_at') openedAt: number;
  @InstantColumn('due_at', { nullable: true }) dueAt: number | null;
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
  @InstantColumn('ended_at', { nullable: true }) endedAt: number | null;
  /** The day from which its outcome stands, as far as is known now. */
  @DayColumn('settles_on', { nullable: true }) settlesOn: string | null;
  @Integer('spread_step') spreadStep: number;
  /** Milliseconds. */
  @InstantColumn('took', { nullable: true }) took: number | null;
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @Ref('window_id', { nullable: true }) windowId: string | null;
  @Ref('department_id', { nullable: true }) departmentId: string | null;
  /** When a second person agreed that it does not count. */
  @InstantColumn('excluded_at', { nullable: true }) excludedAt: number | null;
}

/** One person asks that a time should not count and says why, another decides. It stays counted, in a share of its own. */
@Entity('exclusion')
@Index('ix_exclusion_fulfilment', ['fulfilmentId'])
@Index('ix_exclusion_open', ['hallId', 'state'])
export class Exclusion {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('fulfilment_id') fulfilmentId: string;
  @Text('reason', 30) reason: ExclusionReason;
  @Text('words', 300) words: string;
  @Text('state', 12) state: ExclusionState;
  @Ref('proposed_by') proposedBy: string;
  @InstantColumn('proposed_at') proposedAt: number;
  @Ref('decided_by', { nullable: true }) decidedBy: string | null;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: number | null;
  @Text('decision_words', 300, { nullable: true }) decisionWords: string | null;
  @Version() version: number;
}

/** The figure as it was last published, which is what the public sees. */
@Entity('published_figure')
@Index('ux_published_figure', ['commitmentVersionId', 'period'], { unique: true })
export class PublishedFigure {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('commitment_version_id') commitmentVersionId: string;
  @Text('period', 12) period: FigurePeriod;
  @DayColumn('as_of') asOf: string;
  @Json('figure') figure: CommitmentFigure;
}
