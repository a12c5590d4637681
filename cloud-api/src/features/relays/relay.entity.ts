import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { ReceiptState } from '@hall/shared/relays/relay.moves';
import { DayColumn, Flag, Id, InstantColumn, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** A message that must reach members of staff 信息传达. It is the hall's own and names no resident. */
@Entity('relay')
@Index('ix_relay_hall', ['hallId', 'sentAt'])
export class RelayMessage {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('title', 60) title: string;
  @LongText('words') words: string;
  /** Where more is to be read: an address, or the number of a paper. */
  @Text('link', 300, { nullable: true }) link: string | null;
  @Ref('sent_by') sentBy: string;
  @InstantColumn('sent_at') sentAt: number;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: number | null;
  @Version() version: number;
}

/** One recipient's part: owed until acknowledged. */
@Entity('relay_receipt')
@Index('ux_relay_receipt', ['relayId', 'staffId'], { unique: true })
@Index('ix_relay_receipt_staff', ['staffId', 'state'])
@Index('ix_relay_receipt_figures', ['hallId', 'inTime'])
export class RelayReceipt {
  @Id() id: string;
  @Ref('relay_id') relayId: string;
  @ManyToOne(() => RelayMessage, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'relay_id', foreignKeyConstraintName: 'fk_relay_receipt' })
  relay?: RelayMessage;
  @Ref('hall_id') hallId: string;
  @Ref('staff_id') staffId: string;
  @Text('state', 14) state: ReceiptState;
  /** The last day somebody was reminded of it. */
  @DayColumn('reminded_on', { nullable: true }) remindedOn: string | null;
  @InstantColumn('due_at', { nullable: true }) dueAt: number | null;
  @InstantColumn('acknowledged_at', { nullable: true }) acknowledgedAt: number | null;
  /** Whoever acts for the recipient may have done it. */
  @Ref('acknowledged_by', { nullable: true }) acknowledgedBy: string | null;
  /** As its deadline told; null while it runs. */
  @Flag('in_time', { nullable: true }) inTime: boolean | null;
  @Version() version: number;
}
