import { instantAt } from '../kernel/day.ts';
import { NEEDED_ASSURANCE, atLeast, mayAct, mayDeclare, raise } from './assurance.rules.ts';
import type { Assurance } from './assurance.rules.ts';
import { consentsMissing, isConsentCurrent, mayConsent, noticeInForce, requireConsents } from './consent.rules.ts';
import type { GivenConsent, NoticeVersion } from './consent.rules.ts';
import { ADMINISTRATOR_ROLES, PERMISSIONS, ROLE_PERMISSIONS, isPermission, permissionsOf, rolesConflict } from './permissions.ts';
import type { StaffRole } from './permissions.ts';

const NOW = instantAt('2026-03-05', '10:00');
const NOTICES: NoticeVersion[] = [
  { kind: 'privacy-notice', version: '1', effectiveFrom: '2026-01-01' }, { kind: 'privacy-notice', version: '2', effectiveFrom: '2026-03-05' },
  { kind: 'privacy-notice', version: '3', effectiveFrom: '2026-03-06' }, { kind: 'sensitive-data', version: '1', effectiveFrom: '2026-01-01' },
];
const given = (some: Partial<GivenConsent> = {}): GivenConsent => ({ kind: 'privacy-notice', version: '2', givenAt: NOW, withdrawnAt: null, ...some });

test('WeChat and phone count the same, a name said counts more, and an ID card seen most', () => {
  const order: Assurance[] = ['wechat', 'phone', 'declared', 'verified'];
  expect(order.map((assurance) => order.filter((needed) => atLeast(assurance, needed)).length)).toEqual([2, 2, 3, 4]);
});

test('one books and waits signed in, submits under a name, and votes only after the ID card was seen', () => {
  expect((['book', 'submit-application', 'vote'] as const).map((act) => (['phone', 'declared', 'verified'] as const).map((assurance) => mayAct(act, assurance).ok)))
    .toEqual([[true, true, true], [false, true, true], [false, false, true]]);
  expect(mayAct('vote', 'declared')).toMatchObject({ code: 'IDENTITY_NOT_VERIFIED' });
  expect(mayAct('submit-application', 'wechat')).toMatchObject({ code: 'IDENTITY_NOT_DECLARED' });
  expect(Object.values(NEEDED_ASSURANCE)).not.toContain('phone');
});

test('assurance never falls, and who was verified does not declare another name', () => {
  expect([raise('verified', 'phone'), raise('wechat', 'declared'), raise('wechat', 'phone')]).toEqual(['verified', 'declared', 'wechat']);
  expect([mayDeclare('phone').ok, mayDeclare('declared').ok, mayDeclare('verified').ok]).toEqual([true, true, false]);
});

test('only consent to the version in force counts, until it is withdrawn', () => {
  expect(noticeInForce(NOTICES, 'privacy-notice', NOW)?.version).toBe('2');
  expect(noticeInForce(NOTICES, 'sensitive-data', instantAt('2025-12-31', '23:59'))).toBeNull();
  const current = (consent: GivenConsent) => isConsentCurrent([consent], NOTICES, 'privacy-notice', NOW);
  expect([given(), given({ version: '1' }), given({ kind: 'sensitive-data' }), given({ withdrawnAt: NOW }), given({ givenAt: NOW + 1 })].map(current)).toEqual([true, false, false, false, false]);
  expect(isConsentCurrent([given({ withdrawnAt: NOW - 1 }), given()], NOTICES, 'privacy-notice', NOW)).toBe(true);
});

test('what is still to be asked for is named', () => {
  expect(consentsMissing([given()], NOTICES, NOW)).toEqual(['sensitive-data']);
  expect(requireConsents([], NOTICES, NOW)).toMatchObject({ code: 'CONSENT_MISSING', path: 'privacy-notice', message: expect.stringContaining('隐私告知') });
  expect(requireConsents([given()], NOTICES, NOW, ['privacy-notice'])).toEqual({ ok: true, value: true });
});

test('one agrees only to the text in force', () => {
  expect([mayConsent(NOTICES, 'privacy-notice', '2', NOW).ok, mayConsent(NOTICES, 'privacy-notice', '1', NOW).ok, mayConsent(NOTICES, 'privacy-notice', '3', NOW).ok]).toEqual([true, false, false]);
  expect(mayConsent([], 'privacy-notice', '1', NOW)).toMatchObject({ code: 'CONSENT_NOTICE_MISSING' });
});

test('the three administrators share nothing with each other or with the hall’s work', () => {
  const others = (Object.keys(ROLE_PERMISSIONS) as StaffRole[]).filter((role) => !ADMINISTRATOR_ROLES.includes(role));
  for (const role of ADMINISTRATOR_ROLES) {
    expect(ROLE_PERMISSIONS[role].filter((permission) => /^(case|queue|review|window|residents|batch)\./.test(permission))).toEqual([]);
    for (const other of ADMINISTRATOR_ROLES) if (other !== role) expect(ROLE_PERMISSIONS[role].filter((permission) => ROLE_PERMISSIONS[other].includes(permission))).toEqual([]);
    for (const other of others) expect(rolesConflict([role, other])).toBe(true);
  }
  expect([rolesConflict(['clerk', 'head']), rolesConflict(['audit-admin']), rolesConflict(['audit-admin', 'audit-admin'])]).toEqual([false, false, false]);
});

test('every permission is granted to some role, and a role grants none twice', () => {
  const all = permissionsOf(Object.keys(ROLE_PERMISSIONS) as StaffRole[]);
  expect([...all].sort()).toEqual([...PERMISSIONS].sort());
  for (const granted of Object.values(ROLE_PERMISSIONS)) expect(new Set(granted).size).toBe(granted.length);
  expect([isPermission('queue.call'), isPermission('queue.everything'), isPermission('toString')]).toEqual([true, false, false]);
});
