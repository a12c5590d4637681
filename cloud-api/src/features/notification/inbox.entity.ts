import { Entity, Index } from 'typeorm';
import { Flag, Id, InstantColumn, Ref, Text } from '../../platform/persistence/columns.ts';

/** A message in somebody's own inbox, whoever it is. It names cases and days, never an ID number or a phone. */
abstract class InboxMessage {
  @Id() id: string;
  @InstantColumn('at') at: number;
  @Text('title', 60) title: string;
  @Text('body', 300) body: string;
  /** A page of the mini-program for residents, a path of the console for staff. */
  @Text('link', 120, { nullable: true }) link: string | null;
  @InstantColumn('read_at', { nullable: true }) readAt: number | null;
  /** The fact it tells of: told once, however often the event comes. */
  @Text('once_key', 100) onceKey: string;
}

@Entity('inbox_item')
@Index('ix_inbox_resident', ['residentId', 'at'])
@Index('ux_inbox_once', ['onceKey'], { unique: true })
export class InboxItem extends InboxMessage {
  @Ref('resident_id') residentId: string;
}

@Entity('staff_inbox_item')
@Index('ix_staff_inbox', ['staffId', 'at'])
@Index('ux_staff_inbox_once', ['onceKey'], { unique: true })
export class StaffInboxItem extends InboxMessage {
  @Ref('staff_id') staffId: string;
  @Ref('hall_id') hallId: string;
  @Text('kind', 40) kind: string;
  @Flag('urgent') urgent: boolean;
}
