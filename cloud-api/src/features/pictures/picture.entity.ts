import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, Integer, Ref, Text } from '../../platform/persistence/columns.ts';

/** A picture somebody handed in. Its bytes lie encrypted in the file store, under names that say nothing. */
@Entity('picture')
@Index('ux_picture_file', ['fileId'], { unique: true })
@Index('ux_picture_thumb', ['thumbFileId'], { unique: true })
@Index('ix_picture_subject', ['subjectKind', 'subjectId'])
@Index('ix_picture_owner', ['ownerResidentId'])
export class Picture {
  @Id() id: string;
  @Text('file_id', 32) fileId: string;
  @Text('thumb_file_id', 32) thumbFileId: string;
  /** The account it belongs to; null when a clerk took it for somebody without one. */
  @Ref('owner_resident_id', { nullable: true }) ownerResidentId: string | null;
  /** The hall whose staff may see it; null when it belongs to an account: then the halls that have to do with it, or nobody. */
  @Ref('hall_id', { nullable: true }) hallId: string | null;
  @Text('subject_kind', 24) subjectKind: string;
  @Ref('subject_id') subjectId: string;
  @Integer('width') width: number;
  @Integer('height') height: number;
  @Integer('bytes') bytes: number;
  @Text('sha256', 64) sha256: string;
  @InstantColumn('created_at') createdAt: number;
}
