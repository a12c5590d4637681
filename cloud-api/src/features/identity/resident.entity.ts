import { Entity, Index } from 'typeorm';
import type { Assurance } from '@hall/shared/identity/assurance.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** One person's account. Name, ID number and phone are encrypted; the indexes only say "the same" or "another". */
@Entity('resident')
@Index('ux_resident_verified', ['verifiedIndex'], { unique: true })
@Index('ix_resident_citizen', ['citizenIndex'])
@Index('ix_resident_phone', ['phoneIndex'])
export class Resident {
  @Id() id: string;
  @Text('assurance', 10) assurance: Assurance;
  @Sealed('name_cipher', 'resident.name', { nullable: true }) nameCipher: string | null;
  @Sealed('citizen_id_cipher', 'resident.citizen-id', { nullable: true }) citizenIdCipher: string | null;
  @Text('citizen_index', 64, { nullable: true }) citizenIndex: string | null;
  /** Set when a clerk has seen the ID card: one verified account per citizen ID. */
  @Text('verified_index', 64, { nullable: true }) verifiedIndex: string | null;
  @Sealed('phone_cipher', 'resident.phone', { nullable: true }) phoneCipher: string | null;
  @Text('phone_index', 64, { nullable: true }) phoneIndex: string | null;
  @Flag('elder_mode') elderMode: boolean;
  @InstantColumn('created_at') createdAt: number;
  @Ref('merged_into', { nullable: true }) mergedInto: string | null;
  @Version() version: number;
}

/** A way into an account: a WeChat openid, a phone, or (only in the demo) a demo person. */
@Entity('resident_identity')
@Index('ux_identity_subject', ['kind', 'subjectIndex'], { unique: true })
@Index('ix_identity_resident', ['residentId'])
export class ResidentIdentity {
  @Id() id: string;
  @Ref('resident_id') residentId: string;
  @Text('kind', 8) kind: 'wechat' | 'phone' | 'demo';
  @Text('subject_index', 64) subjectIndex: string;
  @Sealed('subject_cipher', 'resident-identity.subject') subjectCipher: string;
  @InstantColumn('created_at') createdAt: number;
}

/** Each giving of a consent is a row; withdrawing closes it and a new giving is a new row. */
@Entity('consent')
@Index('ix_consent_resident', ['residentId', 'kind'])
export class Consent {
  @Id() id: string;
  @Ref('resident_id') residentId: string;
  @Text('kind', 20) kind: 'privacy-notice' | 'sensitive-data';
  @Text('notice_version', 20) noticeVersion: string;
  @InstantColumn('given_at') givenAt: number;
  @InstantColumn('withdrawn_at', { nullable: true }) withdrawnAt: number | null;
}

/** A person the resident acts for (被代办人). */
@Entity('relative')
@Index('ux_relative_person', ['residentId', 'openIndex'], { unique: true })
export class Relative {
  @Id() id: string;
  @Ref('resident_id') residentId: string;
  @Text('relation', 20) relation: string;
  @Sealed('name_cipher', 'relative.name') nameCipher: string;
  @Sealed('citizen_id_cipher', 'relative.citizen-id') citizenIdCipher: string;
  @Text('citizen_index', 64) citizenIndex: string;
  /** The citizen index while the entry stands, null once removed: so each person is entered once. */
  @Text('open_index', 64, { nullable: true }) openIndex: string | null;
  @Ref('authority_picture_id', { nullable: true }) authorityPictureId: string | null;
  @Text('authority_state', 10) authorityState: 'none' | 'uploaded' | 'checked';
  @DayColumn('authority_valid_until', { nullable: true }) authorityValidUntil: string | null;
  @InstantColumn('created_at') createdAt: number;
  @Version() version: number;
}

/** A code sent to a phone. Only its keyed digest is kept, and it is good for few tries. */
@Entity('one_time_code')
@Index('ix_code_phone', ['phoneIndex', 'createdAt'])
export class OneTimeCode {
  @Id() id: string;
  @Text('phone_index', 64) phoneIndex: string;
  @Text('code_mac', 64) codeMac: string;
  @Integer('tries') tries: number;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('expires_at') expiresAt: number;
  @InstantColumn('used_at', { nullable: true }) usedAt: number | null;
}
