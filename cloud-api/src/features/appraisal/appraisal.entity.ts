import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { AppraisalState } from '@hall/shared/appraisal/appraisal.moves';
import type { AppraisalFigure } from '@hall/shared/appraisal/figure.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** One department asked about once. What was said at its opening never changes. */
@Entity('appraisal')
@Index('ux_appraisal_open', ['openKey'], { unique: true })
@Index('ux_appraisal_code', ['code'], { unique: true })
@Index('ix_appraisal_hall', ['hallId', 'openedAt'])
@Index('ix_appraisal_state', ['state', 'closesOn'])
export class Appraisal {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('department_id') departmentId: string;
  /** The department while it runs, null afterwards: a department has one at a time. */
  @Ref('open_key', { nullable: true }) openKey: string | null;
  /** How the ledger calls it. */
  @Text('code', 22) code: string;
  @Text('state', 10) state: AppraisalState;
  @Json('questions') questions: string[];
  @Integer('invite') invite: number;
  /** How many could be drawn, and the root over their tokens. */
  @Integer('population') population: number;
  @Text('root', 64) root: string;
  @DayColumn('opened_on') openedOn: string;
  /** The last day on which it is answered; `closesAt` is the first instant after it. */
  @DayColumn('closes_on') closesOn: string;
  @InstantColumn('closes_at') closesAt: number;
  @Ref('opened_by') openedBy: string;
  @InstantColumn('opened_at') openedAt: number;
  @Text('seed', 64, { nullable: true }) seed: string | null;
  @Integer('invited', { nullable: true }) invited: number | null;
  @InstantColumn('drawn_at', { nullable: true }) drawnAt: number | null;
  /** Null until counted, and where too few answered to tell. */
  @Integer('answers', { nullable: true }) answers: number | null;
  @Json('figures', { nullable: true }) figures: AppraisalFigure[] | null;
  @InstantColumn('counted_at', { nullable: true }) countedAt: number | null;
  /** Who says what the department changes, by `dueOn`; that day stands in the ledger and no extension moves it. */
  @Ref('owner_id', { nullable: true }) ownerId: string | null;
  @DayColumn('due_on', { nullable: true }) dueOn: string | null;
  @LongText('rectification', { nullable: true }) rectification: string | null;
  @DayColumn('rectified_on', { nullable: true }) rectifiedOn: string | null;
  @Ref('rectified_by', { nullable: true }) rectifiedBy: string | null;
  @Version() version: number;
}

/** Somebody who could be drawn. All of an appraisal's are deleted when its result is told. */
@Entity('appraisal_member', { withoutRowid: true })
@Index('ux_appraisal_member', ['appraisalId', 'citizenIndex'], { unique: true })
export class AppraisalMember {
  @Id() id: string;
  @Ref('appraisal_id') appraisalId: string;
  @ManyToOne(() => Appraisal, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'appraisal_id', foreignKeyConstraintName: 'fk_appraisal_member' })
  appraisal?: Appraisal;
  @Text('citizen_index', 64) citizenIndex: string;
  @Text('salt', 22) salt: string;
  /** How the ledger calls this person in this appraisal, and nowhere else. */
  @Text('token', 64) token: string;
  @Flag('invited') invited: boolean;
}

/** Who has answered, by a name that holds for this appraisal alone. It tells neither when nor what. */
@Entity('appraisal_roll', { withoutRowid: true })
export class AppraisalRollEntry {
  @PrimaryColumn({ name: 'appraisal_id', type: 'varchar', length: 36 }) appraisalId: string;
  @PrimaryColumn({ name: 'person_mac', type: 'varchar', length: 64 }) personMac: string;
  /** Set for all at once when they are counted: see `AppraisalCount`. */
  @Flag('counted') counted: boolean;
}

/** What somebody said, under a random name: one digit a question. It tells neither when nor who. */
@Entity('appraisal_answer', { withoutRowid: true })
@Index('ux_appraisal_answer_nonce', ['nonceHash'], { unique: true })
@Index('ix_appraisal_answer', ['appraisalId'])
export class AppraisalAnswer {
  @Id() id: string;
  @Ref('appraisal_id') appraisalId: string;
  @Text('levels', 8) levels: string;
  /** Recognises the person's own retry: of random bytes only their phone knows. */
  @Text('nonce_hash', 64) nonceHash: string;
  @Flag('counted') counted: boolean;
}
