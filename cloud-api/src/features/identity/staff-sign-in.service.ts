import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { ANYONE } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Passwords } from '../../platform/crypto/password.ts';
import { Totp } from '../../platform/crypto/totp.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { StaffSignInView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { Staff } from './staff.entity.ts';

/** 等保 level 3 practice: five failures lock an account for 300 seconds. */
const MOST_FAILURES = 5;
const LOCKED_FOR = 300_000;
const CHALLENGE_LIVES = 5 * 60_000;

/** How staff sign in: a password, and once a day the second factor. */
@Injectable()
export class StaffSignInService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
  ) {}

  /** @throws PASSWORD_WRONG, ACCOUNT_LOCKED */
  async byPassword(userName: string, password: string): Promise<StaffSignInView> {
    const staff = await this.dataSource.manager.findOneBy(Staff, { userName });
    const right = await this.passwordIsRight(staff, password);
    if (!staff || !right) throw identityErrors.PASSWORD_WRONG();
    if (staff.totpSecretCipher && staff.secondFactorDay !== dayOf(this.clock.now())) {
      const until = this.clock.now() + CHALLENGE_LIVES;
      const claim = `${staff.id}.${until}`;
      return { state: 'second-factor', session: null, challenge: `${claim}.${this.crypto.mac('second-factor', claim)}` };
    }
    return this.signedIn(staff.id);
  }

  /** @throws SECOND_FACTOR_WRONG, SECOND_FACTOR_EXPIRED, ACCOUNT_LOCKED */
  async bySecondFactor(challenge: string, code: string): Promise<StaffSignInView> {
    const [staffId = '', until = '', mac = ''] = challenge.split('.');
    if (!this.crypto.verifyMac('second-factor', `${staffId}.${until}`, mac) || Number(until) < this.clock.now()) throw identityErrors.SECOND_FACTOR_EXPIRED();
    const right = await this.unitOfWork.run(ANYONE, async (work) => {
      const staff = await work.lock(Staff, staffId);
      if (!staff.active || !staff.totpSecretCipher) throw identityErrors.SECOND_FACTOR_EXPIRED();
      if (staff.lockedUntil !== null && staff.lockedUntil > work.now) throw identityErrors.ACCOUNT_LOCKED();
      const check = this.totp.check(this.crypto.decryptField(staff.totpSecretCipher, `staff.totp:${staff.id}`), code, staff.totpLastStep);
      if (check.ok) await work.change(Staff, staff, { totpLastStep: check.step, secondFactorDay: dayOf(work.now), failedSignIns: 0 });
      else await work.change(Staff, staff, this.failure(staff, work.now));
      work.audit(check.ok ? 'staff.second-factor' : 'staff.second-factor-wrong', staff.id);
      return check.ok;
    });
    if (!right) throw identityErrors.SECOND_FACTOR_WRONG();
    return this.signedIn(staffId);
  }

  /** The same person at the locked screen; nothing else changes. @throws PASSWORD_WRONG, ACCOUNT_LOCKED */
  async unlock(staffId: string, password: string): Promise<void> {
    const staff = await this.dataSource.manager.findOneBy(Staff, { id: staffId });
    if (!(await this.passwordIsRight(staff, password))) throw identityErrors.PASSWORD_WRONG();
  }

  private async passwordIsRight(staff: Staff | null, password: string): Promise<boolean> {
    if (staff?.lockedUntil && staff.lockedUntil > this.clock.now()) throw identityErrors.ACCOUNT_LOCKED();
    const check = await this.passwords.check(staff?.active ? staff.passwordHash : null, password);
    if (!staff) return false;
    if (check.ok && staff.failedSignIns === 0 && !check.needsRehash) return true;
    await this.unitOfWork.run(ANYONE, async (work) => {
      const row = await work.lock(Staff, staff.id);
      if (check.ok) await work.change(Staff, row, { failedSignIns: 0, lockedUntil: null, ...(check.needsRehash ? { passwordHash: await this.passwords.hash(password) } : {}) });
      else await work.change(Staff, row, this.failure(row, work.now));
      if (!check.ok) work.audit('staff.password-wrong', staff.id);
    });
    return check.ok;
  }

  private failure(staff: Staff, now: number): Partial<Staff> {
    const failures = staff.failedSignIns + 1;
    return failures >= MOST_FAILURES ? { failedSignIns: 0, lockedUntil: now + LOCKED_FOR } : { failedSignIns: failures };
  }

  private async signedIn(staffId: string): Promise<StaffSignInView> {
    const session = await this.unitOfWork.run(ANYONE, async (work) => {
      work.audit('staff.sign-in', staffId);
      return this.sessions.issue(work, 'staff', staffId);
    });
    return { state: 'signed-in', session, challenge: null };
  }
}
