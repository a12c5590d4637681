import { Entity, Index } from 'typeorm';
import { Flag, Id, InstantColumn, Integer, Ref, Text } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** Something a clerk wants changed. A draft until the case is returned; a sent mark is never altered. */
@Entity('review_mark')
@Index('ix_review_mark_case', ['applicationId', 'state', 'round'])
export class ReviewMark {
  @Id() id: string;
  @Ref('application_id') applicationId: string;
  @Integer('round') round: number;
  @Integer('position') position: number;
  @Text('state', 8) state: 'draft' | 'sent';
  @Text('target', 80) target: string;
  @Text('target_label', 80) targetLabel: string;
  /** The material a marked picture belonged to: the picture itself may be gone by now. */
  @Text('material_code', 40, { nullable: true }) materialCode: string | null;
  @Text('reason_code', 40) reasonCode: string;
  @Sealed('sentence', 'review-mark.sentence') sentence: string;
  /** First named in a later return although it could have been named before: the once-only rate counts these. */
  @Flag('late') late: boolean;
  @Ref('marked_by') markedBy: string;
  @InstantColumn('at') at: number;
}

/** 一次性告知书: everything to correct, named at once and in writing. Its wording is kept as it was given. */
@Entity('once_only_notice')
@Index('ux_notice_number', ['hallId', 'number'], { unique: true })
@Index('ix_notice_case', ['applicationId', 'issuedAt'])
export class OnceOnlyNotice {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('number', 32) number: string;
  @Ref('application_id') applicationId: string;
  @Integer('round') round: number;
  @Text('cause', 10) cause: 'return' | 'rejection';
  @Ref('issued_by') issuedBy: string;
  @InstantColumn('issued_at') issuedAt: number;
  @Sealed('content', 'once-only-notice.content') content: string;
}
