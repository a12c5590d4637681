import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { ObjectionSide, RatingCaseState, RatingVerdict } from '@hall/shared/rating/rating-case.moves';
import type { RatingCaseStepKind } from '@hall/shared/rating/rating-case.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';
import { Rating } from './rating.entity.ts';

/** The work after a negative rating. The rating itself stays as it was given; nothing here writes to it. */
@Entity('rating_case')
@Index('ux_rating_case_rating', ['ratingId'], { unique: true })
@Index('ux_rating_case_invitation', ['invitationId'], { unique: true })
@Index('ix_rating_case_hall', ['hallId', 'state', 'openedAt'])
export class RatingCase {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('rating_id') ratingId: string;
  @ManyToOne(() => Rating, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'rating_id', foreignKeyConstraintName: 'fk_rating_case' })
  rating?: Rating;
  @Ref('invitation_id') invitationId: string;
  /** How it was rated: only an account can be written to. */
  @Text('way', 8) way: 'account' | 'slip';
  @Ref('window_id', { nullable: true }) windowId: string | null;
  /** Whose service was rated. */
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @Ref('department_id', { nullable: true }) departmentId: string | null;
  /** The head who works the case; null where nobody heads anything yet. */
  @Ref('owner_id', { nullable: true }) ownerId: string | null;
  /** Of the service, `YYYY-MM`: the finest time the clerk concerned is told. */
  @Text('month', 7) month: string;
  @Text('state', 12) state: RatingCaseState;
  @Text('verdict', 12, { nullable: true }) verdict: RatingVerdict | null;
  /** Counts the verdicts given, so that each side may question each of them once. */
  @Integer('verdict_no') verdictNo: number;
  /** Everybody who had a part in the verdict that stands. */
  @Json('verdict_by') verdictBy: string[];
  @Text('proposed_verdict', 12, { nullable: true }) proposedVerdict: RatingVerdict | null;
  @Ref('proposed_by', { nullable: true }) proposedBy: string | null;
  @Flag('content', { nullable: true }) content: boolean | null;
  @Flag('unreachable') unreachable: boolean;
  @Integer('reopenings') reopenings: number;
  /** Appeals and objections that wait. */
  @Integer('objections') objections: number;
  @InstantColumn('opened_at') openedAt: number;
  /** The last answer given. */
  @InstantColumn('answered_at', { nullable: true }) answeredAt: number | null;
  /** When the person first said whether they are content. */
  @InstantColumn('revisited_at', { nullable: true }) revisitedAt: number | null;
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
  @Version() version: number;
}

/** Everything done about a case, in order. Added, never altered. */
@Entity('rating_case_step')
@Index('ix_rating_case_step', ['caseId', 'at'])
export class RatingCaseStep {
  @Id() id: string;
  @Ref('case_id') caseId: string;
  @ManyToOne(() => RatingCase, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_rating_case_step' })
  case?: RatingCase;
  @Text('kind', 16) kind: RatingCaseStepKind;
  /** The verdict, or what was said at the revisit. */
  @Text('detail', 16, { nullable: true }) detail: string | null;
  @Sealed('words_cipher', 'rating-case.words', { nullable: true }) wordsCipher: string | null;
  /** Null for the person who rated and for the house's own clockwork. */
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @InstantColumn('at') at: number;
}

/** A verdict questioned by the clerk concerned or by the person who rated. */
@Entity('rating_objection')
@Index('ux_rating_objection', ['caseId', 'side', 'verdictNo'], { unique: true })
export class RatingObjection {
  @Id() id: string;
  @Ref('case_id') caseId: string;
  @ManyToOne(() => RatingCase, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_rating_objection' })
  case?: RatingCase;
  @Text('side', 8) side: ObjectionSide;
  /** Of the verdict questioned; 0 before there was one. */
  @Integer('verdict_no') verdictNo: number;
  @Sealed('words_cipher', 'rating-objection.words') wordsCipher: string;
  @Text('state', 12) state: 'waiting' | 'stands' | 'sent-back' | 'considered';
  @Ref('decided_by', { nullable: true }) decidedBy: string | null;
  @InstantColumn('at') at: number;
  @Version() version: number;
}

/**
 * What the clerk concerned is asked, and all of a case she ever sees. Its id is random and not made from the time, so
 * that it tells nothing of when the rating was given.
 */
@Entity('rating_question')
@Index('ux_rating_question_case', ['caseId'], { unique: true })
@Index('ix_rating_question_staff', ['staffId', 'releasedOn'])
export class RatingQuestion {
  @Id() id: string;
  @Ref('case_id') caseId: string;
  @ManyToOne(() => RatingCase, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_rating_question' })
  case?: RatingCase;
  @Ref('hall_id') hallId: string;
  @Ref('staff_id') staffId: string;
  @Text('question', 400) question: string;
  @Ref('asked_by') askedBy: string;
  @InstantColumn('asked_at') askedAt: number;
  /** The day on which the clerk got to see it. */
  @DayColumn('released_on', { nullable: true }) releasedOn: string | null;
  @Sealed('answer_cipher', 'rating-question.answer', { nullable: true }) answerCipher: string | null;
  @Version() version: number;
}

/**
 * How the services of one month and matter were rated: sums only, kept in the unit of work that changes what they count, and
 * recounted from the rows at any time.
 */
@Entity('rating_month')
@Index('ux_rating_month', ['hallId', 'month', 'matterKey'], { unique: true })
export class RatingMonth {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('month', 7) month: string;
  @Text('matter_key', 36) matterKey: string;
  @Integer('served') served: number;
  @Integer('rated') rated: number;
  @Integer('level_1') level1: number;
  @Integer('level_2') level2: number;
  @Integer('level_3') level3: number;
  @Integer('level_4') level4: number;
  @Integer('level_5') level5: number;
  @Integer('attitude_said') attitudeSaid: number;
  @Integer('attitude_satisfied') attitudeSatisfied: number;
  @Integer('quality_said') qualitySaid: number;
  @Integer('quality_satisfied') qualitySatisfied: number;
  @Integer('activities_said') activitiesSaid: number;
  @Integer('activities_satisfied') activitiesSatisfied: number;
  @Integer('answered') answered: number;
  @Integer('revisited') revisited: number;
}
