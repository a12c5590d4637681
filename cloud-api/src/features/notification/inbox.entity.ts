import { Entity, Index } from 'typeorm';
import { Id, InstantColumn, Ref, Text } from '../../platform/persistence/columns.ts';

/** A message in a resident's own inbox. It names cases and days, never an ID number or a phone. */
@Entity('inbox_item')
@Index('ix_inbox_resident', ['residentId', 'at'])
@Index('ux_inbox_once', ['onceKey'], { unique: true })
export class InboxItem {
  @Id() id: string;
  @Ref('resident_id') residentId: string;
  @InstantColumn('at') at: number;
  @Text('title', 60) title: string;
  @Text('body', 300) body: string;
  /** A page of the mini-program. */
  @Text('link', 120, { nullable: true }) link: string | null;
  @InstantColumn('read_at', { nullable: true }) readAt: number | null;
  /** The fact it tells of: told once, however often the event comes. */
  @Text('once_key', 100) onceKey: string;
}
