import { Hall } from '../../cloud-api/src/features/hall/hall.entity.ts';
import { Staff, StaffGrant } from '../../cloud-api/src/features/identity/staff.entity.ts';
import { Sessions } from '../../cloud-api/src/platform/auth/sessions.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { ROLE_PERMISSIONS, type StaffRole } from '@hall/shared/identity/permissions';
import type { Assurance } from '@hall/shared/identity/assurance.rules';

/** Everybody who may stand before a door: nobody known, forged and old tokens, residents, each role of the staff, a screen. */
export const STAFF_ROLES = Object.keys(ROLE_PERMISSIONS) as StaffRole[];
const ASSURANCES: readonly Assurance[] = ['wechat', 'phone', 'declared', 'verified'];
export const NOBODIES = ['anyone', 'a forged token', 'an ended session', 'an expired session', 'a dismissed clerk', 'a revoked screen'] as const;

export interface Caller {
  /** `resident:declared`, `staff:clerk`, `staff:none`, `screen`, or one of NOBODIES. */
  role: string;
  kind: 'resident' | 'staff' | 'device' | null;
  id: string | null;
  /** A token of this caller; nobody's may be a token that no longer counts. */
  token: string | null;
}

type Kind = 'resident' | 'staff' | 'device';

/** A new token of somebody who exists. */
export const tokenFor = (hall: TestApp, kind: Kind, id: string): Promise<string> => hall.work(async (work) => (await hall.app.get(Sessions).issue(work, kind, id)).token);

async function residentOf(hall: TestApp, assurance: Assurance): Promise<Caller> {
  const { actor, token } = await hall.resident();
  await hall.work((work) => work.execute('UPDATE resident SET assurance = ? WHERE id = ?', [assurance, actor.id]));
  return { role: `resident:${assurance}`, kind: 'resident', id: actor.id, token };
}

async function screenOf(hall: TestApp, headToken: string): Promise<{ id: string; token: string }> {
  const pairing = await hall.call<{ code: string; deviceId: string }>('POST', '/staff/devices/pairing-codes', { token: headToken, body: { kind: 'screen', name: '大厅屏' } });
  const paired = await hall.call<{ token: string }>('POST', '/public/devices/pair', { body: { code: pairing.body.code } });
  return { id: pairing.body.deviceId, token: paired.body.token };
}

/** Another hall of the same bureau, and a head of it who has every right there. */
export async function otherHall(hall: TestApp): Promise<{ hallId: string; head: Caller }> {
  const hallId = newId();
  await hall.work((work) => work.add(Hall, { id: hallId, name: '另一个大厅', areaCode: '420607', address: '别处路 2 号', phone: '0710-1111111', motto: '微笑服务', smile: '今天你微笑了吗？', openFrom: '09:00', openTo: '17:00', sample: true }));
  const head = await staffOf(hall, hallId, ['head']);
  return { hallId, head: { role: 'staff:head of another hall', kind: 'staff', ...head } };
}

/** Somebody with these roles in that hall, signed in and with the second factor just given. */
export async function staffOf(hall: TestApp, hallId: string, roles: StaffRole[]): Promise<{ id: string; token: string }> {
  const id = newId();
  const token = await hall.work(async (work) => {
    await work.add(Staff, {
      id, hallId, departmentId: null, userName: `other-${id.slice(-8)}`, passwordHash: 'no sign-in', totpSecretCipher: null, totpLastStep: null, secondFactorDay: null, failedSignIns: 0, lockedUntil: null,
      name: '别处科长', badgeNumber: '901', post: '科长', active: true,
    });
    await work.add(StaffGrant, { id: newId(), staffId: id, hallId, roles });
    return (await hall.app.get(Sessions).issue(work, 'staff', id)).token;
  });
  return { id, token: await hall.steppedUp(token) };
}

/** The whole cast, each signed in. */
export async function gather(hall: TestApp): Promise<Caller[]> {
  const residents: Caller[] = [];
  for (const assurance of ASSURANCES) residents.push(await residentOf(hall, assurance));
  const staff: Caller[] = [];
  for (const role of STAFF_ROLES) {
    const { actor, token } = await hall.staff([role]);
    staff.push({ role: `staff:${role}`, kind: 'staff', id: actor.id, token });
  }
  const newcomer = await hall.staff([]);
  const head = staff.find((caller) => caller.role === 'staff:head')!;
  const screen = await screenOf(hall, head.token!);
  return [
    ...(await nobodies(hall, head.token!)), ...residents, ...staff,
    { role: 'staff:none', kind: 'staff', id: newcomer.actor.id, token: newcomer.token },
    { role: 'screen', kind: 'device', id: screen.id, token: screen.token },
  ];
}

async function nobodies(hall: TestApp, headToken: string): Promise<Caller[]> {
  const nobody = (role: (typeof NOBODIES)[number], token: string | null): Caller => ({ role, kind: null, id: null, token });
  const ended = await hall.resident();
  await hall.call('POST', '/resident/sign-out', { token: ended.token });
  const expired = await hall.resident();
  await hall.work((work) => work.execute('UPDATE session SET expires_at = ? WHERE subject_id = ?', [hall.clock.now() - 1, expired.actor.id]));
  const dismissed = await hall.staff(['head']);
  await hall.work((work) => work.execute('UPDATE staff SET active = 0 WHERE id = ?', [dismissed.actor.id]));
  const revoked = await screenOf(hall, headToken);
  await hall.call('POST', `/staff/devices/${revoked.id}/revoke`, { token: headToken });
  return [
    nobody('anyone', null), nobody('a forged token', 'forged-token-that-nobody-was-ever-given-0000'), nobody('an ended session', ended.token),
    nobody('an expired session', expired.token), nobody('a dismissed clerk', dismissed.token), nobody('a revoked screen', revoked.token),
  ];
}
