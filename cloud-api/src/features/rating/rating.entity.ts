import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { RatingLevel } from '@hall/shared/rating/rating.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** One service, one invitation. It belongs to the account that carried the visit; whoever holds the slip may use it too. */
@Entity('rating_invitation')
@Index('ux_invitation_ticket', ['ticketId'], { unique: true })
@Index('ux_invitation_slip', ['slipHash'], { unique: true })
@Index('ix_invitation_resident', ['residentId', 'servedAt'])
@Index('ix_invitation_served', ['hallId', 'servedOn'])
export class RatingInvitation {
  @Id() id: string;
  @Ref('ticket_id') ticketId: string;
  @Ref('hall_id') hallId: string;
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  /** Of the code last printed; the code itself is only on the paper. */
  @Text('slip_hash', 64, { nullable: true }) slipHash: string | null;
  @Json('matter_ids') matterIds: string[];
  @Ref('window_id', { nullable: true }) windowId: string | null;
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @DayColumn('served_on') servedOn: string;
  @InstantColumn('served_at') servedAt: number;
  @Flag('rated') rated: boolean;
  @Version() version: number;
}

/** What was said. No page shows a single one to the clerk concerned; the words are encrypted, because people name people. */
@Entity('rating')
@Index('ux_rating_invitation', ['invitationId'], { unique: true })
@Index('ix_rating_hall', ['hallId', 'givenOn'])
export class Rating {
  @Id() id: string;
  @Ref('invitation_id') invitationId: string;
  @ManyToOne(() => RatingInvitation, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'invitation_id', foreignKeyConstraintName: 'fk_rating_invitation' })
  invitation?: RatingInvitation;
  @Ref('hall_id') hallId: string;
  @Ref('window_id', { nullable: true }) windowId: string | null;
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @Text('way', 8) way: 'account' | 'slip';
  @Integer('level') level: RatingLevel;
  @Json('reasons') reasons: string[];
  @Integer('attitude', { nullable: true }) attitude: number | null;
  @Integer('quality', { nullable: true }) quality: number | null;
  @Integer('activities', { nullable: true }) activities: number | null;
  @Sealed('comment_cipher', 'rating.comment', { nullable: true }) commentCipher: string | null;
  @DayColumn('given_on') givenOn: string;
}
