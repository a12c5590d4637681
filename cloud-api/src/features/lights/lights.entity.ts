import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { PartyKind } from '@hall/shared/lights/card.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** What the head writes of a person; everything else on the card is read where it is kept. */
export interface CardContent { duties: string[] }
export type HonourHolder = 'person' | 'department' | 'window';
/** Typed by a head from a paper, or following from what the hall computes itself. */
export type HonourSource = 'typed' | 'star' | 'flag';

/** A person's service card. Its code is printed on the badge, so it never changes, whatever becomes of the card. */
@Entity('service_card')
@Index('ux_service_card_staff', ['staffId'], { unique: true })
@Index('ux_service_card_code', ['code'], { unique: true })
@Index('ix_service_card_hall', ['hallId'])
export class ServiceCard {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('staff_id') staffId: string;
  @Text('code', 22) code: string;
  /** Not public yet. */
  @Json('draft', { nullable: true }) draft: CardContent | null;
  @Ref('drafted_by', { nullable: true }) draftedBy: string | null;
  @InstantColumn('drafted_at', { nullable: true }) draftedAt: number | null;
  /** The version everybody sees; null while none is shown. */
  @Integer('shown_number', { nullable: true }) shownNumber: number | null;
  @Integer('versions') versions: number;
  @Version() version: number;
}

/** One wording as it was published. Never changed. */
@Entity('service_card_version')
@Index('ux_service_card_version', ['cardId', 'number'], { unique: true })
export class ServiceCardVersion {
  @Id() id: string;
  @Ref('card_id') cardId: string;
  @ManyToOne(() => ServiceCard, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'card_id', foreignKeyConstraintName: 'fk_service_card_version' })
  card?: ServiceCard;
  @Integer('number') number: number;
  @Json('content') content: CardContent;
  @Ref('published_by') publishedBy: string;
  @InstantColumn('published_at') publishedAt: number;
}

/** What a person has agreed to show of themselves. What is taken back is gone: no older state is kept. */
@Entity('card_consent')
@Index('ux_card_consent_staff', ['staffId'], { unique: true })
@Index('ix_card_consent_hall', ['hallId'])
export class CardConsent {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('staff_id') staffId: string;
  @Flag('photo_shown') photoShown: boolean;
  @Text('party', 16, { nullable: true }) party: PartyKind | null;
  @InstantColumn('changed_at') changedAt: number;
  @Version() version: number;
}

/** 亮业绩: what somebody was honoured for, by whom, and where that can be read. */
@Entity('honour')
@Index('ux_honour_source', ['sourceKey'], { unique: true })
@Index('ix_honour_holder', ['hallId', 'holderKind', 'holderId'])
export class Honour {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('holder_kind', 12) holderKind: HonourHolder;
  @Ref('holder_id') holderId: string;
  @Text('title', 60) title: string;
  @Text('given_by', 60) givenBy: string;
  @Text('document', 120) document: string;
  @DayColumn('given_on') givenOn: string;
  @Text('source', 8) source: HonourSource;
  @Text('source_key', 100, { nullable: true }) sourceKey: string | null;
  @Ref('recorded_by', { nullable: true }) recordedBy: string | null;
  @InstantColumn('recorded_at') recordedAt: number;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: number | null;
  @Text('withdrawn_why', 200, { nullable: true }) withdrawnWhy: string | null;
  @Version() version: number;
}

/** Which department answers for a matter in this hall. Limits and materials are the matter's own and stand nowhere else. */
@Entity('matter_duty')
@Index('ux_matter_duty', ['hallId', 'matterId'], { unique: true })
export class MatterDuty {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('matter_id', 40) matterId: string;
  @Ref('department_id') departmentId: string;
  @Version() version: number;
}
