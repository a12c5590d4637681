import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { Id, InstantColumn, Ref, Text } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';
import { Staff } from './staff.entity.ts';

/** Whose WeChat a member of staff signs in with: one WeChat for one account, both ways. */
@Entity('staff_wechat')
@Index('ux_staff_wechat_staff', ['staffId'], { unique: true })
@Index('ux_staff_wechat_openid', ['openidIndex'], { unique: true })
export class StaffWechat {
  @Id() id: string;
  @Ref('staff_id') staffId: string;
  @ManyToOne(() => Staff, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'staff_id', foreignKeyConstraintName: 'fk_staff_wechat_staff' })
  staff?: Staff;
  @Text('openid_index', 64) openidIndex: string;
  @Sealed('openid_cipher', 'staff-wechat.openid') openidCipher: string;
  @InstantColumn('bound_at') boundAt: number;
}

/** A console that asks to be signed in from a phone: it shows the scene and keeps the secret. Only digests of both are stored. */
@Entity('scan_sign_in')
@Index('ux_scan_scene', ['sceneHash'], { unique: true })
@Index('ix_scan_expires', ['expiresAt'])
export class ScanSignIn {
  @Id() id: string;
  @Text('scene_hash', 64) sceneHash: string;
  @Text('secret_hash', 64) secretHash: string;
  /** What the person is shown to recognise the computer by. */
  @Text('browser', 60) browser: string;
  @Text('place', 60) place: string;
  @Text('state', 12) state: 'waiting' | 'looked' | 'confirmed' | 'refused' | 'claimed';
  /** Whoever looked first; nobody else may confirm. */
  @Ref('staff_id', { nullable: true }) staffId: string | null;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('expires_at') expiresAt: number;
  @InstantColumn('ended_at', { nullable: true }) endedAt: number | null;
}
