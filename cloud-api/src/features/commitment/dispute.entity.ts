import { Entity, Index } from 'typeorm';
import type { DisputeState } from '@hall/shared/commitment/commitment.moves';
import { Id, InstantColumn, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** Somebody who was served says that the times written down are wrong: once for a ticket. It changes no record; it stands beside the figure. */
@Entity('time_dispute')
@Index('ux_time_dispute', ['ticketId'], { unique: true })
@Index('ix_time_dispute_hall', ['hallId', 'state', 'raisedAt'])
@Index('ix_time_dispute_resident', ['raisedBy'])
export class TimeDispute {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('ticket_id') ticketId: string;
  /** The account that raised it, to be told of the answer; nobody of the hall is shown it. Null without one. */
  @Ref('raised_by', { nullable: true }) raisedBy: string | null;
  /** Who took it down at the desk for somebody without a phone; null when it came by account or by slip. */
  @Ref('recorded_by', { nullable: true }) recordedBy: string | null;
  @Text('state', 12) state: DisputeState;
  @Sealed('words_cipher', 'time-dispute.words', { nullable: true }) wordsCipher: string | null;
  @InstantColumn('raised_at') raisedAt: number;
  @Ref('answered_by', { nullable: true }) answeredBy: string | null;
  @InstantColumn('answered_at', { nullable: true }) answeredAt: number | null;
  @Sealed('answer_cipher', 'time-dispute.answer', { nullable: true }) answerCipher: string | null;
  @Version() version: number;
}
