import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HOUR, dayOf } from '@hall/shared/kernel/day';
import { ANYONE, type StaffActor } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { Tallies } from '../../platform/auth/tallies.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Passwords } from '../../platform/crypto/password.ts';
import { Totp } from '../../platform/crypto/totp.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { StaffSignInView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { PasswordTries } from './password-tries.ts';
import { StaffEnrolmentService } from './staff-enrolment.service.ts';
import { Staff } from './staff.entity.ts';

/** 等保 level 3 practice: five wrong codes lock an account for 300 seconds. Only who has the password or a session gets as far as that. */
const MOST_FAILURES = 5;
const LOCKED_FOR = 300_000;
const CHALLENGE_LIVES = 5 * 60_000;
/** Six digits can be guessed by trying them all, so wrong ones are counted for longer than the lock lasts. */
const MOST_WRONG_CODES = 10;

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
    private readonly tallies: Tallies,
    private readonly tries: PasswordTries,
    private readonly enrolment: StaffEnrolmentService,
  ) {}

  /** A password that was handed over leads to the first sign-in. @param address it comes from @throws PASSWORD_WRONG, ACCOUNT_LOCKED, ONE_TIME_PASSWORD_OVER */
  async byPassword(userName: string, password: string, address: string): Promise<StaffSignInView> {
    const staff = await this.passwordOf({ userName }, password, address);
    if (staff.oneTimeUntil !== null) return this.enrolment.begin(staff);
    if (staff.totpSecretCipher !== null && staff.secondFactorDay !== dayOf(this.clock.now())) {
      const until = this.clock.now() + CHALLENGE_LIVES;
      const claim = `${staff.id}.${until}`;
      return { state: 'second-factor', session: null, challenge: `${claim}.${this.crypto.mac('second-factor', claim)}`, enrolment: null };
    }
    return this.signedIn(staff.id);
  }

  /** @throws SECOND_FACTOR_WRONG, SECOND_FACTOR_EXPIRED, ACCOUNT_LOCKED */
  async bySecondFactor(challenge: string, code: string): Promise<StaffSignInView> {
    const [staffId = '', until = '', mac = ''] = challenge.split('.');
    if (!this.crypto.verifyMac('second-factor', `${staffId}.${until}`, mac) || Number(until) < this.clock.now()) throw identityErrors.SECOND_FACTOR_EXPIRED();
    await this.giveSecondFactor(staffId, code);
    return this.signedIn(staffId);
  }

  /**
   * Both factors at once, for a step that ties something to the account. Nobody is signed in by it.
   * @returns whose account it is @throws PASSWORD_WRONG, SECOND_FACTOR_WRONG, SECOND_FACTOR_NOT_SET, ACCOUNT_LOCKED
   */
  async proveBoth(userName: string, password: string, code: string, address: string): Promise<string> {
    const { id } = await this.passwordOf({ userName }, password, address);
    await this.giveSecondFactor(id, code);
    return id;
  }

  /**
   * The six digits, each good once.
   * @throws SECOND_FACTOR_WRONG, SECOND_FACTOR_NOT_SET, ACCOUNT_LOCKED, TOO_MANY_REQUESTS
   */
  private async giveSecondFactor(staffId: string, code: string): Promise<void> {
    if (!(await this.secondFactorIsRight(staffId, code))) throw identityErrors.SECOND_FACTOR_WRONG();
  }

  private async secondFactorIsRight(staffId: string, code: string): Promise<boolean> {
    const tries = `second-factor ${staffId}`;
    if ((await this.tallies.count(tries, HOUR)) > MOST_WRONG_CODES) throw platformErrors.TOO_MANY_REQUESTS();
    const right = await this.unitOfWork.run(ANYONE, async (work) => {
      const staff = await work.lock(Staff, staffId);
      if (!staff.active || !staff.totpSecretCipher || staff.oneTimeUntil !== null) throw identityErrors.SECOND_FACTOR_NOT_SET();
      refuseLocked(staff, work.now);
      const check = this.totp.check(this.crypto.decryptField(staff.totpSecretCipher, `staff.totp:${staff.id}`), code, staff.totpLastStep);
      if (check.ok) await work.change(Staff, staff, { totpLastStep: check.step, secondFactorDay: dayOf(work.now), failedSignIns: 0 });
      else await work.change(Staff, staff, oneMoreTry(staff, work.now));
      work.audit(check.ok ? 'staff.second-factor' : 'staff.second-factor-wrong', staff.id);
      return check.ok;
    });
    if (right) await this.tallies.takeBack(tries);
    return right;
  }

  /** Gives the second factor anew in this session. @returns until when it counts @throws STEP_UP_WRONG, SECOND_FACTOR_NOT_SET, ACCOUNT_LOCKED */
  async stepUp(actor: StaffActor, sessionId: string, code: string): Promise<number> {
    // Not the 401 of a sign-in: the session itself is sound.
    if (!(await this.secondFactorIsRight(actor.id, code))) throw identityErrors.STEP_UP_WRONG();
    return this.unitOfWork.run(actor, async (work) => {
      work.audit('staff.step-up', actor.id);
      return this.sessions.stepUp(work, sessionId);
    });
  }

  /** The same person at the locked screen; nothing else changes. @throws PASSWORD_WRONG, ACCOUNT_LOCKED */
  async unlock(staffId: string, password: string, address: string): Promise<void> {
    await this.passwordOf({ id: staffId }, password, address);
  }

  /**
   * The account behind the name, when this is its password. The try is counted before the password is looked at, so that guesses
   * made all at once are no more than guesses made in turn; names nobody has are counted and weighed like any other.
   * @throws PASSWORD_WRONG, ACCOUNT_LOCKED
   */
  private async passwordOf(named: { id: string } | { userName: string }, password: string, address: string): Promise<Staff> {
    const staff = await this.dataSource.manager.findOneBy(Staff, named);
    if (staff) refuseLocked(staff, this.clock.now());
    // By the id, because a database may take `Wang` and `wang` for the same name.
    const account = staff?.id ?? `nobody ${Object.values(named)[0]}`;
    await this.tries.count(account, address);
    const check = await this.passwords.check(staff?.active ? staff.passwordHash : null, password);
    if (!staff || !check.ok) {
      if (staff) await this.unitOfWork.run(ANYONE, (work) => Promise.resolve(work.audit('staff.password-wrong', staff.id)));
      throw identityErrors.PASSWORD_WRONG();
    }
    await this.tries.takeBack(account, address);
    if (check.needsRehash) {
      const passwordHash = await this.passwords.hash(password);
      await this.unitOfWork.run(ANYONE, async (work) => work.change(Staff, await work.lock(Staff, staff.id), { passwordHash }));
    }
    return staff;
  }

  private async signedIn(staffId: string): Promise<StaffSignInView> {
    const session = await this.unitOfWork.run(ANYONE, async (work) => {
      work.audit('staff.sign-in', staffId);
      return this.sessions.issue(work, 'staff', staffId);
    });
    return { state: 'signed-in', session, challenge: null, enrolment: null };
  }
}

export function refuseLocked(staff: Staff, now: number): void {
  if (staff.lockedUntil !== null && staff.lockedUntil > now) throw identityErrors.ACCOUNT_LOCKED();
}

/** A lock that is over has been paid for: counting begins anew. */
function oneMoreTry(staff: Staff, now: number): Pick<Staff, 'failedSignIns' | 'lockedUntil'> {
  const tries = (staff.lockedUntil === null ? staff.failedSignIns : 0) + 1;
  return { failedSignIns: tries, lockedUntil: tries >= MOST_FAILURES ? now + LOCKED_FOR : null };
}
