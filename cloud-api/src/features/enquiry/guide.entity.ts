import { Entity, Index } from 'typeorm';
import type { GuideKind, GuideState, GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { DayColumn, Id, InstantColumn, Integer, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** One version of an entry of the public guide. A rule sees to it that neither question nor answer names anybody. */
@Entity('guide_version')
@Index('ux_guide_version', ['entryId', 'versionNumber'], { unique: true })
@Index('ix_guide_version_list', ['hallId', 'state', 'effectiveFrom'])
@Index('ix_guide_version_enquiry', ['enquiryId'])
export class GuideVersion {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** The same for all versions of an entry: its public address. */
  @Ref('entry_id') entryId: string;
  @Integer('version_number') versionNumber: number;
  @Text('kind', 10, { default: 'question' }) kind: GuideKind;
  @Text('state', 10) state: GuideState;
  @Text('topic', 20) topic: GuideTopic;
  @Text('question', 240) question: string;
  @LongText('answer') answer: string;
  /** The document a leaflet is out of. */
  @Text('source', 120, { nullable: true }) source: string | null;
  /** Of whom else to call: an office's, never a person's. */
  @Text('phone', 30, { nullable: true }) phone: string | null;
  @DayColumn('effective_from', { nullable: true }) effectiveFrom: string | null;
  @DayColumn('effective_to', { nullable: true }) effectiveTo: string | null;
  /** The question it grew out of; never shown in public. */
  @Ref('enquiry_id', { nullable: true }) enquiryId: string | null;
  @Ref('written_by') writtenBy: string;
  @InstantColumn('written_at') writtenAt: number;
  @Ref('decided_by', { nullable: true }) decidedBy: string | null;
  @InstantColumn('decided_at', { nullable: true }) decidedAt: number | null;
  @Text('return_reason', 400, { nullable: true }) returnReason: string | null;
  @Version() version: number;
}
