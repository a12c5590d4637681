import { Check, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { ActivityState } from '@hall/shared/activity/activity.moves';
import type { SignUpState } from '@hall/shared/activity/sign-up.moves';
import { DayColumn, Flag, Id, InstantColumn, Integer, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** Something the hall holds for the people: a lesson, a policy talk, a round of visits. */
@Entity('activity')
@Index('ix_activity_hall', ['hallId', 'startsAt'])
@Index('ix_activity_clock', ['state', 'startsAt'])
export class Activity {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('title', 40) title: string;
  @LongText('words') words: string;
  @Text('place', 60) place: string;
  @Ref('picture_id', { nullable: true }) pictureId: string | null;
  @InstantColumn('starts_at') startsAt: number;
  @InstantColumn('ends_at') endsAt: number;
  @InstantColumn('sign_up_closes_at') signUpClosesAt: number;
  @Integer('capacity') capacity: number;
  @Text('state', 10) state: ActivityState;
  @Text('cancel_reason', 100, { nullable: true }) cancelReason: string | null;
  @Ref('created_by') createdBy: string;
  @InstantColumn('announced_at', { nullable: true }) announcedAt: number | null;
  /** When those with a place were reminded, and those who came asked to rate. */
  @InstantColumn('reminded_at', { nullable: true }) remindedAt: number | null;
  @InstantColumn('invited_at', { nullable: true }) invitedAt: number | null;
  @Version() version: number;
}

/** One place of an announced activity. There are as many rows as places, so a further one cannot be given away. */
@Entity('activity_place')
@Index('ux_activity_place_number', ['activityId', 'number'], { unique: true })
@Index('ux_activity_place', ['activityId', 'id'], { unique: true })
export class ActivityPlace {
  @Id() id: string;
  @Ref('activity_id') activityId: string;
  @ManyToOne(() => Activity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'activity_id', foreignKeyConstraintName: 'fk_activity_place' })
  activity?: Activity;
  @Integer('number') number: number;
}

const SEATED_HAS_PLACE = "state NOT IN ('signed-up', 'attended') OR place_id IS NOT NULL";

/** Somebody who wants to come. A resident has one open sign-up an activity; somebody without a phone is written down by staff. */
@Entity('activity_sign_up')
@Index('ux_activity_sign_up_place', ['placeId'], { unique: true })
@Index('ux_activity_sign_up_open', ['openKey'], { unique: true })
@Index('ux_activity_sign_up_order', ['activityId', 'position'], { unique: true })
@Index('ux_activity_sign_up_reference', ['reference'], { unique: true })
@Index('ix_activity_sign_up_seat', ['activityId', 'placeId'])
@Index('ix_activity_sign_up_resident', ['residentId'])
@Check('ck_activity_seated_has_place', SEATED_HAS_PLACE)
export class ActivitySignUp {
  @Id() id: string;
  @Ref('activity_id') activityId: string;
  /** Null for somebody without an account, written down by staff. */
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  /** Activity and resident while it is open, null once it is not: the database allows one open sign-up for both. */
  @Text('open_key', 80, { nullable: true }) openKey: string | null;
  @Ref('place_id', { nullable: true }) placeId: string | null;
  @ManyToOne(() => ActivityPlace, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn([
    { name: 'activity_id', referencedColumnName: 'activityId', foreignKeyConstraintName: 'fk_activity_sign_up_place' },
    { name: 'place_id', referencedColumnName: 'id', foreignKeyConstraintName: 'fk_activity_sign_up_place' },
  ])
  seat?: ActivityPlace;
  /** In which order people came: who waits is given a place in it. */
  @Integer('position') position: number;
  /** For the door: printed in the QR code of the sign-up. */
  @Text('reference', 8) reference: string;
  @Sealed('name_cipher', 'activity-sign-up.name') nameCipher: string;
  @Sealed('phone_cipher', 'activity-sign-up.phone', { nullable: true }) phoneCipher: string | null;
  @Text('state', 10) state: SignUpState;
  @InstantColumn('signed_up_at') signedUpAt: number;
  @InstantColumn('attended_at', { nullable: true }) attendedAt: number | null;
  @Text('attended_by', 5, { nullable: true }) attendedBy: 'code' | 'staff' | null;
  /** Whether it was rated; with what, nobody can tell. */
  @Flag('rated') rated: boolean;
  @Version() version: number;
}

/** One rating. It knows the activity and the day, and not whose it is. */
@Entity('activity_rating', { withoutRowid: true })
@Index('ix_activity_rating', ['activityId'])
@Index('ix_activity_rating_day', ['hallId', 'givenOn'])
export class ActivityRating {
  @Id() id: string;
  @Ref('activity_id') activityId: string;
  @ManyToOne(() => Activity, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'activity_id', foreignKeyConstraintName: 'fk_activity_rating' })
  activity?: Activity;
  @Ref('hall_id') hallId: string;
  @Integer('level') level: number;
  @DayColumn('given_on') givenOn: string;
}
