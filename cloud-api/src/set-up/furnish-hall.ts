import { Department, Hall, HallWindow } from '../features/hall/hall.entity.ts';
import { Staff, StaffGrant } from '../features/identity/staff.entity.ts';
import type { CryptoPort } from '../platform/crypto/crypto.port.ts';
import type { Totp } from '../platform/crypto/totp.ts';
import { newId } from '../platform/persistence/new-id.ts';
import type { Work } from '../platform/persistence/work.ts';
import type { HallPlan } from './hall-plan.ts';

/** What a member of staff needs for the first sign-in. Shown once; the database keeps only a hash and a ciphertext. */
export interface FirstKey {
  userName: string;
  totpSecret: string;
}

export interface Furnishing {
  crypto: CryptoPort;
  totp: Totp;
  /** The argon2id hash of each user's first password. */
  passwordHash(userName: string): string;
  /** True for the demo's invented hall. */
  sample: boolean;
}

/** Writes a new hall with its departments, windows and staff. */
export async function furnishHall(work: Work, plan: HallPlan, furnishing: Furnishing): Promise<{ hallId: string; keys: FirstKey[] }> {
  const hallId = newId();
  const { name, areaCode, address, phone, motto, smile, openFrom, openTo } = plan;
  await work.add(Hall, { id: hallId, name, areaCode, address, phone, motto, smile, openFrom, openTo, sample: furnishing.sample });
  const departments: string[] = [];
  for (const [position, department] of plan.departments.entries()) departments.push((await work.add(Department, { id: newId(), hallId, name: department, phone: plan.departmentPhones?.[position] || null, position })).id);
  for (const [position, { label, skills }] of plan.windows.entries()) await work.add(HallWindow, { id: newId(), hallId, label, skills, position, state: 'closed', clerkId: null, openedAt: null });
  const keys: FirstKey[] = [];
  for (const staff of plan.staff) {
    const id = newId();
    const totpSecret = furnishing.totp.newSecret();
    await work.add(Staff, {
      id, hallId, departmentId: departments[staff.department] ?? null, userName: staff.userName, passwordHash: furnishing.passwordHash(staff.userName), totpSecretCipher: furnishing.crypto.encryptField(totpSecret, `staff.totp:${id}`),
      totpLastStep: null, secondFactorDay: null, failedSignIns: 0, lockedUntil: null, name: staff.name, badgeNumber: staff.badgeNumber, post: staff.post, photoPictureId: null, active: true,
    });
    await work.add(StaffGrant, { id: newId(), staffId: id, hallId, roles: staff.roles });
    work.audit('staff.add', id, { roles: staff.roles });
    keys.push({ userName: staff.userName, totpSecret });
  }
  work.audit('hall.open', hallId);
  return { hallId, keys };
}
