import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { EnquiryAction, EnquiryState, TransferState } from '@hall/shared/enquiry/enquiry.moves';
import type { EnquiryAddressee, EnquiryWay } from '@hall/shared/enquiry/enquiry.rules';
import type { ContentVerdict } from '@hall/shared/kernel/content-verdict';
import { Flag, Id, InstantColumn, Integer, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** One question and whose it is to answer. What was asked and answered stands in its steps. */
@Entity('enquiry')
@Index('ux_enquiry_number', ['number'], { unique: true })
@Index('ix_enquiry_list', ['hallId', 'state', 'askedAt'])
@Index('ix_enquiry_changed', ['hallId', 'changedAt', 'id'])
@Index('ix_enquiry_owner', ['ownerId', 'state'])
@Index('ix_enquiry_resident', ['residentId', 'askedAt'])
export class Enquiry {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** For people: the day and five random signs. */
  @Text('number', 20) number: string;
  @Text('way', 8) way: EnquiryWay;
  /** Null when somebody without an account asked at the desk or on the telephone. */
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  @Sealed('asker_name_cipher', 'enquiry.asker-name', { nullable: true }) askerNameCipher: string | null;
  @Sealed('asker_phone_cipher', 'enquiry.asker-phone', { nullable: true }) askerPhoneCipher: string | null;
  @Text('addressee', 8) addressee: EnquiryAddressee;
  @Ref('department_id', { nullable: true }) departmentId: string | null;
  /** Who received it first, or accepted it since; null while it lies at a section and nobody took it. Never goes back to null. */
  @Ref('owner_id', { nullable: true }) ownerId: string | null;
  @Text('state', 12) state: EnquiryState;
  @Integer('asked_again') askedAgain: number;
  @Integer('picture_count') pictureCount: number;
  @InstantColumn('asked_at') askedAt: number;
  @InstantColumn('changed_at') changedAt: number;
  @Version() version: number;
}

export type EnquiryStepKind = 'ask' | EnquiryAction;

/** One step of its life, with what was asked, answered or given as the reason. Nothing is ever changed or taken away. */
@Entity('enquiry_step')
@Index('ux_enquiry_step', ['enquiryId', 'position'], { unique: true })
export class EnquiryStep {
  @Id() id: string;
  @Ref('enquiry_id') enquiryId: string;
  @ManyToOne(() => Enquiry, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'enquiry_id', foreignKeyConstraintName: 'fk_enquiry_step' })
  enquiry?: Enquiry;
  @Integer('position') position: number;
  @Text('kind', 12) kind: EnquiryStepKind;
  @InstantColumn('at') at: number;
  @Text('by_kind', 10) byKind: 'asker' | 'staff';
  @Ref('by_id', { nullable: true }) byId: string | null;
  /** Whose name it was done in, when somebody acted for a colleague who was away. */
  @Ref('in_name_of', { nullable: true }) inNameOf: string | null;
  /** Whom a transfer was offered to. */
  @Ref('to_staff_id', { nullable: true }) toStaffId: string | null;
  @Ref('to_department_id', { nullable: true }) toDepartmentId: string | null;
  @Sealed('words_cipher', 'enquiry-step.words', { nullable: true }) wordsCipher: string | null;
}

/** An offer to take a question over. At most one is open for each question. */
@Entity('enquiry_transfer')
@Index('ux_enquiry_transfer', ['openKey'], { unique: true })
@Index('ix_enquiry_transfer_staff', ['toStaffId', 'state'])
@Index('ix_enquiry_transfer_department', ['toDepartmentId', 'state'])
export class EnquiryTransfer {
  @Id() id: string;
  @Ref('enquiry_id') enquiryId: string;
  @ManyToOne(() => Enquiry, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'enquiry_id', foreignKeyConstraintName: 'fk_enquiry_transfer' })
  enquiry?: Enquiry;
  /** The question's id while the offer is open, null afterwards. */
  @Ref('open_key', { nullable: true }) openKey: string | null;
  @Text('state', 12) state: TransferState;
  @Ref('from_id') fromId: string;
  @Ref('to_staff_id', { nullable: true }) toStaffId: string | null;
  @Ref('to_department_id', { nullable: true }) toDepartmentId: string | null;
  @InstantColumn('offered_at') offeredAt: number;
  @Ref('decided_by', { nullable: true }) decidedBy: string | null;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: number | null;
  @Version() version: number;
}

/**
 * A question whose words no machine called clean, and what a person found who looked. It only decides whether something may
 * grow out of it into the public guide; whoever asked is answered all the same, and their words stay as they are.
 */
@Entity('enquiry_review')
@Index('ux_enquiry_review', ['enquiryId'], { unique: true })
export class EnquiryReview {
  @Id() id: string;
  @Ref('enquiry_id') enquiryId: string;
  @ManyToOne(() => Enquiry, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'enquiry_id', foreignKeyConstraintName: 'fk_enquiry_review' })
  enquiry?: Enquiry;
  @Text('verdict', 10) verdict: ContentVerdict;
  @Ref('decided_by', { nullable: true }) decidedBy: string | null;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: number | null;
  @Version() version: number;
}

/** An answer being written. It is the question's, not the writer's: whoever acts for the owner goes on with it. */
@Entity('enquiry_draft')
@Index('ux_enquiry_draft', ['enquiryId'], { unique: true })
export class EnquiryDraft {
  @Id() id: string;
  @Ref('enquiry_id') enquiryId: string;
  @ManyToOne(() => Enquiry, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'enquiry_id', foreignKeyConstraintName: 'fk_enquiry_draft' })
  enquiry?: Enquiry;
  @Sealed('text_cipher', 'enquiry-draft.text') textCipher: string;
  @Ref('written_by') writtenBy: string;
  @InstantColumn('saved_at') savedAt: number;
  @Version() version: number;
}

/** Words an answer may begin with. */
@Entity('enquiry_template')
@Index('ix_enquiry_template', ['hallId', 'retired'])
export class EnquiryTemplate {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('title', 40) title: string;
  @LongText('text') text: string;
  @Flag('retired') retired: boolean;
  @Ref('written_by') writtenBy: string;
  @InstantColumn('created_at') createdAt: number;
  @Version() version: number;
}
