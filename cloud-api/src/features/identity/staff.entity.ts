import { Entity, Index } from 'typeorm';
import type { StaffRole } from '@hall/shared/identity/permissions';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

@Entity('staff')
@Index('ux_staff_user_name', ['userName'], { unique: true })
export class Staff {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('department_id', { nullable: true }) departmentId: string | null;
  @Text('user_name', 40) userName: string;
  @Text('password_hash', 200) passwordHash: string;
  @Sealed('totp_secret_cipher', 'staff.totp', { nullable: true }) totpSecretCipher: string | null;
  @Integer('totp_last_step', { nullable: true }) totpLastStep: number | null;
  /** The hall's day on which the second factor was last given. */
  @DayColumn('second_factor_day', { nullable: true }) secondFactorDay: string | null;
  @Integer('failed_sign_ins') failedSignIns: number;
  @InstantColumn('locked_until', { nullable: true }) lockedUntil: number | null;
  @Text('name', 40) name: string;
  @Text('badge_number', 20) badgeNumber: string;
  @Text('post', 40) post: string;
  @Ref('photo_picture_id', { nullable: true }) photoPictureId: string | null;
  /** Where the hall reaches this person; only for messages. */
  @Sealed('phone_cipher', 'staff.phone', { nullable: true }) phoneCipher: string | null;
  /** While the password is one that somebody else was shown: until when it opens the first sign-in. */
  @InstantColumn('one_time_until', { nullable: true }) oneTimeUntil: number | null;
  @Flag('active') active: boolean;
  @Version() version: number;
}

/** What a member of staff may do, always in one hall. */
@Entity('staff_grant')
@Index('ux_staff_grant', ['staffId', 'hallId'], { unique: true })
export class StaffGrant {
  @Id() id: string;
  @Ref('staff_id') staffId: string;
  @Ref('hall_id') hallId: string;
  @Json('roles') roles: StaffRole[];
}

/** A paired hall screen or kiosk. */
@Entity('device')
export class Device {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('kind', 10) kind: 'screen';
  @Text('name', 40) name: string;
  @InstantColumn('paired_at', { nullable: true }) pairedAt: number | null;
  @InstantColumn('revoked_at', { nullable: true }) revokedAt: number | null;
  /** Keyed digest of the one-time pairing code; null once used. */
  @Text('pairing_mac', 64, { nullable: true }) pairingMac: string | null;
  @InstantColumn('pairing_expires_at', { nullable: true }) pairingExpiresAt: number | null;
  @Version() version: number;
}
