import { Entity, Index } from 'typeorm';
import { Flag, Id, InstantColumn, Integer, Json, Ref, Text } from '../../platform/persistence/columns.ts';

export type RecipientKind = 'resident' | 'staff';
export type Channel = 'wechat' | 'sms';
/**
 * `pending → sending → sent | not-consented | refused | gave-up`; a call that surely did not reach anybody goes back to
 * `pending` for a later try.
 */
export type DeliveryState = 'pending' | 'sending' | 'sent' | 'not-consented' | 'refused' | 'gave-up';

/** One message on its way to one person by one channel. Its params are what a template needs and hold no personal data. */
@Entity('message_delivery')
@Index('ix_delivery_due', ['state', 'urgent', 'notBefore'])
@Index('ix_delivery_recipient', ['recipientId', 'createdAt'])
@Index('ux_delivery_once', ['onceKey'], { unique: true })
export class MessageDelivery {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('channel', 8) channel: Channel;
  @Text('recipient_kind', 10) recipientKind: RecipientKind;
  @Ref('recipient_id') recipientId: string;
  @Text('kind', 40) kind: string;
  @Json('params') params: Record<string, string>;
  /** A page of the mini-program, opened by a tap on the message. */
  @Text('page', 160, { nullable: true }) page: string | null;
  @Flag('urgent') urgent: boolean;
  @Text('state', 16) state: DeliveryState;
  /** Why it ended as it did: `stale`, `outcome-unknown`, `no-phone`, WeChat's reason … */
  @Text('reason', 40, { nullable: true }) reason: string | null;
  @Integer('attempts') attempts: number;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('not_before') notBefore: number;
  /** After this it helps nobody any more. */
  @InstantColumn('expires_at') expiresAt: number;
  @InstantColumn('claimed_at', { nullable: true }) claimedAt: number | null;
  @InstantColumn('ended_at', { nullable: true }) endedAt: number | null;
  @Text('once_key', 140) onceKey: string;
}

/** How many messages of one template a person still allows: each tap on "允许" is one. */
@Entity('message_consent')
@Index('ux_message_consent', ['holderId', 'template'], { unique: true })
export class MessageConsent {
  @Id() id: string;
  @Text('holder_kind', 10) holderKind: RecipientKind;
  @Ref('holder_id') holderId: string;
  @Text('template', 20) template: string;
  @Integer('remaining') remaining: number;
  /** When the person last said no; not asked again for a while. */
  @InstantColumn('declined_at', { nullable: true }) declinedAt: number | null;
  @InstantColumn('changed_at') changedAt: number;
}
