import { Injectable } from '@nestjs/common';
import { DAY_LENGTH, MINUTE, SECOND } from '@hall/shared/kernel/day';
import { DataSource, type EntityManager } from 'typeorm';
import { ANYONE, system, type StaffActor } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Settings } from '../../platform/config/settings.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { Session } from '../../platform/persistence/platform.entities.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { WechatClient } from '../../platform/wechat/wechat.client.ts';
import { browserWords, placeWords } from './browser-words.ts';
import type { SessionView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import type { ScanLookView, ScanSignInView, ScanStateView } from './staff-wechat.dto.ts';
import { ScanSignIn } from './staff-wechat.entity.ts';
import { refuseLocked } from './staff-sign-in.service.ts';
import { ON_THE_PHONE } from './staff-wechat.service.ts';
import { Staff } from './staff.entity.ts';

const LIVES = 2 * MINUTE;
/** 96 random bits in 16 characters; WeChat's scenes hold 32. */
const SCENE_BYTES = 12;
const PAGE = 'leader/scan-confirm/index';

/**
 * Signing in to the console from the phone. The console shows the scene and keeps a secret; the phone of a signed-in member
 * of staff looks, sees who asks, and confirms; the console exchanges the secret for a session. Each step is one conditional
 * update, so a scene serves one person, once, for two minutes.
 */
@Injectable()
export class ScanSignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly wechat: WechatClient,
    private readonly crypto: CryptoPort,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async begin(from: { userAgent: string | undefined; address: string }): Promise<ScanSignInView> {
    const [scene, secret] = [this.crypto.randomToken(SCENE_BYTES), this.crypto.randomToken()];
    const expiresAt = await this.unitOfWork.run(ANYONE, async (work) => {
      await work.add(ScanSignIn, {
        id: newId(), sceneHash: this.crypto.hash(scene), secretHash: this.crypto.hash(secret), browser: browserWords(from.userAgent), place: placeWords(from.address),
        state: 'waiting', staffId: null, createdAt: work.now, expiresAt: work.now + LIVES, endedAt: null,
      });
      return work.now + LIVES;
    });
    return { scene, secret, expiresAt, livesSeconds: LIVES / SECOND, picture: await this.picture(scene), link: this.settings.isDemo ? `/#/${PAGE}?scene=${scene}` : null };
  }

  /** What the console shows meanwhile. Changes nothing. @throws NOT_FOUND also for a wrong secret */
  async state(scene: string, secret: string): Promise<ScanStateView> {
    const row = await this.dataSource.manager.findOneBy(ScanSignIn, { sceneHash: this.crypto.hash(scene) });
    if (!row || row.secretHash !== this.crypto.hash(secret)) throw platformErrors.NOT_FOUND();
    if (row.state === 'refused') return { state: 'refused' };
    return { state: row.state === 'claimed' || row.expiresAt <= this.clock.now() ? 'over' : row.state };
  }

  /** Who asks to be signed in. Whoever looks first keeps it. @throws SCAN_CODE_OVER, SCAN_CODE_TAKEN */
  async look(actor: StaffActor, scene: string): Promise<ScanLookView> {
    return this.unitOfWork.run(actor, async (work) => {
      const sceneHash = this.crypto.hash(scene);
      await work.execute("UPDATE scan_sign_in SET state = 'looked', staff_id = ? WHERE scene_hash = ? AND state = 'waiting' AND expires_at > ?", [actor.id, sceneHash, work.now]);
      const row = await work.findOne(ScanSignIn, { sceneHash });
      if (!row || row.state !== 'looked' || row.expiresAt <= work.now) throw identityErrors.SCAN_CODE_OVER();
      if (row.staffId !== actor.id) throw identityErrors.SCAN_CODE_TAKEN();
      return { browser: row.browser, place: row.place, askedAt: row.createdAt, expiresAt: row.expiresAt, staffName: (await work.get(Staff, actor.id)).name };
    });
  }

  /**
   * @throws SCAN_CODE_OVER when it was not looked at by this person, was answered already, or is too old; SCAN_NEEDS_PHONE when
   * a console confirms
   */
  async answer(actor: StaffActor, sessionId: string, scene: string, answer: 'confirmed' | 'refused'): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      // Whoever unties the phone holds this row, and ends its sessions: one believed to be open a moment ago confirms nothing.
      await work.lock(Staff, actor.id);
      if ((await work.get(Session, sessionId)).endedAt !== null) throw platformErrors.SIGN_IN_NEEDED();
      const { affected } = await work.execute("UPDATE scan_sign_in SET state = ? WHERE scene_hash = ? AND state = 'looked' AND staff_id = ? AND expires_at > ?", [answer, this.crypto.hash(scene), actor.id, work.now]);
      if (affected === 0) throw identityErrors.SCAN_CODE_OVER();
      if (answer === 'confirmed') await this.refuseUnlessPhone(work, sessionId);
      work.audit(`staff.scan-${answer}`, actor.id);
    });
  }

  /** The console's session, once. @throws NOT_FOUND for a wrong scene or secret, SCAN_NOT_CONFIRMED, SCAN_CODE_OVER, STAFF_ACCOUNT_CLOSED, ACCOUNT_LOCKED */
  async claim(scene: string, secret: string): Promise<SessionView> {
    const { staffId } = await this.own(this.dataSource.manager, scene, secret, this.clock.now());
    if (staffId === null) throw identityErrors.SCAN_NOT_CONFIRMED();
    return this.unitOfWork.run(ANYONE, async (work) => {
      const staff = await work.lock(Staff, staffId);
      const row = await this.own(work.manager, scene, secret, work.now);
      if (row.state === 'waiting' || row.state === 'looked') throw identityErrors.SCAN_NOT_CONFIRMED();
      const { affected } = await work.execute("UPDATE scan_sign_in SET state = 'claimed', ended_at = ? WHERE id = ? AND state = 'confirmed'", [work.now, row.id]);
      if (affected === 0) throw identityErrors.SCAN_CODE_OVER();
      if (!staff.active) throw identityErrors.STAFF_ACCOUNT_CLOSED();
      refuseLocked(staff, work.now);
      work.audit('staff.scan-sign-in', staff.id);
      return this.sessions.issue(work, 'staff', staff.id);
    });
  }

  /** Where somebody signed in from is nobody's business a day later. */
  async forget(): Promise<void> {
    await this.unitOfWork.run(system('identity'), (work) => work.execute('DELETE FROM scan_sign_in WHERE expires_at < ?', [work.now - DAY_LENGTH]));
  }

  /**
   * Only what WeChat itself opened vouches for another session. Else a console left open for a minute would hand out sessions
   * that outlive its own end, and each of these the next. The demo's phone is a browser.
   */
  private async refuseUnlessPhone(work: Work, sessionId: string): Promise<void> {
    const { createdAt, expiresAt } = await work.get(Session, sessionId);
    if (expiresAt - createdAt > ON_THE_PHONE.token && !this.settings.isDemo) throw identityErrors.SCAN_NEEDS_PHONE();
  }

  private async own(manager: EntityManager, scene: string, secret: string, now: number): Promise<ScanSignIn> {
    const row = await manager.findOneBy(ScanSignIn, { sceneHash: this.crypto.hash(scene) });
    if (!row || row.secretHash !== this.crypto.hash(secret)) throw platformErrors.NOT_FOUND();
    if (row.expiresAt <= now) throw identityErrors.SCAN_CODE_OVER();
    return row;
  }

  /** In the demo the link stands in for it. Without WeChat, or while it is away, people sign in by password. */
  private async picture(scene: string): Promise<string | null> {
    if (!this.settings.WECHAT_APPID || this.settings.isDemo) return null;
    try {
      const { contentType, bytes } = await this.wechat.getUnlimitedCode({ scene, page: PAGE, widthPx: 280 });
      return `data:${contentType};base64,${bytes.toString('base64')}`;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
