import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { AppealState, CardCounts, CardPart } from '@hall/shared/assessment/scorecard.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** How cards are counted from a month on. What the ledger says of it, with who published it: that person decides no appeal. */
@Entity('assessment_formula')
@Index('ix_assessment_formula', ['hallId', 'from'])
export class AssessmentFormulaRow {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('from_month', 7) from: string;
  @Json('weights') weights: Record<CardPart, number>;
  @Integer('target') target: number;
  @Ref('published_by') publishedBy: string;
  @InstantColumn('published_at') publishedAt: number;
}

/** Something that counts on somebody's card. It is added and never changed, but for the month it was counted in. */
@Entity('assessment_fact')
@Index('ux_assessment_fact', ['factKey'], { unique: true })
@Index('ix_assessment_fact_month', ['hallId', 'countedIn'])
@Index('ix_assessment_fact_staff', ['staffId', 'countedIn'])
export class AssessmentFact {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** What is told twice under one key is written once. */
  @Text('fact_key', 80) factKey: string;
  @DayColumn('day') day: string;
  @Text('part', 12) part: CardPart;
  @Flag('good') good: boolean;
  @Ref('staff_id') staffId: string;
  @Ref('department_id', { nullable: true }) departmentId: string | null;
  /** What it was, in words, without anybody's name. */
  @Text('label', 40) label: string;
  /** Null until a month is sealed with it; what came to be known too late for its own month is counted in the next. */
  @Text('counted_in', 7, { nullable: true }) countedIn: string | null;
}

/** A card as it was sealed. A correction is another with the next number. */
@Entity('scorecard')
@Index('ux_scorecard', ['hallId', 'month', 'holderKind', 'holderId', 'number'], { unique: true })
@Index('ix_scorecard_holder', ['holderId', 'month'])
export class Scorecard {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('month', 7) month: string;
  @Text('holder_kind', 12) holderKind: 'person' | 'department';
  @Ref('holder_id') holderId: string;
  @Integer('number') number: number;
  @Ref('formula_id') formulaId: string;
  @ManyToOne(() => AssessmentFormulaRow, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'formula_id', foreignKeyConstraintName: 'fk_scorecard_formula' })
  formula?: AssessmentFormulaRow;
  @Json('counts') counts: CardCounts;
  /** How many people's work it is: a department's target is so many times one person's. */
  @Integer('people') people: number;
  @Integer('score', { nullable: true }) score: number | null;
  /** Ids of the facts that an appeal struck out. */
  @Json('struck') struck: string[];
  @InstantColumn('sealed_at') sealedAt: number;
}

/** A person says that some of what is on the card is not so; somebody else decides, once. */
@Entity('scorecard_appeal')
@Index('ux_scorecard_appeal', ['scorecardId'], { unique: true })
@Index('ix_scorecard_appeal', ['hallId', 'state'])
export class ScorecardAppeal {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('scorecard_id') scorecardId: string;
  @ManyToOne(() => Scorecard, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'scorecard_id', foreignKeyConstraintName: 'fk_scorecard_appeal' })
  scorecard?: Scorecard;
  @Ref('staff_id') staffId: string;
  @Json('facts') facts: string[];
  @Text('words', 500) words: string;
  @Text('state', 12) state: AppealState;
  @InstantColumn('raised_at') raisedAt: number;
  @Ref('decided_by', { nullable: true }) decidedBy: string | null;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: number | null;
  @Text('decision_words', 500, { nullable: true }) decisionWords: string | null;
  @Version() version: number;
}
