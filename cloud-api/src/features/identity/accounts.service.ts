import { Injectable } from '@nestjs/common';
import { HOUR } from '@hall/shared/kernel/day';
import { USER_NAME } from '@hall/shared/identity/account.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { Passwords } from '../../platform/crypto/password.ts';
import { Totp } from '../../platform/crypto/totp.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { AccountPlans } from './account.plans.ts';
import { isAdministrator } from './accounts.queries.ts';
import type { FirstKeyView, NewAccount } from './accounts.dto.ts';
import { HandOverService } from './hand-over.service.ts';
import { identityErrors } from './identity.errors.ts';
import { staffKeysReset } from './identity.events.ts';
import { Staff, StaffGrant } from './staff.entity.ts';

/** Long enough for somebody who is off for the weekend. */
const ONE_TIME_LIVES = 72 * HOUR;
const ONE_TIME_DIGITS = 12;

/** Beginning, resetting and closing accounts: the system administrator's, who gives nobody a right by it. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: AccountPlans,
    private readonly halls: Halls,
    private readonly passwords: Passwords,
    private readonly totp: Totp,
    private readonly crypto: CryptoPort,
    private readonly sessions: Sessions,
    private readonly works: HandOverService,
  ) {}

  /**
   * All of them or none, without any role. Each gets a password that opens the first sign-in alone, where the second factor is set up.
   * @throws HOUSE_WISH_INVALID, USER_NAME_TAKEN
   */
  async begin(actor: StaffActor, accounts: readonly NewAccount[], key: Idempotency | null): Promise<FirstKeyView[]> {
    const made = await Promise.all(accounts.map(async (account) => ({ account, id: newId(), ...(await this.oneTimePassword()) })));
    const first = made[0]!;
    const keys = await this.unitOfWork.run(actor, async (work) => {
      const id = await work.once(key, async () => { for (const each of made) await this.add(work, actor, each); }, first.id);
      const until = work.now + ONE_TIME_LIVES;
      if (id === first.id) return made.map(({ account, id: staffId, password }) => ({ staffId, userName: account.userName, name: account.name.trim(), password, until }));
      // The same request again: the accounts stand, and what was shown once is not shown twice.
      return Promise.all(accounts.map(async ({ userName, name }) => ({ staffId: (await work.findOne(Staff, { userName }))?.id ?? id, userName, name, password: null, until })));
    });
    return keys;
  }

  /** A new password for the first sign-in and a new second factor; every session ends, and the person is told. @throws NOT_FOUND, STALE_VERSION, ACCOUNT_OWN, ACCOUNT_OF_ADMINISTRATOR, ACCOUNT_CLOSED */
  async reset(actor: StaffActor, staffId: string, reason: string, version: number): Promise<FirstKeyView> {
    const { password, passwordHash } = await this.oneTimePassword();
    return this.unitOfWork.run(actor, async (work) => {
      const staff = await this.lockFor(work, actor, staffId, version);
      if (!staff.active) throw identityErrors.ACCOUNT_CLOSED();
      const until = work.now + ONE_TIME_LIVES;
      await work.change(Staff, staff, { passwordHash, oneTimeUntil: until, ...this.newFactor(staff.id), failedSignIns: 0, lockedUntil: null });
      await this.shutOut(work, staff.id);
      work.audit('staff.reset', staff.id, { reason: reason.trim() });
      work.emit(staffKeysReset, { staffId, hallId: actor.hallId });
      return { staffId: staff.id, userName: staff.userName, name: staff.name, password, until };
    });
  }

  /**
   * Somebody who had left is back: the same account, what they did before under it, with new ways in and without any role.
   * @throws NOT_FOUND, STALE_VERSION, ACCOUNT_OWN, ACCOUNT_OPEN, HOUSE_WISH_INVALID when somebody else has the badge by now
   */
  async reopen(actor: StaffActor, staffId: string, reason: string, version: number): Promise<FirstKeyView> {
    const { password, passwordHash } = await this.oneTimePassword();
    const key = await this.unitOfWork.run(actor, async (work) => {
      const staff = await this.lockFor(work, actor, staffId, version);
      if (staff.active) throw identityErrors.ACCOUNT_OPEN();
      const { name, badgeNumber, post } = staff;
      const departmentId = (await this.halls.departments(actor.hallId)).some(({ id }) => id === staff.departmentId) ? staff.departmentId : null;
      const wish = await this.plans.judge({ name, badgeNumber, post, departmentId }, { hallId: actor.hallId, id: staffId, before: null });
      const until = work.now + ONE_TIME_LIVES;
      await work.change(Staff, staff, { ...wish, passwordHash, oneTimeUntil: until, ...this.newFactor(staffId), active: true, failedSignIns: 0, lockedUntil: null });
      await this.shutOut(work, staffId);
      work.audit('staff.reopen', staffId, { reason: reason.trim() });
      return { staffId, userName: staff.userName, name, password, until };
    });
    this.halls.plans.tell();
    return key;
  }

  /**
   * Nothing may be left in the person's hands. What they did stays under their name.
   * @throws NOT_FOUND, STALE_VERSION, ACCOUNT_OWN, ACCOUNT_OF_ADMINISTRATOR, ACCOUNT_HAS_OPEN_WORK naming what is open
   */
  async close(actor: StaffActor, staffId: string, reason: string, version: number): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const staff = await this.lockFor(work, actor, staffId, version);
      const open = await this.works.open(actor, staffId);
      if (open.length > 0) throw identityErrors.ACCOUNT_HAS_OPEN_WORK({ fields: open.map(({ text: message }) => ({ path: 'open', code: 'ACCOUNT_HAS_OPEN_WORK', message })) });
      await work.change(Staff, staff, { active: false, oneTimeUntil: null, passwordHash: 'closed', ...this.newFactor(staff.id) });
      await work.execute("UPDATE staff_grant SET roles = '[]' WHERE staff_id = ?", [staffId]);
      await work.execute('DELETE FROM staff_wechat WHERE staff_id = ?', [staffId]);
      await work.execute("UPDATE house_plan SET state = 'withdrawn', open_key = NULL, version = version + 1 WHERE subject_id = ? AND state = 'planned'", [staffId]);
      await this.shutOut(work, staffId);
      work.audit('staff.close', staffId, { reason: reason.trim() });
    });
    this.halls.plans.tell();
  }

  private async add(work: Work, { hallId }: StaffActor, { account, id, passwordHash }: { account: NewAccount; id: string; passwordHash: string }): Promise<void> {
    const { userName } = account;
    if (!USER_NAME.test(userName) || (await work.findOne(Staff, { userName }))) throw identityErrors.USER_NAME_TAKEN({ fields: [{ path: 'userName', code: 'USER_NAME_TAKEN', message: `用户名 ${userName} 已有人用，请换一个` }] });
    const wish = await this.plans.judge({ ...account }, { hallId, id, before: null });
    await work.add(Staff, { ...wish, id, hallId, userName, passwordHash, ...this.newFactor(id), failedSignIns: 0, lockedUntil: null, photoPictureId: null, oneTimeUntil: work.now + ONE_TIME_LIVES, active: true });
    await work.add(StaffGrant, { id: newId(), staffId: id, hallId, roles: [] });
    work.audit('staff.add', id);
  }

  /** One's own account and an administrator's are not for the system administrator alone: whoever resets it could sign in as them. */
  private async lockFor(work: Work, actor: StaffActor, staffId: string, version: number): Promise<Staff> {
    const staff = await work.lock(Staff, staffId);
    if (staff.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    if (staff.version !== version) throw platformErrors.STALE_VERSION();
    if (staffId === actor.id) throw identityErrors.ACCOUNT_OWN();
    if (isAdministrator((await work.findOne(StaffGrant, { staffId, hallId: actor.hallId }))?.roles ?? [])) throw identityErrors.ACCOUNT_OF_ADMINISTRATOR();
    return staff;
  }

  private async shutOut(work: Work, staffId: string): Promise<void> {
    await this.sessions.endAll(work, 'staff', staffId);
    await work.execute("UPDATE scan_sign_in SET state = 'refused' WHERE staff_id = ? AND state IN ('looked', 'confirmed')", [staffId]);
  }

  private newFactor(id: string): Pick<Staff, 'totpSecretCipher' | 'totpLastStep' | 'secondFactorDay'> {
    return { totpSecretCipher: this.crypto.encryptField(this.totp.newSecret(), `staff.totp:${id}`), totpLastStep: null, secondFactorDay: null };
  }

  private async oneTimePassword(): Promise<{ password: string; passwordHash: string }> {
    const password = this.crypto.randomDigits(ONE_TIME_DIGITS).replace(/(\d{4})(?=\d)/g, '$1-');
    return { password, passwordHash: await this.passwords.hash(password) };
  }
}
