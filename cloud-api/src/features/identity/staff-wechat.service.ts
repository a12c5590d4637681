import { Injectable } from '@nestjs/common';
import { checkPhone } from '@hall/shared/kernel/phone';
import { MINUTE } from '@hall/shared/kernel/day';
import { maskPhone } from '@hall/shared/kernel/masking';
import { DataSource } from 'typeorm';
import { ANYONE, type StaffActor } from '../../platform/auth/actor.ts';
import { Sessions, type Lifetime } from '../../platform/auth/sessions.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { WechatClient } from '../../platform/wechat/wechat.client.ts';
import type { SessionView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { staffWechatBound, staffWechatUntied } from './identity.events.ts';
import type { StaffAccountView, StaffWechatBinding, WechatBindingView } from './staff-wechat.dto.ts';
import { StaffWechat } from './staff-wechat.entity.ts';
import { StaffSignInService, refuseLocked } from './staff-sign-in.service.ts';
import { Staff } from './staff.entity.ts';

/** Short, and without a renewal token: the phone asks WeChat again and gets another without a word. */
export const ON_THE_PHONE: Lifetime = { token: 30 * MINUTE, renewal: null };

/** The tie between a member of staff and their WeChat: one each way, made with both factors, and what it opens. */
@Injectable()
export class StaffWechatService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly signIns: StaffSignInService,
    private readonly sessions: Sessions,
    private readonly wechat: WechatClient,
    private readonly crypto: CryptoPort,
  ) {}

  /**
   * Ties this WeChat to the account and signs in. The same tie made twice is one.
   * @throws PASSWORD_WRONG, SECOND_FACTOR_WRONG, SECOND_FACTOR_NOT_SET, ACCOUNT_LOCKED, STAFF_ACCOUNT_BOUND, STAFF_WECHAT_TAKEN, and the refusals of WeChat
   */
  async bind(input: StaffWechatBinding, address: string): Promise<SessionView> {
    const staffId = await this.signIns.proveBoth(input.userName, input.password, input.secondFactor, address);
    const { openid } = await this.wechat.codeToSession(input.code);
    return this.unitOfWork.run(ANYONE, async (work) => {
      const staff = await work.lock(Staff, staffId);
      const openidIndex = this.indexOf(openid);
      const bound = await work.findOne(StaffWechat, { staffId });
      if (bound && bound.openidIndex !== openidIndex) throw identityErrors.STAFF_ACCOUNT_BOUND();
      if (!bound) {
        const id = newId();
        const { affected } = await work.sql.insertIfAbsent('staff_wechat (id, staff_id, openid_index, openid_cipher, bound_at) VALUES (?, ?, ?, ?, ?)', [id, staffId, openidIndex, this.crypto.encryptField(openid, `staff-wechat.openid:${id}`), work.now]);
        if (affected === 0) throw identityErrors.STAFF_WECHAT_TAKEN();
        work.audit('staff.bind-wechat', staffId);
        work.emit(staffWechatBound, { staffId, hallId: staff.hallId });
      }
      return this.enter(work, staff);
    });
  }

  /** @throws STAFF_WECHAT_NOT_BOUND, STAFF_ACCOUNT_CLOSED, ACCOUNT_LOCKED, and the refusals of WeChat */
  async signIn(code: string): Promise<SessionView> {
    const openidIndex = this.indexOf((await this.wechat.codeToSession(code)).openid);
    const known = await this.dataSource.manager.findOneBy(StaffWechat, { openidIndex });
    if (!known) throw identityErrors.STAFF_WECHAT_NOT_BOUND();
    return this.unitOfWork.run(ANYONE, async (work) => {
      // Whoever unties holds the same row: either the tie is gone by now, or this session is there to be ended with it.
      const staff = await work.lock(Staff, known.staffId);
      if (!(await work.findOne(StaffWechat, { openidIndex, staffId: staff.id }))) throw identityErrors.STAFF_WECHAT_NOT_BOUND();
      return this.enter(work, staff);
    });
  }

  /** Every other session of this person ends with the tie: a lost phone is why people untie. */
  async unbindOwn(actor: StaffActor, sessionId: string): Promise<StaffAccountView> {
    await this.unitOfWork.run(actor, (work) => this.unbind(work, actor, actor.id, sessionId));
    return this.account(actor);
  }

  /** For whoever lost the phone and cannot sign in. @throws NOT_FOUND also for staff of another hall */
  async unbindFor(actor: StaffActor, staffId: string): Promise<WechatBindingView[]> {
    await this.unitOfWork.run(actor, async (work) => {
      const staff = await work.get(Staff, staffId);
      if (staff.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      await this.unbind(work, actor, staffId, '');
    });
    return this.bindings(actor);
  }

  async bindings(actor: StaffActor): Promise<WechatBindingView[]> {
    const rows: { staff_id: string; name: string; post: string; bound_at: number | string }[] = await this.dataSource.query(
      'SELECT w.staff_id, s.name, s.post, w.bound_at FROM staff_wechat w JOIN staff s ON s.id = w.staff_id WHERE s.hall_id = ? ORDER BY s.badge_number', [actor.hallId]);
    return rows.map((row) => ({ staffId: row.staff_id, name: row.name, post: row.post, boundAt: Number(row.bound_at) }));
  }

  async account(actor: StaffActor): Promise<StaffAccountView> {
    const { manager } = this.dataSource;
    const [staff, bound] = await Promise.all([manager.findOneByOrFail(Staff, { id: actor.id }), manager.findOneBy(StaffWechat, { staffId: actor.id })]);
    return {
      userName: staff.userName, wechatBoundAt: bound?.boundAt ?? null, hasSecondFactor: staff.totpSecretCipher !== null,
      maskedPhone: staff.phoneCipher && maskPhone(this.crypto.decryptField(staff.phoneCipher, `staff.phone:${staff.id}`)),
    };
  }

  /** Where text messages go that must reach this person; null for none. @throws PHONE_INVALID */
  async setPhone(actor: StaffActor, text: string | null): Promise<StaffAccountView> {
    const checked = text === null ? null : checkPhone(text);
    if (checked && !checked.ok) throw identityErrors.PHONE_INVALID({ fields: [{ path: 'phone', code: checked.code, message: checked.message }] });
    await this.unitOfWork.run(actor, async (work) => {
      await work.change(Staff, await work.lock(Staff, actor.id), { phoneCipher: checked && this.crypto.encryptField(checked.value, `staff.phone:${actor.id}`) });
      work.audit('staff.set-phone', actor.id);
    });
    return this.account(actor);
  }

  private async enter(work: Work, staff: Staff): Promise<SessionView> {
    if (!staff.active) throw identityErrors.STAFF_ACCOUNT_CLOSED();
    // Reset: the old ways in stay shut until both factors are set anew.
    if (staff.oneTimeUntil !== null) throw identityErrors.SECOND_FACTOR_NOT_SET();
    refuseLocked(staff, work.now);
    work.audit('staff.wechat-sign-in', staff.id);
    return this.sessions.issue(work, 'staff', staff.id, ON_THE_PHONE);
  }

  private async unbind(work: Work, { hallId }: StaffActor, staffId: string, keptSessionId: string): Promise<void> {
    await work.lock(Staff, staffId);
    const { affected } = await work.execute('DELETE FROM staff_wechat WHERE staff_id = ?', [staffId]);
    if (affected === 0) return;
    await this.sessions.endAll(work, 'staff', staffId, keptSessionId);
    // What the lost phone has confirmed and nobody has claimed yet would outlive it.
    await work.execute("UPDATE scan_sign_in SET state = 'refused' WHERE staff_id = ? AND state IN ('looked', 'confirmed')", [staffId]);
    work.audit('staff.unbind-wechat', staffId);
    work.emit(staffWechatUntied, { staffId, hallId });
  }

  private indexOf(openid: string): string {
    return this.crypto.blindIndex('staff.wechat', openid);
  }
}
