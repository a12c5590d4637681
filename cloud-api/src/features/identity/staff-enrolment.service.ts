import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { passwordProblem } from '@hall/shared/identity/account.rules';
import { HOUR, MINUTE, dayOf } from '@hall/shared/kernel/day';
import { ANYONE } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { Tallies } from '../../platform/auth/tallies.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Passwords } from '../../platform/crypto/password.ts';
import { Totp } from '../../platform/crypto/totp.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { StaffEnrolmentInput, StaffSignInView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { Staff } from './staff.entity.ts';

const CHALLENGE_LIVES = 15 * MINUTE;
/** Six digits can be guessed by trying them all. */
const MOST_WRONG_CODES = 10;

/** The first sign-in: the password that was handed over is replaced by one's own, and the second factor is set up. Nobody is in before both. */
@Injectable()
export class StaffEnrolmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly crypto: CryptoPort,
    private readonly tallies: Tallies,
    private readonly clock: Clock,
  ) {}

  /** After the password that was handed over. @throws ONE_TIME_PASSWORD_OVER */
  begin(staff: Staff): StaffSignInView {
    const now = this.clock.now();
    if (staff.oneTimeUntil === null || staff.oneTimeUntil < now || staff.totpSecretCipher === null) throw identityErrors.ONE_TIME_PASSWORD_OVER();
    const secret = this.crypto.decryptField(staff.totpSecretCipher, `staff.totp:${staff.id}`);
    const claim = `${staff.id}.${now + CHALLENGE_LIVES}`;
    return { state: 'enrol', session: null, challenge: `${claim}.${this.macOf(claim, staff)}`, enrolment: { secret, uri: this.totp.enrolmentUri(secret, staff.userName) } };
  }

  /** @throws SECOND_FACTOR_EXPIRED, SECOND_FACTOR_WRONG, PASSWORD_POOR, TOO_MANY_REQUESTS */
  async finish({ challenge, password, code }: StaffEnrolmentInput): Promise<StaffSignInView> {
    const [staffId = '', until = '', mac = ''] = challenge.split('.');
    const known = await this.dataSource.manager.findOneBy(Staff, { id: staffId, active: true });
    if (!known || known.oneTimeUntil === null || Number(until) < this.clock.now() || !this.crypto.verifyMac('staff-enrolment', `${staffId}.${until}.${known.passwordHash}`, mac)) throw identityErrors.SECOND_FACTOR_EXPIRED();
    const poor = passwordProblem(password, known.userName) ?? ((await this.passwords.check(known.passwordHash, password)).ok ? '请换一个自己的密码，不要沿用临时密码' : null);
    if (poor !== null) throw identityErrors.PASSWORD_POOR({ fields: [{ path: 'password', code: 'PASSWORD_POOR', message: poor }] });
    if ((await this.tallies.count(`second-factor ${staffId}`, HOUR)) > MOST_WRONG_CODES) throw platformErrors.TOO_MANY_REQUESTS();
    const passwordHash = await this.passwords.hash(password);
    const session = await this.unitOfWork.run(ANYONE, async (work) => {
      const staff = await work.lock(Staff, staffId);
      // A reset meanwhile, or a second tab that was quicker.
      if (staff.oneTimeUntil === null || staff.passwordHash !== known.passwordHash || !staff.active || staff.totpSecretCipher === null) throw identityErrors.SECOND_FACTOR_EXPIRED();
      const check = this.totp.check(this.crypto.decryptField(staff.totpSecretCipher, `staff.totp:${staffId}`), code, staff.totpLastStep);
      if (!check.ok) return null;
      await work.change(Staff, staff, { passwordHash, oneTimeUntil: null, totpLastStep: check.step, secondFactorDay: dayOf(work.now), failedSignIns: 0, lockedUntil: null });
      work.audit('staff.enrol', staffId);
      return this.sessions.issue(work, 'staff', staffId);
    });
    if (session === null) throw identityErrors.SECOND_FACTOR_WRONG();
    await this.tallies.takeBack(`second-factor ${staffId}`);
    return { state: 'signed-in', session, challenge: null, enrolment: null };
  }

  /** Good only while the password is the one it was begun with. */
  private macOf(claim: string, { passwordHash }: Staff): string {
    return this.crypto.mac('staff-enrolment', `${claim}.${passwordHash}`);
  }
}
